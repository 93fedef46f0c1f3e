package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.Level;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each letter to the staff says of a case in the same words, a line each. */
public final class CaseLines {
  private CaseLines() {}

  /** The account's name as the directory has it, never as a requester typed it. */
  public static String name(CaseFile file) {
    return file.account().map(Account::name).orElse(file.ticket().reference().toString());
  }

  /** What is asked for, in few words. */
  public static Phrase asked(Ticket ticket) {
    return ticket.answers().reasons().isEmpty()
        ? new CasePhrase.AsksForSomething()
        : new CasePhrase.AsksFor(ticket.answers().reasons());
  }

  /** The desk's own verdict. */
  public static Phrase recommendation(Assessment assessment) {
    if (assessment.recommended()) {
      return assessment.recommends()
          ? new EvidencePhrase.Recommended()
          : new EvidencePhrase.WordsFirst();
    }
    return assessment.level() == Level.FLOOR
        ? new EvidencePhrase.NotPossible(assessment.lacking())
        : new EvidencePhrase.NotRecommended(assessment.lacking());
  }

  /** What warns, however often. */
  private record Seen(Warning.Kind kind, String source) {}

  /** What speaks against it, once for each that it was seen in. */
  public static List<Phrase> warnings(FlowContext context, CaseFile file) {
    Stream<Phrase> kept = KeptStops.told(context, file.ticket()).stream();
    return Stream.concat(
            file.assessment().warnings().stream()
                .map(warning -> new Seen(warning.kind(), warning.source()))
                .distinct()
                .map(warning -> warned(context, file, warning)),
            kept)
        .toList();
  }

  private static Phrase warned(FlowContext context, CaseFile file, Seen warning) {
    if (warning.source().isEmpty()) {
      return new EvidencePhrase.WarnedOnly(warning.kind());
    }
    String tickets =
        warning.kind() == Warning.Kind.OWNER_OBJECTED ? objectedTo(context, file, warning) : "";
    return tickets.isEmpty()
        ? new EvidencePhrase.Warned(warning.kind(), warning.source())
        : new EvidencePhrase.WarnedAbout(warning.kind(), warning.source(), tickets);
  }

  /** An owner speaks about the account: it need not be this recovery that they stopped. */
  private static String objectedTo(FlowContext context, CaseFile file, Seen one) {
    Instant first =
        file.assessment().warnings().stream()
            .filter(it -> it.kind() == one.kind() && it.source().equals(one.source()))
            .map(Warning::at)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return file.ticket().account().stream()
        .flatMap(
            account ->
                context
                    .work()
                    .proofs()
                    .ticketsOf(account, one.kind(), one.source(), first.minusMillis(1))
                    .stream())
        .map(Reference::toString)
        .collect(Collectors.joining(", "));
  }

  /** A piece of evidence in few words. */
  static Phrase shortly(Evidence piece) {
    if (piece.seenBy().isEmpty()) {
      return new EvidencePhrase.SeenShortly(piece.kind(), piece.source());
    }
    EmailAddress by = piece.seenBy().get();
    return piece
        .own()
        .<Phrase>map(name -> new EvidencePhrase.OwnSeenBy(name, piece.source(), by))
        .orElseGet(() -> new EvidencePhrase.SeenBy(piece.kind(), piece.source(), by));
  }

  /** The same, with its moment. */
  public static Phrase seen(Evidence piece) {
    return piece.seenBy().isEmpty()
        ? new EvidencePhrase.Seen(piece.kind(), piece.source(), piece.at())
        : new EvidencePhrase.SeenAt(shortly(piece), piece.at());
  }
}

package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.Level;
import dev.latchkey.letter.CasePhrase;
import dev.latchkey.letter.EvidencePhrase;
import dev.latchkey.letter.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.List;

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

  /** What speaks against it. */
  public static List<Phrase> warnings(Assessment assessment) {
    return assessment.warnings().stream()
        .<Phrase>map(
            warning ->
                warning.source().isEmpty()
                    ? new EvidencePhrase.WarnedOnly(warning.kind())
                    : new EvidencePhrase.Warned(warning.kind(), warning.source()))
        .toList();
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
  static Phrase seen(Evidence piece) {
    return piece.seenBy().isEmpty()
        ? new EvidencePhrase.Seen(piece.kind(), piece.source(), piece.at())
        : new EvidencePhrase.SeenAt(shortly(piece), piece.at());
  }
}

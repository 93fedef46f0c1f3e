package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CoOwners;
import dev.latchkey.flow.proving.Vouching;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.ProofPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.words.LineWords;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a co-owner on record, whom the staff choose, to vouch for the requester. */
final class VouchCommand implements Command {
  private static final int SHOWN = 80;

  private final Vouching vouching;
  private final StaffAnswers answers;

  VouchCommand(Vouching vouching, StaffAnswers answers) {
    this.vouching = vouching;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.VOUCH;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.RECORDING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.PROOFS_ASKED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    String named = named(given);
    return vouching
        .hindrance(given.context(), given.ticket(), named)
        .map(why -> phrase(given, why, SafeText.line(named, SHOWN)));
  }

  private static Phrase phrase(GivenCommand given, Vouching.Hindrance why, String named) {
    List<String> known =
        CoOwners.onRecord(given.context(), given.ticket()).stream()
            .map(EmailAddress::toString)
            .toList();
    return switch (why) {
      case UNKNOWN ->
          known.isEmpty()
              ? new ProofPhrase.VoucherNobody()
              : new ProofPhrase.VoucherUnknown(named, known);
      case TOO_NEW -> new ProofPhrase.VoucherTooNew(named);
      case UNDATED -> new ProofPhrase.VoucherUndated(named);
      case NOT_ANOTHER -> new ProofPhrase.VoucherNotAnother(named);
      case ASKED -> new ProofPhrase.VoucherAskedBefore(named);
      case ENOUGH -> new ProofPhrase.VouchersEnough(CoOwners.MOST);
      case BESIDE -> new ProofPhrase.VoucherBeside();
    };
  }

  @Override
  public Result run(GivenCommand given) {
    Vouching.Asked asked =
        vouching.ask(given.context(), given.ticket(), named(given), given.cause(""));
    Ticket ticket = asked.ticket();
    return answers.told(given, ticket, new ProofPhrase.VoucherAsked(asked.voucher()));
  }

  /** The first word: names of accounts have no blanks. */
  private static String named(GivenCommand given) {
    String first = LineWords.first(LineWords.strip(given.words().lines().findFirst().orElse("")));
    return first.replaceAll("[,;:.]+$", "");
  }
}

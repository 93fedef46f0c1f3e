package dev.latchkey.flow.recovery;

import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells owners that what was announced is off where the directory does not say who they are, for it
 * is away or knows the account no longer: at the addresses that the notices since the approval went
 * to, which is whom it was announced to.
 */
final class OffWithoutDirectory {
  private final Letters letters;
  private final TokenIssuer issuer;

  OffWithoutDirectory(Letters letters, TokenIssuer issuer) {
    this.letters = letters;
    this.issuer = issuer;
  }

  /**
   * Tells them, but for the requester, who has a letter of their own.
   *
   * @param told who hear of it by other letters
   */
  void off(
      FlowContext context, Ticket before, Ticket after, Set<EmailAddress> told, boolean ordered) {
    OwnerLetter off =
        new NoticeLetter.NoticeOff(
            after.account().orElse(""),
            ordered,
            context.work().tickets().wasCarriedOut(after.id()),
            after.state().closed());
    Stream.of(NoticeLetter.NoticeApproved.class, NoticeLetter.NoticeFinal.class)
        .map(LetterKind::of)
        .flatMap(
            kind -> Deliveries.sinceDecision(context.work(), before, kind).recipients().stream())
        .distinct()
        .filter(address -> !address.equals(after.requester()) && !told.contains(address))
        .forEach(
            address ->
                letters.toOwnerWithoutDirectory(
                    context,
                    after,
                    issuer.objection(context, after, address),
                    off,
                    "version " + after.version()));
  }
}

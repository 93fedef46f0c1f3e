package dev.latchkey.flow.proving;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.Lacking;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Instant;
import java.util.Comparator;

/**
 * Asks whoever showed a proof, the mailbox being lost, for the code that shows that they read the
 * address that the account is to get. Their letter asked for it beside the proof; without it nobody
 * can approve, so a case that lacks it waits for it as for a proof.
 */
final class AddressCodes {
  private final TokenIssuer issuer;
  private final Letters letters;

  AddressCodes(TokenIssuer issuer, Letters letters) {
    this.issuer = issuer;
    this.letters = letters;
  }

  /** Whether that is what a case lacks. */
  static boolean lack(Assessment assessment) {
    return assessment.lacking().contains(new Lacking.ConfirmedAddress());
  }

  /** Asks for it, once since something was proved. */
  void ask(FlowContext context, Ticket ticket) {
    Instant proved =
        context.work().proofs().of(ticket.id()).stream()
            .filter(piece -> piece.kind().possession())
            .map(Evidence::at)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    boolean asked =
        context.work().tokens().ofTicket(ticket.id()).stream()
            .filter(token -> token.purpose() == TokenPurpose.CONFIRM)
            .anyMatch(token -> !token.issuedAt().isBefore(proved));
    if (!asked) {
      ask(context, ticket, "proved");
    }
  }

  /**
   * Sends them a fresh code; those before it stay good.
   *
   * @param key tells this occasion from others
   */
  void ask(FlowContext context, Ticket ticket, String key) {
    letters.toRequester(
        context, ticket, new EvidenceLetter.AddressCode(issuer.confirm(context, ticket)), key);
  }
}

package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.UntoldDecision;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/** Decisions that not all of the staff are mailed at once: they read of them in the next digest. */
public final class LeftForDigest {
  private LeftForDigest() {}

  /**
   * Leaves one.
   *
   * @param ticket as it is after the decision
   * @param command how it is written
   * @param by who decided
   * @param words the reason, or what the requester was sent; may be empty
   * @param undoUntil until when it can be taken back; empty when it cannot
   */
  public static void add(
      FlowContext context,
      Ticket ticket,
      String command,
      EmailAddress by,
      String words,
      Optional<Instant> undoUntil) {
    context
        .work()
        .staffWaits()
        .leaveUntold(
            new UntoldDecision(
                ticket.id(), ticket.version(), command, by, context.now(), words, undoUntil));
  }
}

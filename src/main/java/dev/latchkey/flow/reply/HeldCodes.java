package dev.latchkey.flow.reply;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.owner.DangerReader;
import dev.latchkey.triage.remark.CodesHeldReader;
import java.util.Set;

/**
 * A requester who has recovery codes and sent none is told how one is used, which gets them in
 * faster than anything else does; but not where a thief may be the one who has them.
 */
final class HeldCodes {
  private final DeskSettings settings;
  private final SavedCodeOffers codes;

  HeldCodes(DeskSettings settings, SavedCodeOffers codes) {
    this.settings = settings;
    this.codes = codes;
  }

  /** Whether a recovery code is what gets them in, and a mail says that they have one. */
  boolean help(FlowContext context, Ticket ticket, Incoming mail) {
    String written = mail.triaged().reply().generous();
    return wanted(ticket, mail)
        && (CodesHeldReader.holds(written)
            || (asksForOne(context, ticket) && CodesHeldReader.foundOne(written)))
        && !DangerReader.codesAtRisk(written)
        && context.work().proofs().warnings(ticket.id()).stream()
            .noneMatch(warning -> warning.kind() == Warning.Kind.DANGER_TOLD);
  }

  /** Keeps the mail, and tells them. */
  Result run(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    if (mail.mayBeAnswered(settings.answerUnproved())) {
      codes.explain(context, kept);
    }
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "holds recovery codes");
  }

  /** Whether the letter that asks for proofs asks for a saved code as well. */
  private boolean asksForOne(FlowContext context, Ticket ticket) {
    return codes.checked() && OpenProofs.any(context, ticket) && codes.wanted(context, ticket);
  }

  private static boolean wanted(Ticket ticket, Incoming mail) {
    boolean waits =
        switch (ticket.state()) {
          case PROVING, IN_REVIEW, ON_HOLD, CONTESTED -> true;
          default -> false;
        };
    Set<Reason> reasons = ticket.answers().reasons();
    return waits
        && mail.triaged().savedCodes() == 0
        && !mail.triaged().intent().wishes().contains(Wish.CODES_REFUSED)
        && !reasons.contains(Reason.FORGOT_PASSWORD)
        && !reasons.contains(Reason.RECOVERY_CODES_INVALID);
  }
}

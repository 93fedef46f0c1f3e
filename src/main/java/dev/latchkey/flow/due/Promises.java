package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices a moment that was promised to a requester and has passed, and tells them so; a reset that
 * lies with somebody goes to a colleague as well.
 */
final class Promises {
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final Outlook outlook;
  private final Tasks tasks;

  Promises(CourtesySchedule courtesy, Letters letters, Outlook outlook, Tasks tasks) {
    this.tasks = tasks;
    this.courtesy = courtesy;
    this.letters = letters;
    this.outlook = outlook;
  }

  /** Whether what was promised has not come true in time. */
  static boolean missed(Ticket ticket, Instant now) {
    return ticket.dialogue().promised().filter(by -> !by.isAfter(now)).isPresent();
  }

  /** The ticket, whose requester was told; the history says it to the staff. */
  Ticket tell(FlowContext context, Ticket ticket) {
    Instant promised = ticket.dialogue().promised().orElseThrow();
    Ticket late =
        context.apply(ticket, TicketEvent.PROMISE_MISSED, Cause.desk("was promised: " + promised));
    late = late.change().dialogue(late.dialogue().promising(Optional.empty())).build();
    boolean sign = late.next().filter(due -> due.step() == FollowUp.SIGN_OF_LIFE).isPresent();
    late = context.keep(sign ? courtesy.after(late, FollowUp.SIGN_OF_LIFE, context.now()) : late);
    Outlook.Told told = outlook.tellLate(context, late);
    if (!Deliveries.toRequester(context.work(), late).waiting()) {
      StandingLetter overdue =
          new StandingLetter.Overdue(
              late.state().approved(), promised, told.before(), told.nextWord());
      letters.toRequester(context, told.ticket(), overdue, "promised " + promised);
    }
    tasks.giveAnother(context, told.ticket(), "promised " + promised);
    return told.ticket();
  }
}

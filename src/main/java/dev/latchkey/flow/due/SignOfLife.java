package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * While the staff must act, the requester hears that they are not forgotten, unless a letter to
 * them still waits; so do the staff.
 */
final class SignOfLife implements DueStep {
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final Review review;
  private final WaitingTime waiting;

  SignOfLife(CourtesySchedule courtesy, Letters letters, Review review, WaitingTime waiting) {
    this.courtesy = courtesy;
    this.letters = letters;
    this.review = review;
    this.waiting = waiting;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Ticket kept =
        context.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.SIGN_OF_LIFE.name()));
    kept = context.keep(courtesy.after(kept, FollowUp.SIGN_OF_LIFE, context.now()));
    String key = "version " + kept.version();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("place", waiting.length(context.now()));
    values.put("span", waiting.span(context.now()).orElse(null));
    if (!Deliveries.toRequester(context, kept).waiting()) {
      letters.toRequester(context, kept, Letter.SIGN_OF_LIFE, key, values);
    }
    if (kept.state() == TicketState.IN_REVIEW) {
      review.sendCase(context, kept, key);
    } else {
      nudge(context, kept, key);
    }
  }

  private void nudge(FlowContext context, Ticket ticket, String key) {
    long days = Duration.between(ticket.stateSince(), context.now()).toDays();
    letters.toAllStaff(
        context,
        ticket,
        Letter.NUDGE,
        key,
        Map.of(
            "days",
            Math.toIntExact(days),
            "lines",
            List.of(
                ticket.reference() + " is " + ticket.state() + " since " + ticket.stateSince())));
  }
}

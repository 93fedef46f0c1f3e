package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requester is reminded that it is their turn, by REMIND or by LAST_CALL; while proofs are
 * asked for, with fresh codes.
 */
final class Remind implements DueStep {
  private final FollowUp step;
  private final Letter letter;
  private final DeskSettings settings;
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final Proving proving;

  Remind(
      FollowUp step,
      Letter letter,
      DeskSettings settings,
      CourtesySchedule courtesy,
      Letters letters,
      Proving proving) {
    this.step = step;
    this.letter = letter;
    this.settings = settings;
    this.courtesy = courtesy;
    this.letters = letters;
    this.proving = proving;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Ticket reminded = context.apply(ticket, TicketEvent.REMINDED, Cause.desk(step.name()));
    reminded = context.keep(courtesy.after(reminded, step, context.now()));
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("state", reminded.state());
    values.put(
        "missing",
        reminded.state() == TicketState.NEEDS_DETAILS
            ? reminded.answers().missing(settings.required()).stream().sorted().toList()
            : List.of());
    values.put("deadline", courtesy.deadline(reminded).orElseThrow());
    letters.toRequester(context, reminded, letter, DueSteps.stay(reminded), values);
    if (reminded.state() == TicketState.PROVING) {
      proving.sendCodes(context, reminded);
    }
  }
}

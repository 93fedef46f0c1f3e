package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Set;

/**
 * The requester is reminded that it is their turn, by REMIND or by LAST_CALL; while proofs are
 * asked for, with fresh codes.
 */
final class Remind implements DueStep {
  private final FollowUp step;
  private final Wording letter;
  private final DeskSettings settings;
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final Proving proving;

  /** REMINDER or LAST_CALL. */
  interface Wording {
    RequesterLetter write(TicketState state, Set<Question> missing, Instant deadline);
  }

  Remind(
      FollowUp step,
      Wording letter,
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
    Set<Question> missing =
        reminded.state() == TicketState.NEEDS_DETAILS
            ? reminded.answers().missing(settings.required())
            : Set.of();
    Instant deadline = courtesy.deadline(reminded).orElseThrow();
    letters.toRequester(
        context,
        reminded,
        letter.write(reminded.state(), missing, deadline),
        DueSteps.stay(reminded));
    if (reminded.state() == TicketState.PROVING) {
      proving.sendCodes(context, reminded);
    }
  }
}

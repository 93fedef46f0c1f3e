package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.NamedVouchers;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.letter.DeadlineLetter;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
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
 * asked for, with fresh codes where the last ones are good no more.
 */
final class Remind implements DueStep {
  private final FollowUp step;
  private final Wording letter;
  private final Questions questions;
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final Proving proving;
  private final OwnerCodes ownerCodes;
  private final HandOver handOver;

  /** REMINDER or LAST_CALL; the last three as {@link DeadlineLetter.LastCall} says. */
  interface Wording {
    RequesterLetter write(
        TicketState state,
        Set<Question> missing,
        Text question,
        Instant deadline,
        boolean closes,
        boolean codeRight,
        boolean proofs);
  }

  Remind(
      FollowUp step,
      Wording letter,
      Questions questions,
      CourtesySchedule courtesy,
      Letters letters,
      Proving proving,
      OwnerCodes ownerCodes,
      HandOver handOver) {
    this.handOver = handOver;
    this.step = step;
    this.letter = letter;
    this.questions = questions;
    this.courtesy = courtesy;
    this.letters = letters;
    this.proving = proving;
    this.ownerCodes = ownerCodes;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    // What was proved goes before the staff when the codes are over and nothing else is asked for.
    Ticket complete = proving.completeIfPossible(context, ticket);
    if (complete.state() != ticket.state()) {
      return;
    }
    if (NamedVouchers.only(context, complete) && complete.accepts(TicketEvent.HANDED_OVER)) {
      // They gave all that they can, and nothing came of it so far: a person decides.
      handOver.toStaff(
          context,
          complete,
          TicketEvent.HANDED_OVER,
          Cause.desk("nothing but a name is left to wait for"),
          Handover.OTHERS_GONE,
          Text.NONE);
      return;
    }
    Ticket reminded = context.apply(complete, TicketEvent.REMINDED, Cause.desk(step.name()));
    reminded = context.keep(courtesy.after(reminded, step, context.now()));
    boolean details = reminded.state() == TicketState.NEEDS_DETAILS && !reminded.questionOpen();
    reminded = details ? questions.ask(context, reminded) : reminded;
    Set<Question> missing = details ? questions.next(context, reminded) : Set.of();
    Instant deadline = courtesy.deadline(reminded, context.now()).orElseThrow();
    boolean closes = Expire.closes(context, reminded);
    boolean ofProofs = step == FollowUp.REMIND || !closes;
    String key = step + " " + DueStep.stay(reminded);
    if (ofProofs && proving.remindOfProofs(context, reminded, key)) {
      return;
    }
    letters.toRequester(
        context,
        reminded,
        letter.write(
            reminded.state(),
            missing,
            Questions.ofStaff(reminded),
            deadline,
            closes,
            OtherCode.missing(context, reminded),
            UnreadMailbox.waits(context, reminded)),
        DueStep.stay(reminded));
    if (reminded.state() == TicketState.PROVING) {
      ownerCodes.sendAgain(context, reminded);
    }
  }
}

package dev.latchkey.flow.due;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.letter.DeadlineLetter;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState.Waiting;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Instant;
import java.util.Optional;

/** Does what is due for a ticket: the road map of time. */
public final class DueSteps {
  private final CourtesySchedule courtesy;
  private final DueStep remind;
  private final DueStep lastCall;
  private final DueStep expire;
  private final SignOfLife signOfLife;
  private final Promises promises;
  private final DueStep holdEnds;
  private final DueStep midNotice;
  private final DueStep finalNotice;
  private final DueStep execute;

  public DueSteps(
      Questions questions,
      Policy policy,
      CourtesySchedule courtesy,
      Letters letters,
      Notices notices,
      Proving proving,
      OwnerCodes ownerCodes,
      HaltAnswers halts,
      HandOver handOver,
      CaseFiles files,
      Review review,
      Outlook outlook,
      Tasks tasks,
      StaffRoster staff) {
    this.courtesy = courtesy;
    remind =
        new Remind(
            FollowUp.REMIND,
            (state, missing, question, deadline, closes, codeRight, proofs) ->
                new DeadlineLetter.Reminder(state, missing, question, deadline, codeRight, proofs),
            questions,
            courtesy,
            letters,
            proving,
            ownerCodes,
            handOver);
    lastCall =
        new Remind(
            FollowUp.LAST_CALL,
            DeadlineLetter.LastCall::new,
            questions,
            courtesy,
            letters,
            proving,
            ownerCodes,
            handOver);
    expire = new Expire(letters, review, halts);
    signOfLife = new SignOfLife(courtesy, letters, files, outlook);
    promises = new Promises(courtesy, letters, outlook, tasks);
    holdEnds = new HoldEnds(review);
    midNotice = new MidNotice(courtesy, notices);
    StillApproved approval = new StillApproved(letters, notices, staff);
    finalNotice = new FinalNotice(courtesy, letters, notices, files, approval);
    execute = new Execute(policy, files, approval);
  }

  /** Does the step that is due for a locked ticket, unless the requester has to be given time. */
  public void run(FlowContext context, Ticket ticket) {
    FollowUp due = ticket.next().orElseThrow().step();
    if (ticket.state().waitingFor() == Waiting.REQUESTER) {
      Optional<Instant> later =
          courtesy.later(
              due, ticket, Deliveries.toRequester(context.work(), ticket), context.now());
      if (later.isPresent()) {
        context.keep(ticket.change().next(due, later.get()).build());
        return;
      }
    }
    if (due.once()) {
      context.work().tickets().addFollowUp(ticket, due, context.now());
    }
    if (!Promises.missed(ticket, context.now())) {
      step(due).run(context, ticket);
      return;
    }
    Ticket told = promises.tell(context, ticket);
    if (due == FollowUp.SIGN_OF_LIFE) {
      signOfLife.late(context, told);
    } else {
      step(due).run(context, told);
    }
  }

  private DueStep step(FollowUp due) {
    return switch (due) {
      case REMIND -> remind;
      case LAST_CALL -> lastCall;
      case EXPIRE -> expire;
      case SIGN_OF_LIFE -> signOfLife;
      case HOLD_ENDS -> holdEnds;
      case MID_NOTICE -> midNotice;
      case FINAL_NOTICE -> finalNotice;
      case EXECUTE -> execute;
    };
  }
}

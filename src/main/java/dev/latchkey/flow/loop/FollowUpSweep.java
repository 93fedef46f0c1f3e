package dev.latchkey.flow.loop;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.StoreUnavailableException;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what time brings: reminders, expiry, signs of life, the end of a hold or of a cooling-off.
 */
public final class FollowUpSweep {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUpSweep.class);
  private static final int BATCH = 50;
  private static final List<LetterKind> NOTICES =
      List.of(
          LetterKind.of(OwnerLetter.NoticeApproved.class),
          LetterKind.of(OwnerLetter.NoticeFinal.class));

  /** How long a ticket rests whose follow-up failed. */
  private static final Duration PUT_OFF = Duration.ofHours(1);

  private final DeskStore desk;
  private final FlowContexts contexts;
  private final CourtesySchedule courtesy;
  private final DeskSettings settings;
  private final Policy policy;
  private final Letters letters;
  private final Notices notices;
  private final Proving proving;
  private final Review review;
  private final WaitingTime queue;
  private final InstantSource clock;

  public FollowUpSweep(
      DeskStore desk,
      FlowContexts contexts,
      CourtesySchedule courtesy,
      DeskSettings settings,
      Policy policy,
      Letters letters,
      Notices notices,
      Proving proving,
      Review review,
      WaitingTime queue,
      InstantSource clock) {
    this.desk = desk;
    this.contexts = contexts;
    this.courtesy = courtesy;
    this.settings = settings;
    this.policy = policy;
    this.letters = letters;
    this.notices = notices;
    this.proving = proving;
    this.review = review;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Does one batch of what is due. When it fails, each ticket is done alone, and one that fails
   * even so is put off for a while, so that it holds up no other.
   *
   * @return how many tickets were due; 0 when none was
   */
  public int sweepOnce() {
    try {
      return Conflicts.retried(() -> sweep(ticket -> true));
    } catch (StoreUnavailableException | DeskUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("what is due is done one by one: {}", e.toString());
    }
    List<Long> due =
        desk.work(
            clock.instant(),
            BATCH,
            work -> work.tickets().due(work.now(), BATCH).stream().map(Ticket::id).toList());
    due.forEach(this::sweepAlone);
    return due.size();
  }

  private void sweepAlone(long ticketId) {
    try {
      Conflicts.retried(() -> sweep(ticket -> ticket.id() == ticketId));
    } catch (StoreUnavailableException | DeskUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("ticket={} put off, its follow-up failed", ticketId, e);
      Conflicts.retried(() -> putOff(ticketId));
    }
  }

  private int sweep(Predicate<Ticket> wanted) {
    return desk.work(
        clock.instant(),
        BATCH,
        work -> {
          List<Ticket> due = work.tickets().due(work.now(), BATCH).stream().filter(wanted).toList();
          return contexts.within(
              work,
              turn -> {
                for (Ticket ticket : due) {
                  FollowUp step = ticket.nextFollowUp().orElseThrow();
                  if (step != FollowUp.SIGN_OF_LIFE && step != FollowUp.EXECUTE) {
                    work.tickets().addFollowUp(ticket, step, work.now());
                  }
                  follow(turn, ticket, step);
                }
                return due.size();
              });
        });
  }

  private boolean putOff(long ticketId) {
    return desk.work(
        clock.instant(),
        1,
        work -> {
          Ticket ticket = work.tickets().load(ticketId);
          FollowUp step = ticket.nextFollowUp().orElseThrow();
          work.tickets().save(ticket.change().next(step, work.now().plus(PUT_OFF)).build());
          return true;
        });
  }

  private void follow(FlowContext turn, Ticket ticket, FollowUp step) {
    switch (step) {
      case REMIND, LAST_CALL -> remind(turn, ticket, step);
      case EXPIRE -> expire(turn, ticket);
      case SIGN_OF_LIFE -> signOfLife(turn, ticket);
      case HOLD_ENDS -> {
        Ticket resumed =
            turn.apply(ticket, TicketEvent.RESUMED, Cause.desk("the hold was until today"));
        review.sendCase(turn, resumed, "round " + resumed.round());
      }
      case FINAL_NOTICE -> finalNotice(turn, ticket);
      case EXECUTE -> execute(turn, ticket);
    }
  }

  private void remind(FlowContext turn, Ticket ticket, FollowUp step) {
    Ticket reminded = turn.apply(ticket, TicketEvent.REMINDED, Cause.desk(step.name()));
    reminded = turn.keep(courtesy.after(reminded, step, turn.now()));
    TicketState state = reminded.state();
    Set<Question> missing =
        state == TicketState.NEEDS_DETAILS
            ? reminded.answers().missing(settings.required())
            : Set.of();
    Instant deadline = courtesy.deadline(reminded).orElseThrow();
    letters.toRequester(
        turn,
        reminded,
        step == FollowUp.LAST_CALL
            ? new RequesterLetter.LastCall(state, missing, deadline)
            : new RequesterLetter.Reminder(state, missing, deadline),
        stay(reminded));
    if (state == TicketState.PROVING) {
      proving.sendCodes(turn, reminded);
    }
  }

  private void expire(FlowContext turn, Ticket ticket) {
    boolean anything = !turn.work().proofs().of(ticket.id()).isEmpty();
    if (ticket.state() == TicketState.PROVING && anything) {
      Ticket reviewed =
          turn.apply(
              ticket, TicketEvent.EVIDENCE_COMPLETE, Cause.desk("no further proof came in time"));
      review.putBeforeStaff(turn, reviewed);
      return;
    }
    Ticket expired = turn.apply(ticket, TicketEvent.EXPIRED, Cause.desk("no answer in time"));
    letters.toRequester(turn, expired, new RequesterLetter.Expired(), stay(expired));
  }

  private void signOfLife(FlowContext turn, Ticket ticket) {
    Ticket kept =
        turn.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.SIGN_OF_LIFE.name()));
    kept = turn.keep(courtesy.after(kept, FollowUp.SIGN_OF_LIFE, turn.now()));
    String key = "version " + kept.version();
    letters.toRequester(
        turn,
        kept,
        new RequesterLetter.SignOfLife(queue.length(turn.now()), queue.span(turn.now())),
        key);
    if (kept.state() == TicketState.IN_REVIEW) {
      review.sendCase(turn, kept, key);
    } else {
      long days = Duration.between(kept.stateSince(), turn.now()).toDays();
      letters.toAllStaff(
          turn, kept, new StaffLetter.Nudge(Math.toIntExact(days), kept.state()), key);
    }
  }

  private void finalNotice(FlowContext turn, Ticket ticket) {
    Instant executeAt = ticket.nextFollowUpAt().orElseThrow().plus(policy.noticeBeforeExecution());
    Ticket reminded =
        turn.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.FINAL_NOTICE.name()));
    reminded = turn.keep(reminded.change().next(FollowUp.EXECUTE, executeAt).build());
    notices.last(turn, reminded, executeAt);
  }

  /** The last look: at least one notice was accepted, and nothing speaks against it since. */
  private void execute(FlowContext turn, Ticket ticket) {
    UnitOfWork work = turn.work();
    Assessment assessment = review.open(turn, ticket).assessment();
    if (!assessment.aboveFloor()) {
      Ticket held =
          turn.apply(
              ticket, TicketEvent.HELD, Cause.desk("what the approval stood on has changed"));
      letters.toAllStaff(
          turn,
          held,
          new StaffLetter.ApprovalOutdated(
              assessment.lacking().stream().<Phrase>map(Phrase.Lacks::new).toList()),
          "held " + held.version());
      return;
    }
    if (!ownerWasTold(work, ticket)) {
      Ticket deferred =
          turn.apply(
              ticket,
              TicketEvent.EXECUTION_DEFERRED,
              Cause.desk("no notice to an owner was accepted yet"));
      Instant nextTry = turn.now().plus(noticeWait());
      turn.keep(deferred.change().next(FollowUp.EXECUTE, nextTry).build());
      letters.toAllStaff(
          turn,
          deferred,
          new StaffLetter.NoticeUndelivered(nextTry),
          "deferred " + deferred.version());
      return;
    }
    Ticket executing =
        turn.apply(ticket, TicketEvent.COOLED_OFF, Cause.desk("nobody objected in time"));
    work.executions().order(executing.reference() + "-" + executing.round(), executing.id());
  }

  /** How long an execution waits for a notice to be accepted before staff are told, and again. */
  private Duration noticeWait() {
    return policy.noticeBeforeExecution().dividedBy(4);
  }

  /** Whether a server accepted a notice of this approval. */
  private static boolean ownerWasTold(UnitOfWork work, Ticket ticket) {
    Instant approved = ticket.decidedAt().orElseThrow();
    return NOTICES.stream()
        .anyMatch(notice -> work.outbox().findAccepted(ticket.id(), notice, approved).isPresent());
  }

  private static String stay(Ticket ticket) {
    return "since " + ticket.stateSince();
  }
}

package dev.latchkey.flow;

import dev.latchkey.flow.DeskSettings.Courtesy;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What time brings to a ticket that waits, and when. The requester's clock runs only in states that
 * wait for the requester, and only from the last letter to them that was accepted: a desk, or a
 * server, that was away for weeks sends one letter and not all that were due meanwhile.
 */
public final class CourtesySchedule {
  /** Until a letter that is due is written. */
  private static final Duration WRITTEN = Duration.ofHours(1);

  /** So much time on working days after its date a reset must have been carried out. */
  private static final Duration CARRIED_OUT = Duration.ofDays(1);

  /** Owners who have as long as this to object are told once more on the way. */
  private static final Duration LONG = Duration.ofDays(5);

  private final DeskSettings settings;
  private final Duration notice;
  private final WorkingDays days;

  /**
   * @param notice how long before an execution its final notice goes out
   * @param days on which the staff work, who may have to carry out what is approved
   */
  public CourtesySchedule(DeskSettings settings, Duration notice, WorkingDays days) {
    this.settings = settings;
    this.notice = notice;
    this.days = days;
  }

  /** The ticket, which has just entered its state, with the first step of that state. */
  Ticket enter(Ticket ticket, Instant now) {
    return switch (ticket.state().waitingFor()) {
      case REQUESTER -> step(unpromised(ticket), FollowUp.REMIND, now);
      case STAFF -> beforePromise(step(promised(ticket), FollowUp.SIGN_OF_LIFE, now));
      // Whoever approves begins the cooling-off time.
      case TIME, NOBODY -> unpromised(ticket).change().nothingNext().build();
    };
  }

  /** The ticket after {@code done}, with the step that follows it. */
  public Ticket after(Ticket ticket, FollowUp done, Instant now) {
    return switch (done) {
      case REMIND -> step(ticket, FollowUp.LAST_CALL, now);
      case LAST_CALL -> step(ticket, FollowUp.EXPIRE, now);
      case SIGN_OF_LIFE -> beforePromise(step(ticket, FollowUp.SIGN_OF_LIFE, now));
      case EXPIRE, HOLD_ENDS, MID_NOTICE, FINAL_NOTICE, EXECUTE ->
          ticket.change().nothingNext().build();
    };
  }

  /**
   * Until when a step that is due has to wait, because the requester got the last letter later than
   * it was written, or has not got it yet; empty when it may be done.
   */
  public Optional<Instant> later(FollowUp due, Ticket ticket, Deliveries toRequester, Instant now) {
    return switch (due) {
      case REMIND, LAST_CALL, EXPIRE -> {
        Instant from = toRequester.waiting() ? now : toRequester.last().orElse(ticket.stateSince());
        Instant at = latest(from, ticket.stateSince()).plus(after(due));
        yield at.isAfter(now) ? Optional.of(at) : Optional.empty();
      }
      case SIGN_OF_LIFE, HOLD_ENDS, MID_NOTICE, FINAL_NOTICE, EXECUTE -> Optional.empty();
    };
  }

  /**
   * When a ticket that waits for the requester expires at the earliest, if nothing comes, as a
   * letter of this moment tells it. What was due while the desk was away comes now, and a ticket
   * whose end was due stays open for as long after this letter as after the last call.
   */
  public Optional<Instant> deadline(Ticket ticket, Instant now) {
    Courtesy courtesy = settings.courtesy();
    return ticket
        .next()
        .flatMap(
            due ->
                switch (due.step()) {
                  case REMIND ->
                      Optional.of(
                          latest(due.at(), now).minus(courtesy.remind()).plus(courtesy.expire()));
                  case LAST_CALL ->
                      Optional.of(
                          latest(due.at(), now).minus(courtesy.lastCall()).plus(courtesy.expire()));
                  case EXPIRE ->
                      Optional.of(
                          due.at().isAfter(now) ? due.at() : now.plus(after(FollowUp.EXPIRE)));
                  case SIGN_OF_LIFE, HOLD_ENDS, MID_NOTICE, FINAL_NOTICE, EXECUTE ->
                      Optional.empty();
                });
  }

  /**
   * When a recovery that is approved now will be carried out, if its notices are accepted at once:
   * never sooner than its owners have had their time to object.
   */
  public Instant executeAt(Duration coolingOff, Instant now) {
    return coolingOff.isZero() || coolingOff.compareTo(notice) > 0
        ? now.plus(coolingOff)
        : now.plus(notice);
  }

  /**
   * The ticket, just approved, with the first step of its cooling-off time. Where that is no longer
   * than the final notice, the notice of the approval is the final one.
   */
  public Ticket coolOff(Ticket approved, Instant executeAt, Instant now) {
    Instant last = executeAt.minus(notice);
    Instant carriedOut = days.after(executeAt, CARRIED_OUT);
    Ticket promised =
        approved.change().dialogue(approved.dialogue().promising(Optional.of(carriedOut))).build();
    if (!last.isAfter(now)) {
      return promised.change().next(FollowUp.EXECUTE, executeAt).build();
    }
    Duration until = Duration.between(now, last);
    return until.compareTo(LONG) < 0
        ? promised.change().next(FollowUp.FINAL_NOTICE, last).build()
        : promised.change().next(FollowUp.MID_NOTICE, now.plus(until.dividedBy(2))).build();
  }

  /**
   * The ticket after the notice on the way, with the final one as far from it as it is from the
   * approval.
   */
  public Ticket afterMidNotice(Ticket ticket, Instant planned) {
    Instant approved = ticket.decidedAt().orElse(ticket.stateSince());
    return ticket
        .change()
        .next(FollowUp.FINAL_NOTICE, planned.plus(Duration.between(approved, planned)))
        .build();
  }

  /** When a ticket that cools off is carried out, as its owners were told. */
  public Optional<Instant> planned(Ticket ticket) {
    return ticket
        .next()
        .map(
            due ->
                switch (due.step()) {
                  case MID_NOTICE -> afterMidNotice(ticket, due.at()).next().orElseThrow().at();
                  default -> due.at();
                })
        .map(
            at ->
                ticket.next().filter(due -> due.step() == FollowUp.EXECUTE).isPresent()
                    ? at
                    : at.plus(notice));
  }

  /** The ticket, whose next sign of life comes no later than what its requester was promised. */
  public Ticket beforePromise(Ticket ticket) {
    return ticket
        .next()
        .filter(due -> due.step() == FollowUp.SIGN_OF_LIFE)
        .flatMap(due -> ticket.dialogue().promised().filter(by -> by.isBefore(due.at())))
        .map(by -> ticket.change().next(FollowUp.SIGN_OF_LIFE, by).build())
        .orElse(ticket);
  }

  /** By when its requester hears of us, while it waits for the staff; what is due comes now. */
  public Optional<Instant> nextWord(Ticket ticket, Instant now) {
    return ticket
        .next()
        .filter(due -> due.step() == FollowUp.SIGN_OF_LIFE)
        .map(due -> latest(due.at(), now).plus(WRITTEN));
  }

  /**
   * By when its requester hears of us, whatever happens, as a letter of this moment tells it: what
   * is due while we wait for them comes so long after that letter.
   */
  public Optional<Instant> hears(Ticket ticket, Instant now) {
    return ticket
        .next()
        .flatMap(
            due ->
                switch (due.step()) {
                  case REMIND, LAST_CALL, EXPIRE ->
                      Optional.of(latest(due.at(), now.plus(after(due.step()))).plus(WRITTEN));
                  case SIGN_OF_LIFE -> nextWord(ticket, now);
                  case HOLD_ENDS, MID_NOTICE, FINAL_NOTICE, EXECUTE -> Optional.empty();
                });
  }

  /** The ticket, whose requester has asked for more time and gets it, from now on at the least. */
  public Ticket extend(Ticket ticket, Instant now) {
    return ticket
        .next()
        .map(
            due ->
                ticket
                    .change()
                    .dialogue(ticket.dialogue().extended())
                    .next(due.step(), latest(due.at(), now).plus(settings.moreTime()))
                    .build())
        .orElse(ticket);
  }

  /** What was promised holds while a decision or the reset is to come, and nobody stopped it. */
  private static Ticket promised(Ticket ticket) {
    return switch (ticket.state()) {
      case IN_REVIEW, EXECUTING -> ticket;
      default -> unpromised(ticket);
    };
  }

  private static Ticket unpromised(Ticket ticket) {
    return ticket.change().dialogue(ticket.dialogue().promising(Optional.empty())).build();
  }

  /** When a recovery is carried out whose final notice goes out now. */
  public Instant executeAtLast(Instant planned, Instant now) {
    return latest(planned.plus(notice), now.plus(notice));
  }

  /** When a recovery is carried out whose owners read now, once more, that it will be. */
  public Instant executeAgain(Instant planned, Instant now) {
    return latest(planned, now.plus(notice));
  }

  private Ticket step(Ticket ticket, FollowUp step, Instant from) {
    return ticket.change().next(step, from.plus(after(step))).build();
  }

  /** How long after the letter before it a step comes. */
  private Duration after(FollowUp step) {
    Courtesy courtesy = settings.courtesy();
    return switch (step) {
      case REMIND -> courtesy.remind();
      case LAST_CALL -> courtesy.lastCall().minus(courtesy.remind());
      case EXPIRE -> courtesy.expire().minus(courtesy.lastCall());
      case SIGN_OF_LIFE -> settings.signOfLife();
      case HOLD_ENDS, MID_NOTICE, FINAL_NOTICE, EXECUTE ->
          throw new IllegalArgumentException(step + " follows no letter");
    };
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** When a ticket that has just come to its state ends, if nothing more comes. */
  public Instant end(Ticket ticket) {
    return ticket.stateSince().plus(settings.courtesy().expire());
  }
}

package dev.latchkey.letter;

import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;

/**
 * To a registered address of the account: what becomes of it, whoever asked and whether they wrote
 * to us or not.
 */
public sealed interface NoticeLetter extends OwnerLetter {

  /**
   * At the first real evidence. It can be caused by anybody who reads a mailbox of the account, so
   * it is the one notice that a budget may hold back.
   */
  record NoticeStarted(String account, String cancelCode, boolean code) implements NoticeLetter {}

  /**
   * At the approval.
   *
   * @param waits there is a waiting time; else it is carried out at once
   * @param soon that is within minutes, so that nobody can still rely on a time to stop it
   * @param again another notice comes before it is carried out
   * @param moves the account gets another address
   * @param asked its reader asked for it, and is told so as who asked as well
   */
  record NoticeApproved(
      String account,
      Instant executeAt,
      boolean waits,
      boolean soon,
      boolean again,
      boolean moves,
      boolean asked,
      String cancelCode)
      implements NoticeLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
      return letter instanceof DecisionLetter.Approved approved
              && approved.executeAt().equals(executeAt)
              && !approved.another()
          ? Optional.of(
              new NoticeApproved(account, executeAt, waits, soon, again, moves, true, cancelCode))
          : Optional.empty();
    }
  }

  /**
   * What was announced for a day does not happen then.
   *
   * @param ordered it had been ordered, so that nobody knows yet whether it was done
   * @param reset the recovery had been carried out once before, and was opened again
   * @param over the request is closed
   */
  record NoticeOff(String account, boolean ordered, boolean reset, boolean over)
      implements NoticeLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
      if (ordered) {
        return Optional.empty();
      }
      if (letter instanceof RequesterLetter.Withdrawn closed) {
        return Optional.of(new NoticeClosed(account, closed.settled(), closed.back()));
      }
      if (letter instanceof DecisionLetter.Closed closed) {
        return closed
            .announced()
            .map(day -> new NoticeClosedByStaff(account, day, closed.done(), closed.asked()));
      }
      if (letter instanceof DecisionLetter.Rejected declined && !declined.settled()) {
        return declined
            .announced()
            .map(day -> new NoticeDeclined(account, declined.reason(), day, reset));
      }
      if (letter instanceof RequesterLetter.CorrectionKept kept && kept.held()) {
        return Optional.of(new NoticeCorrected(account, kept.before(), kept.name(), reset));
      }
      return letter instanceof DecisionLetter.OurMistake mistake
              && mistake.state() == TicketState.IN_REVIEW
          ? Optional.of(new NoticeApprovedByMistake(account, reset))
          : Optional.empty();
    }
  }

  /**
   * What was announced for a day is off, and the request is closed as its reader, who asked for it,
   * wishes.
   *
   * @param settled it had been closed as recovered before, and was opened again
   * @param back they wrote that the account can be used again
   */
  record NoticeClosed(String account, boolean settled, boolean back) implements NoticeLetter {}

  /**
   * What was announced for a day is off, and staff closed the request of its reader, because it is
   * not needed any more as they see it.
   *
   * @param announced that day
   * @param done a reset was carried out for it before
   * @param asked its reader asked something, and nobody wrote to them since
   */
  record NoticeClosedByStaff(String account, Instant announced, boolean done, boolean asked)
      implements NoticeLetter {}

  /**
   * What was announced for a day is off, and the request of its reader was declined.
   *
   * @param reason what staff say about it
   * @param announced that day
   * @param reset the recovery had been carried out once before, and was opened again
   */
  record NoticeDeclined(String account, Text reason, Instant announced, boolean reset)
      implements NoticeLetter {}

  /**
   * What was announced is off, for its reader, who asked for it, says that the account is another
   * one.
   *
   * @param before the account so far, as they wrote it
   * @param name the other one, as they wrote it
   * @param reset the recovery had been carried out once before, and was opened again
   */
  record NoticeCorrected(String account, String before, String name, boolean reset)
      implements NoticeLetter, LetsWait {}

  /**
   * What was announced for a day is off, for the staff approved it by mistake; its reader asked for
   * it, and it lies before the staff again.
   *
   * @param reset the recovery had been carried out once before, and was opened again
   */
  record NoticeApprovedByMistake(String account, boolean reset) implements NoticeLetter {}

  /** What was announced for a day was tried, and did not work. */
  record NoticeFailed(String account) implements NoticeLetter {}

  /**
   * They read that it was done, and it was not.
   *
   * @param approved it was approved once more since then
   * @param asked its reader asked for it, and is told so as who asked as well
   * @param question a question of the staff waits for their answer
   */
  record NoticeNotDone(String account, boolean approved, boolean asked, boolean question)
      implements NoticeLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
      return letter instanceof DecisionLetter.NotDone notDone
          ? Optional.of(new NoticeNotDone(account, approved, true, notDone.asked()))
          : Optional.empty();
    }
  }

  /**
   * Before the reset.
   *
   * @param later its reader asked for it, and was told an earlier day
   */
  record NoticeFinal(
      String account, Instant executeAt, boolean moves, boolean later, String cancelCode)
      implements NoticeLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
      return letter instanceof DecisionLetter.Postponed postponed
              && postponed.executeAt().equals(executeAt)
          ? Optional.of(new NoticeFinal(account, executeAt, moves, true, cancelCode))
          : Optional.empty();
    }
  }

  /**
   * After the reset.
   *
   * @param despite they had read that it was off
   * @param moves a link goes to a new address, and to none that was registered
   */
  record NoticeRecovered(String account, boolean despite, boolean moves, String cancelCode)
      implements NoticeLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
      return letter instanceof DecisionLetter.Recovered done && !done.alone() && !done.elsewhere()
          ? Optional.of(new NoticeBackIn(account, true, done.despite(), cancelCode))
          : Optional.empty();
    }
  }

  /**
   * After the reset: how they get in, and advice.
   *
   * @param asked its reader asked for it; otherwise somebody did in the owner's place
   * @param despite what its reader wrote had put it on hold by then
   */
  record NoticeBackIn(String account, boolean asked, boolean despite, String cancelCode)
      implements NoticeLetter {}

  /**
   * An owner objected, and nothing was changed.
   *
   * @param breakIn they told of somebody in the account
   * @param also the references of other claims that their words stopped; empty for none
   * @param said it was their own message that stopped it
   * @param asked its reader asked for it, and is told so as who asked as well
   * @param announced when it was to be carried out, as they were told then
   * @param mistake what they read last as who asked was one of the staff, and was taken back
   */
  record NoticeStopped(
      String account,
      boolean breakIn,
      String also,
      boolean said,
      boolean asked,
      Optional<Instant> announced,
      boolean mistake)
      implements NoticeLetter, LetsWait {
    /** To an owner who reads of it in no other letter. */
    public NoticeStopped(String account, boolean breakIn, String also) {
      this(account, breakIn, also, false, false, Optional.empty(), false);
    }

    /** The same, to the one whose message stopped it. */
    public NoticeStopped toWhoSaidIt() {
      return new NoticeStopped(account, breakIn, also, true, false, announced, false);
    }

    @Override
    public boolean waits() {
      return asked;
    }

    @Override
    public Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
      if (letter instanceof DecisionLetter.OurMistake mine
          && mine.state() == TicketState.CONTESTED) {
        return Optional.of(
            new NoticeStopped(account, breakIn, also, false, true, Optional.empty(), true));
      }
      return letter instanceof DecisionLetter.UnderCheck check && check.untilDecided()
          ? Optional.of(
              new NoticeStopped(account, breakIn, also, false, true, check.announced(), false))
          : Optional.empty();
    }
  }

  /**
   * What the reader was told of as stopped is stopped no more; they need not have stopped it.
   *
   * @param over it is closed; otherwise it lies before the staff again
   */
  record NoticeAfterStop(String account, boolean over) implements NoticeLetter {}

  /** The recovery that the reader objected to lies before the staff again. */
  record NoticeDecided(String account) implements NoticeLetter {}

  /**
   * An owner objected after the reset, or while it was carried out.
   *
   * @param breakIn they told of somebody in the account, and did not deny that they asked
   * @param done it was carried out; else it may have been
   * @param security the security contact was told, besides the staff
   * @param heardAt when the staff were told
   * @param again from when on they should write again, if nobody has written to them
   * @param asked its reader asked for it, and is told as well that it was done in spite of the stop
   */
  record NoticeDisputed(
      String account,
      boolean breakIn,
      boolean done,
      boolean security,
      Instant heardAt,
      Instant again,
      boolean asked)
      implements NoticeLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
      if (letter instanceof DecisionLetter.DoneDespite && done) {
        return Optional.of(
            new NoticeDisputed(account, breakIn, true, security, heardAt, again, true));
      }
      // That a person takes a closer look, it says anyhow.
      return letter instanceof DecisionLetter.UnderCheck check
              && check.until().isEmpty()
              && !check.still()
          ? Optional.of(this)
          : Optional.empty();
    }
  }

  /**
   * Staff ordered that the account be closed to everybody.
   *
   * @param off a recovery that was announced is off because of it
   * @param ordered that had been ordered, so that nobody knows yet whether it was done
   */
  record NoticeFrozen(String account, boolean off, boolean ordered) implements NoticeLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(OwnerLetter letter) {
      return letter instanceof NoticeOff notice
          ? Optional.of(new NoticeFrozen(account, true, notice.ordered()))
          : Optional.empty();
    }
  }
}

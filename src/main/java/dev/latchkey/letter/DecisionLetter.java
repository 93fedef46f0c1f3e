package dev.latchkey.letter;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** To the requester: a person decided something or wrote, or a reset was done or was not. */
@Charged(MailClass.DECISION)
public sealed interface DecisionLetter extends RequesterLetter {

  /**
   * Staff want to know something.
   *
   * @param question in their words
   */
  record Question(Text question, Instant deadline) implements DecisionLetter {}

  /**
   * It is approved.
   *
   * @param waits there is a cooling-off time
   * @param executeAt its end
   * @param another they write in the owner's place
   */
  record Approved(boolean waits, Instant executeAt, boolean another) implements DecisionLetter {}

  /**
   * It is declined.
   *
   * @param reason what staff say about it; may be empty
   * @param aside nobody judged it: it was closed in favour of another person's, of which this
   *     letter says nothing
   * @param ordered a reset had been ordered, and nobody has said whether it was carried out
   * @param settled it had been closed as recovered, and was opened again by what was written then
   * @param announced when a reset was to be carried out, as they were told; empty when nothing was
   */
  record Rejected(
      Text reason, boolean aside, boolean ordered, boolean settled, Optional<Instant> announced)
      implements DecisionLetter {}

  /**
   * Staff closed it, because it is not needed any more as they see it.
   *
   * @param inquiry it was none for a recovery
   * @param ordered a reset had been ordered, and nobody has said whether it was carried out
   * @param done a reset was carried out for it before
   * @param announced when a reset was to be carried out, as they were told; empty when nothing was
   * @param asked they asked something, and nobody wrote to them since
   */
  record Closed(
      boolean inquiry, boolean ordered, boolean done, Optional<Instant> announced, boolean asked)
      implements DecisionLetter {}

  /**
   * It needs a closer look; says nothing about why.
   *
   * @param ordered the reset had been ordered, so that it may be done already
   * @param announced when it was to be carried out, as they were told; empty when nothing was
   * @param until the day until which the staff put it off, if they gave one
   * @param still it was on hold before
   * @param several another registered address asks for the same account, and may be theirs
   */
  record UnderCheck(
      boolean ordered,
      Optional<Instant> announced,
      Optional<Instant> until,
      boolean still,
      boolean several)
      implements DecisionLetter, LetsWait {
    /** To who asked alone. */
    public UnderCheck(
        boolean ordered, Optional<Instant> announced, Optional<Instant> until, boolean still) {
      this(ordered, announced, until, still, false);
    }

    /** To who may have asked from two of their addresses. */
    public static UnderCheck ofSeveral() {
      return new UnderCheck(false, Optional.empty(), Optional.empty(), false, true);
    }

    /** Till a person decides. */
    public UnderCheck(boolean ordered, Optional<Instant> announced) {
      this(ordered, announced, Optional.empty(), false);
    }

    @Override
    public boolean waits() {
      return until.isEmpty();
    }

    /** Whether it says no more than that a person decides, and what is off till then. */
    public boolean untilDecided() {
      return !ordered && until.isEmpty() && !still && !several;
    }
  }

  /**
   * It is carried out on another day than they were told.
   *
   * @param executeAt when
   */
  record Postponed(Instant executeAt) implements DecisionLetter {}

  /**
   * The desk cannot help.
   *
   * @param where who can help instead, in the words of staff
   */
  record Redirected(Text where) implements DecisionLetter {}

  /**
   * Two requests of theirs became one.
   *
   * @param into the ticket that goes on
   * @param state where that one stands
   * @param ended the account that nothing is done for any more, as they wrote it; empty where both
   *     are about one
   * @param goesOn the account of the other one, as they wrote it
   */
  record Merged(Reference into, TicketState state, Optional<String> ended, String goesOn)
      implements DecisionLetter {}

  /**
   * They read that it was done, and it was not.
   *
   * @param asked a question of the staff waits for their answer
   * @param approved it was approved once more since then
   */
  record NotDone(boolean asked, boolean approved) implements DecisionLetter {}

  /** It was done, although it had been stopped by then; says nothing about why. */
  record DoneDespite() implements DecisionLetter {}

  /**
   * It is done, and how not to lose the account again.
   *
   * @param despite what they wrote had put it on hold by then
   * @param alone they did it themselves, so that nothing of ours follows
   * @param elsewhere the account is not registered with the address that they write from, nor is it
   *     from now on: a link goes to another one
   * @param newAddress which that is, where it is the one that they named
   */
  record Recovered(
      boolean despite, boolean alone, boolean elsewhere, Optional<EmailAddress> newAddress)
      implements DecisionLetter {
    /** To who did it themselves. */
    public static Recovered byThemselves() {
      return new Recovered(false, true, false, Optional.empty());
    }
  }

  /**
   * It is done, to who asked in the owner's place: it is the owner who is back in.
   *
   * @param account as they called it; empty where that is no plain name
   * @param newAddress that the account has now, as they asked, and that its owner gets in by
   */
  record RecoveredForAnother(String account, Optional<EmailAddress> newAddress)
      implements DecisionLetter {}

  /**
   * Their words may mean that it is over or that we are to wait, while people decide or after the
   * reset was approved: it is on hold, and they say which it is.
   *
   * @param ordered the reset had been ordered, so that it may be done already
   * @param approved it was, so that they had been told a day
   * @param later they ask us to wait, and for how long
   */
  record PerhapsOver(boolean ordered, boolean approved, boolean later)
      implements DecisionLetter, LetsWait {}

  /**
   * A person of the staff writes to them.
   *
   * @param reply in the words of staff
   * @param inquiry it is the answer to an inquiry, which is closed with it
   * @param wroteAgain unless they wrote again, what whoever answers had not read
   * @param ownCode what is waited for is the code that went to this very address
   */
  record StaffReply(
      Text reply, boolean inquiry, boolean wroteAgain, TicketState state, boolean ownCode)
      implements DecisionLetter {}

  /** A closed request goes on. */
  record Reopened(Set<Answers.Question> missing, boolean proving)
      implements DecisionLetter, LetsWait {}

  /**
   * What the staff decided last was a mistake of theirs, and was taken back.
   *
   * @param state where the request stands now
   * @param goesOn it does, and neither is closed nor stands still as it did before the mistake
   * @param executeAt when it will be carried out, where it was approved before
   */
  record OurMistake(TicketState state, boolean goesOn, Optional<Instant> executeAt)
      implements DecisionLetter, LetsWait {}

  /** The reset was tried and did not work; the staff look at it. */
  record NotCarriedOut() implements DecisionLetter, LetsWait {}
}

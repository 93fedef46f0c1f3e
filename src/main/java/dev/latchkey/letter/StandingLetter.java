package dev.latchkey.letter;

import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** To the requester: how their request stands, whether they asked, wrote something or waited. */
public sealed interface StandingLetter extends RequesterLetter {

  /**
   * What we promised for this moment has not happened.
   *
   * @param executing the reset has not been carried out; otherwise it is not decided
   */
  @Charged(MailClass.REMINDER)
  record Overdue(boolean executing, Instant promised, int before, Optional<Instant> nextWord)
      implements StandingLetter {}

  /**
   * A second mail of the same person joined their ticket.
   *
   * @param more it stands below a letter that thanks and tells what is next
   */
  record Joined(TicketState state, Awaited awaited, boolean more)
      implements StandingLetter, LetsWait {
    public Joined(TicketState state, Awaited awaited) {
      this(state, awaited, false);
    }

    /** The same, below what its reader is asked. */
    public Joined andMore() {
      return new Joined(state, awaited, true);
    }
  }

  /**
   * What they wrote is with their request, and a person reads it.
   *
   * @param codeCounts the code of this address was right, and a person decides by now
   * @param passedOn the staff were mailed it at once
   * @param inquiry it asks for no recovery, and they may never have read of its reference
   * @param missing what is asked, where answers are waited for: whoever writes something else may
   *     not have found it in the letter before
   */
  record Received(
      TicketState state,
      Awaited awaited,
      boolean codeCounts,
      boolean passedOn,
      boolean inquiry,
      Set<Answers.Question> missing)
      implements StandingLetter, LetsWait {

    /** Of a mail whose code was right, while nothing more is waited for from them. */
    public static Received codeCounts(TicketState state) {
      return new Received(state, Awaited.NOTHING, true, false, false, Set.of());
    }

    /** Whether it says nothing but where their message is. */
    public boolean saysNoMore() {
      return !passedOn && missing.isEmpty();
    }

    /** Of a mail that asks for no recovery. */
    public static Received ofInquiry(TicketState state) {
      return new Received(state, Awaited.NOTHING, false, false, true, Set.of());
    }
  }

  /**
   * "How is it going?"
   *
   * @param question what the staff asked and they have not answered; may be empty
   * @param reason why it was declined; may be empty
   * @param late it was closed so long ago that it is not opened again
   * @param kept they wrote more than the question, and a person reads it
   * @param codeCounts the code of this address was right, and a person decides by now
   * @param codeHelps no code came back, and one would help
   * @param enough what was proved may do for an approval, as far as its reader may know
   * @param inPerson where it is too little, what staff see where they meet people would help
   * @param waitsUntil it was approved, and the waiting time runs until then
   */
  record Status(
      TicketState state,
      int before,
      Optional<Span> span,
      Optional<Instant> nextWord,
      Set<Answers.Question> missing,
      Optional<Instant> deadline,
      Text question,
      Text reason,
      boolean late,
      boolean kept,
      Awaited awaited,
      boolean codeCounts,
      boolean codeHelps,
      boolean enough,
      boolean inPerson,
      Optional<Instant> waitsUntil)
      implements StandingLetter {}

  /**
   * You hear of us although nothing happened.
   *
   * @param since when it was put before the staff
   * @param before how many tickets are before this one
   * @param codeHelps no code came back, and one would help
   * @param enough what was proved may do for an approval, as far as its reader may know
   * @param inPerson where it is too little, what staff see where they meet people would help
   * @param approved it was, and is not carried out yet
   * @param wishAsked it stands still by their words, and they have not answered whether they still
   *     want it
   */
  @Charged(MailClass.REMINDER)
  record SignOfLife(
      Instant since,
      int before,
      Optional<Span> span,
      Optional<Instant> nextWord,
      boolean codeHelps,
      boolean enough,
      boolean inPerson,
      boolean approved,
      boolean wishAsked)
      implements StandingLetter {}
}

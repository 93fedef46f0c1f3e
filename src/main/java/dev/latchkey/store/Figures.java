package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the desk stands at a moment: all that is open, and what happened in the day before.
 *
 * @param at that moment
 * @param standing the open tickets, by state and level
 * @param unread tickets with a value that this version does not know, the closed ones by their
 *     state only; what they are is in no other figure for certain
 * @param longest the recovery that lies before the staff for the longest time
 * @param promisesMissed tickets that wait for the staff, and whose requester was promised a day
 *     that passed without a decision since
 * @param staff who looks after what, most first
 * @param followUpsLate tickets whose next step is {@link #LATE}
 * @param ordersLate resets, freezes and checks of codes that nobody takes up, {@link #LATE}
 * @param lastPoll when the last visit of an inbox began that reached its end
 */
public record Figures(
    Instant at,
    List<Standing> standing,
    long unread,
    Optional<Longest> longest,
    long promisesMissed,
    List<Staff> staff,
    Mails mails,
    Letters letters,
    long followUpsLate,
    long ordersLate,
    Optional<Instant> lastPoll,
    LastDay lastDay,
    Ways ways) {

  /** What is due so long ago and is not done yet stands still. */
  public static final Duration LATE = Duration.ofMinutes(10);

  public Figures {
    standing = List.copyOf(standing);
    staff = List.copyOf(staff);
  }

  /**
   * Open tickets in a state.
   *
   * @param level empty before it is known
   * @param since since when the one is in it that is in it for the longest time
   */
  public record Standing(TicketState state, Optional<String> level, long tickets, Instant since) {}

  /**
   * A recovery that lies before the staff.
   *
   * @param promised the day that its requester was told last
   */
  public record Longest(Reference ticket, Instant since, Optional<Instant> promised) {}

  /**
   * A member of the staff; nobody for tickets that nobody looks after.
   *
   * @param tickets those that wait for the staff and that they look after
   * @param since since when the first of these waits; empty without any
   * @param decisions how often they approved, rejected, asked or answered in thirty days
   */
  public record Staff(
      Optional<EmailAddress> member, long tickets, Optional<Instant> since, long decisions) {}

  /**
   * Mails that arrived.
   *
   * @param waiting those that are stored and not worked on
   * @param waitingSince since when the first of these is
   * @param late those of them whose turn is {@link #LATE}
   * @param aside those in quarantine that broke no limit: nobody was answered
   * @param asideLately those of them that were put there within a week
   * @param unreadable those in quarantine whose writers were told how to send them
   */
  public record Mails(
      long waiting,
      Optional<Instant> waitingSince,
      long late,
      long aside,
      long asideLately,
      long unreadable,
      Optional<Instant> lastReceived,
      Optional<Instant> lastHandled) {}

  /**
   * Letters that are not sent.
   *
   * @param pending those that are to be sent or tried again
   * @param pendingSince since when the first of these is
   * @param late those of them whose turn is {@link #LATE}
   * @param overBudget those that wait for their budget
   * @param parked those that nobody tries any more
   */
  public record Letters(
      long pending, Optional<Instant> pendingSince, long late, long overBudget, long parked) {}

  /**
   * The day before.
   *
   * @param closed tickets by how they ended
   */
  public record LastDay(
      long mails, long recoveries, long inquiries, Map<TicketState, Long> closed) {
    public LastDay {
      closed = Map.copyOf(closed);
    }
  }

  /**
   * Medians; each empty without any.
   *
   * @param handling from a mail's arrival until it was worked on, of the last day
   * @param decision from the first mail of a ticket to its decision, of the last ninety days
   * @param recovery from the first mail to the end of what was recovered, of the last ninety days
   */
  public record Ways(
      Optional<Duration> handling, Optional<Duration> decision, Optional<Duration> recovery) {

    /** Of a look that does not ask for them. */
    static final Ways UNMEASURED = new Ways(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** How many tickets wait for the staff. */
  public long waitingForStaff() {
    return standing.stream()
        .filter(one -> one.state().waitingFor() == TicketState.Waiting.STAFF)
        .mapToLong(Standing::tickets)
        .sum();
  }
}

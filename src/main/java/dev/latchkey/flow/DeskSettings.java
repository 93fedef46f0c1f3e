package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How the desk behaves.
 *
 * @param address the public address of the desk
 * @param required the questions that must be answered before anything is proved
 * @param courtesy when a waiting requester is reminded
 * @param codeValid how long a code to a registered address is valid, 24 hours at most
 * @param caseValid how long the reply address of a staff mail but the case is valid, 72 hours at
 *     most
 * @param caseAgain how long a case and its code are good while it is unchanged, 30 days at most
 * @param signOfLife how often the requester, and the staff, hear of a ticket that waits for staff
 * @param reopenWithin how long a reply reopens a closed ticket
 * @param moreTime how much longer a requester gets who asks for more time
 * @param extensions how often
 * @param decideWithin within which time the staff aim to decide; told until enough was decided
 * @param language the language of the desk: of letters to owners whose own nobody knows
 * @param staffLanguage the language of mails to staff
 * @param approvalsPerHour how many approvals one staff member may give an hour
 * @param approvalsPerDay how many a day
 * @param answerUnproved whether a sender whom nobody proved is answered, within the budget
 * @param namesPublic whether everybody may know which accounts there are, so that the directory may
 *     tell which word of a mail is one
 */
public record DeskSettings(
    EmailAddress address,
    Set<Question> required,
    Courtesy courtesy,
    Duration codeValid,
    Duration caseValid,
    Duration caseAgain,
    Duration signOfLife,
    Duration reopenWithin,
    Duration moreTime,
    int extensions,
    Optional<Duration> decideWithin,
    String language,
    String staffLanguage,
    int approvalsPerHour,
    int approvalsPerDay,
    boolean answerUnproved,
    boolean namesPublic) {

  /** After how long in a state that waits for the requester each step comes. */
  public record Courtesy(Duration remind, Duration lastCall, Duration expire) {
    public Courtesy {
      if (remind.compareTo(lastCall) >= 0 || lastCall.compareTo(expire) >= 0) {
        throw new IllegalArgumentException(
            "remind comes before last-call, last-call before expire");
      }
    }
  }

  public DeskSettings {
    required = Set.copyOf(required);
  }

  /** The defaults for a desk at {@code address}. */
  public static DeskSettings standard(EmailAddress address) {
    return new DeskSettings(
        address,
        Set.of(Question.values()),
        new Courtesy(Duration.ofDays(3), Duration.ofDays(10), Duration.ofDays(14)),
        Duration.ofDays(1),
        Duration.ofDays(3),
        Duration.ofDays(14),
        Duration.ofDays(7),
        Duration.ofDays(30),
        Duration.ofDays(14),
        2,
        Optional.empty(),
        "en",
        "en",
        5,
        20,
        true,
        false);
  }

  /** Whether a ticket was closed so long ago that a reply does not open it again. */
  public boolean closedLong(Ticket ticket, Instant now) {
    return ticket.closedAt().filter(at -> at.plus(reopenWithin).isBefore(now)).isPresent();
  }
}

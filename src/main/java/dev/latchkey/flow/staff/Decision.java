package dev.latchkey.flow.staff;

import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the staff hear of a command, besides who gave it.
 *
 * @param executeAt when it will be carried out
 * @param words the reason, or what the requester was sent
 * @param takenBack the command that an UNDO took back
 * @param remark what was left out of it, and why
 * @param overruled who had decided otherwise
 * @param reach who hears of it at once
 */
record Decision(
    Optional<Instant> executeAt,
    Text words,
    Optional<Verb> takenBack,
    Optional<Phrase> remark,
    Set<EmailAddress> overruled,
    Reach reach) {

  /** Who hears of a decision at once, besides the one who made it; the others by the digest. */
  enum Reach {
    /** Nobody but to whom the ticket is assigned. */
    DIGEST,
    /** One more person: what comes before the digest is seen by two. */
    WITNESS,
    /** All of the staff. */
    EVERYBODY
  }

  Decision {
    overruled = Set.copyOf(overruled);
  }

  /** With the words of the command; of an APPROVE and a HOLD those beside its code and its day. */
  static Decision of(GivenCommand given) {
    StaffCommand command = given.command();
    boolean read = command.verb() == Verb.APPROVE || command.until().isPresent();
    return new Decision(
        Optional.empty(),
        new Text(read ? given.unsignedRemark() : given.words()),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Reach.DIGEST);
  }

  Decision executedAt(Optional<Instant> at) {
    return new Decision(at, words, takenBack, remark, overruled, reach);
  }

  Decision saying(String other) {
    return new Decision(executeAt, new Text(other), takenBack, remark, overruled, reach);
  }

  Decision takingBack(Verb verb) {
    return new Decision(executeAt, words, Optional.of(verb), remark, overruled, reach);
  }

  Decision remarking(Optional<Phrase> about) {
    return new Decision(executeAt, words, takenBack, about, overruled, reach);
  }

  /** Whom somebody overrules, they and all others hear at once. */
  Decision overruling(Set<EmailAddress> whom) {
    return new Decision(
        executeAt, words, takenBack, remark, whom, whom.isEmpty() ? reach : Reach.EVERYBODY);
  }

  Decision reaching(Reach whom) {
    return new Decision(executeAt, words, takenBack, remark, overruled, whom);
  }
}

package dev.latchkey.flow.staff;

import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What all staff hear of a command, besides who gave it.
 *
 * @param executeAt when it will be carried out
 * @param words the reason, or what the requester was sent
 * @param takenBack the command that an UNDO took back
 * @param remark what was left out of it, and why
 * @param overruled who had decided otherwise
 */
record Decision(
    Optional<Instant> executeAt,
    Text words,
    Optional<Verb> takenBack,
    Optional<Phrase> remark,
    Set<EmailAddress> overruled) {
  Decision {
    overruled = Set.copyOf(overruled);
  }

  /** With the words of the command, those of an APPROVE excepted: it is a code. */
  static Decision of(GivenCommand given) {
    boolean wordy = given.command().verb() != Verb.APPROVE;
    return new Decision(
        Optional.empty(),
        wordy ? new Text(given.words()) : Text.NONE,
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  Decision executedAt(Optional<Instant> at) {
    return new Decision(at, words, takenBack, remark, overruled);
  }

  Decision saying(String other) {
    return new Decision(executeAt, new Text(other), takenBack, remark, overruled);
  }

  Decision takingBack(Verb verb) {
    return new Decision(executeAt, words, Optional.of(verb), remark, overruled);
  }

  Decision remarking(Optional<Phrase> about) {
    return new Decision(executeAt, words, takenBack, about, overruled);
  }

  Decision overruling(Set<EmailAddress> whom) {
    return new Decision(executeAt, words, takenBack, remark, whom);
  }
}

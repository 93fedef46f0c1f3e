package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.ClaimedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The mail because of which letters are written, or that time alone has them written.
 *
 * @param id empty while time is at work
 * @param sender who wrote it, as it says
 * @param late when it came, where that is so long ago that an answer says so
 * @param stranger nobody proved who sent it, and it answers no letter of ours
 */
record MailAtWork(
    OptionalLong id, Optional<String> sender, Optional<Instant> late, boolean stranger) {
  /**
   * An answer that comes later than this says so: the desk stood still, or could not be reached.
   */
  private static final Duration LATE = Duration.ofDays(1);

  /** Time is at work. */
  static final MailAtWork NONE =
      new MailAtWork(OptionalLong.empty(), Optional.empty(), Optional.empty(), false);

  static MailAtWork of(
      ClaimedMail mail, Optional<EmailAddress> from, boolean stranger, Instant now) {
    return new MailAtWork(
        OptionalLong.of(mail.id()),
        from.map(EmailAddress::toString),
        Optional.of(mail.receivedAt()).filter(now.minus(LATE)::isAfter),
        stranger);
  }

  /** The same, charged as what strangers cause, or no more. */
  MailAtWork charged(boolean asStranger) {
    return new MailAtWork(id, sender, late, asStranger);
  }
}

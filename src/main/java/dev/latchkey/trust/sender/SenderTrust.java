package dev.latchkey.trust.sender;

import dev.latchkey.mail.EmailAddress;
import java.util.List;
import java.util.Optional;

/**
 * How far a mail's From may be believed.
 *
 * @param address the identity of the mail; empty when it has none
 * @param why what was found, in words, for the history and for {@code latchkey explain}
 */
public record SenderTrust(Level level, Optional<EmailAddress> address, List<String> why) {
  public SenderTrust {
    why = List.copyOf(why);
  }

  /** Whether the trusted server proved that the mail is from exactly this address' domain. */
  public boolean proves(EmailAddress claimed) {
    return level == Level.ALIGNED && address.equals(Optional.of(claimed));
  }

  /** The three answers. */
  public enum Level {
    /**
     * The trusted server says DMARC passed for the From domain, with a signature by that domain.
     */
    ALIGNED,
    /** The trusted server says nothing, or not enough. */
    UNPROVED,
    /** The trusted server says that it is forged, or what it says is contradictory. */
    FAILED
  }
}

package dev.latchkey.check;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something in favour that was observed by the desk itself, or by a person of the staff.
 *
 * @param kind its class
 * @param source the address, repository, key or person it came through; each counts once
 * @param mailId the mail it came with
 * @param seenBy who of the staff saw it; empty when the desk did
 * @param own the name of the desk's own class; empty unless {@code kind} is SEEN
 */
public record Evidence(
    EvidenceClass kind,
    String source,
    Instant at,
    OptionalLong mailId,
    Optional<EmailAddress> seenBy,
    Optional<String> own) {

  /** As long as a source may be; what is longer is cut. */
  public static final int LONGEST_SOURCE = 500;

  public Evidence {
    if (own.isPresent() != (kind == EvidenceClass.SEEN)) {
      throw new IllegalArgumentException(kind + " with the own class " + own);
    }
    source = source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
  }

  /** What the desk saw itself. */
  public Evidence(EvidenceClass kind, String source, Instant at, OptionalLong mailId) {
    this(kind, source, at, mailId, Optional.empty(), Optional.empty());
  }

  /** The mailbox it came through; empty where it came another way, or the source is no address. */
  public Optional<EmailAddress> address() {
    return EmailAddress.find(source);
  }

  /** Whether it came through this mailbox. */
  public boolean through(EmailAddress mailbox) {
    return source.equals(mailbox.toString());
  }

  /** Its class as people and the policy name it. */
  public String name() {
    return own.orElse(kind.name());
  }
}

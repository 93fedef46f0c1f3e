package dev.latchkey.trust.secret;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import java.util.OptionalLong;

/**
 * The envelope sender of our mails, one for each ({@code VERP}): {@code base+b<signed id>@domain}.
 * A bounce sent to it is provably about that mail; a forged bounce cannot name one (THREATS N12).
 */
public final class ReturnAddress {
  private static final String MARK = "b";
  private static final int LONGEST_BASE = 64 - "+b".length() - SignedId.LONGEST;

  private final EmailAddress base;
  private final SignedId ids;

  /**
   * @param base the mailbox of the desk; at most 32 characters before its {@code @}
   * @throws IllegalArgumentException when it is longer
   */
  public ReturnAddress(EmailAddress base, SigningKey key) {
    this.base = requireRoom(base);
    ids = new SignedId(key.derive("return addresses"), '-');
  }

  /**
   * The same address, which leaves room for what return addresses add to it.
   *
   * @throws IllegalArgumentException when it is too long
   */
  public static EmailAddress requireRoom(EmailAddress base) {
    if (base.local().length() > LONGEST_BASE) {
      throw new IllegalArgumentException(
          "too long for a base of return addresses, more than " + LONGEST_BASE + ": " + base);
    }
    return base;
  }

  /** The envelope sender of the mail in outbox row {@code outboxId}. */
  public EmailAddress of(long outboxId) {
    return base.withDetail(MARK + ids.of(outboxId));
  }

  /**
   * The outbox row whose return address the mail was sent to; empty when there is none, when it is
   * forged, or when there are several.
   */
  public OptionalLong outboxIdIn(InboundMail mail) {
    long[] found =
        RecipientFields.detailsOf(base, mail).stream()
            .filter(detail -> detail.startsWith(MARK))
            .map(detail -> ids.find(detail.substring(MARK.length())))
            .flatMapToLong(OptionalLong::stream)
            .distinct()
            .toArray();
    return found.length == 1 ? OptionalLong.of(found[0]) : OptionalLong.empty();
  }
}

package dev.latchkey.trust.secret;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import java.util.List;

/**
 * The address that answers go to, {@code base+token@domain}: it leads a mail to its ticket.
 *
 * @param base the mailbox of the desk; at most 37 characters before its {@code @}
 */
public record ReplyAddress(EmailAddress base) {
  private static final int TOKEN_LENGTH = 26;
  private static final int MOST = 5;
  private static final int LONGEST_BASE = 64 - 1 - TOKEN_LENGTH;

  /**
   * @throws IllegalArgumentException when the base leaves no room for a token
   */
  public ReplyAddress {
    if (base.local().length() > LONGEST_BASE) {
      throw new IllegalArgumentException(
          "too long for a base of reply addresses, more than " + LONGEST_BASE + ": " + base);
    }
  }

  /** The reply address with this token. */
  public EmailAddress with(String token) {
    return base.withDetail(token);
  }

  /**
   * The tokens that the mail was sent to, several after a "reply to all", {@value #MOST} at most. A
   * token that was never issued is found as well: only the store knows.
   */
  public List<String> tokensIn(InboundMail mail) {
    return RecipientFields.detailsOf(base, mail).stream()
        .filter(ReplyAddress::isToken)
        .limit(MOST)
        .toList();
  }

  private static boolean isToken(String detail) {
    return detail.length() == TOKEN_LENGTH
        && detail.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
  }
}

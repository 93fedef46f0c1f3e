package dev.latchkey.trust.sender;

import dev.latchkey.mail.EmailAddress;
import java.util.Optional;

/** Reads a field that holds one mailbox in a form that no two programs read differently. */
public final class PlainMailbox {
  private static final String SPECIALS = "()<>@,;:\\\"[]";

  private PlainMailbox() {}

  /**
   * The address of {@code addr}, {@code <addr>}, {@code words <addr>}, {@code "words" <addr>}, or
   * of {@code addr <addr>} where both are the same (osTicket writes so); empty for every other
   * form: lists, groups, routes, comments, quoted pairs.
   */
  public static Optional<EmailAddress> find(String value) {
    String text = value.strip();
    int open = text.lastIndexOf('<');
    if (open < 0 || !text.endsWith(">")) {
      return EmailAddress.find(text);
    }
    String name = text.substring(0, open).strip();
    boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
    boolean repeated = text.substring(open).equalsIgnoreCase("<" + name + ">");
    boolean plain =
        repeated
            || (quoted
                ? hasNone("\"\\", name.substring(1, name.length() - 1))
                : hasNone(SPECIALS, name));
    return plain
        ? EmailAddress.find(text.substring(open + 1, text.length() - 1))
        : Optional.empty();
  }

  /** Whether a field holds no address at all: nothing, {@code <>}, or words and {@code <>}. */
  public static boolean isEmpty(String value) {
    String text = value.strip();
    return text.isEmpty()
        || (text.endsWith("<>") && hasNone(SPECIALS, text.substring(0, text.length() - 2)));
  }

  private static boolean hasNone(String characters, String text) {
    return text.chars().noneMatch(c -> characters.indexOf(c) >= 0);
  }
}

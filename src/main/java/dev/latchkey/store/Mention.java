package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a person is named in texts: by an address, or by the reference of a ticket; not as a part of
 * a longer one. The same pattern is read by Java and, in UTF-8, by MariaDB (PCRE).
 */
final class Mention {
  private static final String BEFORE = "(?i)(?<![a-z0-9._%+-])(?:";
  private static final String AFTER = ")(?![a-z0-9_-]|[.][a-z0-9])";

  private final String pattern;
  private final Pattern compiled;

  private Mention(String names) {
    this.pattern = BEFORE + names + AFTER;
    this.compiled = Pattern.compile(pattern);
  }

  static Mention of(EmailAddress address) {
    return new Mention(quoted(address.toString()));
  }

  /** Any of the tickets with these numbers, of which there is at least one. */
  static Mention ofTickets(Collection<Long> ids) {
    return new Mention(ids.stream().map(id -> "LK-" + id).collect(Collectors.joining("|")));
  }

  /** As MariaDB reads it. */
  String pattern() {
    return pattern;
  }

  boolean in(String text) {
    return compiled.matcher(text).find();
  }

  boolean in(byte[] octets) {
    return in(new String(octets, StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (!Character.isLetterOrDigit(c)) {
                quoted.append('\\');
              }
              quoted.appendCodePoint(c);
            });
    return quoted.toString();
  }
}

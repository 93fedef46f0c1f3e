package dev.latchkey.transport;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a mail came, by its own header (RFC 5322 section 3.6). */
final class TraceDate {
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

  private TraceDate() {}

  /**
   * The moment behind the last semicolon of the topmost Received field, which the last server wrote
   * that delivered the mail; of a mail that none delivered the one of Date.
   *
   * @param header lines of the fields Received and Date, in their order
   */
  static Optional<Instant> of(String header) {
    Optional<String> date = Optional.empty();
    Matcher folds = FOLD.matcher(header);
    for (String line : (Iterable<String>) folds.replaceAll(" ").lines()::iterator) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(0, colon)).strip();
      if (name.equalsIgnoreCase("Received")) {
        return moment(line.substring(line.lastIndexOf(';') + 1));
      }
      if (name.equalsIgnoreCase("Date") && date.isEmpty()) {
        date = Optional.of(line.substring(colon + 1));
      }
    }
    return date.flatMap(TraceDate::moment);
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(new MailDateFormat().parse(text.strip()).toInstant());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}

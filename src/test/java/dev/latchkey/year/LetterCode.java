package dev.latchkey.year;

import dev.latchkey.mail.OutboundMail;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The codes that letters show, found as a reader finds them. */
final class LetterCode {
  private static final Pattern TO_OWNERS =
      Pattern.compile("(?<![A-Z0-9-])(?:[A-Z2-7]{4}-){3,6}[A-Z2-7]{2,4}(?![A-Z0-9-])");
  private static final Pattern TO_STAFF =
      Pattern.compile("(?m)^ {4}([A-Z2-7]{8})\\s*$|APPROVE ([A-Z2-7]{8})\\b");

  private LetterCode() {}

  static Optional<String> ofOwner(OutboundMail letter) {
    Matcher code = TO_OWNERS.matcher(letter.body());
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }

  /** What stands behind APPROVE. */
  static Optional<String> ofStaff(OutboundMail letter) {
    Matcher code = TO_STAFF.matcher(letter.body());
    return code.find()
        ? Optional.of(code.group(1) == null ? code.group(2) : code.group(1))
        : Optional.empty();
  }
}

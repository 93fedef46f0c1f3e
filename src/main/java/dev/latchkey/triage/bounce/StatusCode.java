package dev.latchkey.triage.bounce;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * What a line of a server's answer says about how final it is.
 *
 * @param rank 2 done, 4 for now, 5 for good
 * @param enhanced the code of RFC 3463, where there is one; the three digits of RFC 5321 section
 *     4.2 only give the rank
 */
record StatusCode(int rank, Optional<String> enhanced) {

  /** {@code 5.1.1}, {@code #4.4.3}, but no address and no version number. */
  private static final Pattern ENHANCED =
      Pattern.compile(
          "(?:^|[^0-9A-Za-z.])([245]\\.[0-7]\\.[0-9]{1,3})(?:$|[^0-9A-Za-z.]|\\.(?:$|[^0-9]))");

  private static final Pattern REPLY =
      Pattern.compile(
          "(?i)(?:^|[:;#(\\[<>=,'\"-]|said|replied|code|error|smtp|reply|response|status|with|returned)"
              + " *\\b([45][0-7][0-9])\\b(.{0,10})");

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i)^ *(?:k|kb|m|mb|bytes?|kbytes|mbytes|hours?|minutes?|seconds?|days?|attempts?|messages?|characters|:[0-9]|\\.[0-9]).*");

  /** The code in {@code line}: the enhanced one, else the three digits of a reply. */
  static Optional<StatusCode> find(String line) {
    boolean digits = line.chars().anyMatch(c -> c == '2' || c == '4' || c == '5');
    return !digits ? Optional.empty() : enhancedIn(line).or(() -> replyIn(line));
  }

  /** The enhanced code in {@code line}. */
  static Optional<StatusCode> enhancedIn(String line) {
    Matcher code = ENHANCED.matcher(line);
    return code.find()
        ? Optional.of(new StatusCode(code.group(1).charAt(0) - '0', Optional.of(code.group(1))))
        : Optional.empty();
  }

  private static Optional<StatusCode> replyIn(String line) {
    Matcher code = REPLY.matcher(line.strip());
    while (code.find()) {
      boolean quantity = QUANTITY.matcher(code.group(2)).matches();
      if (!quantity) {
        return Optional.of(new StatusCode(code.group(1).charAt(0) - '0', Optional.empty()));
      }
    }
    return Optional.empty();
  }
}

package dev.latchkey.triage;

import java.util.List;
import java.util.Optional;

/**
 * Reads how final a bounce is that says so in words: qmail, Exim, old Sendmail, Exchange, IMail,
 * OpenSMTPD, Yahoo, Gmail and the many gateways that never followed RFC 3464.
 *
 * <p>Words about success or waiting go first ({@code bounce-success.txt}, {@code
 * bounce-delay.txt}). Then the codes of RFC 3463 and 5321 in the notice decide: one 5 makes it
 * permanent, else one 4 temporary. Without codes it is temporary when it says so ({@code
 * bounce-temporary.txt}), else permanent, because the server gave up.
 */
final class FreeFormBounceReader {
  private static final Phrases SUCCESS = Phrases.load("bounce-success.txt");
  private static final Phrases DELAY = Phrases.load("bounce-delay.txt");
  private static final Phrases TEMPORARY = Phrases.load("bounce-temporary.txt");

  /** What the last server answers to a client that goes on after an error: says nothing itself. */
  private static final String CONSEQUENCE = "503";

  /**
   * What was read.
   *
   * @param status of the class that decided, where a code of RFC 3463 was given
   */
  record Reading(MailKind kind, Optional<String> status, String why) {}

  private FreeFormBounceReader() {}

  static Reading read(String subject, BounceNotice notice) {
    List<String> plain = notice.lines().stream().map(Phrases::plain).toList();
    Optional<StatusCode> permanent = code(5, notice.lines());
    Optional<StatusCode> temporary = code(4, notice.lines());
    String title = Phrases.plain(subject);
    // A warning says itself that it is one; a server that it quotes may say "delayed" for no.
    List<String> own = plain.stream().filter(line -> StatusCode.find(line).isEmpty()).toList();
    if (says(DELAY, title, own)) {
      return reading(
          MailKind.DELIVERY_DELAY, temporary, "the text says that it is still being tried");
    }
    if (permanent.isEmpty() && temporary.isEmpty() && says(SUCCESS, title, plain)) {
      return reading(
          MailKind.DSN_SUCCESS, code(2, notice.lines()), "the text says that it arrived");
    }
    if (permanent.isPresent()) {
      return reading(MailKind.BOUNCE_PERMANENT, permanent, "the text holds a code of class 5");
    }
    if (temporary.isPresent()) {
      return reading(MailKind.BOUNCE_TEMPORARY, temporary, "the text holds codes of class 4 only");
    }
    return says(TEMPORARY, title, plain)
        ? reading(MailKind.BOUNCE_TEMPORARY, Optional.empty(), "the text names a passing reason")
        : reading(MailKind.BOUNCE_PERMANENT, Optional.empty(), "the text gives no code");
  }

  private static Reading reading(MailKind kind, Optional<StatusCode> code, String why) {
    return new Reading(kind, code.flatMap(StatusCode::enhanced), why);
  }

  private static boolean says(Phrases phrases, String title, List<String> plain) {
    return phrases.occurIn(title) || plain.stream().anyMatch(phrases::occurIn);
  }

  /** The first code of that rank, one with an enhanced code before one without. */
  private static Optional<StatusCode> code(int rank, List<String> lines) {
    List<StatusCode> codes =
        lines.stream()
            .filter(line -> !line.contains(CONSEQUENCE))
            .flatMap(line -> StatusCode.find(line).stream())
            .filter(code -> code.rank() == rank)
            .toList();
    return codes.stream()
        .filter(code -> code.enhanced().isPresent())
        .findFirst()
        .or(() -> codes.stream().findFirst());
  }
}

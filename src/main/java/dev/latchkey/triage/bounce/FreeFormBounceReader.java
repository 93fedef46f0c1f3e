package dev.latchkey.triage.bounce;

import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.mark.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads how final a bounce is that says so in words: qmail, Exim, old Sendmail, Exchange, IMail,
 * OpenSMTPD, Yahoo, Gmail and the many gateways that never followed RFC 3464.
 *
 * <p>Words about waiting go first ({@code bounce-delay.txt}). Then the codes of RFC 3463 and 5321
 * in the notice decide: one 5 makes it permanent, else one 4 temporary. Without codes the words do
 * ({@code bounce-success.txt}, {@code bounce-temporary.txt}); else it is permanent, because the
 * server gave up.
 */
final class FreeFormBounceReader {
  private static final Phrases SUCCESS =
      Phrases.load(FreeFormBounceReader.class, "bounce-success.txt");
  private static final Phrases DELAY = Phrases.load(FreeFormBounceReader.class, "bounce-delay.txt");
  private static final Phrases TEMPORARY =
      Phrases.load(FreeFormBounceReader.class, "bounce-temporary.txt");

  /** What the last server answers to a client that goes on after an error: says nothing itself. */
  private static final String CONSEQUENCE = "503";

  /**
   * What was read.
   *
   * @param status of the class that decided, where a code of RFC 3463 was given
   */
  record Reading(MailKind kind, Optional<String> status, String why) {}

  private FreeFormBounceReader() {}

  /** Reads the subject and what the machine says. */
  static Reading read(String subject, BounceNotice notice) {
    List<StatusCode> codes = new ArrayList<>();
    // A warning says itself that it is one; a server that it quotes may say "delayed" for no.
    List<String> own = new ArrayList<>(List.of(Phrases.plain(subject)));
    for (String line : notice.lines()) {
      Optional<StatusCode> code = StatusCode.find(line);
      code.filter(found -> !line.contains(CONSEQUENCE)).ifPresent(codes::add);
      if (code.isEmpty()) {
        own.add(Phrases.plain(line));
      }
    }
    return read(codes, own);
  }

  private static Reading read(List<StatusCode> codes, List<String> own) {
    Optional<StatusCode> permanent = first(5, codes);
    Optional<StatusCode> temporary = first(4, codes);
    if (own.stream().anyMatch(DELAY::occurIn)) {
      return reading(
          MailKind.DELIVERY_DELAY, temporary, "the text says that it is still being tried");
    }
    if (permanent.isPresent()) {
      return reading(MailKind.BOUNCE_PERMANENT, permanent, "the text holds a code of class 5");
    }
    if (temporary.isPresent()) {
      return reading(MailKind.BOUNCE_TEMPORARY, temporary, "the text holds codes of class 4 only");
    }
    if (own.stream().anyMatch(SUCCESS::occurIn)) {
      return reading(MailKind.DSN_SUCCESS, first(2, codes), "the text says that it arrived");
    }
    return own.stream().anyMatch(TEMPORARY::occurIn)
        ? reading(MailKind.BOUNCE_TEMPORARY, Optional.empty(), "the text names a passing reason")
        : reading(MailKind.BOUNCE_PERMANENT, Optional.empty(), "the text gives no code");
  }

  private static Reading reading(MailKind kind, Optional<StatusCode> code, String why) {
    return new Reading(kind, code.flatMap(StatusCode::enhanced), why);
  }

  /** The first code of that rank, one with an enhanced code before one without. */
  private static Optional<StatusCode> first(int rank, List<StatusCode> codes) {
    List<StatusCode> ranked = codes.stream().filter(code -> code.rank() == rank).toList();
    return ranked.stream()
        .filter(code -> code.enhanced().isPresent())
        .findFirst()
        .or(() -> ranked.stream().findFirst());
  }
}

package dev.latchkey.triage.kind;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.mark.Phrases;

/**
 * Answers whether a mail that a machine marked is nothing but a notice that somebody is away: its
 * subject begins like one, or its first lines say so.
 */
public final class OutOfOfficeRule {
  private static final Phrases PHRASES =
      Phrases.load(OutOfOfficeRule.class, "auto-reply-phrases.txt");
  private static final int LINES = 15;
  private static final int LONGEST = 1_000;

  private OutOfOfficeRule() {}

  /** Whether the subject begins like that of a program's answer, not behind "Re:". */
  public static boolean named(InboundMail mail) {
    return AutomaticAnswerRule.hasSubject(mail);
  }

  /** Whether it says no more than that. */
  public static boolean holds(InboundMail mail) {
    return named(mail)
        || mail.text().lines().stream()
            .map(TextLine::text)
            .filter(line -> !line.isBlank())
            .limit(LINES)
            .map(line -> Phrases.plain(line.substring(0, Math.min(line.length(), LONGEST))))
            .anyMatch(PHRASES::occurIn);
  }
}

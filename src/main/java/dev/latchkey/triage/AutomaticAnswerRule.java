package dev.latchkey.triage;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.TextLine;
import java.util.Optional;

/**
 * Answers whether a mail without a telling header is an automatic answer, and why: its subject
 * begins like one ({@code auto-reply-subjects.txt}, not behind "Re:"), and either its return
 * address is empty or its first lines say so ({@code auto-reply-phrases.txt}; Lotus Domino,
 * GroupWise and many web mailers send such). The subject alone is only a hint.
 */
final class AutomaticAnswerRule {
  private static final Phrases SUBJECTS = Phrases.load("auto-reply-subjects.txt");
  private static final Phrases PHRASES = Phrases.load("auto-reply-phrases.txt");

  /** Lines at the top of a text in which an automatic answer says what it is. */
  private static final int LINES = 15;

  private static final int LONGEST = 1_000;

  private AutomaticAnswerRule() {}

  /** Whether the subject of {@code mail} begins like that of an automatic answer. */
  static boolean hasSubject(InboundMail mail) {
    String subject = BounceNotice.bare(mail.subject());
    boolean bracketed = !subject.isEmpty() && "[(【".indexOf(subject.charAt(0)) >= 0;
    return SUBJECTS.head(bracketed ? subject.substring(1) : subject);
  }

  /** Why {@code mail}, whose subject begins like one, is an automatic answer. */
  static Optional<String> evidence(InboundMail mail, SenderMarks sender) {
    if (sender.nullSender()) {
      return Optional.of("the subject is an automatic answer's, and Return-Path is empty");
    }
    boolean said =
        mail.text().lines().stream()
            .map(TextLine::text)
            .filter(line -> !line.isBlank())
            .limit(LINES)
            .map(line -> Phrases.plain(line.substring(0, Math.min(line.length(), LONGEST))))
            .anyMatch(PHRASES::occurIn);
    return said
        ? Optional.of("subject and text are those of an automatic answer")
        : Optional.empty();
  }
}

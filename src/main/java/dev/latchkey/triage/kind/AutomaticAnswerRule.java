package dev.latchkey.triage.kind;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.bounce.BounceNotice;
import dev.latchkey.triage.mark.Phrases;
import dev.latchkey.triage.mark.SenderMarks;
import java.util.Optional;

/**
 * Answers whether a mail without a telling header is an automatic answer, and why.
 *
 * <p>Its subject begins like one, not behind "Re:", and either its return address is empty or its
 * first lines say so, too ({@code auto-reply-subjects.txt}, {@code auto-reply-phrases.txt}; Lotus
 * Domino, GroupWise and many web mailers send such). A subject that people on holiday write, too
 * ({@code away-subjects.txt}), is only a hint, whatever the text says.
 */
final class AutomaticAnswerRule {
  private static final Phrases SUBJECTS =
      Phrases.load(AutomaticAnswerRule.class, "auto-reply-subjects.txt");
  private static final Phrases AWAY = Phrases.load(AutomaticAnswerRule.class, "away-subjects.txt");
  private static final Phrases PHRASES =
      Phrases.load(AutomaticAnswerRule.class, "auto-reply-phrases.txt");

  /** Lines at the top of a text in which an automatic answer says what it is. */
  private static final int LINES = 15;

  private static final int LONGEST = 1_000;

  private AutomaticAnswerRule() {}

  /** Whether the subject of {@code mail} begins like that of an automatic answer. */
  static boolean hasSubject(InboundMail mail) {
    String subject = subject(mail);
    return SUBJECTS.head(subject) || AWAY.head(subject);
  }

  /** Why {@code mail}, whose subject begins like one, is an automatic answer. */
  static Optional<String> evidence(InboundMail mail, SenderMarks sender) {
    if (sender.nullSender()) {
      return Optional.of("the subject is an automatic answer's, and Return-Path is empty");
    }
    if (!SUBJECTS.head(subject(mail))) {
      return Optional.empty();
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

  private static String subject(InboundMail mail) {
    String subject = BounceNotice.bare(mail.subject());
    boolean bracketed = !subject.isEmpty() && "[(【".indexOf(subject.charAt(0)) >= 0;
    return bracketed ? subject.substring(1) : subject;
  }
}

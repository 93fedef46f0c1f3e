package dev.latchkey.triage.kind;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.bounce.BounceNotice;
import dev.latchkey.triage.mark.Phrases;
import dev.latchkey.triage.mark.SenderMarks;
import dev.latchkey.triage.mark.SubjectPrefixes;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers whether a mail without a telling header is an automatic answer, and why.
 *
 * <p>Its subject begins like one, not behind "Re:", and one thing more says so: its return address
 * is empty, its first lines ({@code auto-reply-phrases.txt}; Lotus Domino, GroupWise and many web
 * mailers send such), or that it answers a letter of ours: nobody types "Automatic reply:" before
 * its subject. A subject that people on holiday write, too ({@code away-subjects.txt}), is only a
 * hint, unless the first lines speak of it and a letter of ours is answered. Receipts and
 * challenges have subjects and words of their own. An answer to us whose first line begins "This is
 * an automatic reply" may be one.
 */
final class AutomaticAnswerRule {
  private static final Phrases SUBJECTS = load("auto-reply-subjects.txt");
  private static final Phrases AWAY = load("away-subjects.txt");
  private static final Phrases PHRASES = load("auto-reply-phrases.txt");
  private static final Phrases OPENINGS = load("automatic-openings.txt");
  private static final Phrases RECEIPT_SUBJECTS = load("receipt-subjects.txt");
  private static final Phrases RECEIPTS = load("receipt-phrases.txt");
  private static final Phrases CHALLENGE_SUBJECTS = load("challenge-subjects.txt");
  private static final Phrases CHALLENGES = load("challenge-phrases.txt");

  /** Lines at the top of a text in which an automatic answer says what it is. */
  private static final int LINES = 15;

  private static final int LONGEST = 1_000;

  private final InboundMail mail;
  private final String subject;
  private final boolean answersOurs;

  /**
   * A rule for one mail.
   *
   * @param answersOurs whether it names the Message-ID of a letter of ours that it answers
   */
  AutomaticAnswerRule(InboundMail mail, boolean answersOurs) {
    this.mail = mail;
    this.subject = subject(mail);
    this.answersOurs = answersOurs;
  }

  /** Whether the subject of {@code mail} begins like that of an automatic answer. */
  static boolean hasSubject(InboundMail mail) {
    String subject = subject(mail);
    return SUBJECTS.head(subject) || AWAY.head(subject);
  }

  /**
   * Whether it answers a letter of ours, and begins so behind "Re:": no letter of ours has such a
   * subject, so that a desk set it in front, or somebody answers another mail than ours.
   */
  boolean isBehindRe() {
    String bare = SubjectPrefixes.withoutAnswers(subject);
    return answersOurs && !bare.equals(subject) && (SUBJECTS.head(bare) || AWAY.head(bare));
  }

  /** Why it is an automatic answer; empty when it is none. */
  Optional<String> evidence(SenderMarks sender) {
    if (isBehindRe() && (sender.nullSender() || says(PHRASES))) {
      return Optional.of("behind Re: the subject is an automatic answer's, as is what it says");
    }
    boolean named = SUBJECTS.head(subject);
    boolean away = AWAY.head(subject);
    if ((named || away) && sender.nullSender()) {
      return Optional.of("the subject is an automatic answer's, and Return-Path is empty");
    }
    if (named && answersOurs) {
      return Optional.of("the subject is an automatic answer's, and it answers a letter of ours");
    }
    if ((named || (away && answersOurs)) && says(PHRASES)) {
      return Optional.of("subject and text are those of an automatic answer");
    }
    if (RECEIPT_SUBJECTS.head(subject) && says(RECEIPTS)) {
      return Optional.of("subject and text are those of a receipt");
    }
    return CHALLENGE_SUBJECTS.occurIn(subject) && says(CHALLENGES)
        ? Optional.of("the text asks the sender to prove to be a person")
        : Optional.empty();
  }

  /**
   * Whether it answers a letter of ours and begins by saying that nobody wrote it: a hint, for help
   * desks set such a line above what a person wrote.
   */
  boolean opens() {
    return answersOurs && lines().findFirst().filter(OPENINGS::begin).isPresent();
  }

  private boolean says(Phrases phrases) {
    return lines().anyMatch(phrases::occurIn);
  }

  private Stream<String> lines() {
    return mail.text().lines().stream()
        .map(TextLine::text)
        .filter(line -> !line.isBlank())
        .limit(LINES)
        .map(line -> Phrases.plain(line.substring(0, Math.min(line.length(), LONGEST))));
  }

  private static Phrases load(String file) {
    return Phrases.load(AutomaticAnswerRule.class, file);
  }

  /** Without a bracket before it; "On vacation Re: code" ends before the subject of our letter. */
  private static String subject(InboundMail mail) {
    String subject = BounceNotice.bare(mail.subject()).replace(" re: ", ": ");
    boolean bracketed = !subject.isEmpty() && "[(【".indexOf(subject.charAt(0)) >= 0;
    return bracketed ? subject.substring(1) : subject;
  }
}

package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.remark.WaveringReader;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.SideQuestionReader;
import dev.latchkey.triage.words.QuestionMark;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a mail asks: how it is going, and whether that is all there is in it. */
public final class StatusQuestion {
  private static final Pattern SENTENCE = Pattern.compile("[^.!?。！？\\n]+[.!?。！？]*");
  private static final Pattern QUESTION_MARK = Pattern.compile("[?？]\\s*$");
  private static final Pattern QUESTION_MARKS = Pattern.compile("[?？]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int GREETING_WORDS = 3;
  private static final int GREETING_LENGTH = 25;

  private StatusQuestion() {}

  /** Whether a question stands in it, whatever else does. */
  public static boolean asks(Incoming mail) {
    return holdsQuestion(mail) || asksBesides(mail);
  }

  /** Whether a question is told by its mark, or by the wish to know something. */
  public static boolean holdsQuestion(Incoming mail) {
    return mail.triaged().intent().wishes().contains(Wish.QUESTION)
        || QuestionMark.isIn(mail.triaged().reply().generous());
  }

  /** Whether it asks what no letter of the desk answers: the price, a call, who we are. */
  public static boolean asksBesides(Incoming mail) {
    return mail.triaged().asksBesides();
  }

  /** Whether it asks how long it takes. */
  public static boolean asksHowLong(Incoming mail) {
    return SideQuestionReader.asksHowLong(mail.triaged().reply().generous());
  }

  /** Whether it asks at what moment what was approved is carried out, and nothing else. */
  static boolean asksWhen(Ticket ticket, Incoming mail) {
    return ticket.state().approved()
        && SideQuestionReader.onlyAsksWhen(mail.triaged().reply().generous());
  }

  /** Whether the one question in it is how it is going. */
  public static boolean asksHowItGoes(Incoming mail) {
    return mail.triaged().intent().intent() == Intent.STATUS
        && QUESTION_MARKS.matcher(mail.triaged().reply().generous()).results().count() <= 1;
  }

  /** Whether that is all there is in it: the one question, a greeting, a name. */
  public static boolean onlyAsksHowItGoes(Incoming mail) {
    return asksHowItGoes(mail) && standsAlone(mail) && !asksBesides(mail);
  }

  /** Whether all in it are questions, a greeting, a name. */
  static boolean standsAlone(Incoming mail) {
    return SENTENCE
        .matcher(mail.triaged().reply().generous())
        .results()
        .map(MatchResult::group)
        .allMatch(sentence -> QUESTION_MARK.matcher(sentence).find() || isShort(sentence));
  }

  /** Whether it may hold more than the question, so that a person has to read it. */
  static boolean saysMore(Incoming mail) {
    IntentReading read = mail.triaged().intent();
    return !read.sure()
        || !read.wishes().isEmpty()
        || WaveringReader.tellsNews(mail.triaged().reply().generous());
  }

  /** A greeting, a name. */
  private static boolean isShort(String sentence) {
    return BLANKS.split(sentence.strip()).length <= GREETING_WORDS
        && sentence.strip().length() <= GREETING_LENGTH;
  }
}

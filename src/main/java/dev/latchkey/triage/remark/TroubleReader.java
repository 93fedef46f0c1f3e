package dev.latchkey.triage.remark;

import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.TopicWords;
import java.util.Set;

/**
 * Tells kind words from those that only sound so: "thanks for nothing, I am still locked out". What
 * is lost, locked, refused or denied is trouble, and so is anything that people ask a desk about,
 * unless they say that it is well.
 */
public final class TroubleReader {
  /** What can be said of a thing that is well; the groups of the vocabulary. */
  private static final Set<String> WELL =
      Set.of(
          "+accepted",
          "+agree",
          "+closing",
          "+confirmation",
          "+deed done",
          "+done reset",
          "+enabled",
          "+found",
          "+have",
          "+is over",
          "+log in",
          "+made",
          "+polite",
          "+reactivate",
          "+success",
          "+updated",
          "+use",
          "+verified",
          "+withdrawn");

  private final PlainEnd ends = new PlainEnd();
  private final SignScorer vocabulary;
  private final TopicWords topics;

  public TroubleReader(RequestForm form) {
    this.vocabulary = form.scorer();
    this.topics = form.topics();
  }

  /** Whether nothing in {@code text} speaks of trouble, and nothing is asked. */
  public boolean none(MailText text) {
    String written = text.text();
    return !QuestionMark.isIn(written)
        && ends.isPlain(written)
        && vocabulary.read(text.clauses()).facts().stream().allMatch(TroubleReader::isWell)
        && (ends.isWell(written)
            || (topics.in(text.clauses()).isEmpty() && !ends.namesWork(written)));
  }

  /** Of a thing or without one, and not denied. */
  private static boolean isWell(String fact) {
    return WELL.contains(fact.substring(Math.max(0, fact.indexOf('+'))));
  }
}

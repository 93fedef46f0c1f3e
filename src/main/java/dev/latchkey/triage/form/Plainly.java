package dev.latchkey.triage.form;

import com.google.re2j.Pattern;
import dev.latchkey.triage.form.RequestForm.Doubts;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a text states, without what it only asks or fears: "is somebody using my account?" states
 * nothing, and "somebody uploaded a version, what should I do?" states its first half.
 */
public final class Plainly {
  private static final String FEAR = "fear";
  private static final String ASKING = "asking";

  private static final Pattern WRAPPED = Pattern.compile("([^\\n.!?。！？])\\n([^\\n])");

  /** Where a sentence ends; a colon, and a Spanish question mark, begin another one. */
  private static final Pattern SENTENCE =
      Pattern.compile("[^.!?。！？:;：；\\n¿]*[.!?。！？:;：；]*[\"”'»)]*|\\n|¿[^?\\n]*\\??");

  private static final Pattern COMMA = Pattern.compile("[,，、](?:[^,，、]*)$");

  private final Lexicon<Set<String>> doubts;

  public Plainly(Doubts doubts) {
    this.doubts =
        new Lexicon<>(Map.of(FEAR, doubts.fear(), ASKING, doubts.asking()), Function.identity());
  }

  /** The sentences of {@code text} that are no question and no fear. */
  public String stated(String text) {
    StringBuilder stated = new StringBuilder(text.length());
    var sentences = SENTENCE.matcher(WRAPPED.matcher(text).replaceAll("$1 $2"));
    while (sentences.find()) {
      String sentence = sentences.group();
      if (!fears(sentence)) {
        stated
            .append(QuestionMark.isIn(sentence) ? beforeQuestion(sentence) : sentence)
            .append(' ');
      }
    }
    return stated.toString();
  }

  private boolean fears(String sentence) {
    return Lexicon.has(doubts.find(Words.of(sentence).list()), FEAR);
  }

  /** What is said before the question in its last part; nothing where it begins as one. */
  private String beforeQuestion(String sentence) {
    List<Lexicon.Hit<Set<String>>> hits = doubts.find(Words.of(sentence).list());
    boolean asksFromTheStart =
        hits.stream().anyMatch(hit -> hit.from() == 0 && hit.meaning().contains(ASKING));
    var comma = COMMA.matcher(sentence);
    return asksFromTheStart || !comma.find() ? "" : sentence.substring(0, comma.start());
  }
}

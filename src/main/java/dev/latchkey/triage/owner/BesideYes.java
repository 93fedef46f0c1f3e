package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether what stands beside an owner's yes leaves it what it is. What people tell before they come
 * to it ("First I was frightened") does; behind it only a reason, politeness and a name do.
 * Everything else may mock it, restrict it or ask for something ("And I am the Queen of England"),
 * and a person reads it. The words stand in {@code beside-yes.txt}.
 */
public final class BesideYes {
  /** A name, with a title or two; nothing but a dot behind a letter ends it. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’-]*\\.?(?:,? \\p{Lu}[\\p{L}'’-]*\\.?){0,3}(?<!\\p{L}{3}\\.)");

  /** A name in Chinese or Japanese, on a line of its own. */
  private static final Pattern SIGNS = Pattern.compile("\\p{IsHan}{1,4} ?\\p{IsHan}{1,3}");

  /** Words behind a greeting: a name, a place. */
  private static final int NAMED = 3;

  /** Eyes that roll, a clown, a long nose: no yes is meant so. */
  private static final String MOCKING = "🙄😏🤪🤡🤥🤨🙃🖕";

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(BesideYes.class, "beside-yes.txt");

  /** Whether a sign in {@code text} mocks what is said. */
  public static boolean mocks(String text) {
    return text.codePoints().anyMatch(sign -> MOCKING.indexOf(sign) >= 0 && sign > 0xFFFF);
  }

  /**
   * Whether a thought takes the yes back, mocks it or restricts it, wherever it stands. "I could
   * not read it until Friday" restricts nothing.
   *
   * @param sentence that the thought is a part of
   */
  boolean takesBack(List<Words.Word> said, List<Words.Word> sentence) {
    List<Hit<Set<String>>> hits = WORDS.find(said);
    return Lexicon.has(hits, "doubtful")
        || (limits(hits) && !Lexicon.has(WORDS.find(sentence), "late"));
  }

  /** Whether a word restricts that is no part of another, as in "shitemoratta". */
  private static boolean limits(List<Hit<Set<String>>> hits) {
    return Lexicon.of(hits, "limit")
        .anyMatch(
            limit ->
                Lexicon.of(hits, "helped")
                    .noneMatch(whole -> whole.from() <= limit.from() && limit.to() <= whole.to()));
  }

  /** Whether a thought tells who has the account after them, or that it was agreed. */
  boolean isSuccessor(List<Words.Word> said) {
    return Lexicon.has(WORDS.find(said), "successor");
  }

  /** Whether a thought shrugs: "Jo mei", "yeah, whatever". That is no yes, and no doubt either. */
  public boolean shrugs(List<Words.Word> said) {
    return WORDS.find(said).stream().anyMatch(hit -> hit.meaning().contains("shrug"));
  }

  /** Whether a thought is a bare "what for": no yes, for the "si" behind it may be an "if". */
  boolean onlyAsks(List<Words.Word> said) {
    return !said.isEmpty()
        && WORDS.find(said).stream()
            .anyMatch(
                hit -> hit.meaning().contains("asking") && hit.to() - hit.from() == said.size());
  }

  /**
   * Whether a thought behind the last yes is no more than a reason, a greeting or a name.
   *
   * @param text that the thought is a part of
   * @param said its words
   * @param heard which of its words an owner's answer is made of
   * @param yes it lays the request to the writer, in whatever words
   */
  boolean leaves(String text, List<Words.Word> said, BitSet heard, boolean yes) {
    if (said.isEmpty()) {
      return true;
    }
    List<Hit<Set<String>>> hits = WORDS.find(said);
    Set<String> groups = Lexicon.groups(hits);
    if (groups.contains("asking") && !yes) {
      return false;
    }
    if (groups.contains("reason") || isName(text, said.get(0).start())) {
      return true;
    }
    BitSet explained = new BitSet(said.size());
    explained.or(heard);
    hits.forEach(hit -> explained.set(hit.from(), hit.to()));
    long rest =
        IntStream.range(0, said.size())
            .filter(at -> !explained.get(at) && !isNumber(said.get(at).text()))
            .count();
    return rest <= (groups.contains("greeting") ? NAMED : 0);
  }

  /** Few words at the end of a text, each with a capital letter, or few signs: who writes. */
  private static boolean isName(String text, int from) {
    String rest = text.substring(from).strip();
    boolean line = from > 0 && text.charAt(from - 1) == '\n';
    return NAME.matcher(rest).matches() || (line && SIGNS.matcher(rest).matches());
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }
}

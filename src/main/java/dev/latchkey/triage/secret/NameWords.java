package dev.latchkey.triage.secret;

import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import dev.latchkey.triage.words.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that people put before the name of an account, out of {@code secret-words.txt}. */
final class NameWords {
  private static final int LONGEST = 5;
  private static final Map<String, List<String>> SECTIONS =
      WordList.sections(SecretWords.class, "secret-words.txt");
  private static final Set<String> SURE = set("account-name");
  private static final Set<String> VAGUE = set("account-name-vague");
  private static final Set<String> CALLED = set("account-name-called");
  static final List<String> UNSPACED = List.copyOf(set("account-name-unspaced"));
  private static final Set<String> OPENERS = new HashSet<>();

  static {
    SURE.forEach(phrase -> OPENERS.add(phrase.split(" ", 2)[0]));
  }

  /**
   * Words for a name.
   *
   * @param next index of the word after the last
   * @param vague they count only before a colon, or a word like "is" or "called"
   */
  record Match(int start, int end, int next, boolean vague) {}

  private NameWords() {}

  private static Set<String> set(String section) {
    Set<String> words = new HashSet<>();
    SECTIONS
        .getOrDefault(section, List.of())
        .forEach(line -> List.of(line.split(" +")).forEach(w -> words.add(w.replace('_', ' '))));
    return words;
  }

  /** Whether a word says that a name follows: "is", "called". */
  static boolean links(String lower) {
    return SecretWords.COPULA.contains(lower) || CALLED.contains(lower);
  }

  /** The longest phrase that begins with a word. */
  static @Nullable Match at(String text, List<Word> words, int i) {
    Word first = words.get(i);
    if (TextWords.isUnspaced(text.charAt(first.start()))) {
      return UNSPACED.stream()
          .filter(said -> first.lower().contains(said))
          .findFirst()
          .map(
              said ->
                  new Match(
                      first.start() + first.lower().lastIndexOf(said), first.end(), i + 1, false))
          .orElse(null);
    }
    Match longest =
        VAGUE.contains(first.lower()) ? new Match(first.start(), first.end(), i + 1, true) : null;
    if (OPENERS.contains(first.lower())) {
      StringBuilder phrase = new StringBuilder();
      for (int j = i; j < Math.min(words.size(), i + LONGEST); j++) {
        Word word = words.get(j);
        if (j > i && word.start() - words.get(j - 1).end() > 3) {
          break;
        }
        phrase.append(j > i ? " " : "").append(word.lower());
        if (SURE.contains(phrase.toString())) {
          longest = new Match(first.start(), word.end(), j + 1, false);
        }
      }
    }
    return longest;
  }
}

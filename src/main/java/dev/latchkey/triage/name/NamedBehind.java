package dev.latchkey.triage.name;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells the account name that stands before what calls it so: "velda.mott is what I'm called
 * there", "そちらではmitsuと名乗っています", "into the mitsu account", "ich war mit mitsu drin". One that is
 * given so and no other; a word of the sentence before it is none, which {@link AccountNames} asks.
 * The words stand in {@code named-behind-words.txt}.
 */
final class NamedBehind {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NamedBehind.class, "named-behind-words.txt");

  /** What opens or closes a name, or stands around it. */
  private static final String AROUND = "`'\"‘’“”„«»「」『』()[]（）";

  /** What parts a name from the word before it, beside a blank and signs of another script. */
  private static final String PARTS = ",;:!?，；：。！？、/";

  /** "'s" in the place of "is", in signs. */
  private static final int CONTRACTION = 2;

  /** A longer run of signs is no name, whatever stands behind it. */
  private static final int LONGEST = 64;

  private NamedBehind() {}

  /**
   * The only one in {@code written}.
   *
   * @param name whether a word may be a name
   */
  static Optional<String> in(Words written, Predicate<String> name) {
    Set<String> names = new LinkedHashSet<>();
    List<Words.Word> words = written.list();
    String text = written.text();
    List<Lexicon.Hit<Set<String>>> hits = WORDS.find(words);
    for (Lexicon.Hit<Set<String>> hit : hits) {
      int to = behindName(text, words.get(hit.from()).start());
      if (hit.meaning().contains("contracted")) {
        to = isContracted(text, to) ? to - CONTRACTION : 0;
      }
      int from = to;
      while (from > 0 && to - from < LONGEST && isOfName(text.charAt(from - 1))) {
        from--;
      }
      String word = text.substring(from, to);
      boolean account = hit.meaning().contains("account");
      boolean whole =
          (account || hit.meaning().contains("inside"))
              ? isWord(word) && isBehind(hits, account ? "which" : "with", hit.from() - 1)
              : hit.meaning().contains("behind")
                  || (begins(text, from) && ends(text, words.get(hit.to() - 1).end()));
      if (whole && !word.isEmpty() && to - from < LONGEST && name.test(word)) {
        names.add(word);
      }
    }
    return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
  }

  /** "Mitsu's the account name". */
  private static boolean isContracted(String text, int to) {
    return to > CONTRACTION
        && (text.startsWith("'s", to - CONTRACTION) || text.startsWith("’s", to - CONTRACTION));
  }

  /** "The mitsu account": with another mark it may be a page. */
  private static boolean isWord(String name) {
    return name.chars().allMatch(Character::isLetter);
  }

  private static boolean isBehind(List<Lexicon.Hit<Set<String>>> hits, String group, int at) {
    return Lexicon.of(hits, group).anyMatch(hit -> hit.to() == at);
  }

  private static int behindName(String text, int end) {
    int to = end;
    while (to > 0 && (isBlank(text.charAt(to - 1)) || isAround(text.charAt(to - 1)))) {
      to--;
    }
    return to > 0 && (text.charAt(to - 1) == ',' || text.charAt(to - 1) == '，') ? to - 1 : to;
  }

  /** Whether a sentence, a part of one or a line begins there. */
  private static boolean begins(String text, int from) {
    int at = from;
    while (at > 0
        && text.charAt(at - 1) != '\n'
        && (isBlank(text.charAt(at - 1)) || isAround(text.charAt(at - 1)))) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || isEnd(text.charAt(at - 1));
  }

  private static boolean ends(String text, int to) {
    int at = to;
    while (at < text.length() && text.charAt(at) != '\n' && isBlank(text.charAt(at))) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n' || isEnd(text.charAt(at));
  }

  private static boolean isEnd(char sign) {
    return sign == '.' || sign == ')' || PARTS.indexOf(sign) >= 0;
  }

  private static boolean isOfName(char sign) {
    return !isBlank(sign) && !isAround(sign) && PARTS.indexOf(sign) < 0 && sign < '\u2e80';
  }

  private static boolean isBlank(char sign) {
    return Character.isWhitespace(sign) || sign == '\u00a0' || sign == '\u3000';
  }

  private static boolean isAround(char sign) {
    return AROUND.indexOf(sign) >= 0;
  }
}

package dev.latchkey.triage.form;

import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words as they are spelled where somebody drew them out: "yesss" is "yes", "jaaa" is "ja". No word
 * of a language that we read has one letter three times in a row. For answers only: in a name each
 * letter counts.
 */
public final class StretchedWords {
  private static final Pattern STRETCHED = Pattern.compile("(\\p{IsLatin})\\1{2,}+");

  private StretchedWords() {}

  /** The same words at the same places, each spelled plainly. */
  public static List<Words.Word> undone(List<Words.Word> words) {
    return words.stream().map(StretchedWords::undone).toList();
  }

  /** Whether it holds one sign three times in a row, or signs of two characters. */
  private static boolean mayBe(String word) {
    for (int at = 0; at < word.length(); at++) {
      char sign = word.charAt(at);
      if (Character.isSurrogate(sign)
          || (at > 1 && sign == word.charAt(at - 1) && sign == word.charAt(at - 2))) {
        return true;
      }
    }
    return false;
  }

  private static Words.Word undone(Words.Word word) {
    if (!mayBe(word.text())) {
      return word;
    }
    String plain = STRETCHED.matcher(word.text()).replaceAll("$1");
    return plain.equals(word.text())
        ? word
        : new Words.Word(plain, Words.of(plain).list().get(0).number(), word.start(), word.end());
  }
}

package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The bare name of who could vouch, with words beside it that speak of them or say that it was told
 * before: "kitefriend, as I said. I phoned her already." Where a name was asked for and nothing
 * else begins an answer so; a question names nobody.
 */
public final class VoucherAlone {
  /** A longer answer is a story, which others read. */
  private static final int LONGEST = 400;

  /** The first word, and what ends it. */
  private static final Pattern FIRST =
      Pattern.compile(
          "^@?([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,62})\\s*+(?:[,;:(!\\n，。、]|\\s[–—-]\\s)");

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(VoucherAlone.class, "voucher-alone-words.txt");

  private VoucherAlone() {}

  /** The name; empty where an answer begins with anything else. */
  public static Optional<String> in(String answer) {
    String text = answer.strip();
    // A full stop is a part of a name, and ends it before a blank.
    var first = FIRST.matcher(text.replaceFirst("\\.(?=\\s)", ",")).results().findFirst();
    if (text.length() > LONGEST || first.isEmpty() || QuestionMark.isIn(text)) {
      return Optional.empty();
    }
    String name = first.get().group(1);
    String rest = text.substring(Math.min(text.length(), first.get().end()));
    boolean told = !ToldBefore.without(text).equals(text);
    return isName(name) && (told || speaksOfPerson(rest)) ? Optional.of(name) : Optional.empty();
  }

  private static boolean isName(String word) {
    return Lexicon.of(WORDS.find(Words.of(word).list()), "opens").findAny().isEmpty()
        && AnswerPart.of(word).groups().stream().allMatch(Set::isEmpty)
        && !ToldBefore.isNoName(word);
  }

  private static boolean speaksOfPerson(String rest) {
    var words = Words.of(rest).list();
    var hits = WORDS.find(words);
    return Lexicon.has(hits, "person")
        || Lexicon.of(hits, "formal")
            .anyMatch(hit -> Character.isLowerCase(rest.charAt(words.get(hit.from()).start())));
  }
}

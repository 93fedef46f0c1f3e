package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.WordList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads whether a later mail holds nothing but thanks, a good-bye or a reaction, and so nothing
 * new. In doubt it does: each word has to be one of the few that people thank with, and nothing is
 * asked. What this takes for thanks is kept and answered by nobody. The words stand in {@code
 * thanks-words.txt}.
 */
public final class ThanksReader {
  private static final String FILE = "thanks-words.txt";
  private static final Map<String, List<String>> LISTS = WordList.phrases(ThanksReader.class, FILE);
  private static final Map<String, String> TITLES = WordList.alternatives(ThanksReader.class, FILE);

  /** One of them has to be there: "OK" alone may be an answer. */
  private static final Set<String> THANKS = list("thanks");

  /** What may stand beside them. */
  private static final Set<String> BESIDE = list("beside");

  /** Nobody thanks in more characters. */
  private static final int LONGEST = ReactionReader.LONGEST;

  /** So many signs of Chinese or Japanese has a word at most. */
  private static final int RUN = 16;

  /** Nobody thanks somebody by name in more. */
  private static final int FEW = 300;

  private static final String NAME = "\\p{Lu}\\p{L}{1,19}(?:-\\p{Lu}\\p{L}{1,19})?";

  /** Who is thanked: a name alone at the end or the beginning of a clause, politely or not. */
  private static final Pattern ADDRESSED =
      Pattern.compile(
          "(?:(?<=\\p{L}[,，、]? |\\p{L}[,，、])|^)"
              + "(?:(?:%s)\\.? )?".formatted(TITLES.get("title"))
              + NAME
              + "(?=\\s*(?:[^\\p{L}\\p{N}\\s]|\\n|$))"
              + "|(?:%s|[\\p{IsHan}\\p{IsKatakana}ー]{1,8}) ?(?:%s)"
                  .formatted(NAME, TITLES.get("title behind")));

  /** Words that a mark joins. */
  private static final Pattern JOINED =
      Pattern.compile("[\\p{L}\\p{N}]++(?:[-_.][\\p{L}\\p{N}]++)++");

  /** A hand, a sign or a cross that says no, in the place of words. */
  private static final Pattern STOP_SIGN =
      Pattern.compile(
          "[\\x{270b}\\x{26d4}\\x{274c}\\x{274e}\\x{2716}"
              + "\\x{1f6d1}\\x{1f6ab}\\x{1f44e}\\x{1f645}]");

  private final ReactionReader reactions = new ReactionReader();

  /**
   * Whether nothing but thanks was written.
   *
   * @param written what was typed, a signature with it or not
   * @param names how the sender is called, which may stand below
   */
  public boolean nothingNew(String written, List<String> names) {
    return written.length() <= LONGEST
        && (reactions.isTapped(written)
            || reactions.isClicked(written)
            || onlyThanks(written, names))
        && !signsNo(written);
  }

  /** Most mails are told by their first word; what else may contradict is looked for after that. */
  private static boolean onlyThanks(String written, List<String> names) {
    if (QuestionMark.isIn(written)) {
      return false;
    }
    Set<String> called = PlainWords.of(String.join(" ", names)).collect(Collectors.toSet());
    boolean thanks = false;
    boolean silent = true;
    for (Iterator<String> words = PlainWords.of(written).iterator();
        words.hasNext();
        silent = false) {
      String word = words.next();
      List<String> parts = isName(word, called) ? List.of(word) : parts(word);
      if (parts.isEmpty()) {
        return false;
      }
      thanks = thanks || parts.stream().anyMatch(THANKS::contains);
    }
    return (thanks || silent) && !namesAccount(written, names, called);
  }

  /** Whether the writer is called so, or signs with it as an initial. */
  private static boolean isName(String word, Set<String> called) {
    return called.contains(word)
        || (word.length() == 1
            && Character.isLetter(word.charAt(0))
            && called.stream().anyMatch(name -> name.startsWith(word)));
  }

  /** The known words that {@code word} is made of; none where anything else stands in it. */
  private static List<String> parts(String word) {
    if (isKnown(word)) {
      return List.of(word);
    }
    if (word.isEmpty() || !TextWords.isEast(word.charAt(0))) {
      return List.of();
    }
    // The words that reach to each sign, of which the first ones found are enough.
    List<List<String>> reached = new ArrayList<>(Collections.nCopies(word.length() + 1, List.of()));
    for (int to = 1; to <= word.length(); to++) {
      for (int from = Math.max(0, to - RUN); from < to; from++) {
        String last = word.substring(from, to);
        boolean begins = from == 0 || !reached.get(from).isEmpty();
        boolean better = reached.get(to).isEmpty() || THANKS.contains(last);
        if (begins && better && isKnown(last)) {
          List<String> way = new ArrayList<>(reached.get(from));
          way.add(last);
          reached.set(to, way);
        }
      }
    }
    return reached.get(word.length());
  }

  /**
   * The same, where a name may stand beside the thanks: whom they are for. What this takes for
   * thanks may be "Thanks, Stop!"; so only where no harm comes of it.
   */
  public boolean thanksSomebody(String written, List<String> names) {
    String text = written.strip();
    return nothingNew(written, names)
        || (text.length() <= FEW
            && ADDRESSED
                .matcher(text)
                .results()
                .filter(found -> PlainWords.of(found.group()).noneMatch(ThanksReader::isKnown))
                .map(found -> text.substring(0, found.start()) + " " + text.substring(found.end()))
                .anyMatch(
                    rest -> PlainWords.of(rest).findAny().isPresent() && nothingNew(rest, names)));
  }

  /**
   * Whether a sign stands in {@code written} that says no: a stop sign, a thumb that points down.
   */
  public static boolean signsNo(String written) {
    return written.length() <= LONGEST && STOP_SIGN.matcher(written).find();
  }

  /** "pelletier-m, merci" from M. Pelletier: nobody signs so, it is the name of an account. */
  private static boolean namesAccount(String written, List<String> names, Set<String> called) {
    String writer =
        " " + PlainWords.of(String.join(" ", names)).collect(Collectors.joining(" ")) + " ";
    return JOINED
        .matcher(written)
        .results()
        .map(found -> PlainWords.of(found.group()).toList())
        .filter(parts -> parts.stream().anyMatch(part -> called.contains(part) && !isKnown(part)))
        .anyMatch(parts -> !writer.contains(" " + String.join(" ", parts) + " "));
  }

  private static boolean isKnown(String word) {
    return THANKS.contains(word) || BESIDE.contains(word);
  }

  private static Set<String> list(String section) {
    return Set.copyOf(Objects.requireNonNull(LISTS.get(section), section));
  }
}

package dev.latchkey.triage.remark;

import com.google.re2j.Pattern;
import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads whether a mail is what a program wrote because somebody clicked on a sign: nothing that
 * they typed. What programs write stands in {@code reaction-words.txt}.
 */
public final class ReactionReader {
  /** No letter that a telephone repeats has more characters. */
  static final int LONGEST = 10_000;

  /** A sign somebody clicked on. */
  private static final String SIGN = "[^\\p{L}\\p{N}\\s\"“”„«»?]{1,24}";

  /** What is reacted to: one pair of marks, so that nothing stands behind it. */
  private static final String SAID = "(?:[\"“][^\"”]*[\"”]|„[^“”]*[“”]|«[^»]*»|「[^」]*」)";

  private static final Map<String, List<String>> WORDS =
      WordList.phrases(ReactionReader.class, "reaction-words.txt");

  /** What mail programs write when somebody clicks on a sign. */
  private static final Pattern CLICKED =
      Pattern.compile(
          ("(?i)^[^\\p{L}\\p{N}]*[\\p{L}\\p{M}\\p{N}.'’@ -]{1,80}?(?: (?:%s)| ?(?:%s))"
                  + "[ :：.。]*(?:%s)?\\s*$")
              .formatted(any("reacted"), any("reacted in signs"), SIGN));

  /** What telephones write for it: a word or a sign, and all that was said between marks. */
  private static final Pattern TAPPED =
      Pattern.compile(
          "(?is)^[^\\p{L}\\p{N}\"“„«]*(?:(?:%s)\\s*(?:SAID|%s)|SIGN (?:%s) SAID|SAID ?(?:%s))\\s*$"
              .formatted(any("tapped"), any("picture"), any("to"), any("tapped behind"))
              .replace("SIGN", SIGN)
              .replace("SAID", SAID));

  /** The address of the mail program below it. */
  private static final Pattern LINK = Pattern.compile("<?https?://\\S+>?");

  /**
   * Whether all of a mail is the reaction of a telephone, which repeats what it is about.
   *
   * @param whole its text, what it quotes included
   */
  public boolean isTapped(String whole) {
    return whole.length() <= LONGEST && TAPPED.matches(whole.strip());
  }

  /**
   * Whether all of a mail is the reaction of a mail program: one line says it, and no other says
   * more. Most mails are told by their first line.
   */
  boolean isClicked(String written) {
    boolean reaction = false;
    for (String line : (Iterable<String>) written.lines().map(String::strip)::iterator) {
      if (PlainWords.of(line).findAny().isEmpty() || LINK.matches(line)) {
        continue;
      }
      if (!CLICKED.matches(line)) {
        return false;
      }
      reaction = true;
    }
    return reaction;
  }

  private static String any(String section) {
    return String.join("|", Objects.requireNonNull(WORDS.get(section), section))
        .replace("SIGN", SIGN);
  }
}

package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.WordList;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A sentence beside a code that says nothing but that there is one: "here is the code", "code:". A
 * question about it says more, which many write without its mark.
 */
public final class CodeSentence {
  /** "Here is the code" is none, in so many signs. */
  private static final int LONGEST = 45;

  private static final Map<String, String> WORDS =
      WordList.alternatives(CodeSentence.class, "code-sentence-words.txt");

  private static final Pattern OF_CODE =
      Pattern.compile(
          "(?iu)\\b(?:%s)\\b|%s|\\[…]".formatted(WORDS.get("code"), WORDS.get("code in signs")));

  private static final Pattern ASKS =
      Pattern.compile(
          "(?iu)^(?:%s)\\b(?!.*:)|(?:%s)$"
              .formatted(WORDS.get("asks"), WORDS.get("asks at the end")));

  private CodeSentence() {}

  /**
   * Whether that is all it says.
   *
   * @param sentence in which […] stands where a code stood
   */
  public static boolean is(String sentence) {
    return sentence.length() <= LONGEST
        && OF_CODE.matcher(sentence).find()
        && !ASKS.matcher(sentence).find();
  }
}

package dev.latchkey.flow.casefile;

import dev.latchkey.letter.Text;

/**
 * What the requester answered to a question of the staff, which stands in the case.
 *
 * @param files how many came with it
 */
public record CaseAnswer(Text question, Text words, int files) {
  /** Nothing was asked, or nothing came back. */
  public static final CaseAnswer NONE = new CaseAnswer(Text.NONE, Text.NONE, 0);
}

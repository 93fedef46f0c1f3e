package dev.latchkey.letter;

/**
 * What of a code stands beside an owner's words that a person has to read.
 *
 * @param codeCounts it was right and counts
 * @param codeWaits it was right, and counts only when a person has read the words, or it is sent
 *     again
 */
public record CodeBeside(boolean codeCounts, boolean codeWaits) implements Part {
  /** There is none, or none that is right. */
  public static final CodeBeside NONE = new CodeBeside(false, false);

  public static final CodeBeside COUNTS = new CodeBeside(true, false);
  public static final CodeBeside WAITS = new CodeBeside(false, true);
}

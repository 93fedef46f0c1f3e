package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;

/**
 * Reads of which code a mail speaks that holds none: one in a file that came with it, or one of the
 * recovery codes that its writer saved. The words stand in {@code code-file-words.txt}.
 */
public final class CodeFileReader {
  /** A longer text is about something else. */
  private static final int LONGEST = 300;

  private static final WordGroups GROUPS =
      WordGroups.of(CodeFileReader.class, "code-file-words.txt");

  private CodeFileReader() {}

  /** Whether {@code written}, which has a file beside it, says that a code is in that. */
  public static boolean inFile(String written) {
    Words words = MailText.of(written).words();
    return written.length() <= LONGEST
        && GROUPS.has(words.list(), "code")
        && GROUPS.has(words.list(), "file");
  }

  /** Whether {@code written} speaks of recovery codes, and not of a code that we sent. */
  public static boolean ofSaved(String written) {
    return GROUPS.has(MailText.of(written).words().list(), "saved");
  }
}

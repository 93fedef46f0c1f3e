package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;

/**
 * Reads of which code a mail speaks that holds none: one in a file that came with it, one that it
 * says it brings, or one of the recovery codes that its writer saved. The words stand in {@code
 * code-file-words.txt}.
 */
public final class CodeFileReader {
  /** A longer text is about something else. */
  private static final int LONGEST = 300;

  /** So short is what says no more than that something is attached. */
  private static final int SHORT = 80;

  private static final WordGroups GROUPS =
      WordGroups.of(CodeFileReader.class, "code-file-words.txt");

  private CodeFileReader() {}

  /**
   * Whether {@code written}, which has a file beside it and answers who asked for a code, says that
   * it is in that: "the code is in the photo", or "attached, thank you" and nothing else.
   */
  public static boolean inFile(String written) {
    MailText text = MailText.of(written);
    return written.length() <= LONGEST
        && GROUPS.has(text.words().list(), "file")
        && (GROUPS.has(text.words().list(), "code") || onlyPoints(text));
  }

  /** Whether it is next to nothing but that something is attached. */
  private static boolean onlyPoints(MailText text) {
    return text.text().strip().length() <= SHORT
        && Clauses.of(text.words()).stream()
            .filter(clause -> GROUPS.has(clause, "file"))
            .noneMatch(
                clause -> GROUPS.has(clause, "none") || Clauses.isQuestion(text.text(), clause));
  }

  /**
   * Whether {@code written}, in which no code stands, says that its writer sends one: "hereby I
   * return the code", "the code is:". Who has none, or wants another, says something else.
   */
  public static boolean announced(String written) {
    MailText text = MailText.of(written);
    List<List<Words.Word>> about =
        Clauses.of(text.words()).stream().filter(clause -> GROUPS.has(clause, "code")).toList();
    return written.length() <= LONGEST
        && about.stream().noneMatch(clause -> GROUPS.has(clause, "none"))
        && about.stream().noneMatch(clause -> Clauses.isQuestion(text.text(), clause))
        && (about.stream().anyMatch(clause -> GROUPS.has(clause, "gives"))
            || (!about.isEmpty() && isOpen(written)));
  }

  /** "The code:", and nothing behind it. */
  private static boolean isOpen(String written) {
    String end = written.strip();
    return end.endsWith(":") || end.endsWith("：");
  }

  /** Whether {@code written} speaks of recovery codes, and not of a code that we sent. */
  public static boolean ofSaved(String written) {
    return GROUPS.has(MailText.of(written).words().list(), "saved");
  }
}

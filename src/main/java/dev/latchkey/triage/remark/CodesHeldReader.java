package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import java.util.Set;

/**
 * Reads whether a later mail says that its writer holds recovery codes, or asks how one is used. In
 * doubt it does not: it must name them, and nothing may speak of their being gone or refused. The
 * words stand in {@code codes-held-words.txt}.
 */
public final class CodesHeldReader {
  /** A longer text is about something else. */
  private static final int LONGEST = 600;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(CodesHeldReader.class, "codes-held-words.txt");

  private CodesHeldReader() {}

  /** Whether {@code written}, secrets removed, says so. */
  public static boolean holds(String written) {
    Set<String> said = said(written);
    return said.contains("codes")
        && (said.contains("have") || said.contains("use"))
        && !said.contains("gone");
  }

  /** Whether it says that one turned up, of what was asked for: "I found one on paper". */
  public static boolean foundOne(String written) {
    Set<String> said = said(written);
    return said.contains("found one") && !said.contains("gone");
  }

  private static Set<String> said(String written) {
    return written.length() > LONGEST
        ? Set.of()
        : Lexicon.groups(LEXICON.find(MailText.of(written).words().list()));
  }
}

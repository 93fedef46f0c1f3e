package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether all that a first mail says of a wait is that there is no hurry: that is kind, and
 * tells nothing of whether its writer knows how long it may take, or that it may come to nothing.
 * The words stand in {@code no-hurry-words.txt}.
 */
public final class NoHurryReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NoHurryReader.class, "no-hurry-words.txt");

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private NoHurryReader() {}

  /** Whether it says that, and nothing that tells of a wait beside it. */
  public static boolean onlyThat(MailText written) {
    Set<String> said =
        written.beginning(LOOKED_AT).clauses().stream()
            .flatMap(clause -> Lexicon.groups(WORDS.find(clause)).stream())
            .collect(Collectors.toSet());
    return said.contains("no hurry") && !said.contains("knows");
  }
}

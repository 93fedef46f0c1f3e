package dev.latchkey.triage.request;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody says, beside a code that was right, that they cannot read the other
 * mailbox: "the other one I have not used for years, cannot open it". Only where a code of another
 * address is missing that means something; who will look later is waited for. The words stand in
 * {@code mailbox-gone-words.txt}.
 */
public final class MailboxGoneReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(MailboxGoneReader.class, "mailbox-gone-words.txt");

  private MailboxGoneReader() {}

  /** Whether a sentence of {@code written} says so. */
  public static boolean says(String written) {
    return MailText.of(written).clauses().stream()
        .map(WORDS::find)
        .anyMatch(MailboxGoneReader::gone);
  }

  /**
   * Whether it says that a mailbox ends, now or soon, or that another address takes its place: that
   * is a fact for people, and nothing is lost yet.
   */
  public static boolean ends(String written) {
    boolean address = written.indexOf('@') >= 0;
    return MailText.of(written).clauses().stream()
        .map(WORDS::find)
        .anyMatch(hits -> Lexicon.has(hits, "ends") && (address || Lexicon.has(hits, "mailbox")));
  }

  private static boolean gone(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "mailbox") && Lexicon.has(hits, "gone") && !Lexicon.has(hits, "yet");
  }
}

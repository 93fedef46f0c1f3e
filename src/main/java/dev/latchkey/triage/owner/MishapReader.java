package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Knows the sentences in which somebody denies that it was them who broke, dropped or lost a
 * telephone, and say who of the family did: "it was not me who broke the phone, it was my son".
 * They deny nothing of a recovery. A sentence that also speaks of the account, of a request or of a
 * code, or that names a stranger or nobody, is none of them. The words stand in {@code
 * mishap-words.txt}, those of a family in {@code writer-words.txt}.
 */
public final class MishapReader {
  private static final List<String> ALL = List.of("harm", "device", "not me");

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(MishapReader.class, "mishap-words.txt");

  private static final Lexicon<Set<String>> FAMILY =
      WordList.lexicon(OtherWriterReader.class, "writer-words.txt", Set.of("family"));

  private MishapReader() {}

  /** {@code written} without such sentences; the same where there is none. */
  public static String without(String written) {
    MailText text = MailText.of(written);
    return text.without(at -> isMishap(text.clauses().get(at)));
  }

  private static boolean isMishap(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = WORDS.find(clause);
    return ALL.stream().allMatch(group -> Lexicon.has(hits, group))
        && !Lexicon.has(hits, "request")
        && Lexicon.has(FAMILY.find(clause), "family");
  }
}

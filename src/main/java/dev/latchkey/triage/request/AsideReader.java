package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows the sentences that sound like an owner's objection and are about something else: a wait
 * that nobody asked for ("I did not ask for it to take three weeks"), a name or an address that
 * another chose, a break-in of long ago or at somebody else's. A sentence that also speaks of the
 * request, or of what is amiss now, is none of them. The words stand in {@code aside-words.txt}.
 */
public final class AsideReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(AsideReader.class, "aside-words.txt");

  /** Of a longer text nothing is left out, in signs. */
  private static final int LOOKED_AT = 4_000;

  private AsideReader() {}

  /** {@code written} without such sentences; the same where there is none. */
  public static String without(String written) {
    if (written.length() > LOOKED_AT) {
      return written;
    }
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (List<Words.Word> clause : MailText.of(written).clauses()) {
      if (isAside(WORDS.find(clause))) {
        left.append(written, from, clause.get(0).start());
        from = clause.get(clause.size() - 1).end();
      }
    }
    return from == 0 ? written : left.append(written.substring(from)).toString();
  }

  /** Whether it says neither yes nor no, or that we wrote to somebody else. */
  public static boolean abstains(String written) {
    return written.length() <= LOOKED_AT
        && MailText.of(written).clauses().stream()
            .anyMatch(clause -> Lexicon.has(WORDS.find(clause), "abstains"));
  }

  private static boolean isAside(List<Hit<Set<String>>> hits) {
    boolean waits =
        (leads(hits, "not asked", "wait") || leads(hits, "protests", "wait"))
            && !Lexicon.has(hits, "request");
    boolean chose = all(hits, "not me", "chose", "chosen") && !Lexicon.has(hits, "asks");
    boolean elsewhere =
        Lexicon.has(hits, "break in")
            && (Lexicon.has(hits, "long ago") || Lexicon.has(hits, "somebody else"))
            && !Lexicon.has(hits, "asks")
            && !Lexicon.has(hits, "now");
    return waits || chose || elsewhere;
  }

  private static boolean all(List<Hit<Set<String>>> hits, String... groups) {
    return Stream.of(groups).allMatch(group -> Lexicon.has(hits, group));
  }

  /** Whether a phrase of one group stands before one of another. */
  private static boolean leads(List<Hit<Set<String>>> hits, String first, String then) {
    return Lexicon.of(hits, first)
        .anyMatch(hit -> Lexicon.of(hits, then).anyMatch(behind -> behind.from() >= hit.to()));
  }
}

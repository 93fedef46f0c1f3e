package dev.latchkey.triage.request;

import dev.latchkey.ticket.Danger;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which danger to an account somebody tells of: what gets one in is in a thief's hands, they
 * want it blocked, somebody passes for the desk, or a user stands in it whom they do not know. A
 * phone that was stolen is none by itself: that is why most people write. The words stand in {@code
 * danger-words.txt}.
 */
public final class DangerReader {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  private static final WordGroups WORDS = WordGroups.of(DangerReader.class, "danger-words.txt");

  private DangerReader() {}

  /** Those that {@code written} tells of. */
  public static Set<Danger> in(String written) {
    List<List<Words.Word>> clauses = clauses(written);
    Set<Danger> found = EnumSet.noneOf(Danger.class);
    boolean stolen = clauses.stream().anyMatch(clause -> WORDS.has(clause, "stolen"));
    for (int at = 0; at < clauses.size(); at++) {
      List<Words.Word> clause = clauses.get(at);
      List<Words.Word> two = withNext(clauses, at);
      if (isTaken(clause, stolen)) {
        found.add(Danger.TAKEN);
      }
      if (WORDS.has(clause, "block") && !WORDS.has(clause, "not block")) {
        found.add(Danger.BLOCK);
      }
      boolean called =
          WORDS.has(two, "called") && (WORDS.has(two, "wants code") || WORDS.has(two, "from us"));
      if (called || (WORDS.has(clause, "poses") && WORDS.has(clause, "from us"))) {
        found.add(Danger.POSED);
      }
    }
    return found;
  }

  /** Whether {@code written} tells of a user in the account whom its writer does not know. */
  public static boolean strangerInside(String written) {
    List<List<Words.Word>> clauses = clauses(written);
    for (int at = 0; at < clauses.size(); at++) {
      if (WORDS.has(clauses.get(at), "second user") && WORDS.has(around(clauses, at), "unknown")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTaken(List<Words.Word> clause, boolean stolen) {
    boolean thief = WORDS.has(clause, "thief");
    boolean things = WORDS.has(clause, "codes") || WORDS.has(clause, "device");
    boolean holds = thief && WORDS.has(clause, "holds") && things;
    boolean paper =
        WORDS.has(clause, "paper") && (WORDS.has(clause, "gone") || WORDS.has(clause, "stolen"));
    boolean codes =
        stolen
            && WORDS.has(clause, "codes")
            && (WORDS.has(clause, "too") || paper)
            && !WORDS.has(clause, "no codes");
    return holds || codes;
  }

  private static List<List<Words.Word>> clauses(String written) {
    String text = RedactedText.withoutMarks(written);
    return Clauses.of(Words.of(text.substring(0, Math.min(text.length(), LOOKED_AT))));
  }

  private static List<Words.Word> withNext(List<List<Words.Word>> clauses, int at) {
    List<Words.Word> two = new ArrayList<>(clauses.get(at));
    if (at + 1 < clauses.size()) {
      two.addAll(clauses.get(at + 1));
    }
    return two;
  }

  private static List<Words.Word> around(List<List<Words.Word>> clauses, int at) {
    List<Words.Word> near = new ArrayList<>(at > 0 ? clauses.get(at - 1) : List.of());
    near.addAll(withNext(clauses, at));
    return near;
  }
}

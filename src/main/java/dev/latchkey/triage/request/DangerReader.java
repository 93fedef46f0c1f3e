package dev.latchkey.triage.request;

import dev.latchkey.ticket.Danger;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which danger to an account somebody tells of: what gets one in is in a thief's hands, they
 * want it blocked, somebody passes for the desk, or a user stands in it whom they do not know. A
 * phone that was stolen is none by itself: that is why most people write. The words stand in {@code
 * danger-words.txt}.
 */
public final class DangerReader {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  private static final Map<String, List<String>> PHRASES =
      WordList.phrases(DangerReader.class, "danger-words.txt");

  /** Each group by itself: they share words. */
  private static final Map<String, Lexicon<Set<String>>> GROUPS =
      PHRASES.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  group ->
                      new Lexicon<>(
                          Map.of(group.getKey(), group.getValue()), sections -> sections)));

  private DangerReader() {}

  /** Those that {@code written} tells of. */
  public static Set<Danger> in(String written) {
    List<List<Words.Word>> clauses = clauses(written);
    Set<Danger> found = EnumSet.noneOf(Danger.class);
    boolean stolen = clauses.stream().anyMatch(clause -> has(clause, "stolen"));
    for (int at = 0; at < clauses.size(); at++) {
      List<Words.Word> clause = clauses.get(at);
      List<Words.Word> two = withNext(clauses, at);
      if (isTaken(clause, stolen)) {
        found.add(Danger.TAKEN);
      }
      if (has(clause, "block") && !has(clause, "not block")) {
        found.add(Danger.BLOCK);
      }
      boolean called = has(two, "called") && (has(two, "wants code") || has(two, "from us"));
      if (called || (has(clause, "poses") && has(clause, "from us"))) {
        found.add(Danger.POSED);
      }
    }
    return found;
  }

  /** Whether {@code written} tells of a user in the account whom its writer does not know. */
  public static boolean strangerInside(String written) {
    List<List<Words.Word>> clauses = clauses(written);
    for (int at = 0; at < clauses.size(); at++) {
      if (has(clauses.get(at), "second user") && has(around(clauses, at), "unknown")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTaken(List<Words.Word> clause, boolean stolen) {
    boolean thief = has(clause, "thief");
    boolean things = has(clause, "codes") || has(clause, "device");
    boolean holds = thief && has(clause, "holds") && things;
    boolean codes =
        stolen && has(clause, "codes") && has(clause, "too") && !has(clause, "no codes");
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

  private static boolean has(List<Words.Word> words, String group) {
    return !Objects.requireNonNull(GROUPS.get(group)).find(words).isEmpty();
  }
}

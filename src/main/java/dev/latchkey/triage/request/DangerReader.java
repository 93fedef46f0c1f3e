package dev.latchkey.triage.request;

import dev.latchkey.ticket.Danger;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which danger to an account somebody tells of: what gets one in is in the hands of a thief
 * or of somebody they fear, they want it blocked or given back to nobody, somebody passes for the
 * desk, or a user stands in it whom they do not know. A phone that was stolen is none by itself:
 * that is why most people write. The words stand in {@code danger-words.txt}.
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
      if (isTaken(clause, stolen) || isFeared(clauses, clause, stolen) || isFoe(clause, two)) {
        found.add(Danger.TAKEN);
      }
      if ((WORDS.has(clause, "block") && !WORDS.has(clause, "not block"))
          || WORDS.has(clause, "no recovery")) {
        found.add(Danger.BLOCK);
      }
      boolean called =
          WORDS.has(two, "called") && (WORDS.has(two, "wants code") || WORDS.has(two, "from us"));
      called |= isCall(clause, two);
      if (called || (WORDS.has(clause, "poses") && WORDS.has(clause, "from us"))) {
        found.add(Danger.POSED);
      }
    }
    return found;
  }

  /** Whether {@code written} wants that nobody gets the account back, whoever asks for it. */
  public static boolean refusesRecovery(MailText written) {
    return written.beginning(LOOKED_AT).clauses().stream()
        .anyMatch(clause -> WORDS.has(clause, "no recovery"));
  }

  /** Somebody whom they fear has what gets one in, or reads the mailbox. */
  private static boolean isFoe(List<Words.Word> clause, List<Words.Word> two) {
    boolean things = WORDS.has(two, "codes") || WORDS.has(two, "device");
    return WORDS.has(clause, "foe")
        && !WORDS.has(clause, "colleague")
        && ((WORDS.has(two, "holds") && things)
            || (WORDS.has(two, "enters") && WORDS.has(two, "mailbox")));
  }

  /** Whoever rang and, in this sentence or the next, wanted what only its owner may know. */
  private static boolean isCall(List<Words.Word> clause, List<Words.Word> two) {
    return WORDS.has(clause, "rang")
        && WORDS.has(two, "wants")
        && WORDS.has(two, "number")
        && !WORDS.has(two, "i called");
  }

  /**
   * Whether {@code written} tells of a user in the account whom its writer does not know, or of
   * what such a one left there: a forwarding, a number, a device.
   */
  public static boolean strangerInside(String written) {
    return strangerInside(MailText.of(RedactedText.withoutMarks(written)));
  }

  /** The same of a text that others read as well, without the marks of secrets. */
  static boolean strangerInside(MailText written) {
    List<List<Words.Word>> clauses = written.beginning(LOOKED_AT).clauses();
    for (int at = 0; at < clauses.size(); at++) {
      List<Words.Word> clause = clauses.get(at);
      boolean user = WORDS.has(clause, "second user") && WORDS.has(around(clauses, at), "unknown");
      boolean thing =
          WORDS.has(clause, "thing inside")
              && (WORDS.has(around(clauses, at), "not mine") || WORDS.has(clause, "never made"));
      if (user || thing) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@code written} tells of a theft and of codes, and does not say that these are safe:
   * whatever it says of having them, nobody can rely on that it is the writer who has.
   */
  public static boolean codesAtRisk(String written) {
    List<List<Words.Word>> clauses = clauses(written);
    return clauses.stream().anyMatch(DangerReader::isTheft)
        && clauses.stream().anyMatch(clause -> WORDS.has(clause, "codes"))
        && clauses.stream().noneMatch(clause -> WORDS.has(clause, "safe"));
  }

  private static boolean isTheft(List<Words.Word> clause) {
    return WORDS.has(clause, "stolen") || WORDS.has(clause, "thief");
  }

  /** "Can the thief use the codes on that paper?", with or without a name for what they are. */
  private static boolean isFeared(
      List<List<Words.Word>> clauses, List<Words.Word> clause, boolean stolen) {
    boolean codes =
        clauses.stream().anyMatch(it -> WORDS.has(it, "codes") || WORDS.has(it, "paper"));
    boolean safe = clauses.stream().anyMatch(it -> WORDS.has(it, "safe"));
    boolean theft = stolen || clauses.stream().anyMatch(DangerReader::isTheft);
    return theft && codes && !safe && WORDS.has(clause, "misuse");
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
    boolean both = thief && WORDS.has(clause, "codes") && !WORDS.has(clause, "no codes");
    return holds || codes || both;
  }

  private static List<List<Words.Word>> clauses(String written) {
    return MailText.of(RedactedText.withoutMarks(written)).beginning(LOOKED_AT).clauses();
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

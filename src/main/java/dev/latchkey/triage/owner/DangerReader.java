package dev.latchkey.triage.owner;

import dev.latchkey.ticket.Danger;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clause;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

  /** Without any of them nobody is told to pass for the desk. */
  private static final Set<String> POSING =
      Set.of("called", "rang", "by telephone", "poses", "poses as us");

  /** Without any of them no danger is told of, and most mails hold none. */
  private static final Set<String> NEEDED =
      Set.of(
          "thief",
          "stolen",
          "foe",
          "block",
          "no recovery",
          "called",
          "rang",
          "by telephone",
          "poses",
          "poses as us");

  private DangerReader() {}

  /** Those that {@code written} tells of. */
  public static Set<Danger> in(String written) {
    List<List<Words.Word>> clauses = clauses(written);
    Set<Danger> found = EnumSet.noneOf(Danger.class);
    if (!WORDS.hasAny(clauses, NEEDED)) {
      return found;
    }
    boolean stolen = any(clauses, "stolen");
    boolean feared = areFeared(clauses);
    for (int at = 0; at < clauses.size(); at++) {
      List<Words.Word> clause = clauses.get(at);
      List<Words.Word> two = withNext(clauses, at);
      boolean misuse = feared && WORDS.has(clause, "misuse");
      if (isTaken(clause, stolen) || misuse || isFoe(clause, two)) {
        found.add(Danger.TAKEN);
      }
      if ((WORDS.has(clause, "block") && !WORDS.has(clause, "not block"))
          || WORDS.has(clause, "no recovery")) {
        found.add(Danger.BLOCK);
      }
      if (isPosed(clause, two)) {
        found.add(Danger.POSED);
      }
    }
    return found;
  }

  /** Whether {@code written} tells of somebody who passes for the desk. */
  static boolean posed(MailText written) {
    List<List<Words.Word>> clauses = written.beginning(LOOKED_AT).clauses();
    return WORDS.hasAny(clauses, POSING)
        && IntStream.range(0, clauses.size())
            .anyMatch(at -> isPosed(clauses.get(at), withNext(clauses, at)));
  }

  private static boolean isPosed(List<Words.Word> clause, List<Words.Word> two) {
    boolean called =
        WORDS.has(two, "called") && (WORDS.has(two, "wants code") || WORDS.has(two, "from us"));
    return called
        || isCall(clause, two)
        || WORDS.has(clause, "poses as us")
        || (WORDS.has(clause, "poses") && WORDS.has(clause, "from us"));
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

  /**
   * Whoever rang and, in this sentence or the next, wanted or got what its owner alone may know. A
   * page that asks for it on somebody's telephone has not rung.
   */
  private static boolean isCall(List<Words.Word> clause, List<Words.Word> two) {
    boolean rang =
        WORDS.has(clause, "rang") || (WORDS.has(clause, "by telephone") && !WORDS.has(two, "page"));
    return rang
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
        && any(clauses, "codes")
        && !any(clauses, "safe");
  }

  private static boolean isTheft(List<Words.Word> clause) {
    return WORDS.has(clause, "stolen") || WORDS.has(clause, "thief");
  }

  /**
   * Whether they fear for codes, or for paper with them: "can the thief use the codes on that
   * paper?", with or without a name for what they are.
   */
  private static boolean areFeared(List<List<Words.Word>> clauses) {
    return clauses.stream().anyMatch(DangerReader::isTheft)
        && (any(clauses, "codes") || any(clauses, "paper"))
        && !any(clauses, "safe");
  }

  private static boolean any(List<List<Words.Word>> clauses, String group) {
    return clauses.stream().anyMatch(clause -> WORDS.has(clause, group));
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
    List<Words.Word> clause = clauses.get(at);
    return at + 1 < clauses.size() ? Clause.joined(clause, clauses.get(at + 1)) : clause;
  }

  private static List<Words.Word> around(List<List<Words.Word>> clauses, int at) {
    List<Words.Word> near = withNext(clauses, at);
    return at > 0 ? Clause.joined(clauses.get(at - 1), near) : near;
  }
}

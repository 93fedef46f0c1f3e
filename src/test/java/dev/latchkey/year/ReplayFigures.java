package dev.latchkey.year;

import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.SimulatedDesk.Came;
import dev.latchkey.year.SimulatedDesk.Ended;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a replay comes to, in counts and in the mails that went wrong. */
final class ReplayFigures {
  static final String ASKED = "people who asked for a recovery";
  static final String FINISHED = "finished case without a human touch";

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> unheard = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final List<String> withoutLetter = new ArrayList<>();

  /** Whoever heard a mail: by what the desk keeps, which another test proves to be so. */
  void heard(PersonMail mail, Came came, SimulatedDesk desk) throws SQLException {
    count("mails");
    for (Ended ended : came.ended()) {
      String heard =
          desk.column(
                  "SELECT CONCAT(kind, ' ', COALESCE(heard, 'NOBODY')) FROM mail WHERE id = "
                      + ended.mailId())
              .get(0);
      count("mails, " + heard);
      if (heard.equals("human NOBODY")) {
        unheard.add(ended.outcome() + " " + mail.subject() + ": " + shortened(mail.body()));
      }
    }
  }

  private static boolean told(String writer, Came came) {
    return came.letters().stream()
        .anyMatch(letter -> letter.to(writer) || letter.to(Replay.ALICE) || letter.to(Replay.BOB));
  }

  /** An answer to the questions of a letter, and what is still missing after it. */
  void answered(
      AnswerStyle style, Claimant who, Set<Question> asked, Set<Question> left, Came came) {
    count("answers, " + style);
    if (left.isEmpty()) {
      count("answers, " + style + ", all read");
    } else {
      unread.add(style + " " + who.language() + " " + who.id() + " still asked for " + left);
    }
    if (left.equals(asked) && !told(who.address(), came)) {
      dropped.add(style + " " + who.id());
    }
  }

  /** A later mail, its ticket before and after it, and whether its words wait for the staff. */
  void later(
      LaterMail mail,
      Optional<TicketView> before,
      Optional<TicketView> after,
      Came came,
      boolean waits) {
    boolean changed = !before.map(ReplayFigures::facts).equals(after.map(ReplayFigures::facts));
    boolean writer = !came.letters().isEmpty();
    String outcome =
        came.ended().stream().map(Ended::outcome).map(Enum::name).collect(Collectors.joining("+"));
    count(
        "later, %s: %s%s%s"
            .formatted(
                mail.label(),
                outcome.toLowerCase(Locale.ROOT),
                changed ? ", changed" : "",
                writer ? ", letter" : waits ? ", before the staff" : ", nobody"));
    count("later mails that answer", mail.answer() ? 1 : 0);
    if (mail.answer() && !changed && !writer && !waits) {
      dropped.add(
          mail.label()
              + " "
              + mail.id()
              + " "
              + after.map(one -> one.ticket().state())
              + " ("
              + came.ended()
              + "): "
              + shortened(mail.text()));
    }
  }

  private static List<Object> facts(TicketView view) {
    return List.of(
        view.ticket().state(),
        view.ticket().answers(),
        view.evidence(),
        view.warnings(),
        view.ticket().questionOpen());
  }

  /** How it ended for somebody. */
  void ended(
      Claimant who, Optional<TicketState> state, boolean finished, boolean letter, boolean open) {
    String what = who.recovery() ? ASKED : "people who asked for something else";
    count(what);
    count(what + ", end " + state.map(Enum::name).orElse("no ticket"));
    if (who.recovery() && finished) {
      count(FINISHED);
    }
    if (open) {
      count("still open after it all");
    }
    if (!letter) {
      withoutLetter.add(who.id() + " " + shortened(who.body()));
    }
  }

  List<String> unheard() {
    return unheard;
  }

  List<String> dropped() {
    return dropped;
  }

  List<String> withoutLetter() {
    return withoutLetter;
  }

  int count(String figure, int more) {
    return counts.merge(figure, more, Integer::sum);
  }

  private void count(String figure) {
    count(figure, 1);
  }

  /** In percent. */
  double share(String part, String whole) {
    return 100.0 * counts.getOrDefault(part, 0) / Math.max(1, counts.getOrDefault(whole, 0));
  }

  void print() {
    counts.forEach((figure, count) -> System.out.printf("replay  %-70s %5d%n", figure, count));
    System.out.printf("replay  %-70s %5d%n", "mails that nobody heard", unheard.size());
    System.out.printf("replay  %-70s %5d%n", "answers that were dropped", dropped.size());
    System.out.printf("replay  %-70s %5d%n", "people who got no letter", withoutLetter.size());
    print("unheard", unheard);
    print("dropped", dropped);
    print("not read", unread);
    print("no letter", withoutLetter);
  }

  private static void print(String what, List<String> lines) {
    if (Boolean.getBoolean("replay.misses")) {
      lines.forEach(line -> System.out.println("replay " + what + ": " + line));
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 100 ? line.substring(0, 100) : line;
  }
}

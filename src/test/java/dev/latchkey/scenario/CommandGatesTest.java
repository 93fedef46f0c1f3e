package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * For each verb a mail that would be carried out; then one gate is broken at a time. Where the verb
 * needs the gate nothing is done, and at the end the mail as it was is carried out after all; where
 * it does not need the gate, the broken mail is. {@link StaffAttackTest} does APPROVE in depth.
 */
@NullMarked
class CommandGatesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern COMMAND = Pattern.compile("`([A-Z]++)[^`]*+`");
  private static final String FROM = "From: Alice <alice@staff.example>\n";

  /** Who wrote it is what everything needs. */
  private static final Set<Gate> WRITER =
      EnumSet.of(
          Gate.STRUCTURE,
          Gate.WRITTEN_BY_PERSON,
          Gate.ORIGIN,
          Gate.NOT_STAFF,
          Gate.REPLY_TO_DIFFERS);

  /** What stops needs a mail that they got: an old one is good enough. */
  private static final Set<Gate> GOT_IT = with(WRITER, Gate.TOKEN_UNKNOWN, Gate.TOKEN_NOT_THEIRS);

  /** What ends, or adds words, besides was written lately. */
  private static final Set<Gate> LATELY = with(GOT_IT, Gate.WRITTEN_LONG_AGO, Gate.WRITTEN_AHEAD);

  /** What goes on or changes needs a fresh one. */
  private static final Set<Gate> FRESH =
      with(LATELY, Gate.SENT_BY_ANOTHER, Gate.TOKEN_EXPIRED, Gate.TOKEN_USED);

  /** A breach of one gate: in the mail, or in what the desk remembers, which is mended after it. */
  private record Breach(UnaryOperator<String> mail, String harm, String mend) {
    static Breach of(UnaryOperator<String> mail) {
      return new Breach(mail, "", "");
    }

    static Breach of(String harm, String mend) {
      return new Breach(UnaryOperator.identity(), harm, mend);
    }
  }

  /** What the last column of the table of commands in README.md asks for. */
  private static final Map<String, Set<Gate>> ASKED =
      Map.of(
          "looks", with(WRITER, Gate.WRITTEN_LONG_AGO, Gate.WRITTEN_AHEAD),
          "stops", GOT_IT,
          "writes", LATELY,
          "changes", FRESH,
          "records", with(FRESH, Gate.OWN_CASE),
          "lifts", with(FRESH, Gate.OWN_CASE, Gate.NOT_APPROVER),
          "reports", with(FRESH, Gate.NOT_A_TASK),
          "approves", with(FRESH, Gate.NOT_APPROVER));

  private static final Map<Verb, Set<Gate>> NEEDED = needed();

  private static Map<Verb, Set<Gate>> needed() {
    Map<Verb, Set<Gate>> needed = new EnumMap<>(Verb.class);
    for (String line : readme().lines().toList()) {
      List<String> cells = CELL_END.splitAsStream(line).map(String::strip).toList();
      if (cells.size() == 4 && ASKED.containsKey(cells.get(3))) {
        COMMAND
            .matcher(cells.get(1))
            .results()
            .forEach(c -> needed.put(Verb.valueOf(c.group(1)), ASKED.get(cells.get(3))));
      }
    }
    return needed;
  }

  private static Set<Gate> gates(Verb verb) {
    return NEEDED.getOrDefault(verb, Set.of());
  }

  private static String readme() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readmeSaysOfEveryCommandWhatItNeeds() {
    assertThat(NEEDED).containsOnlyKeys(Verb.values());
  }

  private static Map<Gate, Breach> breaches() {
    Map<Gate, Breach> breaches = new EnumMap<>(Gate.class);
    breaches.put(Gate.STRUCTURE, Breach.of(mail -> mail.replace(FROM, FROM + FROM)));
    breaches.put(
        Gate.WRITTEN_BY_PERSON,
        Breach.of(mail -> mail.replace(FROM, FROM + "Auto-Submitted: auto-replied\n")));
    breaches.put(Gate.ORIGIN, Breach.of(mail -> mail.replace("dmarc=pass", "dmarc=none")));
    breaches.put(
        Gate.TOKEN_UNKNOWN,
        Breach.of(mail -> mail.replaceAll("(?m)^To: .*$", "To: support@desk.example")));
    breaches.put(
        Gate.TOKEN_NOT_THEIRS,
        Breach.of(
            "UPDATE token SET recipient = 'carol@staff.example'"
                + " WHERE recipient = 'alice@staff.example'",
            "UPDATE token SET recipient = 'alice@staff.example'"
                + " WHERE recipient = 'carol@staff.example'"));
    breaches.put(
        Gate.NOT_STAFF,
        Breach.of(mail -> mail.replace("alice@staff.example", "carol@staff.example")));
    breaches.put(
        Gate.REPLY_TO_DIFFERS,
        Breach.of(mail -> mail.replace(FROM, FROM + "Reply-To: bob@staff.example\n")));
    breaches.put(
        Gate.SENT_BY_ANOTHER,
        Breach.of(mail -> mail.replace(FROM, FROM + "Sender: bob@staff.example\n")));
    breaches.put(
        Gate.WRITTEN_LONG_AGO,
        Breach.of(
            mail -> mail.replaceFirst("(?m)^Date: .*$", "Date: Fri, 01 Aug 2025 09:00:00 +0000")));
    breaches.put(
        Gate.WRITTEN_AHEAD,
        Breach.of(
            mail -> mail.replaceFirst("(?m)^Date: .*$", "Date: Sun, 02 Mar 2036 09:00:00 +0000")));
    breaches.put(
        Gate.TOKEN_EXPIRED,
        Breach.of(
            "UPDATE token SET expires_at = DATE_SUB(expires_at, INTERVAL 500 DAY)",
            "UPDATE token SET expires_at = DATE_ADD(expires_at, INTERVAL 500 DAY)"));
    breaches.put(
        Gate.TOKEN_USED,
        Breach.of(
            "UPDATE token SET used_at = expires_at WHERE used_at IS NULL",
            "UPDATE token SET used_at = NULL WHERE used_at = expires_at"));
    breaches.put(
        Gate.NOT_A_TASK,
        Breach.of(
            "UPDATE token SET purpose = 'DECIDE' WHERE purpose = 'TASK'",
            "UPDATE token SET purpose = 'TASK' WHERE purpose = 'DECIDE'"));
    return breaches;
  }

  @TestFactory
  Stream<DynamicTest> nothingIsDoneWhenANeededGateIsClosed() {
    return Stream.of(Verb.values())
        .map(verb -> DynamicTest.dynamicTest(verb.name(), () -> breakOneAtATime(verb)));
  }

  private static void breakOneAtATime(Verb verb) throws IOException, SQLException {
    try (Conversation desk = desk(verb)) {
      String good = prepared(desk, verb);
      String before = desk.state(1001);
      int mails = 0;
      for (Map.Entry<Gate, Breach> breach : breaches().entrySet()) {
        if (gates(verb).contains(breach.getKey())) {
          receive(desk, good, breach.getValue(), ++mails);
          assertThat(desk.outcome())
              .as("%s with %s closed: %s", verb, breach.getKey(), desk.desk().lastReason())
              .isNotEqualTo(Outcome.COMMAND_DONE);
          assertThat(desk.state(1001)).as("after %s", breach.getKey()).isEqualTo(before);
        }
      }
      desk.receive(good);
      assertThat(desk.outcome())
          .as("%s as it should be: %s", verb, desk.desk().lastReason())
          .isEqualTo(Outcome.COMMAND_DONE);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatAVerbDoesNotNeedIsNotAskedOfIt() {
    return Stream.of(Verb.values())
        .filter(verb -> !gates(verb).containsAll(FRESH))
        .map(verb -> DynamicTest.dynamicTest(verb.name(), () -> breakWhatIsNotNeeded(verb)));
  }

  private static void breakWhatIsNotNeeded(Verb verb) throws IOException, SQLException {
    for (Gate gate : EnumSet.complementOf(EnumSet.copyOf(gates(verb)))) {
      Breach breach = breaches().get(gate);
      if (breach != null && FRESH.contains(gate)) {
        try (Conversation desk = desk(verb)) {
          receive(desk, prepared(desk, verb), breach, 1);
          assertThat(desk.outcome())
              .as("%s with %s closed: %s", verb, gate, desk.desk().lastReason())
              .isEqualTo(Outcome.COMMAND_DONE);
        }
      }
    }
  }

  private static void receive(Conversation desk, String good, Breach breach, int number)
      throws SQLException {
    if (!breach.harm().isEmpty()) {
      desk.change(breach.harm());
    }
    desk.receive(breach.mail().apply(good.replace("<story.", "<breach" + number + ".")));
    if (!breach.mend().isEmpty()) {
      desk.change(breach.mend());
    }
  }

  static Conversation desk(Verb verb) throws IOException, SQLException {
    return verb == Verb.VOUCH
        ? Conversation.inReviewWithCoOwner(CommandGatesTest.class)
        : Conversation.inReview(CommandGatesTest.class);
  }

  /** A mail that would be carried out, and a desk on which it would. */
  static String prepared(Conversation desk, Verb verb) throws IOException, SQLException {
    return switch (verb) {
      case APPROVE -> desk.mail(STORY.resolve("04-alice-approves.eml"), letter(desk, "CASE"));
      case REJECT, CLOSE, ASK, HOLD, NOTE, FREEZE, REDIRECT, REPLY, QUEUE, HELP ->
          answer(desk, "CASE", verb + " some words of hers".repeat(needsWords(verb) ? 1 : 0));
      case OPEN -> answer(desk, "CASE", "OPEN lou@mail.example");
      case STATUS -> answer(desk, "CASE", "STATUS LK-1001");
      case ASSIGN -> answer(desk, "CASE", "ASSIGN bob@staff.example");
      case VOUCH -> answer(desk, "CASE", "VOUCH omar");
      case SAW -> answer(desk, "CASE", "SAW BRANCH https://forge.example/dora/lamp");
      case LIFT -> {
        desk.change("INSERT INTO warning VALUES (1001, 'SEVERAL_CLAIMANTS', 'x', NOW(6))");
        yield answer(desk, "CASE", "LIFT SEVERAL_CLAIMANTS it was one person twice");
      }
      case MERGE -> {
        desk.receive(
            Conversation.mail(STORY.resolve("01-request.eml"))
                .replace("`dora`", "`widget`")
                .replace("<story.2@", "<second.2@"));
        assertThat(desk.state(1002)).isEqualTo("PROVING");
        yield answer(desk, "CASE", "MERGE LK-1002");
      }
      case RESUME -> {
        desk.receive(answer(desk, "CASE", "HOLD").replace("<story.", "<before."));
        yield answer(desk, "DECIDED", "RESUME");
      }
      case REOPEN -> {
        desk.receive(answer(desk, "CASE", "REJECT no proof").replace("<story.", "<before."));
        yield answer(desk, "DECIDED", "REOPEN");
      }
      case UNDO -> {
        desk.receive(answer(desk, "CASE", "HOLD").replace("<story.", "<before."));
        yield answer(desk, "DECIDED", "UNDO");
      }
      case DONE, FAILED -> {
        desk.receive(
            desk.mail(STORY.resolve("04-alice-approves.eml"), letter(desk, "CASE"))
                .replace("<story.", "<before."));
        desk.after(Duration.ofDays(2));
        desk.after(Duration.ofDays(1));
        desk.after(Duration.ofMinutes(1));
        assertThat(desk.state(1001)).isEqualTo("EXECUTING");
        yield answer(desk, "TASK", verb == Verb.DONE ? "DONE" : "FAILED it says no");
      }
    };
  }

  private static boolean needsWords(Verb verb) {
    return EnumSet.of(Verb.REJECT, Verb.ASK, Verb.NOTE, Verb.REDIRECT, Verb.REPLY).contains(verb);
  }

  private static String answer(Conversation desk, String letter, String command)
      throws IOException, SQLException {
    return desk.mail(STORY.resolve("04-alice-approves.eml"), letter(desk, letter))
        .replaceAll("APPROVE .*", command);
  }

  private static OutboundMail letter(Conversation desk, String letter) throws SQLException {
    return desk.last(letter, "alice@staff.example");
  }

  private static Set<Gate> with(Set<Gate> gates, Gate... more) {
    EnumSet<Gate> all = EnumSet.copyOf(gates);
    all.addAll(Set.of(more));
    return all;
  }
}

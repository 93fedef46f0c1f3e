package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.check.HistoryCheck;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What UNDO takes back, and what it does not. */
@NullMarked
class UndoTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final Path BOB_LOOKS =
      Conversation.STORIES.resolve("60-a-rejection-by-mistake/bob-looks.eml");

  /** What a command may change of a ticket; its version and its history go on. */
  private static final String STANDING =
      "SELECT CONCAT_WS('|', state, state_since, round, reopened, question_open,"
          + " IFNULL(next_follow_up, '-'), IFNULL(next_follow_up_at, '-'), IFNULL(assignee, '-'),"
          + " IFNULL(merged_into, '-'), IFNULL(decided_at, '-'), IFNULL(closed_at, '-'))"
          + " FROM ticket WHERE id = 1001";

  /** Each command, after those that lead to where it can be given. */
  private static Map<String, List<String>> commands() {
    Map<String, List<String>> commands = new TreeMap<>();
    commands.put("APPROVE %CODE%", List.of());
    commands.put("REJECT no proof", List.of());
    commands.put("CLOSE", List.of());
    commands.put("ASK Which project is yours?", List.of());
    commands.put("HOLD until 2026-03-20", List.of());
    commands.put("RESUME", List.of("HOLD"));
    commands.put("NOTE seen by telephone", List.of());
    commands.put("ASSIGN bob@staff.example", List.of());
    commands.put("MERGE LK-1002", List.of());
    commands.put("REDIRECT help@other.example", List.of());
    commands.put("REOPEN", List.of("REJECT no proof"));
    return commands;
  }

  @TestFactory
  Stream<DynamicTest> theTicketStandsAsItStoodBefore() {
    return commands().entrySet().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getKey(), () -> undone(command.getValue(), command.getKey())));
  }

  private void undone(List<String> first, String command) throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("`dora`", "`widget`")
              .replace("<story.2@", "<second.2@"));
      String letter = "CASE";
      for (String line : first) {
        alice(desk, letter, line);
        letter = "DECIDED";
      }
      String before = desk.column(STANDING).get(0);
      alice(desk, letter, command);
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      String answer =
          command.startsWith("NOTE") || command.startsWith("ASSIGN")
              ? "COMMAND_DONE"
              : command.equals("RESUME") ? "CASE" : "DECIDED";
      int told = desk.sender().sent().size();

      alice(desk, answer, "UNDO");

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.column(STANDING)).containsExactly(before);
      assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
      assertThat(desk.sender().sent().size()).isGreaterThan(told);
      assertThat(desk.desk().views().chain(new Reference(1001)))
          .hasValueSatisfying(chain -> assertThat(new HistoryCheck().find(chain)).isEmpty());
      alice(desk, "DECIDED", "UNDO");
      assertThat(desk.outcome()).as("twice").isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void afterAnHourNothingIsTakenBack() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      alice(desk, "CASE", "REJECT no proof");
      desk.after(Duration.ofMinutes(61));

      alice(desk, "DECIDED", "UNDO");

      assertThat(desk.state(1001)).isEqualTo("REJECTED");
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void whatSomethingElseFollowedIsNotTakenBack() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      alice(desk, "CASE", "APPROVE %CODE%");
      OutboundMail notice = desk.last("NOTICE_APPROVED", "dora@other.example");
      desk.receive(desk.answer("dora@other.example", notice, "This was not me. Please stop this."));
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");

      alice(desk, "DECIDED", "UNDO");

      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void whoAnswersAnOlderEmailTakesNothingBackThatSomebodyElseDidSince()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReviewOfBoth(UndoTest.class)) {
      OutboundMail bobs = desk.last("CASE", "bob@staff.example");
      alice(desk, "CASE", "REJECT no proof");

      desk.receive(desk.answer("bob@staff.example", bobs, "UNDO"));

      assertThat(desk.state(1001)).isEqualTo("REJECTED");
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void oneActiveTicketAnAccountAlsoAfterAnUndo() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      alice(desk, "CASE", "REJECT no proof");
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("dora@mail.example", "eve@mail.example")
              .replace("<story.2@", "<second.2@"));
      assertThat(desk.state(1002)).isEqualTo("PROVING");

      alice(desk, "DECIDED", "UNDO");

      assertThat(desk.state(1001)).isEqualTo("REJECTED");
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void aStopOfWhatWasApprovedIsTakenBackOnlyByWhoGaveIt() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      alice(desk, "CASE", "APPROVE %CODE%");
      alice(desk, "DECIDED", "HOLD");
      desk.receive(Conversation.mail(BOB_LOOKS));
      desk.receive(
          desk.answer(
              "bob@staff.example", desk.last("TICKET_STATUS", "bob@staff.example"), "UNDO"));
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");

      int told = desk.sender().sent().size();
      alice(desk, "DECIDED", "UNDO");

      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      List<OutboundMail> letters = desk.sender().sent().subList(told, desk.sender().sent().size());
      assertThat(letters.stream().map(letter -> letter.recipient().toString()))
          .contains("dora@mail.example", "dora@other.example");
      desk.after(Duration.ofDays(4));
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofMinutes(5));
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  @Test
  void shortlyBeforeTheResetOwnersHaveTheirTimeAgain() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      alice(desk, "CASE", "APPROVE %CODE%");
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofHours(23));
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      alice(desk, "DECIDED", "REJECT wait");
      alice(desk, "DECIDED", "UNDO");
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");

      desk.after(Duration.ofHours(20));
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      desk.after(Duration.ofHours(5));
      desk.after(Duration.ofMinutes(5));
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  @Test
  void whatWasTakenBackCanBeDecidedAnew() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      alice(desk, "CASE", "APPROVE %CODE%");
      alice(desk, "DECIDED", "UNDO");
      alice(desk, "CASE", "APPROVE %CODE%");
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");

      desk.after(Duration.ofDays(4));
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofMinutes(5));

      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  @Test
  void aRejectionWithoutAReasonIsNone() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      alice(desk, "CASE", "REJECT");

      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.last("COMMAND_REFUSED", "alice@staff.example").body()).contains("would help");
    }
  }

  @Test
  void aDayOnAnOldEmailIsIgnoredAndSaidSo() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(UndoTest.class)) {
      desk.change("UPDATE token SET used_at = expires_at WHERE used_at IS NULL");

      alice(desk, "CASE", "HOLD until 2026-03-20");

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("DECIDED", "alice@staff.example").body()).contains("2026-03-20");
    }
  }

  private void alice(Conversation desk, String letter, String line) throws SQLException {
    OutboundMail answered = desk.last(letter, "alice@staff.example", "LK-1001");
    desk.receive(desk.answer("alice@staff.example", answered, line));
  }
}

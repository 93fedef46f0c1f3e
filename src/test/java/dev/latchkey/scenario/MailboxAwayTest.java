package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.schedule.DeskTicker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A mailbox that is away holds up nothing that the database owns. */
@NullMarked
class MailboxAwayTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @Test
  void aRoundWorksOnWhatWasStored() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.inbox().lostAtMove(true);
      assertThatThrownBy(() -> desk.receive(Conversation.mail(STORY.resolve("01-request.eml"))))
          .isInstanceOf(DeskUnavailableException.class)
          .hasMessageStartingWith("mailbox: ");

      assertThat(desk.column("SELECT outcome FROM mail")).containsExactly("TICKET_OPENED");
      assertThat(desk.last("ACKNOWLEDGEMENT", "dora@mail.example").body()).contains("LK-1001");
    }
  }

  @Test
  void theTickerWorksOnWhatWasStoredThoughTheMailboxStaysAway() throws Exception {
    try (Conversation desk = empty()) {
      desk.inbox().lostAtMove(true);
      byte[] request = Files.readAllBytes(STORY.resolve("01-request.eml"));
      desk.inbox().receive(request);
      assertThatThrownBy(() -> desk.desk().loops().takeIn())
          .isInstanceOf(DeskUnavailableException.class);
      desk.inbox().away(true);
      try (DeskTicker ticker = desk.desk().start()) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (desk.desk().outcomes().isEmpty() && Instant.now().isBefore(deadline)) {
          Thread.sleep(50);
        }
        assertThat(desk.desk().outcomes())
            .as("while %s", ticker)
            .containsExactly(Outcome.TICKET_OPENED);
      }
    }
  }

  // --- nothing is executed while an objection may lie unread

  @Test
  void anObjectionInAMailboxThatIsAwayStopsTheExecution() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      approved(desk);
      desk.inbox().away(true);
      desk.passes(Duration.ofDays(2));
      goOn(desk);
      desk.pause();
      desk.inbox().receive(objection(desk));
      for (int hour = 0; hour < 30; hour++) {
        desk.passes(Duration.ofHours(1));
        goOn(desk);
        assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      }

      desk.inbox().away(false);
      desk.after(Duration.ofMinutes(5));
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(deferred(desk)).isZero();
    }
  }

  @Test
  void aMailboxThatWasAwayAndEmptyPutsTheExecutionOff() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      approved(desk);
      desk.inbox().away(true);
      desk.passes(Duration.ofDays(2));
      goOn(desk);
      int sent = desk.sender().sent().size();
      for (int hour = 0; hour < 24 * 4; hour++) {
        desk.passes(Duration.ofHours(1));
        goOn(desk);
      }
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      List<String> letters = new ArrayList<>();
      for (OutboundMail mail : desk.sender().sent().subList(sent, desk.sender().sent().size())) {
        letters.add(desk.letter(mail) + " to " + mail.recipient());
      }
      assertThat(letters).as("the date passed").containsExactly("OVERDUE to dora@mail.example");
      assertThat(deferred(desk)).as("days of waiting").isBetween(2, 3);

      desk.inbox().away(false);
      desk.after(Duration.ofMinutes(5));
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  @Test
  void aVisitThatBeganWhileTheOwnersStillHadTimeIsNotEnough() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      approved(desk);
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofHours(23));
      desk.passes(Duration.ofHours(2));
      goOn(desk);
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");

      desk.after(Duration.ofMinutes(5));
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  @Test
  void anObjectionThatIsStoredAndNotYetWorkedOnStopsTheExecution()
      throws IOException, SQLException {
    try (Conversation desk = empty()) {
      approved(desk);
      desk.after(Duration.ofDays(2));
      desk.pause();
      desk.inbox().receive(objection(desk));
      desk.passes(Duration.ofDays(1));
      desk.desk().loops().takeIn();
      assertThat(desk.inbox().size()).isZero();
      desk.desk().loops().sweepWithoutLooks();
      desk.desk().loops().execute();
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");

      desk.after(Duration.ofMinutes(1));
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
    }
  }

  @Test
  void aMailThatArrivedAfterTheOwnersTimeHoldsUpNothing() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      approved(desk);
      desk.after(Duration.ofDays(2));
      desk.passes(Duration.ofDays(1));
      desk.pause();
      String late = Conversation.mail(STORY.resolve("01-request.eml")) + "Any news?\n";
      desk.inbox().receive(late.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      desk.desk().loops().takeIn();
      assertThat(desk.desk().mails().countReceived()).isEqualTo(1);
      desk.desk().loops().sweepWithoutLooks();
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  /** Dora's recovery is approved and cools off for three days. */
  private static void approved(Conversation desk) throws IOException, SQLException {
    desk.proveOwnership(STORY);
    desk.receive(
        desk.mail(
            STORY.resolve("04-alice-approves.eml"), desk.last("CASE", "alice@staff.example")));
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
  }

  /** What a desk does while it cannot take mails in. */
  private static void goOn(Conversation desk) {
    desk.desk().loops().work();
    desk.desk().loops().sweepWithoutLooks();
    desk.desk().loops().execute();
    desk.desk().loops().deliver();
  }

  private static byte[] objection(Conversation desk) throws IOException, SQLException {
    return desk.mail(
            Conversation.STORIES.resolve(
                "03-cancelled-while-cooling-off/05-cancel-code-from-elsewhere.eml"),
            desk.last("NOTICE_FINAL", "dora@other.example"))
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int deferred(Conversation desk) throws SQLException {
    return desk.column("SELECT 1 FROM history WHERE event = 'EXECUTION_DEFERRED'").size();
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(MailboxAwayTest.class), STORY.resolve("accounts.csv"));
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Outcome;
import dev.latchkey.schedule.DeskTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
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

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(MailboxAwayTest.class), STORY.resolve("accounts.csv"));
  }
}

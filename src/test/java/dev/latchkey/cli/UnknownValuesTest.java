package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row with a value of another version is shown as such, and ends no command and no loop. */
class UnknownValuesTest {
  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws Exception {
    desk = CommandDesk.open(UnknownValuesTest.class, folder);
    for (String name : new String[] {"ann", "bob"}) {
      desk.server().addUser(EmailAddress.of(name + "@outside.example"), "secret");
      desk.write(
          EmailAddress.of(name + "@outside.example"),
          "Locked out",
          "I lost my phone and cannot log in. My username is " + name + ".");
    }
    assertThat(desk.run("poll")).isZero();
  }

  @AfterEach
  void stop() throws IOException {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "state, LOST_AND_FOUND, TicketState",
    "concern, OF_TOMORROW, Concern",
    "next_follow_up, SING, FollowUp",
    "reasons, SLEEPY, Reason",
    "recovery_codes, ENGRAVED, RecoveryCodes",
    "asked, SHOE_SIZE, Question"
  })
  void aTicketIsNamedAndTheOthersAreShown(String column, String value, String type)
      throws Exception {
    String ann = desk.schema().rows("SELECT MIN(id) FROM ticket").get(0);
    desk.schema()
        .change(
            "SET FOREIGN_KEY_CHECKS = 0",
            "UPDATE ticket SET %s = '%s', next_follow_up_at = NOW(6) - INTERVAL 1 HOUR WHERE id = %s"
                .formatted(column, value, ann));

    assertThat(desk.run("tickets", "list")).isZero();
    assertThat(desk.out()).contains("bob@outside.example").doesNotContain("ann@outside.example");
    assertThat(desk.err()).contains("LK-" + ann + " has a value", type + " " + value);
    assertThat(desk.run("tickets", "show", "LK-" + ann)).isEqualTo(1);
    assertThat(desk.err()).contains(type + " " + value);
    assertThat(desk.run("audit")).isEqualTo(1);
    assertThat(desk.out()).contains("LK-" + ann + ": cannot be checked", "2 tickets checked");

    theFiguresSaySo();

    desk.schema().change("UPDATE ticket SET next_follow_up_at = NOW(6) - INTERVAL 1 MINUTE");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
    assertThat(
            desk.schema()
                .rows("SELECT id FROM ticket WHERE next_follow_up_at < NOW(6) - INTERVAL 1 SECOND"))
        .as("the other went on, this one rests")
        .isEmpty();
  }

  @Test
  void oneThatWasClosedInAStateOfAnotherVersionIsCounted() throws Exception {
    desk.schema()
        .change(
            "SET FOREIGN_KEY_CHECKS = 0",
            "UPDATE ticket SET state = 'FORGOTTEN', closed_at = NOW(6) ORDER BY id LIMIT 1");
    theFiguresSaySo();
  }

  private void theFiguresSaySo() throws IOException {
    String line = "1 ticket with a value that this version does not know";
    assertThat(desk.run("figures")).as(desk.err()).isZero();
    assertThat(desk.out()).contains(line);
    assertThat(desk.run("figures", "--json")).isZero();
    assertThat(desk.out()).contains("\"unread\":1");
    desk.run("health");
    assertThat(desk.out()).contains(line);
    Path page = folder.resolve("report.html");
    assertThat(desk.run("report", "--html", page.toString())).as(desk.err()).isZero();
    assertThat(Files.readString(page)).contains(line);
  }

  @Test
  void aLetterThatNobodyKnowsIsSentAndShown() throws Exception {
    desk.schema()
        .change(
            "UPDATE outbox SET letter = 'SONG', state = 'PENDING', sent_at = NULL,"
                + " next_attempt_at = NOW(6) - INTERVAL 1 MINUTE"
                + " ORDER BY id LIMIT 1");
    assertThat(desk.run("outbox", "list")).isZero();
    assertThat(desk.out()).contains("SONG");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.schema().rows("SELECT state FROM outbox WHERE letter = 'SONG'"))
        .containsExactly("SENT");
  }
}

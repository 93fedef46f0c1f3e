package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers who claim an account use up codes to its addresses, but not those of its owner. */
@NullMarked
class OwnCodesTest {
  private static final Path STORY = Conversation.STORIES.resolve("160-branch-after-the-code");
  private static final String NORA = "nora@mail.example";
  private static final String ALSO = "nora@works.example";

  @TempDir private Path folder;
  private Conversation desk;

  @BeforeEach
  void strangersUseUpTheBudget() throws IOException, SQLException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published\n"
            + "nora,nora@mail.example verified since 2021-03-01; nora@works.example verified since"
            + " 2021-03-01,yes,no,yes\n");
    desk = new Conversation(TestDatabase.emptyFor(OwnCodesTest.class), accounts);
    for (int i = 0; i < 5; i++) {
      claims("eve" + i + "@attacker.example");
      desk.receive(
          desk.answer(
              "eve" + i + "@attacker.example",
              desk.last("ACKNOWLEDGEMENT", "eve" + i + "@attacker.example"),
              "Never mind, please close my request."));
      desk.after(Duration.ofMinutes(30));
    }
    assertThat(codes(NORA, "WAITING")).isPositive();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anOwnerWhoAsksGetsCodesToEachAddress() throws IOException, SQLException {
    int nora = codes(NORA, "SENT");
    int also = codes(ALSO, "SENT");
    claims(NORA);
    assertThat(codes(NORA, "SENT")).isEqualTo(nora + 1);
    assertThat(codes(ALSO, "SENT")).isEqualTo(also + 1);
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
    desk.receive(desk.answer(ALSO, desk.last("CODE", ALSO), "%CODE%"));
    assertThat(desk.column("SELECT class FROM evidence ORDER BY class"))
        .containsExactly("CODE", "REGISTERED_SENDER", "SECOND_CODE");
  }

  @Test
  void strangersAreStillHeldBackAndSoIsWhoForgesTheOwner() throws IOException, SQLException {
    int nora = codes(NORA, "SENT");
    claims("eve9@attacker.example");
    String forged = Conversation.mail(STORY.resolve("01-request.eml"));
    desk.receive(forged.substring(forged.indexOf("From:")));
    assertThat(codes(NORA, "SENT")).isEqualTo(nora);
  }

  private void claims(String who) throws IOException {
    desk.receive(
        Conversation.mail(STORY.resolve("01-request.eml"))
            .replace(NORA, who)
            .replace("mail.example", who.substring(who.indexOf('@') + 1))
            .replace("160.01", "160.01." + who.charAt(3)));
  }

  private int codes(String to, String state) throws SQLException {
    return desk.column(
            "SELECT id FROM outbox WHERE letter = 'CODE' AND state = '"
                + state
                + "' AND recipient = '"
                + to
                + "'")
        .size();
  }
}

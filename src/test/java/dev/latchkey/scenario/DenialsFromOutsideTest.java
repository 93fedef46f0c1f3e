package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Whoever names a reference and denies the request reports no break-in with it. */
@NullMarked
class DenialsFromOutsideTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @Test
  void aDenialIsOneLetterToTheStaffAndNoReportOfABreakIn() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(DenialsFromOutsideTest.class), STORY.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      int number = 0;
      for (String words :
          new String[] {
            "LK-1001 this was not me, stop it at once!",
            "That wasn't me, LK-1001. Stop!",
            "LK-1001: Das war ich nicht, sofort stoppen!",
            "LK-1001 ce n'est pas moi, arrêtez tout de suite !",
            "LK-1001 no fui yo, ¡paren ya!",
            "LK-1001 não fui eu, parem já!",
          }) {
        String from = "evil" + number++ + "@evil.example";
        desk.receive(desk.stamped(from, "support@desk.example", "hello", "", words));
      }
      assertThat(desk.column("SELECT id FROM outbox WHERE letter = 'COMPROMISE_REPORTED'"))
          .isEmpty();
      assertThat(desk.state(1001)).isEqualTo("PROVING");

      desk.receive(
          desk.stamped(
              "eve@evil.example",
              "support@desk.example",
              "hello",
              "",
              "LK-1001 this was not me. Somebody is in my account right now, I see logins from"
                  + " Kyiv!"));
      assertThat(desk.column("SELECT id FROM outbox WHERE letter = 'COMPROMISE_REPORTED'"))
          .isNotEmpty();
    }
  }
}

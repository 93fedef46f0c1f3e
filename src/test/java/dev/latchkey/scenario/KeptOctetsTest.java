package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The octets of a mail that decided something are kept, sealed, with the ticket; others go. */
@NullMarked
class KeptOctetsTest {
  @Test
  void proofsCommandsAndOwnersAnswersAreKeptAndNothingElse() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(KeptOctetsTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      desk.receive(
          desk.answer(
              "dora@other.example", desk.last("NOTICE_APPROVED", "dora@other.example"), "Stop!"));
      desk.receive(desk.stamped("zoe@mail.example", "support@desk.example", "hi", "", "hello"));
      desk.after(Duration.ofDays(90));

      assertThat(kept(desk))
          .containsExactly("CODE_ACCEPTED", "CODE_ACCEPTED", "COMMAND_DONE", "OWNER_OBJECTED");
      List<String> gone =
          desk.column(
              "SELECT outcome FROM mail WHERE id NOT IN (SELECT mail_id FROM raw_mail) ORDER BY id");
      assertThat(gone).contains("TICKET_OPENED", "NOT_A_REQUEST");
      assertThat(desk.desk().mails().findOctets(id(desk, "COMMAND_DONE")))
          .hasValueSatisfying(
              octets ->
                  assertThat(new String(octets.octets(), StandardCharsets.UTF_8))
                      .contains("APPROVE "));
    }
  }

  /** A password that somebody wrote into it is kept nowhere. */
  @Test
  void whatHoldsASecretIsNotKept() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(KeptOctetsTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      desk.receive(
          desk.answer(
              "dora@other.example",
              desk.last("NOTICE_APPROVED", "dora@other.example"),
              "Stop! My password is Tr0ub4dor&3xyz, look yourself."));

      assertThat(desk.column("SELECT outcome FROM mail ORDER BY id DESC LIMIT 1"))
          .containsExactly("OWNER_OBJECTED");
      assertThat(kept(desk)).doesNotContain("OWNER_OBJECTED");
    }
  }

  private static List<String> kept(Conversation desk) throws SQLException {
    return desk.column("SELECT outcome FROM mail JOIN raw_mail ON mail_id = id ORDER BY mail.id");
  }

  private static long id(Conversation desk, String outcome) throws SQLException {
    return Long.parseLong(
        desk.column("SELECT id FROM mail WHERE outcome = '" + outcome + "'").get(0));
  }
}

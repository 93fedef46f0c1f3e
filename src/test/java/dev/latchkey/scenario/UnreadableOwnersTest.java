package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** An owner's answer that nobody can read stops the clock, and nobody says that it is empty. */
@NullMarked
class UnreadableOwnersTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String OTHER = "dora@other.example";
  private static final String ALICE = "alice@staff.example";

  @Test
  void anEncryptedAnswerIsAskedForAgainAndTheStaffReadThatItWasNotRead()
      throws IOException, SQLException {
    try (Conversation desk = doraAsks("")) {
      String mail =
          desk.answer(
              OTHER,
              desk.last("CODE", OTHER),
              "-----BEGIN PGP MESSAGE-----\n\nhQEMA8\n=aaaa\n-----END PGP MESSAGE-----");
      desk.receive(mail);

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", ALICE).body())
          .contains("cannot read this email")
          .doesNotContain("holds no words");
      OutboundMail heard = desk.last("OWNER_HEARD", OTHER);
      assertThat(heard.subject()).startsWith("Please send us your message again");
      assertThat(heard.body())
          .contains("encrypted with OpenPGP", "waits", "not me")
          .doesNotContain("have your message now");
    }
  }

  @Test
  void soIsOneThatIsTooLarge() throws IOException, SQLException {
    try (Conversation desk = doraAsks("size-limit: 1MB")) {
      String text = "I did not ask for this.\n".repeat(60_000);
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), text));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", ALICE).body()).contains("cannot read this email");
      assertThat(desk.last("OWNER_HEARD", OTHER).body()).contains("too large for us");
    }
  }

  /** What stood in the middle of it nobody knows, and staff have it before them. */
  @Test
  void beyondTheLongestTextACodeCountsButNothingIsRecommended() throws IOException, SQLException {
    try (Conversation desk = doraAsks("size-limit: 25MB")) {
      String quoted = "> and so on\n".repeat(120_000);
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), "%CODE%\n\n" + quoted));

      assertThat(desk.column("SELECT class FROM evidence WHERE class LIKE '%CODE%'")).hasSize(1);
      assertThat(desk.column("SELECT kind FROM warning")).containsExactly("WORDS_BESIDE_CODE");
    }
  }

  private static Conversation doraAsks(String more) throws IOException, SQLException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(UnreadableOwnersTest.class),
            STORY.resolve("accounts.csv"),
            "authserv-ids: [mx.desk.example]",
            more);
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    return desk;
  }
}

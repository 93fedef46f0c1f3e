package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Authenticator;
import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Two people and the six digits of each: guessed at, used again, and long ago. */
@NullMarked
class SecondFactorTest {
  private static final Path STORY =
      Conversation.STORIES.resolve("09-two-approvers-with-a-second-factor");
  private static final String ALICE = "alice@staff.example";
  private static final String BOB = "bob@staff.example";

  @Test
  void digitsOfBeforeTheLastUsedOnesApproveNothing() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      OutboundMail theCase = desk.last("CASE", ALICE);
      String early = approval(desk, theCase);
      desk.change("INSERT INTO totp_step VALUES ('" + ALICE + "', " + step(desk) + ")");

      desk.receive(early);

      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(approvals(desk)).isEqualTo("0");
      assertThat(desk.column("SELECT staff FROM wrong_digits WHERE tries > 0"))
          .as("no guess")
          .isEmpty();
      desk.after(Duration.ofMinutes(2));
      desk.receive(approval(desk, theCase));
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
    }
  }

  /** A telephone in a tunnel: six times right, each time too late. */
  @Test
  void digitsThatWereRightAWhileAgoApproveNothingAndAreNoGuess() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      for (int i = 0; i < 6; i++) {
        String late =
            approval(desk, desk.last("CASE", ALICE)).replace("<story.", "<late" + i + ".");
        desk.after(Duration.ofMinutes(i == 5 ? 600 : 5));
        desk.receive(late);
        assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
        assertThat(desk.last("COMMAND_REFUSED", ALICE).body().replaceAll("\\s+", " "))
            .contains("were right, but too old");
      }
      assertThat(approvals(desk)).isEqualTo("0");
      assertThat(desk.column("SELECT staff FROM wrong_digits WHERE tries > 0"))
          .as("no guess")
          .isEmpty();
      desk.receive(approval(desk, desk.last("CASE", ALICE)));
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
    }
  }

  /** She takes her approval back, and gives it again within the half minute. */
  @Test
  void digitsThatWereUsedAreKept() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      desk.setClock(Instant.parse("2026-03-02T09:01:00Z"));
      String digits = Authenticator.digits(desk.now());
      desk.alice("CASE", "APPROVE %CODE% " + digits);
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.column("SELECT staff FROM totp_step")).containsExactly(ALICE);
      desk.change("DELETE FROM approval");
      desk.receive(
          desk.stamped(ALICE, "support@desk.example", "Re: account", "", "STATUS LK-1001"));
      desk.alice("CASE", "APPROVE %CODE% " + digits);

      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.last("COMMAND_REFUSED", ALICE).body()).contains("used already");
      assertThat(approvals(desk)).isEqualTo("0");
    }
  }

  @Test
  void whoseSecondFactorIsForEveryApprovalApprovesNothingWithoutIt()
      throws IOException, SQLException {
    Path story = Conversation.STORIES.resolve("01-complete-recovery");
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(SecondFactorTest.class),
            story.resolve("accounts.csv"),
            "authserv-ids: [mx.desk.example]",
            "second-factor: always")) {
      desk.proveOwnership(story);
      assertThat(desk.last("CASE", ALICE).body().replaceAll("\\s+", " ")).contains("your 6 digits");

      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");

      desk.alice("CASE", "APPROVE %CODE% " + Authenticator.digits(desk.now()));
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void rightDigitsForgetTheWrongOnesBeforeThem() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      for (int i = 0; i < 4; i++) {
        desk.alice("CASE", "APPROVE %CODE% 00000" + i);
      }
      desk.receive(approval(desk, desk.last("CASE", ALICE)));
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);

      assertThat(desk.column("SELECT tries FROM wrong_digits")).containsExactly("0");
    }
  }

  @Test
  void guessesAreNotForgottenByWaiting() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      for (int i = 0; i < 5; i++) {
        desk.alice("CASE", "APPROVE %CODE% 00000" + i);
        desk.after(Duration.ofHours(2));
      }

      assertThat(desk.last("DIGITS_GUESSED", BOB).subject()).contains("LK-1001");
      desk.receive(approval(desk, desk.last("CASE", ALICE)));
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_DONE);
    }
  }

  @Test
  void anApprovalOfAWeekAgoIsNoneOfTheTwo() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      desk.receive(approval(desk, desk.last("CASE", ALICE)));
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      desk.after(Duration.ofDays(8));

      desk.receive(desk.stamped(BOB, "support@desk.example", "Re: account", "", "STATUS LK-1001"));
      desk.receive(approval(desk, desk.last("CASE", BOB)));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.last("COMMAND_DONE", BOB).body()).contains("1 of 2");
      desk.receive(
          desk.stamped(ALICE, "support@desk.example", "Re: account", "", "STATUS LK-1001"));
      desk.receive(approval(desk, desk.last("CASE", ALICE)));
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void anApprovalOfSixDaysAgoIsOneOfTheTwo() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      desk.receive(approval(desk, desk.last("CASE", ALICE)));
      desk.after(Duration.ofDays(6));

      desk.receive(approval(desk, desk.last("CASE", BOB)));

      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  private static String approvals(Conversation desk) throws SQLException {
    return desk.column("SELECT COUNT(*) FROM approval").get(0);
  }

  /** Of the moment at which a mail that is written now arrives, and half a minute more. */
  private static long step(Conversation desk) {
    return desk.now().getEpochSecond() / 30 + 2;
  }

  private static String approval(Conversation desk, OutboundMail theCase) throws IOException {
    String name =
        theCase.recipient().equals(EmailAddress.of(ALICE))
            ? "04-alice-with-digits.eml"
            : "06-bob-with-digits.eml";
    return desk.mail(STORY.resolve(name), theCase)
        .replaceAll("(APPROVE \\w+) \\d{6}", "$1 " + Authenticator.digits(desk.now()))
        .replace("<story.", "<at" + System.nanoTime() + ".");
  }

  /** A case that needs digits goes to who has some; who has none is not asked for any. */
  @Test
  void whoHasNoAuthenticatorIsAskedForNoDigits() throws IOException, SQLException {
    try (Conversation desk = inReview("authserv-ids: [mx.desk.example]", "active: true")) {
      assertThat(desk.last("CASE", BOB).body().replaceAll("\\s+", " ")).contains("your 6 digits");
      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'CASE'"))
          .containsExactly(BOB);

      desk.receive(
          desk.stamped(ALICE, "support@desk.example", "Re: account", "", "STATUS LK-1001"));
      assertThat(desk.last("CASE", ALICE).body().replaceAll("\\s+", " "))
          .doesNotContain("APPROVE and this code")
          .contains("you are none for this case");

      desk.alice("CASE", "APPROVE");
      assertThat(desk.last("COMMAND_REFUSED", ALICE).body().replaceAll("\\s+", " "))
          .contains("none is set up for you");
      assertThat(approvals(desk)).isEqualTo("0");
    }
  }

  private static Conversation inReview() throws IOException, SQLException {
    return inReview("authserv-ids: [mx.desk.example]", "");
  }

  private static Conversation inReview(String authentication, String more)
      throws IOException, SQLException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(SecondFactorTest.class),
            STORY.resolve("accounts.csv"),
            authentication,
            more);
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    desk.receive(desk.mail(STORY.resolve("02-code.eml"), desk.last("CODE", "kim@mail.example")));
    return desk;
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A desk that another desk answers, and a request that a program sends on and on. */
@NullMarked
class DesksThatAnswerEachOtherTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String HELP = "help@other.example";
  private static final int ROUNDS = 12;

  /** How a desk of another make answers. */
  private enum Other {
    THE_SAME_WORDS,
    A_NUMBER_OF_ITS_OWN,
    OUR_LETTER_QUOTED,
    OUR_LETTER_AS_IT_IS;

    String answer(String letter) {
      return switch (this) {
        case THE_SAME_WORDS -> "Thank you for your message. We will get back to you soon.";
        case A_NUMBER_OF_ITS_OWN ->
            "Your request was received. The ticket number is #%d."
                .formatted(Math.abs(letter.hashCode() % 10_000));
        case OUR_LETTER_QUOTED ->
            "We have got your email and will answer it.\n\n" + letter.replaceAll("(?m)^", "> ");
        case OUR_LETTER_AS_IT_IS -> letter;
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Other.class)
  void anotherDeskThatAnswersEachLetterHearsNothingAfterThree(Other other) throws SQLException {
    for (String first : List.of(REQUEST, QUESTION)) {
      try (Conversation desk = empty(DesksThatAnswerEachOtherTest.class)) {
        desk.receive(desk.stamped(HELP, "support@desk.example", "Your request #17", "", first));
        for (int i = 0; i < ROUNDS; i++) {
          echo(desk, other, "");
        }

        assertThat(sentTo(desk)).hasSizeLessThanOrEqualTo(3);
        // What says nothing but what we wrote is no answer at all.
        assertThat(alarms(desk)).hasSize(other == Other.OUR_LETTER_AS_IT_IS ? 0 : 1);
        assertThat(desk.unheard()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Other.class)
  void oneThatSaysItIsAMachineHearsNothingAtAll(Other other) throws SQLException {
    try (Conversation desk = empty(DesksThatAnswerEachOtherTest.class)) {
      desk.receive(desk.stamped(HELP, "support@desk.example", "Your request #17", "", REQUEST));
      for (int i = 0; i < ROUNDS; i++) {
        echo(desk, other, "Auto-Submitted: auto-replied\n");
      }
      assertThat(sentTo(desk)).hasSize(1);
    }
  }

  @Test
  void oneRequestThatIsSentFiveHundredTimesInTenMinutesHasOneAnswer() throws SQLException {
    try (Conversation desk = empty(DesksThatAnswerEachOtherTest.class)) {
      for (int i = 0; i < 500; i++) {
        desk.arrives(desk.stamped(HELP, "support@desk.example", "Help", "", REQUEST));
      }
      desk.after(Duration.ofSeconds(1));

      assertThat(sentTo(desk)).hasSize(1);
      assertThat(desk.column("SELECT id FROM ticket")).hasSize(1);

      desk.receive(
          desk.stamped(HELP, "support@desk.example", "Help", "", REQUEST + "\nI am in a hurry."));
      assertThat(sentTo(desk)).hasSize(2);
    }
  }

  private static void echo(Conversation desk, Other other, String fields) {
    OutboundMail last = null;
    for (OutboundMail mail : desk.sender().sent()) {
      last = mail.recipient().toString().equals(HELP) ? mail : last;
    }
    if (last == null) {
      return;
    }
    desk.receive(
        desk.stamped(
            HELP,
            last.replyTo().map(Object::toString).orElse("support@desk.example"),
            "Re: " + last.subject().replaceAll("[^ -~]", "-"),
            "In-Reply-To: " + last.messageId() + "\n" + fields,
            other.answer(last.body())));
  }

  private static final String REQUEST =
      """
      I cannot log in to my account any more, please help me to recover it.

      ## Username

      `dora`

      ## Reason for the request

      I lost my phone with the authenticator app on it.
      """;

  private static final String QUESTION = "We have a question about your bicycles. Are they blue?";

  private static List<String> sentTo(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT letter FROM outbox WHERE state = 'SENT' AND recipient = '" + HELP + "'");
  }

  private static List<String> alarms(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT DISTINCT dedupe_key FROM outbox WHERE letter = 'ALARM' AND recipient = 'alice@staff.example'");
  }

  private static Conversation empty(Class<?> test) {
    return new Conversation(TestDatabase.emptyFor(test), STORY.resolve("accounts.csv"));
  }
}

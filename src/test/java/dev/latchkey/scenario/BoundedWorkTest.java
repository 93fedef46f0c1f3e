package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What is tried again, asked again or answered has an end, and people hear where it ends. */
@NullMarked
class BoundedWorkTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String TRUSTED = "authserv-ids: [mx.desk.example]";
  private static final String DESK = "support@desk.example";
  private static final String DORA = "dora@mail.example";
  private static final String EVE = "eve@none.example";

  @Test
  void whomNobodyProvedIsNotAnsweredAtAllWhereTheSettingSaysSo() throws IOException, SQLException {
    try (Conversation desk = unanswered()) {
      for (String text :
          new String[] {
            request("dora"),
            "How is it going with my request?",
            "My reason: I lost my phone. Please hurry up.",
            "I can no longer read email at my registered address.",
            "Please send me a new code.",
            "I got back in, please close it.",
            "Somebody has hacked my account!"
          }) {
        desk.receive(unproved(desk, EVE, "Help", text));
      }
      desk.receive(unproved(desk, "v@none.example", "Bicycles", "Do you sell bicycles, too?"));
      desk.receive(unproved(desk, "w@none.example", "Help", "I cannot log in, I lost my phone."));
      desk.receive(
          unproved(desk, "x@none.example", "Help", "")
              .replace("text/plain; charset=utf-8", "application/pkcs7-mime; name=smime.p7m"));
      for (int day = 0; day < 60; day++) {
        desk.after(Duration.ofDays(1));
      }

      assertThat(
              desk.column(
                  "SELECT CONCAT(letter, ' ', recipient) FROM outbox WHERE recipient LIKE"
                      + " '%@none.example'"))
          .isEmpty();
      assertThat(desk.unheard()).isEmpty();
    }
  }

  @Test
  void whoAnswersALetterOfOursIsAnsweredAndSoIsWhoIsProved() throws IOException, SQLException {
    try (Conversation desk = unanswered()) {
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      assertThat(letters(desk, "ACKNOWLEDGEMENT", DORA)).containsExactly("SENT");

      desk.receive(
          desk.answer(DORA, desk.last("ACKNOWLEDGEMENT", DORA), "How is it going with my request?")
              .replace("dmarc=pass", "dmarc=none"));

      assertThat(letters(desk, "STATUS", DORA)).containsExactly("SENT");
    }
  }

  @Test
  void aLetterThatAServerPutsOffForEverIsParkedAndNotTriedAgain() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.sender().defer(EmailAddress.of(DORA), true);
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      for (int hour = 0; hour < 24 * 8; hour++) {
        desk.after(Duration.ofHours(1));
      }
      assertThat(letters(desk, "ACKNOWLEDGEMENT", DORA)).containsExactly("PARKED");
      for (int day = 0; day < 60; day++) {
        desk.after(Duration.ofDays(1));
      }
      List<String> attempts = attempts(desk);

      for (int day = 0; day < 5; day++) {
        desk.after(Duration.ofDays(1));
      }
      assertThat(attempts(desk)).startsWith(attempts.toArray(String[]::new));
      String old =
          desk.now().minus(Duration.ofDays(6)).toString().replace("T", " ").replace("Z", "");
      assertThat(
              desk.column(
                  "SELECT letter FROM outbox WHERE state = 'PENDING' AND created_at < '"
                      + old
                      + "'"))
          .isEmpty();
      assertThat(attempts).allMatch(tries -> Integer.parseInt(tries) <= 40);
    }
  }

  @Test
  void aQuestionBeyondTheDayOfItsReaderIsAskedOnTheNext() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BoundedWorkTest.class)) {
      String day = desk.now().truncatedTo(java.time.temporal.ChronoUnit.DAYS).toString();
      desk.change(
          "INSERT INTO budget (class, address, window_start, used) VALUES ('DECISION', '%s', '%s', 50)"
              .formatted(DORA, day.replace("T", " ").replace("Z", "")));
      desk.alice("CASE", "ASK Which project did you publish last?");
      assertThat(letters(desk, "QUESTION", DORA)).containsExactly("WAITING");

      desk.after(Duration.ofHours(16));

      assertThat(letters(desk, "QUESTION", DORA)).containsExactly("SENT");
      assertThat(desk.state(1001)).isEqualTo("NEEDS_DETAILS");
    }
  }

  @Test
  void aQuestionThatNoServerTakesDoesNotWaitForAnAnswerForEver() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BoundedWorkTest.class)) {
      desk.sender().refuse(EmailAddress.of(DORA));
      desk.alice("CASE", "ASK Which project did you publish last?");
      assertThat(letters(desk, "QUESTION", DORA)).containsExactly("PARKED");

      for (int day = 0; day < 60; day++) {
        desk.after(Duration.ofDays(1));
      }

      assertThat(desk.state(1001)).isNotEqualTo("NEEDS_DETAILS");
    }
  }

  @Test
  void whoAnswersNothingThatWasAskedIsAskedTwiceAndThenAPersonLooks()
      throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(desk.stamped(EVE, DESK, "Help", "", "I cannot log in to my account any more."));
      for (int i = 0; i < 6; i++) {
        desk.receive(
            desk.stamped(
                EVE,
                desk.last("ACKNOWLEDGEMENT", EVE).replyTo().orElseThrow().toString(),
                "Re: help",
                "",
                "The weather here is number %d of all that I remember.".formatted(i)));
      }

      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(letters(desk, "DETAILS_MISSING", EVE)).hasSizeLessThanOrEqualTo(2);
      assertThat(desk.unheard()).isEmpty();
    }
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(BoundedWorkTest.class), STORY.resolve("accounts.csv"));
  }

  private static Conversation unanswered() {
    return new Conversation(
        TestDatabase.emptyFor(BoundedWorkTest.class),
        STORY.resolve("accounts.csv"),
        TRUSTED,
        "answer-unproved: false");
  }

  private static String unproved(Conversation desk, String from, String subject, String text) {
    return desk.stamped(from, DESK, subject, "", text)
        .replaceFirst("(?s)spf=.*?dmarc=pass", "spf=none; dkim=none; dmarc=none");
  }

  private static List<String> letters(Conversation desk, String letter, String recipient)
      throws SQLException {
    return desk.column(
        "SELECT state FROM outbox WHERE letter = '%s' AND recipient = '%s'"
            .formatted(letter, recipient));
  }

  private static List<String> attempts(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT attempts FROM outbox WHERE state = 'PARKED' AND recipient = '"
            + DORA
            + "' ORDER BY id");
  }

  private static String request(String account) {
    return """
    I cannot log in to my account any more, please help me to recover it.

    ## Username

    `%s`

    ## Reason for the request

    I lost my phone with the authenticator app on it.
    """
        .formatted(account);
  }
}

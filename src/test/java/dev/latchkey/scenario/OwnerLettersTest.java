package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What owners are written, and where their answers go. */
@NullMarked
class OwnerLettersTest {
  private static final Path REFUSAL =
      Conversation.STORIES.resolve("34-the-owner-answers-the-refusal");
  private static final Path COMPLETE = Conversation.STORIES.resolve("01-complete-recovery");

  @TempDir private Path folder;

  @Test
  void theOwnersMailNeverShowsInALetterToTheRequester() throws IOException, SQLException {
    try (Conversation desk = refused()) {
      answer(desk, REFUSAL.resolve("03-dora-says-not-me.eml"), "CODE_REFUSED");

      desk.receive(
          desk.mail(
              REFUSAL.resolve("04-eve-asks-for-news.eml"),
              desk.last("ACKNOWLEDGEMENT", "eve@attacker.example")));
      assertThat(desk.sender().sent())
          .filteredOn(mail -> mail.recipient().toString().equals("eve@attacker.example"))
          .allSatisfy(
              mail -> {
                assertThat(mail.inReplyTo().orElse("")).doesNotContain("mail.example");
                assertThat(mail.references()).noneMatch(id -> id.contains("mail.example"));
              });
    }
  }

  @Test
  void anAnswerToARefusalThatSaysSomethingElseGoesToTheStaff() throws IOException, SQLException {
    try (Conversation desk = refused()) {
      String words = "I found the phone, everything works again.";
      desk.receive(
          desk.mail(
                  REFUSAL.resolve("03-dora-says-not-me.eml"),
                  desk.last("CODE_REFUSED", "dora@mail.example"))
              .replace("Not me. I did not ask for this.", words));

      assertThat(desk.outcome()).isEqualTo(Outcome.KEPT_WITH_TICKET);
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", "alice@staff.example").body()).contains("| " + words);
    }
  }

  @Test
  void theRightCodeCountsAlsoAsAnAnswerToARefusal() throws IOException, SQLException {
    try (Conversation desk = refused()) {
      OutboundMail code = desk.last("CODE", "dora@mail.example");
      desk.receive(
          desk.mail(
                  REFUSAL.resolve("03-dora-says-not-me.eml"),
                  desk.last("CODE_REFUSED", "dora@mail.example"))
              .replace("Not me. I did not ask for this.", Conversation.code(code).orElseThrow()));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.CODE_ACCEPTED);
    }
  }

  @Test
  void anAnswerToTheNoticeThatItWasStoppedReachesTheStaff() throws IOException, SQLException {
    try (Conversation desk = refused()) {
      answer(desk, REFUSAL.resolve("03-dora-says-not-me.eml"), "CODE");
      String words = "Thank you. I am travelling until Friday.";
      desk.receive(
          desk.mail(
                  REFUSAL.resolve("03-dora-says-not-me.eml"),
                  desk.last("NOTICE_STOPPED", "dora@mail.example"))
              .replace("story.owner.2", "story.owner.3")
              .replace("Not me. I did not ask for this.", words));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.KEPT_WITH_TICKET);
      assertThat(desk.last("OWNER_ANSWERED", "bob@staff.example").body()).contains("| " + words);
    }
  }

  @Test
  void everyLetterToAnOwnerHasAReplyAddressOfItsOwn() throws IOException, SQLException {
    try (Conversation desk = refused()) {
      answer(desk, REFUSAL.resolve("03-dora-says-not-me.eml"), "CODE_REFUSED");

      assertThat(desk.sender().sent())
          .filteredOn(mail -> mail.recipient().toString().startsWith("dora@"))
          .hasSize(5)
          .extracting(mail -> mail.replyTo().map(Object::toString).orElse("none"))
          .doesNotHaveDuplicates()
          .allMatch(address -> address.startsWith("support+"));
    }
  }

  @Test
  void anAttackerCannotChooseALanguageThatTheOwnerDoesNotRead() throws IOException, SQLException {
    try (Conversation desk = empty(COMPLETE.resolve("accounts.csv"))) {
      desk.receive(german());
      assertThat(desk.column("SELECT language FROM ticket")).containsExactly("de");

      assertThat(desk.last("CODE", "dora@mail.example").body()).contains("not me", "nicht ich");
      assertThat(desk.last("CODE", "dora@mail.example").subject())
          .startsWith("Please send us this code");
    }
  }

  @Test
  void anOwnerIsWrittenToInTheLanguageThatTheDirectoryKnows() throws IOException, SQLException {
    List<String> lines = Files.readAllLines(COMPLETE.resolve("accounts.csv"));
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts, lines.get(0) + ",language\n" + lines.get(1) + ",de\n", StandardCharsets.UTF_8);
    try (Conversation desk = empty(accounts)) {
      desk.receive(Conversation.mail(COMPLETE.resolve("01-request.eml")));

      assertThat(desk.last("CODE", "dora@mail.example").body())
          .contains("nicht ich")
          .doesNotContain("not me");
    }
  }

  @Test
  void aStartedRecoveryIsToldOnceADayForEachAccount() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(OwnerLettersTest.class)) {
      desk.receive(
          desk.mail(
              Conversation.STORIES.resolve("02-the-owner-says-not-me/04-alice-rejects.eml"),
              desk.last("CASE", "alice@staff.example")));
      assertThat(desk.state(1001)).isEqualTo("REJECTED");

      desk.receive(
          Conversation.mail(COMPLETE.resolve("01-request.eml"))
              .replace("<story.", "<again.")
              .replace("Subject: ", "Subject: again "));
      desk.receive(
          desk.mail(
                  COMPLETE.resolve("02-code-from-the-first-address.eml"),
                  desk.last("CODE", "dora@mail.example"))
              .replace("<story.", "<again."));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.CODE_ACCEPTED);
      assertThat(
              desk.column(
                  "SELECT recipient FROM outbox WHERE letter = 'NOTICE_STARTED' AND state = 'SENT'"))
          .containsExactly("dora@other.example");
    }
  }

  @Test
  void whatABudgetHeldBackStandsInTheOutbox() throws IOException, SQLException {
    try (Conversation desk = refused()) {
      desk.change(
          "INSERT INTO budget (class, address, window_start, used)"
              + " SELECT 'ANSWER', 'eve@attacker.example', MIN(window_start), 10 FROM budget"
              + " WHERE class = 'ANSWER' AND address <> '*'");
      desk.receive(
          desk.mail(
              REFUSAL.resolve("04-eve-asks-for-news.eml"),
              desk.last("ACKNOWLEDGEMENT", "eve@attacker.example")));

      assertThat(desk.column("SELECT letter FROM outbox WHERE state = 'DROPPED'"))
          .containsExactly("STATUS");
      assertThat(desk.column("SELECT last_answer FROM outbox WHERE state = 'DROPPED'"))
          .containsExactly("held back: the budget of ANSWER is 10 a day to one address");
    }
  }

  private static Conversation refused() throws IOException, SQLException {
    Conversation desk = empty(REFUSAL.resolve("accounts.csv"));
    desk.receive(Conversation.mail(REFUSAL.resolve("01-eve-asks.eml")));
    answer(desk, REFUSAL.resolve("02-dora-sends-a-wrong-code.eml"), "CODE");
    assertThat(desk.outcome()).isEqualTo(Outcome.CODE_REFUSED);
    return desk;
  }

  private static void answer(Conversation desk, Path mail, String letter)
      throws IOException, SQLException {
    desk.receive(desk.mail(mail, desk.last(letter, "dora@mail.example")));
  }

  private static String german() throws IOException {
    return Conversation.mail(COMPLETE.resolve("01-request.eml"))
        .replaceFirst(
            "(?s)\n\n.*",
            """


            Guten Tag,

            ich habe mein Handy verloren und damit den zweiten Faktor. Bitte helfen Sie mir, wieder
            in mein Konto zu kommen.

            ## Username

            `dora`

            ## Reason for the request

            Ich habe mein Handy verloren, und damit den zweiten Faktor fuer mein Konto.

            ## Recovery codes

            - [x] I never generated or have lost my recovery codes

            ## Code of Conduct

            - [x] I agree to follow the Code of Conduct

            ## Acknowledgement

            - [x] I understand that this may take some time
            """);
  }

  private static Conversation empty(Path accounts) {
    return new Conversation(TestDatabase.emptyFor(OwnerLettersTest.class), accounts);
  }
}

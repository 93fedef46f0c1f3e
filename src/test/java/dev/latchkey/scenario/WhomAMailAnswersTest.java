package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a mail answers goes before what kind it is, and an owner needs no letter to be heard. */
@NullMarked
class WhomAMailAnswersTest {
  private static final Path OBJECTION = Conversation.STORIES.resolve("02-the-owner-says-not-me");
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";
  private static final String NOTHING = "X-Nothing: at all";
  private int mails;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-generated",
        "List-Unsubscribe: <https://news.example/off>",
        "Precedence: bulk",
        "List-Id: <all.mail.example>"
      })
  void notMeCountsWhateverMarksTheMailBears(String field) throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(answer(DORA, desk.last("CODE", DORA), field, "Re: code", "This was not me."));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.OWNER_OBJECTED);
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: auto-replied", "Precedence: list"})
  void theCodeCountsWhateverMarksTheMailBears(String field) throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      OutboundMail code = desk.last("CODE", DORA);
      desk.receive(answer(DORA, code, field, "Re: code", Conversation.code(code).orElseThrow()));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.CODE_ACCEPTED);
    }
  }

  @Test
  void wordsOfWhatLooksLikeAMachineGoToTheStaff() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(
          answer(
              DORA,
              desk.last("CODE", DORA),
              "Auto-Submitted: auto-generated",
              "Re: code",
              "Your letter was filed under 4711."));

      assertThat(desk.last("OWNER_ANSWERED", "alice@staff.example").body()).contains("4711");
      assertThat(desk.state(1001)).isEqualTo("PROVING");
    }
  }

  @Test
  void anOutOfOfficeIsNoAnswer() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(
          answer(
              DORA,
              desk.last("CODE", DORA),
              "Auto-Submitted: auto-replied",
              "Out of office: code",
              "I am out of the office until Monday. In urgent cases of fraud call my colleague."));

      assertThat(desk.outcome()).isEqualTo(Outcome.AUTOMATIC_IGNORED);
      assertThat(desk.state(1001)).isEqualTo("PROVING");
    }
  }

  @Test
  void theStopWordCountsFromAnywhere() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WhomAMailAnswersTest.class)) {
      String stop = Conversation.code(desk.last("NOTICE_STARTED", OTHER)).orElseThrow();
      assertThat(stop).startsWith("STOP-");
      desk.receive(mail("neighbour@street.example", "support@desk.example", NOTHING, "x", stop));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.OWNER_OBJECTED);
    }
  }

  @Test
  void theOldFormOfAStopWordStillCounts() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WhomAMailAnswersTest.class)) {
      String stop = Conversation.code(desk.last("NOTICE_STARTED", OTHER)).orElseThrow();
      desk.receive(
          mail(
              "neighbour@street.example",
              "support@desk.example",
              NOTHING,
              "x",
              stop.replace("STOP-", "")));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.OWNER_OBJECTED);
    }
  }

  @Test
  void aReplyToTwoAddressesOfOursCountsForEach() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      OutboundMail one = desk.last("CODE", DORA);
      OutboundMail two = desk.last("CODE", OTHER);
      desk.receive(
          mail(
              DORA,
              one.replyTo().orElseThrow() + ", " + two.replyTo().orElseThrow(),
              NOTHING,
              "Re: code",
              "not me"));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.OWNER_OBJECTED);
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Somebody asked to recover my account. That was not me!",
        "I got a letter about LK-1001. It was not me.",
        "Please stop this, I did not ask for a recovery of my account dora."
      })
  void anOwnerIsHeardInAMailOfTheirOwn(String words) throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(mail(OTHER, "support@desk.example", NOTHING, "my account", words));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.OWNER_OBJECTED);
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.state(1002)).isEqualTo("no such ticket");
    }
  }

  @Test
  void anythingElseInAMailOfTheirOwnStopsTheClock() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(
          mail(OTHER, "support@desk.example", NOTHING, "your letter", "What does this mean?"));

      assertThat(desk.standing(1001)).as(desk.desk().lastReason()).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_HEARD", OTHER).body()).contains("stopped");
    }
  }

  @Test
  void aForgedMailOfAnOwnerIsNone() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(
          mail(OTHER, "support@desk.example", NOTHING, "my account", "That was not me, LK-1001!")
              .replace("=pass", "=none"));

      assertThat(desk.state(1001)).isEqualTo("PROVING");
    }
  }

  @Test
  void anOwnersOwnRequestIsARequest() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(
          Conversation.mail(Conversation.STORIES.resolve("01-complete-recovery/01-request.eml")));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.RIVAL);
      assertThat(desk.state(1002)).isEqualTo("PROVING");
      assertThat(desk.last("CODE", OTHER, "LK-1002").body()).contains("LK-1002");
      assertThat(desk.column("SELECT beside FROM ticket ORDER BY id")).containsExactly("1", "0");
    }
  }

  @Test
  void whoHasNothingToDoWithTheAccountIsNoOwner() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(
          mail("mallory@attacker.example", "support@desk.example", NOTHING, "LK-1001", "not me"));

      assertThat(desk.state(1001)).isEqualTo("PROVING");
    }
  }

  private static Conversation eveAsks() throws IOException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(WhomAMailAnswersTest.class), OBJECTION.resolve("accounts.csv"));
    desk.receive(Conversation.mail(OBJECTION.resolve("01-eve-asks.eml")));
    return desk;
  }

  private String answer(
      String from, OutboundMail letter, String field, String subject, String text) {
    return mail(from, letter.replyTo().map(Object::toString).orElse("none"), field, subject, text);
  }

  private String mail(String from, String to, String field, String subject, String text) {
    String domain = from.substring(from.indexOf('@') + 1);
    return """
        Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=%2$s;
         dkim=pass header.d=%2$s; dmarc=pass header.from=%2$s
        Received: from mail.%2$s by mx.desk.example; Mon, 02 Mar 2026 09:00:00 +0000
        From: <%1$s>
        To: %3$s
        Subject: %6$s
        Date: Mon, 02 Mar 2026 09:00:00 +0000
        Message-ID: <whom.%4$d@%2$s>
        %5$s
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        %7$s
        """
        .formatted(from, domain, to, ++mails, field, subject, text);
  }
}

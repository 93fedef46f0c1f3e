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

/** What is tried with the hands of others: forms, lists, machines, staff who open or take back. */
@NullMarked
class BehindOtherHandsTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DORA = "dora@other.example";

  @Test
  void undoOfARejectDoesNotGoOnAgainstAnOwnerWhoObjectedMeanwhile()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BehindOtherHandsTest.class)) {
      OutboundMail notice = approved(desk);
      desk.alice("DECIDED", "REJECT a mistake");
      desk.receive(desk.answer(DORA, notice, "This was not me. Please stop this."));
      assertThat(desk.state(1001)).isEqualTo("REJECTED");

      desk.alice("DECIDED", "UNDO");

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.state(1001)).isEqualTo("REJECTED");
    }
  }

  @Test
  void undoOfAHoldDoesNotGoOnAgainstWordsOfAnOwnerThatCameMeanwhile()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BehindOtherHandsTest.class)) {
      OutboundMail notice = approved(desk);
      desk.alice("DECIDED", "HOLD");
      desk.receive(desk.answer(DORA, notice, "Why is my phone mentioned here? Call me on Monday."));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");

      desk.alice("DECIDED", "UNDO");

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
    }
  }

  @Test
  void undoGoesOnWhenOnlyTheRequesterWrote() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BehindOtherHandsTest.class)) {
      approved(desk);
      desk.alice("DECIDED", "HOLD");
      desk.receive(
          desk.answer(
              "dora@mail.example",
              desk.last("NOTICE_APPROVED", "dora@mail.example"),
              "My project is also called widget-more."));

      desk.alice("DECIDED", "UNDO");

      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void aForgedMailThatCameFirstMakesNoCopyOfTheGenuineOne() throws IOException, SQLException {
    String genuine = Conversation.mail(STORY.resolve("01-request.eml"));
    try (Conversation desk = desk()) {
      desk.receive(genuine.replace("dmarc=pass", "dmarc=fail"));
      assertThat(desk.outcome()).isEqualTo(Outcome.NO_IDENTITY);

      desk.receive(genuine);

      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
    }
  }

  @Test
  void aMailThatAListBroughtFirstMakesNoCopyOfTheOneThatCameItself()
      throws IOException, SQLException {
    String genuine = Conversation.mail(STORY.resolve("01-request.eml"));
    try (Conversation desk = desk()) {
      desk.receive(genuine.replace("MIME-Version", "List-Id: <all.lists.example>\nMIME-Version"));
      assertThat(desk.outcome()).isEqualTo(Outcome.LIST_IGNORED);

      desk.receive(genuine);

      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
    }
  }

  @Test
  void aMachineThatRepeatsTheLetterProvesNothing() throws IOException, SQLException {
    for (String mark :
        new String[] {
          "Auto-Submitted: auto-replied",
          "Auto-Submitted: auto-generated",
          "X-Autoreply: yes",
          "X-FreeScout-Mail-Type: auto.reply"
        }) {
      try (Conversation desk = desk()) {
        desk.receive(
            Conversation.mail(STORY.resolve("01-request.eml"))
                .replace("dora@mail.example", "eve@attacker.example")
                .replace("mail.example", "attacker.example"));
        OutboundMail code = desk.last("CODE", "dora@mail.example");

        desk.receive(
            desk.answer(
                "dora@mail.example",
                code,
                "We received your request and gave it the number 4711.\n\n" + code.body(),
                mark + "\n"));

        assertThat(desk.column("SELECT source FROM evidence"))
            .as(mark + " " + desk.outcome())
            .doesNotContain("dora@mail.example");
      }
    }
  }

  @Test
  void noLineOfARequesterStandsAsOneOfOurs() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BehindOtherHandsTest.class)) {
      desk.receive(
          desk.answer(
              "dora@mail.example",
              desk.last("IN_REVIEW", "dora@mail.example"),
              "Please tell them:\u00c2\u0085APPROVE NEXTLINE\u00e2\u0080\u00a8APPROVE LINESEP"
                  + "\u00e2\u0080\u00a9APPROVE PARASEP\u000bAPPROVE VTAB\fAPPROVE FORMFEED"
                  + "\u00e2\u0080\u00aeAPPROVE RTL"
                  + "\nAPPROVE LK-1001 PLAINLINE\n-- \nThe desk"));
      desk.alice("CASE", "STATUS");

      String shown = desk.last("TICKET_STATUS", "alice@staff.example").body();
      assertThat(shown).contains("PLAINLINE");
      assertThat(shown.split("[\\r\\n\\u0085\\u2028\\u2029\\u000b\\f]"))
          .noneMatch(line -> line.startsWith("APPROVE") || line.equals("-- "));
      assertThat(shown).doesNotContain("\u202e", "\u0085", "\u2028");
    }
  }

  @Test
  void whatAFormSaysOfItsWriterProvesNothing() throws IOException, SQLException {
    String form =
        Conversation.mail(STORY.resolve("01-request.eml"))
            .replace("dmarc=pass header.from=mail", "dmarc=pass header.from=website")
            .replace("header.d=mail", "header.d=website")
            .replace("smtp.mailfrom=mail", "smtp.mailfrom=website");
    String from = "From: Dora <dora@mail.example>";
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(BehindOtherHandsTest.class),
            STORY.resolve("accounts.csv"),
            "authserv-ids: [mx.desk.example], own-received: 0",
            "intake: {forms: [forms@website.example]}")) {
      desk.receive(form.replace(from, "From: forms@website.example\nReply-To: dora@mail.example"));
      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
      assertThat(desk.column("SELECT requester FROM ticket")).containsExactly("dora@mail.example");
      assertThat(desk.column("SELECT source FROM evidence")).isEmpty();

      desk.receive(
          form.replace(from, "From: forms@website.example\nReply-To: alice@staff.example")
              .replace("Hello,", "QUEUE"));
      assertThat(desk.outcome()).isNotIn(Outcome.COMMAND_DONE, Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void whoIsOpenedForHasProvedNothing() throws IOException, SQLException {
    try (Conversation desk = desk()) {
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("Dora <dora@mail", "Alice <alice@staff")
              .replace("=mail.example", "=staff.example")
              .replace("Hello,", "OPEN dora@mail.example"));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.column("SELECT requester FROM ticket")).containsExactly("dora@mail.example");
      assertThat(desk.column("SELECT account FROM ticket")).containsExactly("dora");
      assertThat(desk.column("SELECT source FROM evidence")).isEmpty();
    }
  }

  private static Conversation desk() {
    return new Conversation(
        TestDatabase.emptyFor(BehindOtherHandsTest.class), STORY.resolve("accounts.csv"));
  }

  private OutboundMail approved(Conversation desk) throws SQLException {
    desk.alice("CASE", "APPROVE %CODE%");
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    return desk.last("NOTICE_APPROVED", DORA);
  }
}

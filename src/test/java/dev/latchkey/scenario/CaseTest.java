package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The case as staff read it on a telephone, and how long it lives. */
@NullMarked
class CaseTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private int mails;

  @Test
  void verdictCodeAndCommandsStandOnTheFirstFifteenLinesOfFortyColumns()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(CaseTest.class)) {
      OutboundMail letter = desk.last("CASE", ALICE);
      String screen = String.join("\n", wrapped(letter.body(), 40).subList(0, 15));

      assertThat(screen)
          .contains("dora", "second factor lost", "registered since 2021", "approve", "Warnings")
          .contains("Proved: ", "dora@other.example", "REJECT, ASK, HOLD, NOTE, HELP")
          .contains(Conversation.code(letter).orElseThrow());
      assertThat(letter.subject()).startsWith("[1 of 1] dora: approve?").endsWith("LK-1001");
    }
  }

  @Test
  void everythingThatWasWrittenStandsInItAndNoneOfItInTheSubject()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(CaseTest.class)) {
      OutboundMail letter = desk.last("CASE", ALICE);

      assertThat(letter.body())
          .contains("Written by the requester, dora@mail.example", "    I lost my phone");
      assertThat(letter.body()).doesNotContain("points in", "FLOOR", "LOST_2FA", "DMARC");
    }
  }

  @Test
  void aCaseLivesAsLongAsItIsUnchanged() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(CaseTest.class)) {
      OutboundMail letter = desk.last("CASE", ALICE);
      desk.after(Duration.ofDays(12));

      alice(desk, letter, "APPROVE " + Conversation.code(letter).orElseThrow());

      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void anAnswerToAnOldCaseGetsTheCurrentOneWithWhatChanged() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(CaseTest.class)) {
      OutboundMail old = desk.last("CASE", ALICE);
      alice(desk, old, "NOTE seen by telephone");
      desk.change("INSERT INTO warning VALUES (1001, 'SEVERAL_CLAIMANTS', 'x', NOW(6))");

      alice(desk, old, "APPROVE " + Conversation.code(old).orElseThrow());

      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      OutboundMail current = desk.last("CASE", ALICE);
      assertThat(current.messageId()).isNotEqualTo(old.messageId());
      assertThat(current.body())
          .contains("Changed since you got it last", "several people claim", "seen by telephone");
    }
  }

  @Test
  void anExpiredCaseIsBroughtAnewAndCanBeApproved() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(CaseTest.class)) {
      OutboundMail old = desk.last("CASE", ALICE);
      desk.change("UPDATE token SET expires_at = DATE_SUB(expires_at, INTERVAL 500 DAY)");
      alice(desk, old, "APPROVE " + Conversation.code(old).orElseThrow());
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      OutboundMail current = desk.last("CASE", ALICE);

      alice(desk, current, "APPROVE " + Conversation.code(current).orElseThrow());

      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void statusBringsTheCurrentCaseAndTellsHowItGotThere() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(CaseTest.class)) {
      OutboundMail old = desk.last("CASE", ALICE);
      alice(desk, old, "STATUS");

      OutboundMail current = desk.last("CASE", ALICE);
      assertThat(current.messageId()).isNotEqualTo(old.messageId());
      assertThat(desk.last("TICKET_STATUS", ALICE).body())
          .contains("the request came in", "something was proved", "I lost my phone");
    }
  }

  @Test
  void whoLeftTheDeskHasApprovedNothingInIt() throws IOException, SQLException {
    Path story = Conversation.STORIES.resolve("153-approved-before-there-was-more");
    try (Conversation desk =
        new Conversation(TestDatabase.emptyFor(CaseTest.class), story.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(story.resolve("01-request.eml")));
      OutboundMail code = desk.last("CODE", "kim@mail.example");
      desk.receive(desk.answer("kim@mail.example", code, "%CODE%"));
      desk.receive(desk.mail(story.resolve("03-alice-approves.eml"), desk.last("CASE", ALICE)));
      assertThat(desk.last("CASE", "bob@staff.example").body()).contains("Approved by 1 of 2");

      desk.change("UPDATE approval SET staff = 'gone@staff.example'");
      desk.receive(desk.answer(ALICE, desk.last("CASE", ALICE), "STATUS"));

      assertThat(desk.last("CASE", ALICE).body())
          .contains("Approved by 0 of 2")
          .doesNotContain("gone@staff.example");
    }
  }

  /** As a mail program shows it: soft lines broken at blanks. */
  private static List<String> wrapped(String body, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : body.split("\n")) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        if (line.length() > 0 && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() == 0 ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private void alice(Conversation desk, OutboundMail answered, String text)
      throws IOException, SQLException {
    desk.receive(
        desk.mail(STORY.resolve("04-alice-approves.eml"), answered)
            .replaceAll("APPROVE .*", text)
            .replace("<story.", "<case" + ++mails + "."));
  }
}

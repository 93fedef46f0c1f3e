package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner's answer does, whichever letter it answers and wherever the ticket stands. */
@NullMarked
class OwnerAnswersTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final Path OBJECTION = Conversation.STORIES.resolve("02-the-owner-says-not-me");
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";
  private static final String ODD = "I do not understand what you want from me.";

  @Test
  void anythingElseThanTheCodeStopsTheClockWhileProofsAreAsked() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), ODD));

      assertThat(desk.outcome()).isEqualTo(Outcome.KEPT_WITH_TICKET);
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", "alice@staff.example").body()).contains("| " + ODD);
      assertThat(desk.last("OWNER_HEARD", DORA).body()).contains("stopped");
      // Eve, who proved nothing, reads nothing of it.
      assertThat(desk.sender().sent()).noneMatch(sent -> sent.subject().contains("closer look"));
    }
  }

  @Test
  void anythingElseStopsTheClockWhileItCoolsOff() throws IOException, SQLException {
    try (Conversation desk = coolingOff()) {
      desk.receive(desk.answer(OTHER, desk.last("NOTICE_APPROVED", OTHER), ODD));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");

      desk.after(Duration.ofDays(5));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("UNDER_CHECK", DORA).body()).contains("nothing is changed on");
    }
  }

  @Test
  void anythingElseStopsTheClockWhileTheStaffHaveTheTask() throws IOException, SQLException {
    try (Conversation desk = executing()) {
      desk.receive(desk.answer(OTHER, desk.last("NOTICE_FINAL", OTHER), ODD));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", "bob@staff.example").body())
          .contains("If you were given this as a task, do not carry it out");
    }
  }

  @Test
  void wordsOfAnOwnerReachTheStaffAlsoAfterTheReset() throws IOException, SQLException {
    try (Conversation desk = recovered()) {
      desk.receive(desk.answer(OTHER, desk.last("NOTICE_RECOVERED", OTHER), ODD));

      assertThat(desk.state(1001)).isEqualTo("RECOVERED");
      assertThat(desk.last("OWNER_ANSWERED", "bob@staff.example").body()).contains("| " + ODD);
      assertThat(desk.last("OWNER_HEARD", OTHER).body()).doesNotContain("Nothing was changed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Yes, that was me.", "It was me. Please do not stop it.", "Ja, das war ich."})
  void aPlainYesIsNotedAndAnswered(String words) throws IOException, SQLException {
    try (Conversation desk = coolingOff()) {
      desk.receive(desk.answer(OTHER, desk.last("NOTICE_APPROVED", OTHER), words));

      assertThat(desk.outcome()).isEqualTo(Outcome.KEPT_WITH_TICKET);
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      assertThat(desk.last("OWNER_NOTED", OTHER).body()).contains("goes on");
    }
  }

  @Test
  void aYesToTheCodeLetterIsToldThatTheCodeIsMissing() throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      desk.receive(
          desk.answer(DORA, desk.last("CODE", DORA), "Yes it was me. Where do I write the code?"));

      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_REFUSED);
      assertThat(desk.state(1001)).isEqualTo("PROVING");
      assertThat(desk.last("CODE_REFUSED", DORA).body()).contains("no code in");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Someone is trying to steal my account! I started nothing.",
    "Ich habe das nicht beantragt.",
    "私ではありません。"
  })
  void notMeIsHeardInAnswerToTheCodeToo(String words) throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), words));

      assertThat(desk.outcome()).isEqualTo(Outcome.OWNER_OBJECTED);
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This was not me, please stop it! AAAA-BBBB-CCCC-DDDD",
        "I did not ask for this. Why do you send me this code?\n\n%CODE%",
        "%CODE%\n\nThis was not me. Please stop it.",
        "Das war ich nicht! Was soll ich mit %CODE%?"
      })
  void notMeIsHeardBesideACodeRightOrWrong(String words) throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), words));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.OWNER_OBJECTED);
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.column("SELECT class FROM evidence")).isEmpty();
    }
  }

  @Test
  void thanksOfAnOwnerChangeNothing() throws IOException, SQLException {
    try (Conversation desk = coolingOff()) {
      desk.receive(desk.answer(OTHER, desk.last("NOTICE_APPROVED", OTHER), "Thank you very much!"));

      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void aWrongCodeIsNoObjectionAndItsReasonIsSaid() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "AAAA-BBBB-CCCC-DDDD"));

      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_REFUSED);
      assertThat(desk.state(1001)).isEqualTo("PROVING");
      assertThat(desk.last("CODE_REFUSED", DORA).body())
          .contains("not the one", "new code", "not me");
    }
  }

  @Test
  void aNewCodeIsSentToWhoeverAsksForOne() throws IOException, SQLException {
    try (Conversation desk = doraAsks()) {
      OutboundMail late = desk.last("CODE", DORA);
      desk.after(Duration.ofDays(2));
      desk.receive(desk.answer(DORA, late, Conversation.code(late).orElseThrow()));
      assertThat(desk.last("CODE_REFUSED", DORA).body()).contains("too old");

      desk.receive(desk.answer(DORA, desk.last("CODE_REFUSED", DORA), "new code"));
      OutboundMail fresh = desk.last("CODE", DORA);
      assertThat(fresh.messageId()).isNotEqualTo(late.messageId());
      assertThat(desk.state(1001)).isEqualTo("PROVING");

      desk.receive(desk.answer(DORA, fresh, Conversation.code(fresh).orElseThrow()));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
    }
  }

  @Test
  void anUnclearAnswerToAnOldLetterStopsTheRecoveryThatGoesOn() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      OutboundMail old = desk.last("CODE", DORA);
      desk.receive(
          desk.answer(
              "eve@attacker.example",
              desk.last("ACKNOWLEDGEMENT", "eve@attacker.example"),
              "I found my codes, the problem is solved. Please close this."));
      assertThat(desk.state(1001)).isEqualTo("WITHDRAWN");
      desk.receive(
          Conversation.mail(OBJECTION.resolve("01-eve-asks.eml")).replace("<story.", "<again."));
      assertThat(desk.state(1002)).isEqualTo("PROVING");

      desk.receive(desk.answer(DORA, old, ODD));
      assertThat(desk.standing(1002)).isEqualTo("ON_HOLD");
    }
  }

  @Test
  void whatAnOwnerWritesIntoAStoppedTicketIsReadByAPerson() throws IOException, SQLException {
    try (Conversation desk = eveAsks()) {
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "not me"));
      desk.receive(desk.answer(DORA, desk.last("NOTICE_STOPPED", DORA), ODD));

      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.last("OWNER_ANSWERED", "bob@staff.example").body()).contains("| " + ODD);
      assertThat(desk.last("OWNER_HEARD", DORA).body()).contains("stopped");
    }
  }

  private Conversation eveAsks() throws IOException {
    Conversation desk = empty(OBJECTION);
    desk.receive(Conversation.mail(OBJECTION.resolve("01-eve-asks.eml")));
    return desk;
  }

  private Conversation doraAsks() throws IOException {
    Conversation desk = empty(STORY);
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    return desk;
  }

  private static Conversation coolingOff() throws IOException, SQLException {
    Conversation desk = Conversation.inReview(OwnerAnswersTest.class);
    desk.receive(
        desk.mail(
            STORY.resolve("04-alice-approves.eml"), desk.last("CASE", "alice@staff.example")));
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    return desk;
  }

  private static Conversation executing() throws IOException, SQLException {
    Conversation desk = coolingOff();
    for (Duration time : List.of(Duration.ofDays(2), Duration.ofDays(1), Duration.ofMinutes(1))) {
      desk.after(time);
    }
    assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    return desk;
  }

  private Conversation recovered() throws IOException, SQLException {
    Conversation desk = executing();
    desk.receive(
        desk.answer("alice@staff.example", desk.last("TASK", "alice@staff.example"), "DONE"));
    assertThat(desk.state(1001)).isEqualTo("RECOVERED");
    return desk;
  }

  private static Conversation empty(Path story) {
    return new Conversation(
        TestDatabase.emptyFor(OwnerAnswersTest.class), story.resolve("accounts.csv"));
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What many mails wear out is theirs alone: nobody else waits, and no stop is missed. */
@NullMarked
class WearingOutTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String EVE = "eve@attacker.example";

  @Test
  void inventedSendersSilenceNoInquiryAndNoStop() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WearingOutTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      for (int i = 0; i < 56; i++) {
        desk.arrives(request(desk, "v%d@bank.example".formatted(i)).replace("=pass", "=fail"));
      }
      for (int i = 0; i < 30; i++) {
        desk.arrives(
            inquiry(desk, "w%d@none.example".formatted(i)).replace("dmarc=pass", "dmarc=none"));
      }
      desk.after(Duration.ofSeconds(7));

      desk.receive(inquiry(desk, "kim@mail.example"));
      desk.receive(desk.answer("dora@other.example", code, "This was not me. Please stop this."));

      assertThat(sent(desk, "INQUIRY", "kim@mail.example")).isEqualTo(1);
      assertThat(desk.state(1001)).isEqualTo("CONTESTED");
      assertThat(desk.last("CONTESTED", ALICE).subject()).contains("LK-1001");
    }
  }

  @Test
  void reportsOfDangerSilenceNoStop() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WearingOutTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      for (int i = 0; i < 60; i++) {
        desk.arrives(
            desk.stamped(
                "p%d@plenty.example".formatted(i),
                "support@desk.example",
                "Hacked",
                "",
                "Somebody has hacked my account and changed my password, please help."));
      }
      desk.after(Duration.ofSeconds(7));

      desk.receive(desk.answer("dora@other.example", code, "This was not me. Please stop this."));

      assertThat(desk.last("CONTESTED", ALICE).subject()).contains("LK-1001");
    }
  }

  @Test
  void anOwnerWhoWritesAllDayIsReadInTheDigestAndNobodyElseIsMissed()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WearingOutTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      OutboundMail other = desk.last("CODE", "dora@mail.example");
      for (int i = 0; i < 60; i++) {
        desk.arrives(desk.answer("dora@other.example", code, "Who asks for it? And " + i + "?"));
      }
      desk.after(Duration.ofSeconds(7));

      assertThat(desk.state(1001)).isEqualTo("ON_HOLD");
      assertThat(letters(desk, "OWNER_ANSWERED", ALICE)).isBetween(3L, 6L);
      desk.receive(desk.answer("dora@mail.example", other, "Not me, stop it."));
      assertThat(desk.last("CONTESTED", ALICE).subject()).contains("LK-1001");
      assertThat(desk.unheard()).isEmpty();
    }
  }

  @Test
  void sendersWhomNobodyProvedShareASmallBudgetAndLeaveTheOthersTheirs() throws SQLException {
    try (Conversation desk = empty()) {
      for (int i = 0; i < 150; i++) {
        desk.arrives(
            request(desk, "v%d@none.example".formatted(i)).replace("dmarc=pass", "dmarc=none"));
      }
      desk.after(Duration.ofSeconds(7));
      desk.after(Duration.ofSeconds(7));
      assertThat(
              desk.sender().sent().stream()
                  .filter(mail -> mail.recipient().toString().endsWith("@none.example"))
                  .count())
          .isEqualTo(60);

      for (int i = 0; i < 10; i++) {
        desk.receive(request(desk, "h%d@mail.example".formatted(i)));
        assertThat(letters(desk, "ACKNOWLEDGEMENT", "h%d@mail.example".formatted(i))).isEqualTo(1);
      }
    }
  }

  @Test
  void nobodysMessageIdIsEchoedButThatOfAProvedSenderOrOfAnAnswer() throws SQLException {
    try (Conversation desk = empty()) {
      desk.receive(request(desk, EVE).replace("dmarc=pass", "dmarc=none"));
      OutboundMail first = desk.last("ACKNOWLEDGEMENT", EVE);
      assertThat(first.inReplyTo()).isEmpty();
      assertThat(first.references()).isEmpty();

      desk.receive(
          desk.answer(EVE, first, "Is there any news?").replace("dmarc=pass", "dmarc=none"));
      assertThat(desk.sender().sent().get(desk.sender().sent().size() - 1).inReplyTo()).isPresent();

      desk.receive(request(desk, "kim@mail.example"));
      assertThat(desk.last("ACKNOWLEDGEMENT", "kim@mail.example").inReplyTo())
          .isNotEqualTo(Optional.empty());
    }
  }

  private static long sent(Conversation desk, String letter, String saying) throws SQLException {
    long count = 0;
    for (OutboundMail mail : desk.sender().sent()) {
      count += desk.letter(mail).equals(letter) && mail.body().contains(saying) ? 1 : 0;
    }
    return count;
  }

  private static long letters(Conversation desk, String letter, String recipient)
      throws SQLException {
    List<String> found =
        desk.column(
            "SELECT id FROM outbox WHERE state = 'SENT' AND letter = '%s' AND recipient = '%s'"
                .formatted(letter, recipient));
    return found.size();
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(WearingOutTest.class), STORY.resolve("accounts.csv"));
  }

  private static String inquiry(Conversation desk, String from) {
    return desk.stamped(
        from, "support@desk.example", "A question", "", "Do you sell bicycles, too?");
  }

  private static String request(Conversation desk, String from) {
    return desk.stamped(
        from,
        "support@desk.example",
        "Account recovery request",
        "",
        """
        I cannot log in to my account any more, please help me to recover it.

        ## Username

        `dora`

        ## Reason for the request

        I lost my phone with the authenticator app on it.
        """);
  }
}

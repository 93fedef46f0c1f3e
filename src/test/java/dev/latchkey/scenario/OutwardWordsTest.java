package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What staff write by mistake reaches nobody outside, by any command that carries words. */
@NullMarked
class OutwardWordsTest {
  private static final String ALICE = "alice@staff.example";
  private static final String DORA = "dora@mail.example";
  private static final List<String> OUTWARD = List.of("REPLY", "ASK", "REJECT");

  @Test
  void noWordsCarryWhatIsSomebodyElses() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(OutwardWordsTest.class)) {
      OutboundMail shown = desk.last("CASE", ALICE);
      String address = shown.replyTo().orElseThrow().toString();
      List<String> words =
          List.of(
              "We wrote to dora@other.example, too.",
              "We wrote to <DORA@Other.Example>.",
              "It is like LK-1002, which we declined.",
              "It is like lk-1002.",
              "Use ABCD-EFGH-IJKL-MN23 to prove it.",
              "Use abcd-efgh-ijkl-mn23 to prove it.",
              "Use ABCD\u2013EFGH\u2013IJKL\u2013MN23 to prove it.",
              "Use ABCD EFGH IJKL MN23 to prove it.",
              "Use ABCDEFGHIJKLMN23 to prove it.",
              "Send STOP-ABCD-EFGH-IJKL-MNOP-QRST-UV to us.",
              "Write to " + address + " please.",
              "It is " + Conversation.code(shown).orElseThrow() + ".");
      List<String> out = new ArrayList<>();
      for (String text : words) {
        for (String verb : OUTWARD) {
          int sent = toDora(desk);
          desk.receive(desk.answer(ALICE, desk.last("CASE", ALICE), verb + " " + text));
          if (toDora(desk) != sent || !desk.state(1001).equals("IN_REVIEW")) {
            out.add(verb + " " + text + ": " + desk.state(1001));
          }
        }
      }

      assertThat(out).isEmpty();
    }
  }

  @Test
  void aLetterOfOursBelowTheWordsIsCutWithoutAnyMark() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(OutwardWordsTest.class)) {
      OutboundMail shown = desk.last("CASE", ALICE);
      desk.receive(desk.answer(ALICE, shown, "REPLY Not yet.\n\n" + shown.body()));

      assertThat(desk.last("STAFF_REPLY", DORA).body())
          .contains("Not yet.")
          .doesNotContain("dora@other.example", Conversation.code(shown).orElseThrow());
    }
  }

  @Test
  void ordinaryWordsGoOut() throws IOException, SQLException {
    for (String text :
        List.of(
            "We looked at LK-1001 of dora@mail.example and need more time.",
            "Call us at +49 30 1234-5678-9012, Monday to Friday.",
            "Thank you, ALICE at EXAMPLE DESK says PLEASE WAIT UNTIL FRIDAY.",
            "See https://desk.example/help?page=recovery-of-an-account for what is asked.")) {
      try (Conversation desk = Conversation.inReview(OutwardWordsTest.class)) {
        int sent = toDora(desk);
        desk.alice("CASE", "REPLY " + text);

        assertThat(toDora(desk)).as(text + desk.desk().lastReason()).isEqualTo(sent + 1);
      }
    }
  }

  private static int toDora(Conversation desk) {
    return (int)
        desk.sender().sent().stream()
            .filter(letter -> letter.recipient().toString().equals(DORA))
            .count();
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.OutboundMail;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two desks of this very program, and somebody who asks at one of them in the name of the other:
 * each letter of the one goes to the mailbox of the other, there and back.
 */
@NullMarked
class DeskMeetsDeskTest {
  private static final String ONE = "support@one.example";
  private static final String TWO = "support@two.example";

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: auto-replied\n", ""})
  void theyDoNotTalkForEver(String fields) throws SQLException {
    try (Conversation one = desk(DeskMeetsDeskTest.class);
        Conversation two = desk(DesksThatAnswerEachOtherTest.class)) {
      one.receive(
          one.stamped(
              TWO,
              "support@desk.example",
              "Locked out",
              "",
              "Username: dora\nReason: I lost my phone and cannot log in any more.\n"));
      int first = 0;
      int second = 0;
      for (int round = 0; round < 15; round++) {
        first = pass(one, first, TWO, two, ONE, fields);
        second = pass(two, second, ONE, one, TWO, fields);
        one.after(Duration.ofHours(5));
        two.after(Duration.ofHours(5));
      }

      assertThat(to(one, TWO)).hasSizeLessThan(8);
      assertThat(to(two, ONE)).hasSizeLessThan(fields.isEmpty() ? 8 : 1);
    }
  }

  private static List<String> to(Conversation desk, String who) throws SQLException {
    return desk.column(
        "SELECT CONCAT(letter, ' ', state) FROM outbox WHERE recipient = '" + who + "'");
  }

  private static Conversation desk(Class<?> test) {
    return Stage.desk(test);
  }

  /** Takes the letters of one desk to the other, from the address that the other knows it by. */
  private static int pass(
      Conversation from, int seen, String to, Conversation other, String as, String fields) {
    List<OutboundMail> sent = from.sender().sent();
    for (OutboundMail letter : sent.subList(seen, sent.size())) {
      if (letter.recipient().toString().equals(to)) {
        other.receive(
            other.stamped(
                as,
                "support@desk.example",
                letter.subject().replaceAll("[^ -~]", "-"),
                fields + "References: <x@y.example>\n",
                letter.body().replace("desk.example", "one.example")));
      }
    }
    return sent.size();
  }
}

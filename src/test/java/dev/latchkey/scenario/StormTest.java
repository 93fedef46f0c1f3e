package dev.latchkey.scenario;

import static dev.latchkey.scenario.Stage.ALICE;
import static dev.latchkey.scenario.Stage.DORA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Somebody answers to all, and all answer that they are to be left out: 300 mails into a ticket.
 */
@NullMarked
class StormTest {
  private static final int MAILS = 300;
  private static final String OTHER = "dora@other.example";

  /** Each has one receipt, the staff read some, and the rest waits for the digest. */
  @Test
  void whoAreNoPartyOfItMoveNothing() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StormTest.class)) {
      OutboundMail letter = desk.last("IN_REVIEW", DORA);

      Map<String, Integer> sent =
          storm(
              desk,
              i ->
                  desk.answer(
                      "colleague" + i + "@house" + i % 7 + ".example",
                      letter,
                      "Please take me off this list, number " + i + " does not need it."));

      assertThat(sent.get(ALICE)).isLessThan(30);
      assertThat(sent).doesNotContainKey(DORA).containsEntry("colleague1@house1.example", 1);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.unheard()).isEmpty();
    }
  }

  @Test
  void theRequesterIsAnsweredAFewTimesAndTheCaseGoesOn() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StormTest.class)) {
      OutboundMail letter = desk.last("IN_REVIEW", DORA);

      Map<String, Integer> sent =
          storm(desk, i -> desk.answer(DORA, letter, "Number " + i + ": are you there? I wait."));

      assertThat(sent.get(DORA)).isLessThan(15);
      assertThat(sent.get(ALICE)).isLessThan(30);
      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void anOwnerStopsItOnce() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StormTest.class)) {
      OutboundMail letter = desk.last("NOTICE_STARTED", OTHER);

      Map<String, Integer> sent =
          storm(desk, i -> desk.answer(OTHER, letter, "What is number " + i + "? Tell me."));

      assertThat(sent.get(OTHER)).isLessThan(15);
      assertThat(sent.get(ALICE)).isLessThan(10);
      assertThat(desk.state(1001)).isEqualTo("ON_HOLD");
    }
  }

  /** Letters by whom they go to. */
  private static Map<String, Integer> storm(Conversation desk, IntFunction<String> mail) {
    int before = desk.sender().sent().size();
    for (int i = 0; i < MAILS; i++) {
      desk.arrives(mail.apply(i));
    }
    desk.after(Duration.ofMinutes(1));
    List<OutboundMail> all = desk.sender().sent();
    Map<String, Integer> sent = new TreeMap<>();
    all.subList(before, all.size())
        .forEach(letter -> sent.merge(letter.recipient().toString(), 1, Integer::sum));
    return sent;
  }
}

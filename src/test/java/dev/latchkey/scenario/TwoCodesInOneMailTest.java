package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Somebody types the codes of both of their addresses into one mail. */
@NullMarked
class TwoCodesInOneMailTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @Test
  void theirOwnCountsAndTheOtherIsNotUsedUp() throws Exception {
    for (boolean ownFirst : new boolean[] {true, false}) {
      try (Conversation desk =
          new Conversation(
              TestDatabase.emptyFor(TwoCodesInOneMailTest.class), STORY.resolve("accounts.csv"))) {
        desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
        String own = Conversation.code(desk.last("CODE", "dora@mail.example")).orElseThrow();
        String other = Conversation.code(desk.last("CODE", "dora@other.example")).orElseThrow();

        desk.receive(
            desk.answer(
                "dora@mail.example",
                desk.last("CODE", "dora@mail.example"),
                ownFirst ? own + "\n" + other : "here they are:\n" + other + "\n" + own));

        assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
        assertThat(desk.column("SELECT kind FROM warning")).isEmpty();
        assertThat(desk.last("CODE_ELSEWHERE", "dora@mail.example").body())
            .contains("The code of this address was right");

        desk.receive(
            desk.answer("dora@other.example", desk.last("CODE", "dora@other.example"), "%CODE%"));

        assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
        assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      }
    }
  }
}

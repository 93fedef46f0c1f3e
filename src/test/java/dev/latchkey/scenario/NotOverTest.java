package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Words of a victim that sound like those of somebody who is back in. */
@NullMarked
class NotOverTest {

  @Test
  void whoTellsOfSomebodyElseInTheAccountHasNotWithdrawn() throws Exception {
    for (String told :
        new String[] {
          "Somebody else got into my account and changed the email. I did not do that.",
          "A stranger has got into my account, please hurry.",
          "Jemand anderes ist in mein Konto gekommen und hat die Adresse geändert."
        }) {
      try (Conversation conversation = Conversation.inReview(NotOverTest.class)) {
        conversation.receive(
            conversation.answer(
                "dora@mail.example", conversation.last("IN_REVIEW", "dora@mail.example"), told));

        assertThat(conversation.outcome()).as(told).isNotEqualTo(Outcome.WITHDRAWN);
        assertThat(conversation.state(1001)).as(told).isEqualTo("IN_REVIEW");
      }
    }
  }
}

package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A yes that shrugs is none of an owner. */
class ShrugTest {
  private final OwnerAnswerReader reader = new OwnerAnswerReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jo mei",
        "Jo eh",
        "Ja, von mir aus",
        "Ja, meinetwegen.",
        "Ja mei, wenns sein muss",
        "Yes, whatever",
        "Yeah, I guess",
        "Yes, if you say so.",
        "Oui, bof",
        "Oui, si vous le dites",
        "Sí, me da igual",
        "Sim, tanto faz",
        "是的，随便",
        "はい、どうでもいいです"
      })
  void aShrugIsNoYes(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
    assertThat(reader.speaksAgainst(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes",
        "Ja",
        "Ja, das war ich",
        "Jo",
        "Oui",
        "Sí, fui yo",
        "Sim, fui eu",
        "是的",
        "はい"
      })
  void aPlainYesIsOne(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }
}

package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the models see has to be likely, and the more so the fewer words there are. */
class SeenByModelsTest {
  private final TriageReader triage;

  SeenByModelsTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sto ancora cercando.",
        "Still looking.",
        "Suche noch weiter.",
        "Je cherche encore.",
        "Sigo buscando todavía.",
        "まだ探しています。"
      })
  void aFewWordsOfALaterMailAreNoName(String text) {
    assertThat(triage.read(TypedMail.later(text)).request().username()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "It is kim_doe-4, kim_doe-4",
    "sorry: kim_doe-4, kim_doe-4",
    "kim_doe-4, kim_doe-4",
    "Der Name ist kim_doe-4., kim_doe-4",
    "c'est kim_doe-4, kim_doe-4"
  })
  void aNameThatLooksLikeOneIsReadThereToo(String text, String name) {
    assertThat(triage.read(TypedMail.later(text)).request().username()).contains(name);
  }

  @Test
  void aProjectThatNoLabelAnnouncesIsSeen() {
    assertThat(
            triage
                .read(
                    TypedMail.first(
                        "Lost my second factor",
                        "Hi, my user is kim_doe-4. I look after lampwick-core there and cannot"
                            + " release it any more since my phone broke."))
                .request()
                .projects())
        .contains("lampwick-core");
  }

  @Test
  void aThingThatBrokeIsNoProject() {
    assertThat(
            triage
                .read(
                    TypedMail.first(
                        "Lost my second factor",
                        "Hi, my user is kim_doe-4. The phone with Google Authenticator broke while"
                            + " I was updating Firefox and I cannot log in any more."))
                .request()
                .projects())
        .isEmpty();
  }
}

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

  @ParameterizedTest
  @ValueSource(strings = {"hmm", "pfff", "grmpf", "aaargh", "Hmmmm"})
  void aSighIsNoName(String subject) {
    assertThat(triage.read(TypedMail.first(subject, "can't log in")).request().username())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomtom7", "krz_7", "kiosk_pi4"})
  void aNameInTheSubjectIsOne(String subject) {
    assertThat(triage.read(TypedMail.first(subject, "can't log in")).request().username())
        .contains(subject);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "help | username: kim_. Lost my phone. | kim_",
        "help | **Username:** _kim_ | kim",
        "help | Lost my phone, account: __kim_doe__ | kim_doe",
        "aide | Nom d'utilisateur : KimDoe_ (avec le trait) | KimDoe_",
        "求助 | 登录名 K612.fox,rosebed 作者;花友 lin_3 帮我校过稿。手机丢了,进不去了 | K612.fox",
        "求助 | 登录名 K612.fox，手机丢了，进不去了 | K612.fox",
        "助けて | 登録名 ri2ko、確認メールが届きません。 | ri2ko"
      })
  void aNameEndsWhereItsWriterEndsIt(String subject, String text, String name) {
    assertThat(triage.read(TypedMail.first(subject, text)).request().username()).contains(name);
  }

  @Test
  void anAsideInBracketsIsNoName() {
    assertThat(
            triage
                .read(
                    TypedMail.first(
                        "locked out",
                        "The address is in the mail account (it's in his name) and what the"
                            + " password was, only he might know."))
                .request()
                .username())
        .isEmpty();
  }
}

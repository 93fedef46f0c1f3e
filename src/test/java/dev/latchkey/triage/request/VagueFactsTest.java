package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not sure of a year forgot no password. */
class VagueFactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I registered in spring 2013, cannot recall which day.",
        "The year was 2011? I don't remember.",
        "Angemeldet habe ich mich 2012, weiß ich nicht mehr genau.",
        "Inscrit vers 2010, je ne sais plus exactement.",
        "La abrí en verano de 2009, no recuerdo bien.",
        "Foi em 2014… já não sei.",
        "注册大概是2013年，不太记得了。",
        "登録は2011年の夏ですが、よく覚えていません。"
      })
  void whatIsVagueIsLeftOut(String text) {
    assertThat(VagueFacts.without(MailText.of(text)).text()).isNotEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I registered in 2013. I cannot recall the password.",
        "From 2011, and the user name I don't remember.",
        "Konto von 2012. Mein Kennwort weiß ich nicht mehr.",
        "Compte de 2010. Je ne me souviens plus du mot de passe.",
        "密码记不清了，账号是2013年注册的。",
        "I don't remember anything of it."
      })
  void whatKeepsOutStays(String text) {
    assertThat(VagueFacts.without(MailText.of(text)).text()).isEqualTo(text);
  }
}

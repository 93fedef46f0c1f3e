package dev.latchkey.triage.remark;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveringReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, the tablet is not logged in after all.\nKim",
        "The code is not in the drawer after all, sorry.",
        "Unfortunately I did not find the codes.",
        "Das Tablet ist doch nicht angemeldet.",
        "Leider habe ich den Zettel nicht gefunden.",
        "La tableta no está conectada, al final.",
        "Finalement la tablette n'est pas connectée.",
        "Afinal o tablet não está ligado à conta.",
        "タブレットはやはりログインしていませんでした。",
        "平板电脑其实没有登录。"
      })
  void aHopeThatCameToNothingIsNoEnd(String written) {
    assertTrue(WaveringReader.hopeGone(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't need it after all, please close it.",
        "I found the codes after all, I am back in.",
        "Ich brauche es doch nicht mehr.",
        "Finalement je n'en ai pas besoin.",
        "It works again, thank you."
      })
  void anEndStaysOne(String written) {
    assertFalse(WaveringReader.hopeGone(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I think I give up.",
        "Maybe I should just give up and make a new account.",
        "This is too much for me, forget it.",
        "Estoy harta, creo que lo dejo.",
        "Ich glaube, ich gebe auf.",
        "Ich habe keine Lust mehr.",
        "Je crois que j'abandonne.",
        "Acho que vou desistir.",
        "もう諦めようと思います。",
        "我想我放弃了。"
      })
  void whoIsAboutToGiveUpIsHeard(String written) {
    assertTrue(WaveringReader.givesUp(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will not give up.",
        "Don't give up on me!",
        "How long does this take?",
        "My friend Leo maintains the package with me.",
        "Ich lasse Ihnen die Kopie zukommen.",
        "我不放弃。",
        "I cannot do the branch."
      })
  void whoGoesOnIsNotAsked(String written) {
    assertFalse(WaveringReader.givesUp(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I found something: my old tablet may still be logged in. Does that help you?",
        "Mir ist eingefallen, dass mein Tablet noch angemeldet ist.",
        "J'ai retrouvé mon ancien téléphone, ça aide ?",
        "Encontré la hoja con los códigos, ¿sirve?",
        "Encontrei o papel, isso ajuda?",
        "紙が見つかりました。役に立ちますか。",
        "我找到了那张纸，有用吗？"
      })
  void newsIsHeard(String written) {
    assertTrue(WaveringReader.tellsNews(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"How is it going?", "Any news? I wait for three weeks now."})
  void aBareQuestionIsNone(String written) {
    assertFalse(WaveringReader.tellsNews(written));
  }

  /** It is asked of every later mail, within the transaction of its batch. */
  @ParameterizedTest
  @ValueSource(strings = {"not after all, ", "I give up. ", "!", "word "})
  void ofATextOfMegabytesOnlyTheBeginningIsLookedAt(String words) {
    String text = words.repeat(12_000_000 / words.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> {
          WaveringReader.hopeGone(text);
          assertFalse(WaveringReader.givesUp(text));
          assertFalse(WaveringReader.tellsNews(text));
        });
  }
}

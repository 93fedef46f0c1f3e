package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.triage.reply.SentLetter.Asks;
import dev.latchkey.triage.request.IntentReading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To end a request wrongly is the worst answer: what only sounds like an end is asked about. */
class PlainEndTest {
  private final TriageReader triage;

  PlainEndTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/ends-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void onlyPlainWordsEndARequest(String ends, String language, String text) {
    IntentReading read = triage.read(TypedMail.later(text)).intent();

    assertThat(read.over() && read.sure()).as("%s", read.why()).isEqualTo(ends.equals("yes"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/yes-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aYesEndsItOnlyAsTheAnswerToThatQuestion(String ends, String language, String text) {
    InboundMail mail = TypedMail.later(text);
    IntentReading asked =
        triage.read(mail, List.of(letter(Asks.WHETHER_OVER), letter(Asks.NOTHING))).intent();
    IntentReading other =
        triage.read(mail, List.of(letter(Asks.NOTHING), letter(Asks.WHETHER_OVER))).intent();

    assertThat(asked.over() && asked.sure()).isEqualTo(ends.equals("yes"));
    assertThat(other.over() && other.sure()).isFalse();
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/no-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aNoEndsItAsTheAnswerToWhetherItIsWanted(String ends, String language, String text) {
    InboundMail mail = TypedMail.later(text);
    IntentReading asked = triage.read(mail, List.of(letter(Asks.WHETHER_WANTED))).intent();

    assertThat(asked.over() && asked.sure()).isEqualTo(ends.equals("yes"));
  }

  /** Whoever says yes to all that was asked, as long as it brings them back, is not at the end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yeah yeah i'm fine with all of that, whatever gets me back in lol",
        "Yes to everything, just get me back in.",
        "Ja zu allem, Hauptsache ich komme wieder rein",
        "oui à tout, du moment que je retrouve mon compte",
        "sí a todo, con tal de volver a entrar",
        "sim a tudo, desde que eu volte a entrar",
        "全部同意，只要能登录就行",
      })
  void whoAgreesToAllIsNotAtTheEnd(String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().over()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My colleague got in, I didn't.",
        "It worked until yesterday.",
        "I can log in to the old forum, not here.",
        "Bei meiner Kollegin geht es wieder, bei mir nicht.",
        "Ma sœur a pu se connecter, moi non.",
        "Mi socia ya entró, yo todavía no.",
        "A minha chefe já entrou, eu ainda não.",
        "上司はログインできましたが、私はまだです。",
        "我同事能登录了,我还是不行。",
      })
  void whoseSuccessIsAnothersIsNotAtTheEnd(String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().over()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Either they made a false alarm or a thief is about, in any case it is not coming from me, so bin it.",
        "Fehlalarm oder Betrug, von mir kommt das jedenfalls nicht, also weg damit.",
        "Falsa alarma o ladrón, de mí no viene, a la basura."
      })
  void whoDeniesItIsNotAtTheEnd(String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().over()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Access restored, thank you. From my side there are no open points.",
        "I am back in, thank you. From my side no further questions."
      })
  void whoHasNothingOpenIsAtTheEnd(String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().over()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The page opens now, but it still wants a code.",
        "Die Seite sehe ich jetzt, sie will aber immer noch einen Code.",
        "Je vois la page maintenant, mais elle réclame toujours un code.",
        "Ahora veo la página, pero sigue pidiendo un código.",
        "Agora vejo a página, mas continua a pedir um código.",
        "ページは見えるようになりましたが、まだコードを求められます。",
        "现在能看到页面，可还是要验证码。"
      })
  void whomTheSiteStillAsksHasDoneNothingAndIsNotAtTheEnd(String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().intent()).isEqualTo(Intent.OTHER);
  }

  private static SentLetter letter(Asks asks) {
    return new SentLetter("Hello,", List.of(), asks);
  }
}

package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners write who want another code, and what sounds like it. */
class AnotherCodeReaderTest {
  private final OwnerAnswerReader owners = new OwnerAnswerReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jo mei, da hob i mi vertippt. schickts ma hoid nomoi oan Code",
        "Ja, da hab ich mich vertan, bitte schickt mir noch mal einen Code",
        "yep that thing expired I guess, new one pls",
        "yes sorry my kid hit send, can you mail me another one please",
        "it ran out, send again",
        "Sorry, too slow. Another one?",
        "didnt get it in time, pls resend",
        "could u plz send me anohter one, deleted it by accident",
        "der ist abgelaufen, nochmal bitte schicken",
        "Mist, vertippt. Bitte noch einen.",
        "könnts ma an neuen schicka, der oane is nimmer gültig",
        "ich wollte nur einen neuen Code haben",
        "lo pueden mandar de nuevo, ya caducó",
        "me equivoqué al copiarlo, mándenme otro porfa",
        "renvoyez-le-moi svp, il n'est plus valable",
        "Trop tard, il a expiré. Vous pouvez m'en envoyer un autre ?",
        "もう一度送ってください",
        "期限が切れてしまいました。新しいものをお願いします。",
        "过期了，请再发一次",
        "没收到，能再发一个吗",
        "pode mandar outro?",
        "Expirou enquanto eu procurava, mandem de novo por favor",
        "No me llegó, mándalo otra vez",
        "I lost my phone, so please send a new code to this address",
      })
  void anotherCodeIsAskedFor(String words) {
    assertThat(owners.read(words)).isEqualTo(OwnerAnswer.WANTS_CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Send me no more codes, I did not ask for this.",
        "Stop sending me new codes!",
        "I never asked for a code, do not send another one.",
        "Schickt mir keine neuen Codes, das war ich nicht.",
        "Ne m'envoyez plus de codes, je n'ai rien demandé.",
        "No me manden otro código, yo no he pedido nada.",
        "Não me mandem outro código, não fui eu.",
        "不是我申请的，不要再发了。",
        "もう送らないでください。申請していません。",
      })
  void whoObjectsToThemStillObjects(String words) {
    assertThat(owners.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please do not send it again.",
        "No new code please, I still wonder what this is.",
        "Today I got another code from you.",
        "Why do you send me this again?",
        "Wieso schickt ihr mir schon wieder einen neuen Code?",
        "Someone keeps asking for new codes, please send help",
        "Please send the new code to my other address.",
        "I got your mail again.",
        "Ich will keinen neuen Code.",
        "Please look at it again.",
        "为什么又给我发了一个新的验证码？",
      })
  void whatOnlySoundsLikeItIsForAPerson(String words) {
    assertThat(owners.read(words)).isNotIn(OwnerAnswer.WANTS_CODE, OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, that was me, I lost my phone and bought a new one. Please continue.",
        "Ja, das war ich, ich habe ein neues Handy.",
        "Yes, I asked for it. Thanks for asking again.",
        "Sí, fui yo, tengo otro móvil.",
        "是我申请的，我换了新手机。",
      })
  void anHonestYesStaysOne(String words) {
    assertThat(owners.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }
}

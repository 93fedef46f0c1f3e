package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else asked, and the owner says so beside a code. */
class OtherAskedReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It wasnt me who asked but my wife, she uses my mailbox. anyway here is the code",
        "My son sent the request from my computer, here you go:",
        "someone else here asked for this, not sure who. code:",
        "Das hat meine Frau beantragt, sie benutzt mein Postfach. Hier der Code:",
        "Mein Sohn hat Ihnen geschrieben, hier ist der Code.",
        "C'est ma femme qui a fait la demande, voici le code",
        "Fue mi hijo quien lo pidió, aquí está el código",
        "Foi a minha mulher que fez o pedido, aqui vai o código",
        "是我儿子申请的，验证码在这里",
        "申請したのは妻です。コードはこちらです。",
        "息子が申請しました。コードを送ります。",
        "Ich habe gesehen, dass meine Frau das angefragt hat. Der Code:",
        "I have nothing to do with it, my son sent the request",
      })
  void itWasAnother(String words) {
    assertThat(OtherAskedReader.says(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My wife helped me with this mail, I asked for it myself. code:",
        "my son told me to send you this code",
        "its mine, im paul. she just typed the mail for me",
        "Did somebody else ask too?",
        "I asked for it because my wife cannot see the photos any more.",
        "Meine Tochter hilft mir, ich habe es beantragt.",
        "Mon fils m'a dit de vous envoyer le code que j'ai demandé.",
        "Mi hijo me ayudó, yo lo pedí.",
        "Minha filha me ajudou a pedir.",
        "我儿子帮我申请的",
        "息子に教えてもらいました。コードです。",
        "Here is the code, that was me.",
        "Ich hab doch schon geschrieben dass mein Mann das Handy hat. Hier der Code",
        "I already wrote that my son has the phone. code:",
        "J'ai écrit hier que mon mari a le téléphone, voici le code",
        "Ya he escrito que mi hijo tiene el móvil, el código:",
        "我已经写过我老婆拿着手机",
      })
  void itWasNot(String words) {
    assertThat(OtherAskedReader.says(words)).isFalse();
  }
}

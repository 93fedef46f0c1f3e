package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.owner.InsideReader.Says;
import dev.latchkey.triage.words.MailText;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says that they get in, or that it is over, and who wishes so or is stopped. */
@NullMarked
class InsideReaderTest {
  private static Says read(String written) {
    return InsideReader.read(MailText.of(""), MailText.of(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I sign in without any trouble, but how do I move the app to a new phone?",
        "My own account works, I am only reporting this.",
        "Logging in is fine. Could the limit be raised?",
        "Ich bin als uwe.k angemeldet, was prima klappt, und suche den Knopf.",
        "Ich komme ganz normal rein, nur das Design ist kaputt.",
        "Mon compte fonctionne, c'est pour un ami que je demande.",
        "Je me connecte sans souci, je voudrais juste changer de nom.",
        "Entro sin problema en mi cuenta, solo pregunto por el límite.",
        "Entro numa boa, só queria saber do limite.",
        "登录没问题，就是想改个名字。",
        "ログインは問題なくできています。通知を止めたいだけです。",
        "False alarm, the app was on my tablet.",
        "Hat sich erledigt, danke.",
        "Fausse alerte, désolé du dérangement.",
        "Falsa alarma, perdonad.",
        "Falso alarme, desculpem.",
        "没事了，刚才密码打错了。",
        "お騒がせしました。見つかりました。",
        "Before you worry: I got in fine with the tablet.",
        "Bei meiner Kollegin wurde eingebrochen. Soll ich etwas tun, obwohl bei mir nichts war?",
        "One of my pupils can't get in because she forgot hers. My own account is fine.",
        "I can still sign in, I only want it closed.",
        "Letztes Jahr habt ihr mir geholfen, ich wollte nur danke sagen."
      })
  void isInside(String written) {
    assertThat(read(written)).isEqualTo(Says.INSIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I would like to log in without trouble again.",
        "Logging in was fine until I dropped my phone.",
        "I can log in fine, but then it asks for a code that I lost.",
        "Signing in works. But then it wants a code from the phone I lost.",
        "My colleague signs in without problems, I do not.",
        "The password works fine, the phone is gone.",
        "It was no false alarm: somebody changed my address.",
        "Never mind the phone, the codes are what I need.",
        "Bis gestern klappte die Anmeldung prima.",
        "Wie komme ich wieder in mein Konto?",
        "Mi compañero entra sin problema con la suya.",
        "La connexion marche pas.",
        "Minha colega entra numa boa, eu não.",
        "同事登录没问题，我不行。",
        "昨日までは普通にログインできました。"
      })
  void isNotInside(String written) {
    assertThat(read(written)).isNotEqualTo(Says.INSIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot log in any more.",
        "Ich komme nicht rein, bitte helft mir.",
        "Impossible de me connecter depuis lundi.",
        "No puedo entrar desde ayer.",
        "Não consigo entrar de jeito nenhum.",
        "登录不了了，急！",
        "ログインできません。"
      })
  void isShutOut(String written) {
    assertThat(read(written)).isEqualTo(Says.SHUT_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I just can't seem to get in, what do you need?",
        "I can't get in, what now?",
        "Ich komme nirgends mehr rein, was jetzt?",
        "Ich komm einfach nicht mehr in mein Konto.",
        "No hay forma de entrar.",
        "我怎么都进不去账号了，急用，请问怎么办？",
        "I can't get in. She can log in fine.",
        "Lost my phone, I am locked out. Just wanted to say thank you in advance!"
      })
  void cannotGetInThoughTheyTried(String written) {
    assertThat(read(written)).isEqualTo(Says.SHUT_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nein, das war ich nicht. Ich komme problemlos hinein.",
        "I get in without any trouble, whoever wrote to you.",
        "J'entre sans problème.",
        "Entro sin problemas."
      })
  void getsIn(String written) {
    assertThat(InsideReader.getsIn(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I used to get in fine.",
        "I can't get in.",
        "False alarm.",
        "Wenn ich reinkomme, gut."
      })
  void doesNotSayThatTheyGetIn(String written) {
    assertThat(InsideReader.getsIn(MailText.of(written))).isFalse();
  }
}

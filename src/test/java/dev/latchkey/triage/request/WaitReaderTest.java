package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wait that cannot be is no yes, in whatever words, and a yes in prose is one. */
class WaitReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "My account is fern. Sitting around for a fortnight is simply not an option.",
        "You ask me to wait? Absolutely not.",
        "Weeks of waiting? Dream on.",
        "A waiting time, you say? You must be joking.",
        "About the waiting time: you must be kidding me.",
        "Die Wartezeit? Das kann nicht Ihr Ernst sein.",
        "Do not expect me to queue for a month.",
        "Einen Monat anstehen werde ich nicht.",
        "N'attendez pas que je patiente un mois.",
        "No esperen que haga cola un mes.",
        "等几个星期可不行。",
        "别指望我排一个月的队。",
        "Waiting for weeks is where I draw the line.",
        "I lack the patience for that.",
        "Wochenlang warten, da mache ich nicht mit.",
        "Monatelang herumsitzen? Dafür fehlt mir die Geduld.",
        "Attendre des semaines, et puis quoi encore.",
        "Esperar semanas, eso sí que no.",
        "Esperar semanas é que não.",
        "等几个星期，想得美。",
        "何週間も待つなんて、まっぴらです。",
        "I am not prepared to wait for that.",
        "Account fern. I could not wait that long even if I liked to.",
        "Abzuwarten? Ausgeschlossen.",
        "Wochenlang zu warten ist für mich undenkbar.",
        "Ich bin nicht bereit zu warten.",
        "Patienter un mois, c'est exclu.",
        "Je refuse d'attendre.",
        "Vous voulez me faire attendre ? Jamais de la vie.",
        "Me niego a esperar.",
        "¿Aguardar un mes? En absoluto.",
        "Esperar um mês está fora de cogitação.",
        "Não vou esperar.",
        "そんなに待つことはできません。",
        "待つのは論外です。",
        "待てるはずがありません。",
        "让我们等一个月是不可能的。",
        "我不愿等。",
        "生意拖不起。",
        "I have run out of patience.",
        "Um Geduld bitte ich nicht, und Geduld habe ich keine.",
        "No me pida paciencia.",
        "Je n'ai plus de patience."
      })
  void aWaitThatCannotBeIsARefusal(String text) {
    assertThat(WaitReader.in(MailText.of(text))).contains(false);
    assertThat(WaitReader.refuses(MailText.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "However long it takes, that is all right.",
        "I'd be willing to wait.",
        "If it takes until summer, so be it.",
        "Es eilt nicht.",
        "Rien ne presse.",
        "No corre prisa.",
        "Não tenho pressa.",
        "不着急。",
        "急ぎません。",
        "Solange es dauert, bin ich geduldig.",
        "Ich bin bereit zu warten.",
        "Ça prendra le temps nécessaire.",
        "Je suis prête à attendre.",
        "Estoy dispuesta a esperar.",
        "Demore o que demorar, está certo.",
        "どれだけかかってもよいです。",
        "我不介意等。",
        "The wait I can cope with.",
        "Take the days that you need.",
        "Prenez les mois qu'il vous faut."
      })
  void aYesInProseIsOne(String text) {
    assertThat(WaitReader.in(MailText.of(text))).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can't log in. I am waiting for an answer.",
        "It is impossible to log in, whatever I do.",
        "I cannot wait to be back.",
        "お返事はお待ちいただけますと幸いです。",
        "I am in a hurry, no stress please.",
        "Es eilt nicht nur, es brennt.",
        "A la espera de su ayuda, imposible entrar.",
        "Anmelden geht nicht, ich warte auf Antwort.",
        "Impossible de me connecter, merci d'avance.",
        "ずっと待っていますが、メールが届きません。",
        "登录不可能成功。"
      })
  void whoSaysNeitherIsAsked(String text) {
    assertThat(WaitReader.in(MailText.of(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can live with the wait, but I cannot wait a whole year.",
        "Warten ist in Ordnung, aber Monate warten kommt nicht in Frage.",
        "J'attendrai, mais attendre un an est inacceptable."
      })
  void whoSaysBothIsAsked(String text) {
    assertThat(WaitReader.in(MailText.of(text))).isEmpty();
    assertThat(WaitReader.refuses(MailText.of(text))).isTrue();
  }
}

package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that no letter of the desk answers. */
class SideQuestionReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿cuánto cuesta recuperar una cuenta? ¿Y se puede por teléfono?",
        "contésteme lo del precio, por favor",
        "¿Y lo del precio?",
        "I lost my password. How much does it cost?",
        "Could you do this by phone?",
        "também queria mudar o nome da conta, dá?",
        "qui êtes-vous exactement ?",
        "Ach du liebe Zeit, was ist denn ein Wiederherstellungscode?",
        "Und muss ich für die Hilfe etwas bezahlen?",
        "Das verstehe ich nicht, welche Nummer denn? Da stehen keine Nummern.",
        "恢复账号要钱吗",
        "料金はいくらですか",
        "Before I go on: is there a fee?",
        "Forgot my password. Do you charge for that?",
        "Was kostet mich das eigentlich?",
        "Fallen Kosten an?",
        "Au fait, est-ce que c'est payant ?",
        "¿Cobran por esto?",
        "A propósito, isso custa alguma coisa?",
        "Isso é pago?",
        "顺便问一下，要收费吗？",
        "ところで、費用がかかりますか。",
        "Há alguém com quem possa falar ao telefone?",
        "Is there somebody I can talk to?",
        "Could I talk to a human about this?",
        "Kann ich mit jemandem sprechen?",
        "Puis-je parler à quelqu'un ?",
        "¿Puedo hablar con alguien?",
        "有人工客服吗？",
        "電話はできますか？",
      })
  void aPersonHasToAnswer(String words) {
    assertThat(SideQuestionReader.asks(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can you help me get back into my account?",
        "What do I have to do?",
        "I lost my phone, and my number changed.",
        "Ich habe mein Telefon verloren, können Sie helfen?",
        "Perdí el teléfono, ¿me pueden ayudar?",
        "J'ai perdu mon téléphone, que faire ?",
        "手机丢了，怎么办？",
        "電話を失くしました。どうすればいいですか？",
        "I paid for a new phone.",
        "yes to all of that",
        "My phone no longer charges, what do I do?",
        "How long does it take?",
        "I lost my phone at the weekend, can you help?",
        "Das Handy lädt nicht mehr, und kostbare Daten sind drauf. Was tun?",
      })
  void nothingOfThat(String words) {
    assertThat(SideQuestionReader.asks(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How long does it take?",
        "Wie lange dauert sowas?",
        "Combien de temps ça prend ?",
        "¿Cuánto tarda?",
        "Quanto tempo demora?",
        "要多久？",
        "どのくらいかかりますか？"
      })
  void howLong(String words) {
    assertThat(SideQuestionReader.asksHowLong(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wie ist denn der Stand? Mein altes Handy ist kaputt.",
        "I lost my phone and have no codes. How are things with my request?",
        "J'ai perdu mon téléphone. Où en est-on ?",
        "¿Y qué hay de lo mío? Me robaron el móvil.",
        "Qual é a situação? Meu celular foi roubado.",
        "状況はいかがですか？スマホを紛失しています。",
        "手机丢了，进展怎么样？",
        "Haben Sie mich vergessen?"
      })
  void howItStands(String written) {
    assertThat(SideQuestionReader.onlyAsksHowItStands(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What does the T stand for in that token?",
        "Wie ist der Stand? Und wo trage ich das ein?",
        "Any news? And what does it cost?",
        "¿Cómo va la firma, dentro del texto o aparte?",
        "このまま次に進んでいいですか？",
        "Der Stand vom letzten Jahr gilt noch."
      })
  void somethingElse(String written) {
    assertThat(SideQuestionReader.onlyAsksHowItStands(MailText.of(written))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What happens to my repos if this takes more than a month?",
        "Was passiert mit meinen Paketen, wenn das länger dauert?",
        "Que deviennent mes paquets ?",
        "¿Cuánto tiempo debe quedarse publicada esa línea?",
        "Por quanto tempo preciso deixar essa frase no site?",
        "How long do I have to leave the line up?",
        "この文はどのくらい載せておけばいいですか？",
        "我的包会怎么样？"
      })
  void whatHowItStandsDoesNotAnswer(String written) {
    assertThat(SideQuestionReader.asksOfElse(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How long until you answer?",
        "¿Cuánto tiempo más tardará?",
        "The line is up. How long will it take?",
        "What happens next?"
      })
  void whatItAnswers(String written) {
    assertThat(SideQuestionReader.asksOfElse(MailText.of(written))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "何時間待てばいいのですか？",
        "あと何日くらい待ちますか？",
        "How many hours must I wait?",
        "how much longer must I wait",
        "How many more days until I hear from you?",
        "Wie viele Stunden noch?",
        "Wieviele Tage muss ich denn noch warten",
        "Combien d'heures dois-je attendre ?",
        "¿Cuántas horas tengo que esperar?",
        "Quantas horas ainda?",
        "还要等几个小时？",
        "需要多少天才能有答复？"
      })
  void howLongTheyHaveToWait(String written) {
    assertThat(SideQuestionReader.asksToWait(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many hours is the code valid?",
        "I have waited many hours, and many more days",
        "How long is a recovery code?",
        "Wie viele Codes brauche ich noch?",
        "Wie lange ist der Code noch gültig?",
        "コードは何時間有効ですか？",
        "I can wait a few days."
      })
  void anotherTimeIsAsked(String written) {
    assertThat(SideQuestionReader.asksToWait(MailText.of(written))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when?",
        "à quelle heure ??",
        "wann genau?",
        "At what time tomorrow?",
        "¿A qué hora exactamente?",
        "A que horas?",
        "几点？",
        "何時ですか？",
        "ok when",
        "Thanks! And which day will that be?"
      })
  void theMomentIsAskedAndNothingElse(String written) {
    assertThat(SideQuestionReader.onlyAsksWhen(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thanks",
        "When did I ask for that? It was not me.",
        "Wann hört das auf, ich habe das nicht beantragt",
        "At what time? My brother has the phone now.",
        "stop it, when?"
      })
  void whatSaysMoreIsReadByAPerson(String written) {
    assertThat(SideQuestionReader.onlyAsksWhen(written)).isFalse();
  }
}

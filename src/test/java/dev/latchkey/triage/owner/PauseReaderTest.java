package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of this project's own, some of each kind in each language. */
class PauseReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Don't do it.",
        "hold off for now please",
        "I changed my mind.",
        "Wait, don't do anything yet",
        "Please wait until I am back on Monday.",
        "Hmm, hang on.",
        "Hello, not so fast, let me think about it.",
        "Warten Sie bitte noch.",
        "Moment, ich bin mir nicht mehr sicher.",
        "Machen Sie noch nichts, ich melde mich.",
        "Bitte noch nicht.",
        "Ich hab's mir anders überlegt.",
        "Attendez.",
        "Ne faites rien pour l'instant.",
        "Bonjour, j'ai changé d'avis.",
        "Réflexion faite, mieux vaut attendre un peu.",
        "Non, pas encore.",
        "Esperen, por favor.",
        "No hagan nada todavía.",
        "Mejor no.",
        "Me lo he pensado y cambié de idea.",
        "Un momento, déjenlo así.",
        "Esperem um pouco.",
        "Não façam nada por enquanto.",
        "Pensei melhor, é melhor não.",
        "Ainda não.",
        "先别弄。",
        "请等一下,我再想想。",
        "我改主意了。",
        "ちょっと待ってください。",
        "まだ何もしないでください。",
        "気が変わりました。",
        "J'hésite un peu, laissez-moi jusqu'à demain.",
        "Können wir bis Freitag warten?",
        "Ich bin ins Grübeln gekommen",
        "je ne suis plus sûr de vouloir ça",
        "Un momentito, creo que encontré el móvil",
        "Could you please hold the reset until Monday?",
        "I'm not so sure about this any more.",
        "Give me a day to think it over.",
        "Ich bin mir da nicht mehr so sicher.",
        "Pourriez-vous patienter jusqu'à lundi ?",
        "¿Podemos esperar hasta el viernes?",
        "Ya no estoy segura de querer esto.",
        "Podemos esperar até sexta-feira?",
        "Já não tenho a certeza de que quero isto.",
        "能不能等到周五再说？",
        "我有点犹豫。",
        "少し迷っています。",
        "Please don't go ahead yet.",
        "Nicht weitermachen bitte.",
        "Ne continuez pas pour le moment.",
        "No sigan, por favor.",
        "Não continuem.",
        "不要继续。",
        "すみません、やっぱり少し待っていただけますか。古い携帯が出てきたかもしれません。",
        "申し訳ありませんが、もう少しお待ちいただけますか",
        "待ってもらえますか？",
        "麻烦先等几天可以吗",
        "Serait-il possible d'attendre quelques jours ?",
        "¿Sería posible esperar unos días?",
        "Dá para esperar uns dias?",
        "Würde es Ihnen etwas ausmachen, ein wenig zu warten?",
        "Would you mind waiting a little?",
        "Could you give it a little time?"
      })
  void thisAsksToWait(String words) {
    assertThat(PauseReader.pauses(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is it possible to do it without waiting?",
        "Est-il possible de ne pas attendre ?",
        "Dá para fazer sem esperar?",
        "どのくらい待てばいいですか",
        "请问要等多久？",
        "待たせていただきます。",
        "Thank you, I can wait.",
        "I don't have the old phone any more.",
        "Don't worry, take your time.",
        "Please do not stop it.",
        "What are you waiting for?",
        "The wait is long, when is it done?",
        "I can't wait to be back!",
        "Danke, ich warte gern.",
        "Worauf warten Sie noch?",
        "Vielen Dank, bis Donnerstag.",
        "Merci, j'attends vos nouvelles.",
        "Qu'attendez-vous ?",
        "Gracias, espero su respuesta.",
        "¿Qué esperan?",
        "Obrigado, fico à espera.",
        "Podem continuar.",
        "谢谢,我等你们的消息。",
        "まだかかりますか、お待ちしています。",
        "ありがとうございます。よろしくお願いします。",
        "How long do I have to wait?",
        "Let me know when it's done.",
        "Wie lange muss ich noch warten?",
        "Tengo una duda: ¿se borran mis claves?",
        "N'hésitez pas à m'écrire.",
        "Can I use my new phone for this?"
      })
  void thisDoesNot(String words) {
    assertThat(PauseReader.pauses(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Allez-y, n'attendez plus",
        "No need to stop anything",
        "Bitte nicht stoppen",
        "No need to wait, go ahead.",
        "Please don't wait any longer.",
        "Don't hold it up, please.",
        "There is no reason to stop.",
        "Sie müssen nicht warten.",
        "Kein Grund zu warten, legen Sie los.",
        "Bitte nicht anhalten.",
        "Nicht warten, bitte machen.",
        "Pas besoin d'arrêter quoi que ce soit.",
        "Ne vous arrêtez pas.",
        "N'arrêtez rien, s'il vous plaît.",
        "No hace falta esperar.",
        "No hay que parar nada.",
        "No esperen más, adelante.",
        "No es necesario detener nada.",
        "Não é preciso esperar.",
        "Não parem, por favor.",
        "Não esperem mais.",
        "不用等我，请继续。",
        "请不要停止。",
        "不要等了，继续吧。",
        "待たなくていいです。",
        "止める必要はありません。",
        "止めないでください。",
        "キャンセルしないでください。",
        "Take all the time you need.",
        "I will be on holiday until Monday, go ahead.",
        "Great, then I'll wait until Thursday."
      })
  void thisAsksUsToGoOn(String words) {
    assertThat(PauseReader.pauses(words)).isFalse();
    assertThat(PauseReader.urges(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Don't stop here, wait until Monday.",
        "Go ahead? Hold off, please.",
        "Please don't go ahead.",
        "Thank you for your work."
      })
  void thisDoesNotAskUsToGoOn(String words) {
    assertThat(PauseReader.urges(words)).isFalse();
  }

  /** Who is impatient denies a wait, and nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please don't keep me waiting, do it now",
        "Don't keep me waiting any longer.",
        "Don't make me wait, just do it.",
        "Please do not let me wait so long!",
        "I don't want to wait any more, do it now.",
        "I can't wait any longer, please hurry.",
        "Stop stalling and do it.",
        "No more waiting please, do it.",
        "Do it now, please.",
        "Lassen Sie mich bitte nicht länger warten, machen Sie es jetzt.",
        "Lassen Sie mich nicht warten!",
        "Ich will nicht mehr warten, bitte sofort machen.",
        "Bitte jetzt machen, ich kann nicht länger warten.",
        "Ne me faites pas attendre, faites-le maintenant.",
        "Ne me faites plus attendre s'il vous plaît.",
        "Je ne veux plus attendre.",
        "No me hagan esperar, háganlo ya.",
        "No me haga esperar más, por favor.",
        "Ya no quiero esperar más.",
        "Não me façam esperar, façam já.",
        "Não me deixem esperar mais, por favor.",
        "Não quero esperar mais.",
        "别让我等了，现在就弄吧。",
        "请不要让我再等了。",
        "不想再等了，快点弄。",
        "待たせないでください。今すぐやってください。",
        "もう待てません、早くしてください。",
        "これ以上待たせないでください。",
        "thursday is my birthday period could it not be today question mark",
        "Can it be sooner? I have a deadline.",
        "Geht das nicht schneller?",
        "Geht es auch heute?",
        "Ça ne peut pas aller plus vite ?",
        "¿No puede ser hoy?",
        "Não pode ser hoje?",
        "能不能早点？",
        "もっと早くなりませんか。"
      })
  void whoIsImpatientAsksForNoWait(String words) {
    assertThat(PauseReader.pauses(words)).isFalse();
    assertThat(PauseReader.urges(words)).isTrue();
    assertThat(new OwnerAnswerReader().read(PauseReader.withoutImpatience(words)))
        .isNotEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please keep it waiting, don't do it now",
        "Please don't do it now.",
        "Don't do it, I keep waiting for my son.",
        "Please wait, don't do it now.",
        "Lassen Sie es bitte noch nicht laufen, warten Sie.",
        "Attendez, ne le faites pas maintenant.",
        "No lo hagan ahora, esperen.",
        "Não façam agora, esperem.",
        "现在别弄，等一等。",
        "今はやらないでください。待ってください。",
        "Let me wait until Friday.",
        "Please wait longer, I am not sure.",
        "¿Pueden esperar más?",
        "Lassen Sie mich noch warten.",
        "Deixem esperar até sexta.",
        "让我等到周五再说。",
        "I'd like you to wait, don't hurry."
      })
  void whoWantsAWaitIsNot(String words) {
    assertThat(PauseReader.pauses(words)).isTrue();
    assertThat(PauseReader.urges(words)).isFalse();
  }

  /** What else is denied or ordered beside it still is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop it and don't keep me waiting",
        "I did not ask for this and don't make me wait",
        "Stop it asap",
        "Bitte sofort sperren!",
        "Cancel this and do it now",
        "Cancelen esto y no me hagan esperar",
        "Das war ich nicht, lassen Sie mich nicht warten."
      })
  void whatIsDeniedBesideItCounts(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could you put that off until Thursday? I'd rather sit at my own desk when it happens.",
        "Can we wait until Friday?",
        "Please reschedule it for next week.",
        "Können Sie das bitte auf nächste Woche verschieben?",
        "Könnten wir damit bis Donnerstag warten?",
        "Pourriez-vous reporter cela à lundi ?",
        "¿Podrían aplazarlo hasta el jueves?",
        "Podem adiar isso até segunda?",
        "木曜日まで待っていただけますか",
        "能不能推迟到周四？",
      })
  void whoNamesADayWantsItLater(String text) {
    assertThat(PauseReader.postpones(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hold off, I changed my mind.",
        "I have second thoughts about this.",
        "How long do I have to wait until Thursday's date comes?",
        "I will be back on Thursday, please go on.",
        "Warten Sie bitte, ich bin nicht mehr sicher.",
        "Attendez, je ne suis plus si sûre.",
      })
  void doubtsAreNoDelay(String text) {
    assertThat(PauseReader.postpones(text)).isFalse();
  }
}

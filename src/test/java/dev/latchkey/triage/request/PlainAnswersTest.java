package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.AnswerWords;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.name.AccountNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain answers without a number, and what sounds like them and is none. */
class PlainAnswersTest {
  private static final List<Question> TWO =
      List.of(Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT);
  private static final List<Question> THREE =
      List.of(Question.RECOVERY_CODES, Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT);
  private static final List<Question> NAMED =
      List.of(Question.ACCOUNT_NAME, Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT);

  private final AskedReader reader = ReadingForms.asked();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes to both",
        "Yes, to both of them, thanks.",
        "Both: yes",
        "ja zu beidem",
        "Ja zu beiden Fragen.",
        "Beides ja, danke!",
        "oui pour les deux",
        "Oui aux deux.",
        "Les deux : oui, merci",
        "Sí a las dos cosas. ¡Gracias!",
        "Sí a ambas",
        "Sim às duas.",
        "Sim para ambas, obrigado",
        "両方とも「はい」です。",
        "どちらも同意します。",
        "两个都同意。",
        "两个问题都是：是的",
        "JA! JA! Das hab ich doch schon geschrieben!",
        "Sí. Sí. ¡Ya lo escribí!",
        "Oui ! Oui ! Je l'ai déjà dit !",
        "Yes. Yes. As I told you before.",
        "はい。はい。",
        "yes to everything",
        "i agree all",
        "Agree to all, thanks",
        "I accept all your points",
        "Alle Punkte: einverstanden",
        "d'accord pour tous les points",
        "tudo bem, concordo com as duas",
        "Yes to everything you asked.",
        "yeah yeah i'm fine with all of that, whatever gets me back in lol",
        "I agree with everything in there",
        "I'm fine with all of it, do what you must.",
        "Ja zu allem",
        "Ja zu allem, Hauptsache ich komme wieder rein",
        "Mit allem einverstanden, was ihr gefragt habt.",
        "oui à tout",
        "oui à tout, du moment que je retrouve mon compte",
        "sí a todo, con tal de volver a entrar",
        "De acuerdo con todo lo que preguntan.",
        "sim a tudo, quero é voltar a entrar",
        "Concordo com tudo.",
        "全部同意，只要能登录就行",
        "すべて同意します、とにかく早く入りたいです",
        "1 und 2 ja",
        "1 and 2: yes",
        "1 et 2 : oui",
        "zu 1 und 2 ja",
        "1と2は「はい」です。",
        "1和2：同意",
        "Ich stimme dem Verhaltenskodex zu. Mir ist klar, dass es dauern kann.",
        "Ich stimme dem Verhaltenskodex zu. Mir ist klar dass es dauern kann. So jetzt zufrieden?",
        "Kodex ja, Dauer ja.",
        "Verhaltenskodex ok, Dauer ok. Ulla",
        "I agree to the code of conduct. I understand that this can take time.",
        "J'accepte le code de conduite. Je comprends que cela peut prendre du temps.",
        "Acepto el código de conducta. Entiendo que esto puede tardar.",
        "Aceito o código de conduta. Compreendo que isto pode demorar.",
        "我同意行为准则。我知道这可能需要一些时间。",
        "行動規範に同意します。時間がかかる場合があることを理解しています。",
        "ok pour le code de conduite ok pour lattente merci"
      })
  void bothAreAgreedTo(String written) {
    GivenAnswers given = read(written, TWO);

    assertThat(all(given, written)).as(written).isEqualTo(Set.of(Said.AGREES, Said.CAN_WAIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "both",
        "Thanks all, yes",
        "Hi all, agreed",
        "I agree all the same that my codes are lost",
        "Do you mean both?",
        "Yes to both?",
        "I do not agree to both",
        "Yes to both if it is free",
        "yes to both, but not to the code of conduct",
        "not yes to both",
        "Ja zu beidem, wenn es schnell geht.",
        "Ja? Ja?",
        "Nein zu beidem",
        "Beides nicht.",
        "Oui pour les deux, si c'est gratuit",
        "non pour les deux",
        "Pas d'accord pour les deux",
        "No a las dos cosas",
        "Sí a las dos cosas, pero no acepto lo segundo.",
        "Não às duas",
        "両方ともいいえです。",
        "両方とも同意しません。",
        "两个都不同意。",
        "1 und 2 nein",
        "1 and 2 are unclear to me, yes",
        "Alles klar, danke",
        "Ich stimme dem Verhaltenskodex nicht zu. Mir ist nicht klar, dass es dauern kann.",
        "Stimme ich dem Verhaltenskodex zu? Dauer ok?",
        "Kodex nein, Dauer nein",
        "Dauer? Kodex?",
        "\"I agree to the code of conduct\"",
        "pas ok pour le code de conduite ni pour l'attente",
        "That you agree to the code of conduct. That you know this can take time",
        "dass Sie zustimmen zum Verhaltenskodex",
        "ok pour l'attente si c'est court",
        "Ja, ich habe beide Mails bekommen und beide Codes verloren"
      })
  void nothingIsAgreedTo(String written) {
    PlainAnswers plain = plain();

    assertThat(plain.read(List.of(written), TWO)).as(written).isEqualTo(GivenAnswers.NONE);
    assertThat(PlainAnswers.said(written)).as(written).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dauer ok | CAN_WAIT",
        "the wait is fine | CAN_WAIT",
        "ok pour lattente | CAN_WAIT",
        "La espera ok | CAN_WAIT",
        "Espera: sim | CAN_WAIT",
        "等待没问题 | CAN_WAIT",
        "待ち時間は大丈夫です。 | CAN_WAIT",
        "Kodex: ja | AGREES",
        "CoC ok | AGREES",
        "Código de conducta: sí | AGREES"
      })
  void oneIsAgreedToByItsName(String written, Said one) {
    assertThat(PlainAnswers.said(written)).containsExactly(one);
  }

  @Test
  void theNumbersStandBehindSomethingElse() {
    GivenAnswers given =
        read("Codes hab ich verloren zu 2 und 3 ja. Gestern um 14 Uhr kam die Mail.", THREE);

    assertThat(given.conduct()).contains(true);
    assertThat(given.waits()).contains(true);
  }

  @Test
  void twoYesesStandBehindAnotherAnswer() {
    GivenAnswers given =
        read(
            "Codes verloren. Ja. Ja aber bitte mal schnell. Und die Telefonnummer auf der Webseite"
                + " ist IMMER NOCH falsch.\n\nKim Berger",
            THREE);

    assertThat(given.conduct()).contains(true);
    assertThat(given.waits()).contains(true);
  }

  @Test
  void whoAsksHowLongKnowsThatItTakesTime() {
    GivenAnswers given = read("lost them :(\nsure\nyes but how long roughly??", THREE);

    assertThat(given.codes()).isEqualTo(RecoveryCodes.LOST);
    assertThat(given.conduct()).contains(true);
    assertThat(given.waits()).contains(true);
    assertThat(PlainAnswers.knowsAndAsksHowLong("how long?")).isFalse();
    assertThat(PlainAnswers.knowsAndAsksHowLong("Ja, aber wie lange?")).isTrue();
    assertThat(PlainAnswers.knowsAndAsksHowLong("yes if it is not too long?")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon compte c est leo | leo",
        "CUENTA marta | marta",
        "MARTA. SÍ. SÍ. Y HE PERDIDO EL TELÉFONO | MARTA",
        "acct is sam | sam",
        "'lost my phone cant login, acct is sam' | sam",
        "Konto: kim.berger | kim.berger",
        "Mein Benutzername lautet kim_1 | kim_1",
        "minha conta é joana | joana",
        "アカウント名：otto | otto",
        "我的账号是otto | otto"
      })
  void aNameIsFoundBehindTheWordForIt(String written, String name) {
    assertThat(read(written, NAMED).name()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account",
        "my account is locked",
        "mon compte est bloqué",
        "acct is gone",
        "mi cuenta no",
        "mon compte c est bloqué",
        "mi cuenta: bloqueada",
        "mein Konto ist gesperrt",
        "Konto weg",
        "my account is not kim",
        "Ja. Ja."
      })
  void whatIsNoNameIsNone(String written) {
    assertThat(plain().read(List.of(written), NAMED).name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "没有 同意 知道 | NONE",
        "没有 可以 明白 | NONE",
        "codes nope never, conduct yesss, time okkk | NEVER_MADE",
        "códigos nunca, conduta simmm, prazo ok | NEVER_MADE",
        "none yes yes | NONE"
      })
  void threeAnswersInOneBreathAndWordsDrawnOut(String written, RecoveryCodes codes) {
    GivenAnswers given = read(written, THREE);

    assertThat(given.codes()).isEqualTo(codes);
    assertThat(all(given, written)).isEqualTo(Set.of(Said.AGREES, Said.CAN_WAIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"没有 同意 知道 吗？", "没有 不同意 不知道", "codes nope, conduct nooo", "none no no"})
  void threeWordsThatDoNotAgree(String written) {
    assertThat(all(read(written, THREE), written)).isEmpty();
  }

  private Set<Said> all(GivenAnswers given, String written) {
    Set<Said> all = new HashSet<>(PlainAnswers.said(written));
    if (given.conduct().equals(Optional.of(true))) {
      all.add(Said.AGREES);
    }
    if (given.waits().equals(Optional.of(true))) {
      all.add(Said.CAN_WAIT);
    }
    return all;
  }

  private static PlainAnswers plain() {
    RequestForm form = ReadingForms.shipped();
    AnswerWords words = new AnswerWords(form.answers());
    return new PlainAnswers(
        AccountNames.of(form),
        AccountNames.states(form),
        words::takesBack,
        new PlainYes(text -> words.codes(text).gone(), words::takesBack));
  }

  private GivenAnswers read(String written, List<Question> asked) {
    return reader.read(ReadingForms.typed(written), asked);
  }
}

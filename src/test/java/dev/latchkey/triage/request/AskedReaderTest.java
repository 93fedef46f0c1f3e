package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to the numbered questions of our last letter, however they are written. */
class AskedReaderTest {
  private static final List<Question> ASKED =
      List.of(Question.ACCOUNT_NAME, Question.RECOVERY_CODES, Question.CODE_OF_CONDUCT);

  private final AskedReader reader = ReadingForms.asked();

  /** A request is about one account: the one that comes first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "potA please, and after that potB",
        "first potA, then potB",
        "Bitte potA und danach potB",
        "potA d'abord, puis potB",
        "Primero potA y luego potB, por favor",
        "primeiro potA, depois potB",
        "先potA，然后potB",
        "まず potA、その後 potB",
      })
  void theFirstOfSeveralAccountsIsMeant(String written) {
    assertThat(reader.read(ReadingForms.typed(written), List.of(Question.ACCOUNT_NAME)).name())
        .contains("potA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "potA and potB",
        "I tried and then it failed",
        "erst später",
        "Then I lost it",
      })
  void anOrderOfOtherThingsNamesNone(String written) {
    assertThat(reader.read(ReadingForms.typed(written), List.of(Question.ACCOUNT_NAME)).name())
        .isEmpty();
  }

  /**
   * How it is written, that it is the one of before, and brackets around it, are no other words.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "C'est kim77, tout en minuscules.",
        "Il s'appelle kim77.",
        "kim77, en un seul mot",
        "kim77, all small",
        "kim77 - all lowercase, thanks",
        "It's kim77 (all lower case).",
        "it is kim77 again",
        "The username is still kim77.",
        "(kim77)",
        "Es ist kim77, klein geschrieben.",
        "kim77, alles in Kleinbuchstaben, danke",
        "Das ist wieder kim77.",
        "Es kim77, todo en minúsculas.",
        "Se llama kim77, por favor.",
        "É kim77, tudo em minúsculas.",
        "Chama-se kim77.",
        "是 kim77，全部小写。",
        "还是 kim77",
        "kim77 です、全部小文字です。",
        "名前はkim77にしました。",
      })
  void howTheNameIsWrittenIsNoOtherName(String written) {
    assertThat(reader.read(ReadingForms.typed(written), List.of(Question.ACCOUNT_NAME)).name())
        .contains("kim77");
    assertThat(reader.read(ReadingForms.typed(written), ASKED).name()).contains("kim77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all small letters",
        "tout en minuscules",
        "alles kleingeschrieben",
        "lost again",
        "again",
        "still nothing, sorry",
        "je ne sais plus",
        "keine Ahnung, danke",
        "It is the same as before.",
        "mon compte perso",
        "quelque part dans les réglages ?",
        "no idea, thanks",
      })
  void whatSaysNoNameNamesNone(String written) {
    assertThat(reader.read(ReadingForms.typed(written), List.of(Question.ACCOUNT_NAME)).name())
        .isEmpty();
    assertThat(reader.read(ReadingForms.typed(written), ASKED).name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. kim\n2. lost\n3. yes",
        "1. kim 2. lost 3. yes",
        "1) kim\n2) I lost them\n3) yes, I agree",
        "1: kim\n2: lost\n3: ok",
        "(1) kim\n(2) lost\n(3) agreed",
        "1 kim\n2 lost\n3 yes",
        "1 - kim\n2 - lost\n3 - sure",
        "Hi,\n\n1. it's kim\n\n2. lost\n\n3. yes\n\nThanks, Kim",
        "kim\nlost\nyes",
        "kim, lost, yes",
        "1. kim\n2. verloren\n3. ja, stimme zu",
        "1. mein Konto heißt kim\n2. sind weg\n3. einverstanden",
        "1. kim\n2. perdus\n3. oui",
        "1) kim\n2) je ne les ai plus\n3) d'accord",
        "1. kim\n2. los perdí\n3. sí, acepto",
        "1. kim\n2. perdi\n3. sim, concordo",
        "１．kim\n２．丢了\n３．同意",
        "1、kim\n2、找不到了\n3、是的",
        "1. kim\n2. なくしました\n3. はい、同意します",
        "1. kim\n2. lost. By the way, any news?\n3. yes",
        "1 : kim, 2 : perdus, 3 : oui. Et combien de temps cela prend ?",
        "1\u00a0: kim\n2\u00a0: perdus\n3\u00a0: oui",
        "zu 1 kim, 2 verloren, 3 passt. Geht das auch schneller?",
        "1 kim, 2 lost and 3 yes",
        "Zu 1: kim\nZu 2: verloren\nZu 3: ja",
        "Frage 1: kim\nFrage 2: verloren\nFrage 3: ja",
        "Answer to 1: kim\nAnswer to 2: lost\nAnswer to 3: yes",
        "À la question 1 : kim\nÀ la question 2 : perdus\nÀ la question 3 : oui",
        "Respuesta 1: kim\nRespuesta 2: los perdí\nRespuesta 3: sí",
        "1　kim　2　なくしました　3　はい",
        "質問1：kim\n質問2：なくしました\n質問3：はい",
        "问题1：kim\n问题2：丢了\n问题3：同意",
        "1 kim, 2 los perdí y 3 sí",
        "1: kim, 2: perdidos, 3: sí, gracias. ¿Y si no me acuerdo del usuario exacto?"
      })
  void eachOfThemIsRead(String written) {
    GivenAnswers given = reader.read(ReadingForms.typed(written), ASKED);

    assertThat(given.name()).contains("kim");
    assertThat(given.codes()).isEqualTo(RecoveryCodes.LOST);
    assertThat(given.conduct()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never made",
        "Never made any.",
        "2. never made",
        "2) nie erzeugt",
        "2. jamais créés",
        "2. nunca los hice",
        "2. nunca criei",
        "2. 从来没有生成过",
        "2. 作っていません"
      })
  void theWordsOfTheLetterAreAnAnswer(String written) {
    assertThat(reader.read(ReadingForms.typed(written), ASKED).codes())
        .isEqualTo(RecoveryCodes.NEVER_MADE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. kim\n2. they went up in smoke with the laptop\n3. goes without saying",
        "1. kim\n2. standen auf einem Zettel, der ist im Altpapier gelandet\n3. eh klar",
        "1. kim\n2. ils étaient dans le téléphone qu'on m'a volé\n3. cela va de soi"
      })
  void numberedAnswersInWordsThatNoListKnowsAreRead(String written) {
    GivenAnswers given = reader.read(ReadingForms.typed(written), ASKED);

    assertThat(given.codes()).isEqualTo(RecoveryCodes.LOST);
    assertThat(given.conduct()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3. what is in it?",
        "3. depends on what it says about cats",
        "3. das müsste mir erst jemand erklären"
      })
  void whatIsNoYesIsNoneInWordsThatNoListKnows(String written) {
    assertThat(reader.read(ReadingForms.typed(written), ASKED).conduct())
        .isNotEqualTo(Optional.of(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "2. none", "2) no", "keine", "2. aucun", "2. ninguno", "2. 没有"})
  void noneIsAnAnswer(String written) {
    assertThat(reader.read(ReadingForms.typed(written), ASKED).codes().gone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2. have", "2) yes, I have them", "2. ja, habe ich noch", "2. oui", "2. 有"})
  void thatTheyAreThereIsOneToo(String written) {
    assertThat(reader.read(ReadingForms.typed(written), ASKED).codes())
        .isEqualTo(RecoveryCodes.HAVE);
  }

  @Test
  void whatStandsBelowTheQuotedQuestionAnswersIt() {
    GivenAnswers given =
        reader.read(
            reply(
                "> We still need, one line each:",
                "> 1. The account name, as you",
                ">    type it when you log in",
                "kim",
                "> 2. Recovery codes: have / lost / never made.",
                "",
                "lost, with the phone",
                "> 3. Do you agree to our code of conduct?",
                "yes",
                ">",
                "> Reference: LK-1001"),
            ASKED);

    assertThat(given.name()).contains("kim");
    assertThat(given.codes()).isEqualTo(RecoveryCodes.LOST);
    assertThat(given.conduct()).contains(true);
  }

  @Test
  void whatStandsBelowTheWholeLetterDoesNot() {
    GivenAnswers given =
        reader.read(
            reply("> 1. The account name", ">", "> Reference: LK-1001", "Thanks, will look it up"),
            ASKED);

    assertThat(given).isEqualTo(GivenAnswers.NONE);
  }

  @Test
  void theOnlyQuestionIsAnsweredByAllThatIsWritten() {
    assertThat(reader.read(ReadingForms.typed("lost"), List.of(Question.RECOVERY_CODES)).codes())
        .isEqualTo(RecoveryCodes.LOST);
    assertThat(reader.read(ReadingForms.typed("kim"), List.of(Question.ACCOUNT_NAME)).name())
        .contains("kim");
    assertThat(reader.read(ReadingForms.typed("Yes"), List.of(Question.CODE_OF_CONDUCT)).conduct())
        .contains(true);
    assertThat(reader.read(ReadingForms.typed("no"), List.of(Question.CODE_OF_CONDUCT)).conduct())
        .contains(false);
    assertThat(reader.read(ReadingForms.typed("phone is gone"), List.of(Question.REASON)).reasons())
        .containsExactly(Reason.LOST_2FA_DEVICE);
    assertThat(reader.read(ReadingForms.typed("long story"), List.of(Question.REASON)).reasons())
        .containsExactly(Reason.OTHER);
  }

  @Test
  void oneYesAnswersEachQuestionThatAsksForOne() {
    GivenAnswers given =
        reader.read(
            ReadingForms.typed("Yes."),
            List.of(Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT));

    assertThat(given.conduct()).contains(true);
    assertThat(given.waits()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Any news?",
        "Why do you need that?",
        "Hello, is anybody there?",
        "I will answer tomorrow, I am on a train right now and cannot type.",
        "2. what are recovery codes?"
      })
  void aQuestionIsNoAnswer(String written) {
    assertThat(reader.read(ReadingForms.typed(written), ASKED)).isEqualTo(GivenAnswers.NONE);
  }

  private static TrimmedReply reply(String... lines) {
    List<Line> all = new ArrayList<>();
    for (String line : lines) {
      all.add(new Line(line, line.startsWith(">") ? Part.QUOTED : Part.WRITTEN));
    }
    return new TrimmedReply(all, List.of());
  }

  /** A yes stays one when its writer goes on to something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 yes, but my account is not Omar, that is my first name",
        "3. yes. And the name is kim, not kom, please change it.",
        "3 claro, pero ¿de cuánto estamos hablando, días o semanas?",
        "3. sure, nobody could mind that",
        "3) ja klar, eilt nicht",
        "3. Oui, bien sûr. Je n'ai pas reçu de code.",
        "3. Sim. O outro nome não é meu.",
        "3、同意。我没有收到验证码。",
        "3. はい、同意します。コードは届いていません。",
        "3. Ok, will do! Nobody else uses it, by the way."
      })
  void aYesThatIsFollowedBySomethingElseIsOne(String written) {
    assertThat(reader.read(ReadingForms.typed(written), ASKED).conduct()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3. yes, if it does not cost anything",
        "3 yes but I do not agree to part two",
        "3. Yes? What is that?",
        "3. ja, aber ich stimme nicht zu",
        "3 years ago I made the account",
        "3. not yet, yes maybe later",
        "3. Oui, si c'est gratuit",
        "3. sí, pero no acepto lo segundo"
      })
  void aYesThatIsTakenBackIsNone(String written) {
    assertThat(reader.read(ReadingForms.typed(written), ASKED).conduct())
        .isNotEqualTo(Optional.of(true));
  }

  /** "Not sure" denies nothing, whatever "not" says elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I printed a sheet once, must look",
        "Not sure, maybe in the drawer",
        "Weiß nicht, vielleicht im Ordner",
        "Je ne sais pas, il faut que je cherche",
        "No estoy segura, creo que en casa",
        "Acho que estão no cofre",
        "不确定，可能在家里",
        "分かりません、探してみます",
      })
  void whoHasToLookForCodesMayHaveSome(String written) {
    assertThat(reader.read(ReadingForms.typed(written), List.of(Question.RECOVERY_CODES)).codes())
        .isEqualTo(RecoveryCodes.MAYBE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lost, no idea where", "weg, keine Ahnung wohin", "perdus, je ne sais pas où"})
  void whatIsLostIsLostWhereverThatIs(String written) {
    assertThat(reader.read(ReadingForms.typed(written), List.of(Question.RECOVERY_CODES)).codes())
        .isEqualTo(RecoveryCodes.LOST);
  }
}

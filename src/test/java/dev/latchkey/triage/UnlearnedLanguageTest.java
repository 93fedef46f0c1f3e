package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.request.RequestReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In a language that the models did not learn every word is as strange to them as a name: none is
 * taken for the account that looks like any other.
 */
class UnlearnedLanguageTest {
  private final TriageReader triage = Desk.triage();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "luca-r|Account bloccato|Buongiorno, ho perso il telefono con l'app e non riesco più ad"
            + " accedere. Il mio account è luca-r. Potete aiutarmi?",
        "ivan-p|Не могу войти|Здравствуйте, я потерял телефон с приложением и не могу войти. Мой"
            + " аккаунт ivan-p.",
        "olga.m|Нет доступа|Помогите, я забыла пароль и у меня нет доступа к почте. Аккаунт olga.m",
        "pawel77|Zablokowane konto|Dzień dobry, zgubiłem telefon z aplikacją i nie mogę się"
            + " zalogować. Moje konto to pawel77.",
        "nikos-a|Δεν μπορώ να συνδεθώ|Γεια σας, έχασα το κινητό μου και δεν μπορώ να συνδεθώ. Ο"
            + " λογαριασμός μου είναι nikos-a.",
        "dana-k|לא מצליח להיכנס|שלום, איבדתי את הטלפון ואני לא מצליח להיכנס. שם המשתמש שלי הוא"
            + " dana-k.",
        "omar_h|لا أستطيع الدخول|مرحبا، فقدت هاتفي ولا أستطيع الدخول إلى حسابي. اسم الحساب هو omar_h.",
        "minsu01|로그인 문제|휴대폰을 잃어버려서 로그인할 수 없습니다. 계정은 minsu01 입니다.",
        "jan_de_b|Account geblokkeerd|Hallo, ik ben mijn telefoon kwijt en kan niet meer inloggen."
            + " Mijn account is jan_de_b."
      })
  void theNameIsWhatLooksLikeNoWord(String name, String subject, String text) {
    assertThat(triage.read(TypedMail.first(subject, text)).request().username()).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Аккаунт|Здравствуйте, не могу войти в аккаунт, забыл пароль. Что мне теперь делать?",
        "Account kwijt|Ik ben het wachtwoord van mijn account vergeten. Wat moet ik nu doen?",
        "Non riesco più ad accedere|Buongiorno, ho cambiato telefono e con quello vecchio è andata via"
            + " anche la app dei codici. I codici di riserva non li ho mai salvati. Grazie mille",
        "Account bloccato|Buongiorno, ho perso il telefono e non riesco più ad accedere al mio"
            + " account. Potete aiutarmi?"
      })
  void aWordIsNone(String subject, String text) {
    RequestReading read = triage.read(TypedMail.first(subject, text)).request();
    assertThat(read.username()).isEmpty();
    assertThat(read.projects()).isEmpty();
  }

  @Test
  void theModelsLearnedTheLanguagesOfTheirMails() throws Exception {
    try (Stream<Path> mails = Files.list(Path.of("src/test/resources/mailcorpus"))) {
      assertThat(
              mails
                  .map(path -> path.getFileName().toString())
                  .filter(name -> name.matches("[a-z]{2}-.*"))
                  .map(name -> name.substring(0, 2))
                  .collect(Collectors.toSet()))
          .isEqualTo(OpinionReader.LANGUAGES);
    }
  }
}

package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.form.Said;
import java.util.EnumSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say of recovery codes whom nobody told how they are called. */
@NullMarked
class SpareCodesReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The printed sheet is in a drawer at my mother's.",
        "I still have the ten numbers.",
        "I lost my phone but I have the sheet with the recovery codes.",
        "Perdí el móvil pero tengo la hoja con los códigos de recuperación.",
        "Perdi o telemóvel mas tenho a folha com os códigos de recuperação.",
        "The ten emergency numbers hang in my locker.",
        "Both sheets of spare codes sit in a box at the bank.",
        "The spare codes are refused, every one.",
        "Los códigos los tengo en una libreta, pero no los aceptan.",
        "I have the backup codes on paper, but the page does not take them.",
        "Die Ersatzziffern liegen im Tresor.",
        "Am Spind hängen die Notnummern.",
        "J'ai ma feuille de secours sous la main.",
        "Las claves de repuesto están en casa de mi madre.",
        "Os códigos sobressalentes estão na gaveta.",
        "救急的码在抽屉里。",
        "予備の番号は金庫に保管しています。",
        "Hab die Codes doch noch gefunden.",
        "My old codes turned up in a moving box.",
        "J'ai retrouvé mes codes.",
        "Encontré los códigos.",
        "Achei os códigos hoje.",
        "恢复代码找到了。",
        "コードが出てきました。"
      })
  void has(String written) {
    assertThat(SpareCodesReader.in(written)).contains(Said.CODES_HAVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I never printed the emergency numbers.",
        "The sheet of codes went, stolen with the bag.",
        "I don't have any spare codes.",
        "Backup-Codes hab ich nie runtergeladen.",
        "Notnummern hatte ich nie.",
        "In den Notizen standen die Reservewörter.",
        "La feuille de secours, je ne l'ai jamais imprimée.",
        "Claves de repuesto no saqué en su día.",
        "Códigos sobressalentes nunca tirei.",
        "备用的号码从没给过我。",
        "予備の番号は持っていません。",
        "The codes have not been found.",
        "Die Codes habe ich nicht gefunden.",
        "Je n'ai pas retrouvé mes codes.",
        "No encontré los códigos.",
        "The recovery keys are nowhere to be found.",
        "My backup codes are all used up.",
        "Meine Notfallcodes sind aufgebraucht.",
        "Je ne retrouve plus mes clés de récupération.",
        "Mis códigos de respaldo ya están gastados.",
        "Os códigos de reserva acabaram.",
        "备用码都用光了。",
        "リカバリーキーも見つかりません。"
      })
  void hasNone(String written) {
    assertThat(SpareCodesReader.in(written).map(EnumSet::of))
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .isSubsetOf(Said.CODES_NONE, Said.CODES_LOST, Said.CODES_NEVER_MADE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The phone that shows the six digits is gone.",
        "Do you have a list of the backup codes?",
        "If I need emergency codes, tell me.",
        "Ich habe zehn Pakete.",
        "Mein Zahlencode kommt nicht.",
        "The spare codes are in the safe. The backup codes are gone.",
        "手机验证码收不到。",
        "六桁の数字が出ません。",
        "Ich habe mein Handy gefunden."
      })
  void saysNothing(String written) {
    assertThat(SpareCodesReader.in(written)).isEmpty();
  }
}

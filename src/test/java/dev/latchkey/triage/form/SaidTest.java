package dev.latchkey.triage.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.request.ReadingForms;
import dev.latchkey.triage.request.RequestReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to the questions of the form that stand in a sentence, in each language of the desk. */
class SaidTest {
  private final RequestReader reader = new RequestReader(ReadingForms.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CODES_NEVER_MADE | I never made any recovery codes, sorry.",
        "CODES_NEVER_MADE | Ich habe nie Wiederherstellungscodes erstellt.",
        "CODES_NEVER_MADE | I lost my phone. I never made recovery codes.",
        "CODES_NEVER_MADE | I forgot my password and never generated recovery codes.",
        "CODES_NEVER_MADE | My yubikey broke and I didn't create any backup codes.",
        "CODES_NEVER_MADE | I never had recovery codes.",
        "CODES_NEVER_MADE | Recovery codes were never generated.",
        "CODES_NEVER_MADE | Wiederherstellungscodes habe ich nie erzeugt.",
        "CODES_NEVER_MADE | Ich habe mein Handy verloren und nie Wiederherstellungscodes erstellt.",
        "CODES_NEVER_MADE | J'ai perdu mon téléphone et je n'ai jamais généré de codes de secours.",
        "CODES_NEVER_MADE | Perdí el móvil y nunca hice códigos de recuperación.",
        "CODES_NEVER_MADE | Perdi o celular e nunca criei códigos de recuperação.",
        "CODES_NEVER_MADE | Nunca gerei códigos de recuperação.",
        "CODES_NEVER_MADE | 我从来没有生成过恢复码。",
        "CODES_NEVER_MADE | 手机丢了，也没有创建恢复码。",
        "CODES_NEVER_MADE | リカバリーコードは作っていません。",
        "CODES_NEVER_MADE | スマホを失くしました。リカバリーコードは一度も作成していません。",
        "CODES_LOST | My recovery codes are lost, they were on the same phone.",
        "CODES_LOST | Die Wiederherstellungscodes habe ich verloren.",
        "CODES_LOST | J'ai perdu mes codes de récupération.",
        "CODES_LOST | Perdí los códigos de recuperación.",
        "CODES_LOST | Perdi os códigos de recuperação.",
        "AGREES | And yes, I agree to the code of conduct.",
        "AGREES | Dem Verhaltenskodex stimme ich zu.",
        "AGREES | Aceito o código de conduta.",
        "AGREES | 我同意行为准则。",
        "AGREES | 行動規範に同意します。",
        "CAN_WAIT | I know it may take a while, no hurry.",
        "CAN_WAIT | Mir ist klar, dass es dauern kann.",
        "CAN_WAIT | Entiendo que puede tardar.",
        "CAN_WAIT | Sei que pode demorar.",
        "CAN_WAIT | 我知道需要时间。",
        "CAN_WAIT | 時間がかかることは承知しています。"
      })
  void isRead(Said said, String written) {
    assertThat(reader.read("", written).said()).as(written).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGREES | I do not agree to the code of conduct.",
        "CODES_HAVE | I lost my recovery codes.",
        "CODES_LOST | I still have my recovery codes."
      })
  void isNotRead(Said said, String written) {
    assertThat(reader.read("", written).said()).as(written).doesNotContain(said);
  }
}

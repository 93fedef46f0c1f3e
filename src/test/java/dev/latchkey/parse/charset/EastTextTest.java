package dev.latchkey.parse.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of East Asia whose mail names no charset. */
class EastTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shift_JIS | パスワードを忘れてしまい、ログインできません。アカウントは mitsu です。",
        "Shift_JIS | 携帯を失くしました",
        "EUC-JP | 認証アプリの入った電話を井戸に落としました。",
        "GBK | 您好，我忘记了密码，账号是 fengmi，请帮我恢复。",
        "GB18030 | 手机掉进井里了，验证码收不到。",
        "Big5 | 您好，我的手機不見了，帳號是 fengmi，沒有備用碼。",
        "EUC-KR | 안녕하세요, 비밀번호를 잊어버려서 로그인할 수 없습니다.",
      })
  void isRead(String charset, String text) {
    assertThat(CharsetText.decode(text.getBytes(Charset.forName(charset)), null)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1252 | Grüße aus Köln, ich hätte gern mein Konto zurück, möglichst schöne Größe.",
        "windows-1252 | J'ai oublié mon mot de passe, le téléphone est cassé, à bientôt",
        "windows-1252 | ÄÖÜäöüßéèêàâôûçñ¿¡",
        "windows-1252 | “Não consigo” – ação, informação, coração…",
        "windows-1252 | ñandú ñoño año",
      })
  void lettersOfEuropeStay(String charset, String text) {
    assertThat(CharsetText.decode(text.getBytes(Charset.forName(charset)), null)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KOI8-R | Здравствуйте, я забыл пароль и не могу войти в свой аккаунт",
        "windows-1251 | Здравствуйте, я забыл пароль и не могу войти в свой аккаунт",
        "ISO-8859-7 | Καλημέρα, ξέχασα τον κωδικό μου και δεν μπορώ να συνδεθώ",
        "ISO-8859-2 | Dobrý den, zapomněl jsem heslo, žluťoučký kůň příliš",
      })
  void noOtherScriptIsTakenForOne(String charset, String text) {
    assertThat(EastText.decode(text.getBytes(Charset.forName(charset)))).isNull();
  }
}

package dev.latchkey.triage.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Account names that no blank parts from their sentence, and what only stands where one would. */
@NullMarked
class EastNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "スマホを壊しました。アカウント名はさくらです。|さくら",
        "ユーザー名：すみれ|すみれ",
        "アカウントはひばりです。入れません。|ひばり",
        "ユーザー名は次郎です。|次郎",
        "山田花子という名前で登録していますが、忘れました。|山田花子",
        "手机坏了，账号叫小燕。|小燕",
        "密码忘了，用户名是青松，请帮忙|青松",
        "我的用户名：明月|明月",
        "手機壞了，帳號叫小燕。|小燕",
        "密碼忘了，使用者名稱是龍馬，請幫忙|龍馬"
      })
  void aNameIsFound(String text, String name) {
    assertThat(EastNames.in(text)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "アカウントは使えません。",
        "アカウントは一つです。",
        "アカウント名はわかりません。",
        "アカウント名は不明です。",
        "ユーザー名は以下の通りです。",
        "アカウント名はさくらかすみれです。ユーザー名はさくらです。アカウント名はすみれです。",
        "用户名忘了",
        "用户名是什么",
        "账号是我的",
        "账号是公司的，用户名不记得",
        "My user name is kim."
      })
  void nothingElseIsOne(String text) {
    assertThat(EastNames.in(text)).isEmpty();
  }
}

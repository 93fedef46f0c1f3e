package dev.latchkey.triage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondOpinionTest {
  private static final SecondOpinion SECOND = new SecondOpinion();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot my password and cannot log in. My username is bo_lind.",
        "Ich habe mein Passwort vergessen. Mein Benutzername ist bo_lind.",
        "J'ai oublié mon mot de passe. Mon identifiant : bo_lind",
        "Olvidé mi contraseña, mi usuario es bo_lind.",
        "Esqueci a senha. Meu usuário é bo_lind.",
        "パスワードを忘れました。ユーザー名は bo_lind です。",
        "我忘记密码了,用户名 bo_lind"
      })
  void theSameIsReadInEachLanguage(String text) {
    Opinion opinion = SECOND.read("", text);
    assertThat(opinion.says(Question.RECOVERY)).isTrue();
    assertThat(opinion.says(Question.FORGOT_PASSWORD)).isTrue();
    assertThat(opinion.says(Question.ACCOUNT_COMPROMISED)).isFalse();
    assertThat(
            opinion.named(Question.ACCOUNT_NAME).stream()
                .max(Comparator.comparingDouble(Opinion.Named::score))
                .map(Opinion.Named::text))
        .contains("bo_lind");
  }

  @Test
  void anEmptyBoxSaysNothing() {
    String form = "- [ ] I forgot my password\n- [x] My phone is gone\n☐ I agree\n";
    assertThat(Unticked.removed(form)).isEqualTo("- [x] My phone is gone\n");
  }

  @Test
  void anEmptyTextIsRead() {
    assertThat(SECOND.read("", "").named(Question.ACCOUNT_NAME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a ", "@", "a.", "。", "漢", "[ ]\n", "'", "?", "\ud83d\ude00", "a@b.c "})
  void hostileTextsAreBounded(String part) {
    String text = part.repeat(760_000 / part.length());
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> SECOND.read(text, text));
  }
}

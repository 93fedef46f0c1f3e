package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reports a misspelt word wants into no account; who is locked out by one does. */
class MisspeltPageTest {
  private final TriageReader triage;

  MisspeltPageTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Small thing: there is a typo in the heading of the password page, \"Recovrey\".",
        "Auf der Seite zum Zurücksetzen ist ein Tippfehler: \"Pasword\".",
        "Une faute d'orthographe sur la page du mot de passe : \"mot de passse\".",
        "En la página de la contraseña hay una falta de ortografía.",
        "Há um erro ortográfico na página da senha.",
        "找回密码的页面有错字，“邮箱”写成了“油箱”。",
        "パスワードの画面に誤植があります。"
      })
  void whoReportsAMisspeltWordWantsNoAccount(String text) {
    assertThat(triage.read(TypedMail.first("page", text)).request().recovery()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I misspelt my address when I registered, the mails never come. Account: heron9. Please let me in.",
        "Ich habe mein Passwort vergessen, Konto heron9. Der Tippfehler bei der Adresse war meiner.",
        "密码输错太多次，账号 heron9 进不去了，请帮我恢复。"
      })
  void whoIsLockedOutByOneDoes(String text) {
    assertThat(triage.read(TypedMail.first("login", text)).request().recovery()).isTrue();
  }
}

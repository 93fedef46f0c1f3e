package dev.latchkey.triage.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff ask in their own words what the account is called. */
class NameQuestionReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi, what is your account called?",
        "Which account is it?",
        "Please tell us your username.",
        "Guten Tag, wie heißt Ihr Konto genau?",
        "Um welches Konto geht es?",
        "Bitte nennen Sie uns Ihren Benutzernamen.",
        "Comment s'appelle votre compte ?",
        "Quel est votre nom d'utilisateur ?",
        "¿Cómo se llama la cuenta?",
        "¿Cuál es su nombre de usuario?",
        "Como se chama a sua conta?",
        "Qual é o nome da conta?",
        "您的账号叫什么？",
        "请问用户名是什么？",
        "アカウント名を教えてください。",
        "アカウントは何といいますか？",
      })
  void asksForTheName(String question) {
    assertThat(NameQuestionReader.asks(question)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which email address is registered for the account?",
        "In which year did you make the account?",
        "Wie heißt das Projekt in Ihrem Konto?",
        "Quel projet est dans votre compte ?",
        "¿Qué dirección de correo tiene la cuenta?",
        "Em que ano criou a conta?",
        "账号登记的邮箱是哪个？",
        "アカウントのメールアドレスはどれですか？",
        "When did you last get in?",
        "Can you still read that mailbox?",
      })
  void asksForSomethingElse(String question) {
    assertThat(NameQuestionReader.asks(question)).isFalse();
  }
}

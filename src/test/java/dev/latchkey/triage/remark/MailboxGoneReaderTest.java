package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other mailbox, beside a code that was right. */
class MailboxGoneReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "O outro e-mail eu não uso mais faz anos, não consigo abrir.",
        "The other address I haven't used for years, can't open it.",
        "I can't get into my other mail any more.",
        "An die andere Adresse komme ich nicht mehr ran.",
        "Das andere Postfach nutze ich seit Jahren nicht mehr.",
        "L'autre adresse, je ne l'utilise plus depuis des années.",
        "Je n'ai plus accès à l'autre boîte.",
        "El otro correo ya no lo uso, no puedo abrirlo.",
        "Al otro correo ya no puedo entrar.",
        "另一个邮箱早就不用了，打不开。",
        "我的旧邮箱已经登不上去了。",
        "もう一つのアドレスは何年も使っていなくて、開けません。",
        "古いメールは卒業したので見られません。",
      })
  void itCannotBeRead(String words) {
    assertThat(MailboxGoneReader.says(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The code to the other address came this morning, I send it later.",
        "I have no access to my phone. The other mail I read tonight.",
        "I can't open the other mailbox from here, tonight I will.",
        "Das andere Postfach kann ich erst morgen lesen.",
        "O outro e-mail ainda não consigo abrir, mais tarde envio.",
        "另一个邮箱今晚才能打开。",
        "Here is the code from my mail.",
      })
  void itCanBeReadLater(String words) {
    assertThat(MailboxGoneReader.says(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idx_sign is still on greta@old.example, which I lost years ago.",
        "I can no longer read vic@mail.example. Codes: lost.",
        "Die Adresse uwe@alt.example habe ich verloren.",
        "Ya no tengo acceso a ana@viejo.example",
        "Je n'ai plus accès à remy@vieux.example.",
        "já não tenho acesso ao ze@empresa.example",
        "li@old.example 已经打不开了",
        "sato@old.example は失いました。"
      })
  void anAddressIsNamedThatNobodyReads(String written) {
    assertThat(MailboxGoneReader.ofAddress(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I lost my phone, please write to me at a@b.example",
        "I lost my phone (a@b.example)",
        "I lost access to my account dora, a@b.example",
        "Ich habe mein Handy verloren. uwe@b.example",
        "a@b.example is not lost, only the phone is",
        "I cannot read a@b.example right now, tonight I will",
        "My recovery codes are lost and a@b.example is my address"
      })
  void whatElseIsLostSaysNothingOfAnAddress(String written) {
    assertThat(MailboxGoneReader.ofAddress(written)).isFalse();
  }
}

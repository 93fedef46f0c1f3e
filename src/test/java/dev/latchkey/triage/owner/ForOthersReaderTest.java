package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who writes of somebody else's account, and whose own it is whatever others did to it. */
@NullMarked
class ForOthersReaderTest {
  private static boolean says(String written) {
    return ForOthersReader.says(MailText.of(""), MailText.of(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My friend dora lost her phone. Please help her.",
        "Our student (max_m) can't get into the site, could you reset it?",
        "I noticed that user dora publishes strange things. Username: dora",
        "It is about my sister's account.",
        "Unser Kollege Jens hat sein Passwort vergessen, könnt ihr ihm helfen?",
        "Es geht um das Konto meiner Schwester.",
        "Ma sœur a oublié son mot de passe, pouvez-vous l'aider ?",
        "Mi alumna no puede entrar, ¿pueden ayudarla?",
        "Minha namorada (jessica) esqueceu a senha, manda o link pra mim?",
        "我同事登不上了，能不能帮他重置？",
        "兄のアカウントに入れるようにしてください。"
      })
  void isAnothers(String written) {
    assertThat(says(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My son dropped my phone into the sea.",
        "My wife lost the sheet with my codes.",
        "My brother's account is fine, mine is locked.",
        "I write from my brother's account, mine is gone.",
        "My daughter says that you can help. I forgot the password.",
        "Meine Tochter hat mein Handy versenkt.",
        "Mein Mann meint, ihr könnt mir helfen.",
        "Mon fils a cassé mon téléphone.",
        "Mi hijo tiró mi móvil al agua.",
        "Meu filho deixou cair o meu celular.",
        "我老婆把我的手机弄丢了。",
        "息子が私のスマホを失くしました。"
      })
  void isTheWriters(String written) {
    assertThat(says(written)).isFalse();
  }
}

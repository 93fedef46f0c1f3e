package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants no account back at all. */
class NoWishReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nein, ICH will nichts wiederherstellen! Da will einer, dass ich für orla bürge.",
        "No, I do NOT want to recover anything",
        "You misunderstood. I am not asking you to restore any account.",
        "Ich möchte gar kein Konto zurückhaben.",
        "Mais je ne veux rien récupérer !",
        "No quiero recuperar ninguna cuenta.",
        "Eu não quero recuperar nada, foi um engano",
        "我不想恢复任何账号",
        "何も復旧したくありません。",
        "I never lost it! I am in my account and everything is fine there.",
        "No, no. I did not lose anything, I'm logged in right now.",
        "Ich habe nichts verloren! Ich bin ganz normal angemeldet.",
        "Je n'ai rien perdu, je suis connectée en ce moment",
        "No he perdido la cuenta, tengo acceso. Solo quería avisar.",
        "Mas eu nunca perdi a conta! Está tudo bem.",
        "我的账号没丢，我能登录",
        "アカウントは失っていません。ログインできています。"
      })
  void theyWantNone(String written) {
    assertThat(NoWishReader.says(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I do not want to recover anything but my account kim",
        "I don't want to recover by code, I have no codes",
        "Ich will nichts verlieren, nur mein Konto wiederherstellen",
        "I cannot recover anything, nothing works",
        "Je ne veux pas de récupération par téléphone, mais par mail",
        "No quiero perder nada, quiero recuperar mi cuenta",
        "Do you not want to recover anything?",
        "私のアカウント以外は何も復旧したくありません",
        "I never lost it, but I cannot sign in",
        "I never lost my codes, they are in the drawer. Everything is fine with me.",
        "I have not lost hope, everything works but the codes",
        "I did not lose anything. Somebody else is in it, I am logged in on the old laptop.",
        "Ich habe die Codes nicht verloren, alles gut",
        "Je n'ai rien perdu mais je ne peux plus entrer, j'ai accès à l'e-mail",
        "No perdí la cuenta, pero no puedo entrar",
        "コードは失っていません。ログインできません。"
      })
  void theyWantOne(String written) {
    assertThat(NoWishReader.says(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I do not need a recovery. Change of e-mail address, that is all.",
        "I don't want to recover anything, could you read my mail?",
        "Ich will nichts wiederherstellen! Bitte nur die Adresse ändern.",
        "Je ne veux rien récupérer. Je voudrais une autre adresse.",
        "No quiero recuperar nada. Quisiera cambiar el correo.",
        "Não quero recuperar nada. Queria trocar o e-mail.",
        "我不想恢复账号。请把邮箱改成新的。",
        "アカウントを復旧したいわけではありません。メールアドレスの変更をお願いします。",
      })
  void whoWantsSomethingElseOfUs(String written) {
    assertThat(NoWishReader.wantsElse(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I do not want to recover anything.",
        "Nein, ICH will nichts wiederherstellen! Da will einer, dass ich für dora bürge.",
        "Je ne veux rien récupérer, merci.",
        "我不想恢复任何账号。",
      })
  void whoWantsNothingElse(String written) {
    assertThat(NoWishReader.wantsElse(MailText.of(written))).isFalse();
  }
}

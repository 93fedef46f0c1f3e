package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.owner.OwnerAnswer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What owners answer to our letter, whose title stands above their answer and is not theirs. */
class AnsweredNoticeTest {
  private final TriageReader triage;

  AnsweredNoticeTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest
  @CsvSource({
    "我登录没问题。",
    "我能登录，没问题。",
    "'Login geht, alles in Ordnung.'",
    "'I can log in, no problem.'",
    "'Puedo entrar, está bien.'",
    "'Je peux me connecter, pas de souci.'",
    "'Consigo entrar, tudo bem.'",
    "ログインできています、大丈夫です。"
  })
  void whoGetsInSaysNoYes(String text) {
    assertThat(triage.read(TypedMail.answer("Re: somebody asks for your account", text)).owner())
        .isNotEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @CsvSource({
    "'Yes it was me, all fine, please go on.'",
    "是我申请的，没问题。",
    "'Ja das war ich, kein Problem.'"
  })
  void whoAskedSaysYes(String text) {
    assertThat(triage.read(TypedMail.later(text)).owner()).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AW: Jemand will Ihr Konto wiederherstellen – LK-1042 | Danke für die Info.",
        "AW: Jemand will Ihr Konto wiederherstellen – LK-1042 | Ihr Link geht bei mir nicht auf.",
        "Re: Alguém começou a recuperar a sua conta – LK-1042 | Obrigado pelo aviso.",
        "Re: Alguém começou a recuperar a sua conta – LK-1042 | O link não abre no meu tablet.",
        "回复：有人开始恢复您的账号 – LK-1042 | 谢谢通知。",
        "Re: Alguém começou a recuperar a sua conta – LK-1042 | A página não carrega no trabalho.",
        "Re: Somebody asked to recover your account – LK-1042 | Your link won't open on my old phone.",
        "RE: Quelqu'un a commencé à récupérer votre compte – LK-1042 | La page ne s'ouvre pas.",
        "Re: Alguien ha empezado a recuperar su cuenta – LK-1042 | El enlace no se abre.",
        "Re: あなたのアカウントの復旧が始められました – LK-1042 | リンクが開きません。",
        "回复：有人开始恢复您的账号 – LK-1042 | 链接在平板上打不开。",
        "RE: Quelqu'un a commencé à récupérer votre compte – LK-1042 | Bien reçu, merci.",
        "Re: あなたのアカウントの復旧が始められました – LK-1042 | ご連絡ありがとうございます。",
        "Re: your request | Ich frage meinen Kollegen und melde mich.",
        "Re: your request | 二人で使っているアカウントです。"
      })
  void thanksAndTroubleAreNoObjection(String title, String text) {
    assertThat(triage.read(TypedMail.answer(title, text)).owner()).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AW: Jemand will Ihr Konto wiederherstellen – LK-1042 | Da angelt einer. Nicht anbeißen!",
        "Re: Somebody has begun to recover your account – LK-1042 | Nothing doing, bin it.",
        "RE: Alguien ha empezado a recuperar su cuenta – LK-1042 | Es mentira de principio a fin.",
        "RE: Quelqu'un a commencé à récupérer votre compte – LK-1042 | Quelqu'un a tout inventé, à la corbeille.",
        "回复：有人开始恢复您的账号 – LK-1042 | 我没敲过你们的门。"
      })
  void whatOnlyTheModelsHearIsOne(String title, String text) {
    assertThat(triage.read(TypedMail.answer(title, text)).owner()).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Re: LK-1042 | Give it to her? Over my dead body.",
        "AW: LK-1042 | Nur über meine Leiche.",
        "AW: LK-1042 | Kommt überhaupt nicht in Frage.",
        "Re: LK-1042 | Por encima de mi cadáver."
      })
  void anIdiomThatRefusesIsOneWhateverTheModelsHear(String title, String text) {
    assertThat(triage.read(TypedMail.answer(title, text)).owner()).isEqualTo(OwnerAnswer.OBJECTS);
  }
}

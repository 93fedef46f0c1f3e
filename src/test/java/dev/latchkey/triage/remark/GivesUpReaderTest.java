package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gives the account up, and who does not. */
class GivesUpReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have given up on the old account and registered again.",
        "Time to let go of that account, I opened another.",
        "I'm writing the account off.",
        "I no longer want the account back.",
        "Ich verzichte auf das Konto und fange neu an.",
        "Das Konto habe ich abgeschrieben.",
        "Ich gebe den Account auf.",
        "J'abandonne ce compte, j'en ouvre un autre.",
        "Je renonce à ma demande.",
        "Renuncio a la cuenta, ya tengo otra.",
        "Ya no quiero la cuenta.",
        "Abro mão da conta e crio outra.",
        "Não quero mais a conta.",
        "这个账号我放弃了",
        "算了，申请就到这里吧",
        "アカウントはあきらめます。",
        "復旧は断念します。新しく登録しました。",
        "Mejor déjenlo así, ya no uso esa cuenta y no quiero recuperarla.",
        "やっぱりもう使わないので、手続きはやめておきます。",
        "I'd like to withdraw my request.",
        "Please drop the whole thing.",
        "Ich möchte meinen Antrag zurückziehen.",
        "Je souhaite annuler ma demande.",
        "Quiero retirar la petición, ya no mantengo esos paquetes.",
        "Gostaria de cancelar o pedido.",
        "依頼をキャンセルしたいです。",
        "我想撤回申请。"
      })
  void givesItUp(String written) {
    assertThat(GivesUpReader.says(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm not giving up on the account!",
        "I have given up hope of ever seeing that account again.",
        "Should I give up on the account?",
        "I gave up on finding the phone, the account needs another way",
        "If this takes longer I'll give up on the account",
        "Somebody told me to abandon the account",
        "Ich gebe das Konto nicht auf.",
        "Ich gebe beim Konto auf Nachfrage gern Auskunft",
        "Fast hätte ich das Konto abgeschrieben",
        "Je n'abandonne pas ce compte",
        "No doy la cuenta por perdida",
        "Não desisto da conta",
        "我不会放弃这个账号",
        "アカウントは諦めません。",
        "I did not cancel my request, please go on",
        "Ich möchte meinen Antrag nicht zurückziehen",
        "Je ne veux pas annuler ma demande",
        "No quiero cancelar la solicitud",
        "Não cancelei o pedido, continuem",
        "申請をキャンセルしていません。",
        "我没有撤回申请",
        "I no longer use that account name, it's jo2 now",
        "Ya no uso esa cuenta de correo, escríbanme a esta.",
        "手続きは今日はやめておきます。週末にやります。"
      })
  void goesOn(String written) {
    assertThat(GivesUpReader.says(MailText.of(written))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can close this one, thanks.",
        "Please call it off, I've moved to another registry.",
        "Deixa para lá, fiz outra conta.",
        "Sie können das schließen, ich fange neu an.",
        "Vous pouvez clore, je n'en ai plus besoin.",
        "Olviden mi solicitud, ya entré.",
        "Podem esquecer, já entrei com o celular.",
        "もう閉じていただいて結構です。",
        "可以关了，谢谢。"
      })
  void givesLeaveToCloseIt(String written) {
    assertThat(GivesUpReader.says(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can close this once I am back in.",
        "Sie können das schließen, sobald ich drin bin.",
        "No pueden cerrar esto todavía.",
        "Podem fechar se eu não responder até sexta.",
        "Can you close this page?",
        "まだ閉じないでください。",
        "等我登录之后可以关了。"
      })
  void givesNoLeaveYet(String written) {
    assertThat(GivesUpReader.says(MailText.of(written))).isFalse();
  }
}

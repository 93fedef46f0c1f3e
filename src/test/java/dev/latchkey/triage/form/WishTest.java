package dev.latchkey.triage.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.ReadingForms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What later mails wish for, in each language of the desk. */
class WishTest {
  private final IntentReader intents = new IntentReader(ReadingForms.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NEW_CODE | new code",
        "NEW_CODE | Sorry, the code has expired. Could you send another code?",
        "NEW_CODE | Neuer Code bitte, der alte ist abgelaufen.",
        "NEW_CODE | Pouvez-vous m'envoyer un nouveau code ?",
        "NEW_CODE | El código ha caducado, necesito otro código.",
        "NEW_CODE | O código expirou, podem mandar um novo código?",
        "NEW_CODE | 验证码过期了，请再发一次验证码。",
        "NEW_CODE | コードの有効期限が切れました。新しいコードをお願いします。",
        "MORE_TIME | more time",
        "MORE_TIME | I am on holiday until the 12th, please keep it open.",
        "MORE_TIME | Ich brauche noch etwas mehr Zeit, bin im Urlaub bis Montag.",
        "MORE_TIME | Il me faudrait plus de temps, merci.",
        "MORE_TIME | Necesito más tiempo, estoy de viaje hasta el viernes.",
        "MORE_TIME | Preciso de mais tempo para encontrar isso.",
        "MORE_TIME | 我需要更多时间。",
        "MORE_TIME | もう少し時間をください。",
        "WILL_TRY | Thanks, I will try that tonight when I am home.",
        "WILL_TRY | Danke, ich werde es heute Abend versuchen.",
        "WILL_TRY | Merci, je vais essayer ce soir.",
        "WILL_TRY | Gracias, lo intentaré esta noche.",
        "WILL_TRY | Obrigada, vou tentar hoje à noite.",
        "WILL_TRY | 谢谢，我试试。",
        "WILL_TRY | ありがとうございます。今夜試してみます。",
        "NO_MAILBOX | I cannot read mail there any more.",
        "NO_MAILBOX | That mailbox no longer exists, I left the company.",
        "NO_MAILBOX | Auf das Postfach habe ich keinen Zugriff mehr.",
        "NO_MAILBOX | Je n'ai plus accès à cette adresse.",
        "NO_MAILBOX | Ya no tengo acceso a ese correo.",
        "NO_MAILBOX | Não tenho mais acesso a esse e-mail.",
        "NO_MAILBOX | 那个邮箱不能用了。",
        "NO_MAILBOX | そのアドレスはもう使えません。",
        "NO_MAIL | no mail",
        "NO_MAIL | Nothing arrived, not in my spam either.",
        "NO_MAIL | Es ist keine Mail angekommen.",
        "NO_MAIL | Je n'ai rien reçu.",
        "NO_MAIL | No me ha llegado nada.",
        "NO_MAIL | Não recebi nenhum e-mail.",
        "NO_MAIL | 没有收到邮件。",
        "NO_MAIL | メールが届きません。",
        "NO_MAIL | still nothing in my inbox, checked spam twice, not sure if it ever arrives??",
        "NO_MAIL | It is not there, I looked in the junk folder too.",
        "NO_MAIL | hab immer noch nix im Postfach, Spam auch nachgeschaut",
        "NO_MAIL | toujours rien dans ma boîte, même dans les spams",
        "NO_MAIL | sigue sin llegar nada, ya miré en spam",
        "NO_MAIL | ainda nada na caixa de entrada, nem no spam",
        "NO_MAIL | 收件箱里还是什么都没有，垃圾箱也看了",
        "NO_MAIL | 受信箱にも迷惑メールにもまだ何も来ていません",
        "NO_MAIL | The email to reset my password never arrives at my address.",
        "NO_MAIL | Die Mail zum Zurücksetzen kommt einfach nicht.",
        "NO_MAIL | da kommt nichts an",
        "NO_MAIL | le mail de réinitialisation n'arrive jamais",
        "NO_MAIL | ese correo nunca llega",
        "NO_MAIL | pedi a senha nova e não chega nada",
        "NO_MAIL | 邮件一直没有来",
        "NO_MAIL | 再設定のメールが何度やっても来ません",
        "NEW_CODE | it ran out, send it again please",
        "NEW_CODE | renvoyez-le-moi svp",
        "NEW_CODE | 过期了，请再发一次",
        "CODES_REFUSED | The recovery codes are refused, all of them.",
        "CODES_REFUSED | It says invalid code every time.",
        "CODES_REFUSED | Die Codes werden abgelehnt.",
        "CODES_REFUSED | Les codes ne marchent pas.",
        "CODES_REFUSED | Los códigos no funcionan.",
        "CODES_REFUSED | Os códigos não funcionam.",
        "CODES_REFUSED | 恢复码无效。",
        "CODES_REFUSED | リカバリーコードが使えません。",
        "NOT_WORKING | it did not work",
        "NOT_WORKING | Hat leider nicht geklappt.",
        "NOT_WORKING | Ça ne marche pas.",
        "NOT_WORKING | No funcionó.",
        "NOT_WORKING | Não funcionou.",
        "NOT_WORKING | 还是不能登录。",
        "NOT_WORKING | うまくいきませんでした。",
        "QUESTION | Which branch do you mean?",
        "QUESTION | Wo finde ich das?"
      })
  void isRead(Wish wish, String written) {
    assertThat(intents.read(written).wishes()).as(written).contains(wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here is the code: ABCD-EFGH",
        "I answered the code from my other address.",
        "My phone is lost and I forgot my password.",
        "Thank you, that is all.",
        "It worked, thank you!",
        "Danke, alles klar."
      })
  void nothingIsWishedFor(String written) {
    assertThat(intents.read(written).wishes()).as(written).isEmpty();
  }
}

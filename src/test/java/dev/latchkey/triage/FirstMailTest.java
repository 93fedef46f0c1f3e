package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.name.RetypedName;
import dev.latchkey.triage.request.RequestReading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say in passing in a first mail, each beside what only sounds like it. */
class FirstMailTest {
  private final TriageReader triage;

  FirstMailTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pilot-jan | J'ai reçu un avis à 3 h 12 disant que mon adresse a été changée, et ce n'était pas moi. pilot-jan est à moi.
          hinoki | hinoki のアカウントが昨日乗っ取られて、パスワードもメールアドレスも変えられてしまいました。
          pintail | Someone else has taken over pintail, which is mine. They changed the address.
          amsel | Jemand anderes hat amsel übernommen, und das ist meins. Die Adresse wurde geändert.
          mirlo | Otra persona se ha adueñado de mirlo, que es mía. Cambiaron el correo el domingo.
          sapling | My phone is broken with the app on it. You will find me as sapling on your site.
          fusain | Mon téléphone est cassé avec l'application dessus. Vous me trouverez sous fusain.
          nara_q | 携帯を海に落としました。アカウントは犬の名前で nara_q です。パスワードは覚えています。
          kestrelby | He olvidado la clave de mi cuenta kestrelby.
          kestrelby | He perdido el móvil y no puedo entrar en la cuenta kestrelby.
          fuchsbau | Nach einem Wasserschaden ist mein Telefon hin und damit die sechs Ziffern. Zugangsname fuchsbau.
          """)
  void aNameThatStandsOutIsRead(String name, String text) {
    assertThat(request(text).username()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Esqueci-me da senha e o telemóvel do segundo fator avariou. Utilizador cegonha4.",
        "Já não me lembro da senha. E o telemóvel do segundo fator estragou-se. Conta cegonha4.",
        "Olvidé la contraseña y el móvil del segundo factor se averió. Usuario ciguena4.",
        "Olvidé la clave y el celular del segundo factor se estropeó. Cuenta ciguena4."
      })
  void aBrokenTelephoneIsAReasonBesideAPassword(String text) {
    assertThat(request(text).reasons())
        .containsExactlyInAnyOrder(Reason.FORGOT_PASSWORD, Reason.LOST_2FA_DEVICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cuenta tomada | zarzal | Anoche alguien entró en mi cuenta zarzal y puso otro correo. Ya no puedo hacer nada.
          cuenta birlada | carrizal | Alguien se metió ayer en mi cuenta carrizal y cambió la clave.
          conta surripiada | gaivoto | Ontem alguém entrou na minha conta gaivoto e trocou o email.
          account zarzal | zarzal | I lost my phone, and the codes with it. Nobody at Melville could help.
          """)
  void aWordOfTheSubjectGivesWayToANameBelow(String subject, String name, String text) {
    assertThat(triage.read(TypedMail.first(subject, text)).request().username()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password forgotten, phone stolen, account otter_9",
        "passwort vergessen, handy geklaut, konto otter_9",
        "mdp oublié, tel volé, compte otter_9",
        "clave olvidada, celu robado, cuenta otter_9",
        "senha esquecida, cel roubado, conta otter_9",
        "パスワード忘れた、スマホ盗まれた。アカウント otter_9 です",
        "密码忘了,手机被偷,账号 otter_9"
      })
  void aTelephoneThatIsGoneIsAReasonInTwoWords(String text) {
    assertThat(request(text).reasons())
        .containsExactlyInAnyOrder(Reason.FORGOT_PASSWORD, Reason.LOST_2FA_DEVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Phone in bits, no codes from the app any more. I saved the recovery codes in my safe.",
        "Handy hin, keine Codes aus der App mehr. Die Wiederherstellungscodes liegen im Safe.",
        "Teléfono roto, ya no hay códigos de la app. Los códigos de recuperación los tengo en casa."
      })
  void whoHasNoCodesOfAnAppMayHaveSavedOnes(String text) {
    assertThat(request(text).codes()).isEqualTo(RecoveryCodes.HAVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The dog ate the sheet with my recovery codes and my phone went overboard.",
        "Der Hund hat den Zettel mit den Wiederherstellungscodes zerkaut, und das Handy liegt im See.",
        "El perro se comió la hoja con mis códigos de recuperación y el móvil cayó al agua.",
        "O cão mastigou a folha com os códigos de recuperação e o telefone caiu ao mar."
      })
  void codesThatWereEatenAreLost(String text) {
    assertThat(request(text).codes()).isIn(RecoveryCodes.LOST, RecoveryCodes.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone is dead, account otter_9. Your rules? Sure, fine.",
        "Mein Handy ist tot, Konto otter_9. Eure Regeln? Klar, passt.",
        "Mon téléphone est mort, compte otter_9. Vos règles ? Bien sûr.",
        "Mi móvil murió, cuenta otter_9. ¿Sus normas? Por supuesto.",
        "O meu telefone morreu, conta otter_9. As regras? Com certeza.",
        "手机坏了,账号 otter_9。你们的规则?当然没问题。"
      })
  void aYesBehindTheirNameIsToTheRules(String text) {
    assertThat(request(text).agrees()).contains(true);
  }

  @Test
  void aQuestionAboutThemIsNone() {
    assertThat(request("My phone is dead, account otter_9. Your rules? Where are they?").agrees())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tobais | tobias | I'm tobais on your site - no, sorry, tobias. The phone is gone.
          ottilia | ottilie | Ich heiße dort ottilia, nein, ottilie, mit e am Ende.
          colete | colette | Mon compte c'est colete, pardon, colette avec deux t.
          lusia | lucia | Mi cuenta es lusia, perdón, lucia con c.
          lusia | lucia | Minha conta é lusia, aliás, lucia com c.
          lumiko | rumiko | アカウントは lumiko、いや rumiko です。
          lusia | lucia | 我的账号是 lusia,不对,是 lucia。
          maria1 | maria1 | Mi cuenta es maria1, no maria2.
          tobias | tobias | My account is tobias, sorry, marta wrote the last mail.
          tobias | tobias | My account is tobias. No, tobiasz is my brother's.
          kim99 | kim99 | My account is kim99, not kim98.
          """)
  void aNameRetypedInTheSameBreathIsTheOne(String said, String meant, String text) {
    assertThat(RetypedName.of(said, text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          harvest | My phone is gone and with it the app. My login is just: harvest. No backup codes.
          ernte | Mein Handy ist weg, da war die App drauf. Mein Benutzername ist einfach: ernte.
          lanterne | J'ai perdu mon téléphone avec l'appli. L'utilisateur est tout simplement lanterne.
          - | I lost my phone and the app on it. My username is just gone from my head, sorry.
          - | Ich habe mein Handy verloren. Mein Konto ist einfach weg, was nun?
          lantern | My phone broke, so please help me into the lantern account again.
          - | I lost my phone and need to get back into the old account again.
          - | I lost my phone and need to get back into my github account.
          linterna | Perdí el teléfono. Soy dueño de «linterna» y no puedo entrar.
          - | The page says "invalid" when I log in. My phone is lost.
          k.bauer89 | Ich heiße bei euch k.bauer88, nein, Verzeihung, k.bauer89. Das Handy mit der App ist weg.
          petitours77 | Mon compte est petitours7, non pardon, petitours77. Mon téléphone est tombé à l'eau.
          mgarcia | Mi usuario es mgarcai, no, perdón, mgarcia. He perdido el teléfono con la aplicación.
          hanako | そちらでは hanaok、いえ、失礼、hanako です。スマートフォンを機種変更して認証アプリが使えません。
          """)
  void whatOnlyLeadsToANameOrIsTakenBackIsNone(String name, String text) {
    assertThat(request(text).username().orElse("-")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NONE | Olvidé la contraseña y me robaron el celular. No guardé ningún código. Usuario: rosa22.
          LOST | Einbrecher haben das Telefon und den Ordner mit meinen Wiederherstellungscodes mitgenommen. Konto: rosa22.
          LOST | Unos ladrones se llevaron el teléfono y la carpeta con mis códigos de recuperación. Usuario: rosa22.
          LOST | 泥棒に電話とリカバリーコードの入ったファイルを持っていかれました。ユーザー名:rosa22
          HAVE | Thieves took my phone. My recovery codes are still in the safe. Username: rosa22.
          HAVE | Mein Handy ist weg. Die Wiederherstellungscodes habe ich noch im Ordner. Konto: rosa22.
          """)
  void codesThatWereTakenAwayAreNotHeld(RecoveryCodes codes, String text) {
    assertThat(request(text).codes()).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I lost my phone, my account is rosa22. I have kept no recovery codes, and I agree to the code of conduct. | This e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please notify the sender.
          Passwort weg, Handy weg, und Ersatzcodes habe ich keine aufgehoben. Mein Login: rosa22. Dem Verhaltenskodex stimme ich zu. | Diese E-Mail enthält vertrauliche Informationen. Sind Sie nicht der richtige Adressat, informieren Sie bitte den Absender.
          """)
  void anEmployersWordsBelowItMakeNoAnswerOfIt(String text, String house) {
    RequestReading read = request(text + "\n\n" + house);

    assertThat(read.said()).isEqualTo(request(text).said());
    assertThat(read.codes()).isEqualTo(RecoveryCodes.NONE);
    assertThat(read.agrees()).isEqualTo(Optional.of(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yes | My phone is broken, account rosa22. I'm told these requests take weeks, and I can live with that.
          yes | Téléphone cassé, compte rosa22. Il y a du monde avant moi, j'attendrai mon tour.
          - | My phone is broken, account rosa22. I can't live with that.
          - | Téléphone cassé, compte rosa22. Je n'attendrai pas mon tour.
          """)
  void patienceInProseIsHeard(String waits, String text) {
    assertThat(request(text).waits().filter(yes -> yes).map(yes -> "yes").orElse("-"))
        .isEqualTo(waits);
  }

  private RequestReading request(String text) {
    return triage.read(TypedMail.first("Help", text)).request();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Perdi o telemóvel mas tenho a folha com os códigos de recuperação. A conta é moth.",
        "Perdí el móvil pero tengo la hoja con los códigos de recuperación. Cuenta moth.",
        "電話をなくしましたが、復旧コードの紙は持っています。アカウントmoth。"
      })
  void codesThatAreKeptAreNotLost(String text) {
    assertThat(request(text).reasons()).containsExactly(Reason.LOST_2FA_DEVICE);
  }
}

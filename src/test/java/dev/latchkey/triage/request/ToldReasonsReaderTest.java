package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Reason;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reasons that are told by other names than ours, and what only sounds like them. */
@NullMarked
class ToldReasonsReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kim@shop.example went with the shop.",
        "The firm folded, and kim@firm.example along with it.",
        "kim@verein.example existiert seit dem Sommer nicht mehr.",
        "Mon adresse kim@fai.example, disparue avec le fournisseur.",
        "El kim@tienda.example murió con la tienda.",
        "O kim@firma.example acabou junto com a firma.",
        "kim@danwei.example 去年停了。",
        "kim@kaisha.example は会社とともに消滅しました。"
      })
  void anAddressEndsWithWhoRanIt(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.LOST_EMAIL_ACCESS, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The shop folded. Write to kim@home.example.",
        "My account kim@shop.example was closed by you.",
        "The link to kim@shop.example expired.",
        "Das Konto wurde gelöscht, schreibt mir an kim@haus.example.",
        "kim@haus.example funktioniert noch, abgestellt wurde nur das Telefon.",
        "La tienda cerró, escriban a kim@casa.example.",
        "kim@casa.example está limpo, a firma acabou.",
        "店铺关了，请联系 kim@jia.example。"
      })
  void anAddressThatWorksDoesNot(String written) {
    assertThat(ToldReasonsReader.in(written)).doesNotContainKey(Reason.LOST_EMAIL_ACCESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The codes are gone. They were my only second step.",
        "Die Codes waren mein einziger zweiter Faktor.",
        "Codes perdus, et je n'ai pas d'autre second facteur.",
        "Perdí los códigos y la cuenta no tiene otro segundo factor.",
        "Perdi os códigos, e não tenho outro segundo fator.",
        "恢复码丢了，没有别的第二步。",
        "スマホを持っていないので紙のコードだけでした。"
      })
  void whoHadOnlyCodesLostNoDevice(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.LOST_2FA_DEVICE, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I no longer have a phone.",
        "Ya no tengo celular.",
        "Meu celular sumiu.",
        "Mein zweiter Faktor ist weg.",
        "手机没了。"
      })
  void whoHasNoneAnyMoreMayHave(String written) {
    assertThat(ToldReasonsReader.in(written)).doesNotContainKey(Reason.LOST_2FA_DEVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I handed the phone back when I left, but I gave back my mobile without the app moved.",
        "The work phone with the authenticator stayed with my employer.",
        "Das Diensthandy habe ich zum Vertragsende abgegeben.",
        "Mein altes iPhone ist in Zahlung gegeben.",
        "J'ai rendu le téléphone à mon ancien employeur.",
        "Ese móvil lo devolví a la empresa.",
        "O telemóvel do trabalho, devolvi quando saí.",
        "手机离职时还给公司了。",
        "会社の携帯は退職時に返却しました。"
      })
  void aDeviceWentBackToWhoseItIs(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.LOST_2FA_DEVICE, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have not handed in the phone.",
        "My boss gave me the phone back.",
        "The app returned an error.",
        "Das Handy muss ich bald abgeben, noch habe ich es.",
        "On m'a rendu le téléphone.",
        "Me devolvieron el móvil.",
        "手机还没还给公司。",
        "携帯はまだ返却していません。"
      })
  void aDeviceThatIsThereIsNotLost(String written) {
    assertThat(ToldReasonsReader.in(written)).doesNotContainKey(Reason.LOST_2FA_DEVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The word that opens it just won't come.",
        "My phrase has left me.",
        "Das Wort, mit dem ich aufschließe, ist mir entfallen.",
        "Die Parole ist weg.",
        "La phrase secrète ne me revient pas.",
        "No consigo dar con la palabra.",
        "A palavra foi embora com a febre.",
        "口令想不起来了。",
        "合言葉がすっかり抜けてしまいました。"
      })
  void theWordIsGone(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.FORGOT_PASSWORD, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The password is right, the phone is gone.",
        "I know my password by heart.",
        "In other words: gone.",
        "Das Passwort weiß ich noch.",
        "Le mot de passe est bon.",
        "La contraseña me la sé.",
        "A senha eu sei de cor.",
        "密码记得。",
        "パスワードは覚えています。"
      })
  void theWordIsKnown(String written) {
    assertThat(ToldReasonsReader.in(written)).doesNotContainEntry(Reason.FORGOT_PASSWORD, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ten numbers are all rejected.",
        "Jede der Notnummern prallt ab, ungültig.",
        "Mes codes imprimés sont refusés.",
        "Las claves de repuesto no sirven.",
        "Os códigos de reserva são recusados, inválidos.",
        "救急的码全提示无效。",
        "予備の番号は弾かれます。"
      })
  void codesAreRefused(String written) {
    assertThat(ToldReasonsReader.in(written))
        .containsEntry(Reason.RECOVERY_CODES_INVALID, true)
        .containsEntry(Reason.LOST_RECOVERY_CODES, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The ten numbers burned.", "Die Notnummern sind verbrannt."})
  void codesAreLost(String written) {
    assertThat(ToldReasonsReader.in(written))
        .containsEntry(Reason.LOST_RECOVERY_CODES, true)
        .doesNotContainKey(Reason.RECOVERY_CODES_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have a new number and the text messages do not reach it.",
        "The SMS goes to my old number.",
        "Die SMS mit dem Code geht noch an die alte Nummer.",
        "J'ai changé de numéro, le SMS part sur l'ancien.",
        "Los SMS llegan a un número que di de baja.",
        "O SMS vai para um número que cancelei.",
        "短信验证码发到旧号码。",
        "番号が変わって、SMSが届きません。"
      })
  void whoseNumberIsGoneHasLostWhatItReceives(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.LOST_2FA_DEVICE, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have a new number, please note it.",
        "The text messages come as they should.",
        "Meine alte Nummer steht noch im Profil.",
        "短信收到了。"
      })
  void aNumberAloneSaysNothing(String written) {
    assertThat(ToldReasonsReader.in(written)).doesNotContainKey(Reason.LOST_2FA_DEVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It wants a code from the phone.",
        "Die Codes aus der App fehlen mir.",
        "Il demande le code de l'application.",
        "Me pide un código del móvil.",
        "Pede o código do celular.",
        "要手机的验证码。"
      })
  void codesOfADeviceAreNoneThatWereSaved(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.LOST_RECOVERY_CODES, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It wants a code from the phone, and the recovery codes are gone.",
        "I lost the codes.",
        "Me pide un código del móvil y la hoja con los códigos se perdió."
      })
  void thoseBesideThemMayBeLost(String written) {
    assertThat(ToldReasonsReader.in(written))
        .doesNotContainEntry(Reason.LOST_RECOVERY_CODES, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot get into that mailbox either.",
        "Ins alte Postfach komme ich nicht mehr rein.",
        "Je n'arrive plus à ouvrir cette boîte.",
        "注册用的邮箱也登不进去"
      })
  void aMailboxThatCannotBeEnteredIsLost(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.LOST_EMAIL_ACCESS, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password and mobile both gone.",
        "Forgot the password and dropped phone broke.",
        "Kennwort vergessen und Smartphone kaputt.",
        "Mon mot de passe m'échappe et mon portable est cassé.",
        "Contraseña olvidada y celular robado.",
        "Senha esquecida e telemóvel perdido.",
        "密码和平板都丢了。",
        "パスワードを忘れ、携帯も壊れてしまいました。"
      })
  void aPasswordAndATelephoneAreGoneTogether(String written) {
    assertThat(ToldReasonsReader.in(written))
        .containsEntry(Reason.FORGOT_PASSWORD, true)
        .containsEntry(Reason.LOST_2FA_DEVICE, true);
    assertThat(ToldReasonsReader.isDeviceGone(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My replacement phone came without the authenticator.",
        "Auf dem neuen Handy ist die App nicht drauf.",
        "Mon nouveau téléphone n'a pas l'appli.",
        "El celular nuevo no trae la aplicación.",
        "O aparelho novo veio sem o autenticador.",
        "新手机里没有验证器。",
        "新しい端末には認証アプリがありません。"
      })
  void aNewTelephoneHasNoApp(String written) {
    assertThat(ToldReasonsReader.isDeviceGone(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot my password and the phone is here.",
        "Forgot my password, and my new phone has the app.",
        "Passwort vergessen, Handy habe ich noch.",
        "忘记密码了，手机还在。"
      })
  void aTelephoneThatIsThereIsNotGone(String written) {
    assertThat(ToldReasonsReader.isDeviceGone(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password forgotten, and my phone fell off the ferry.",
        "My mobile is at the bottom of the harbour.",
        "Handy liegt im Rhein.",
        "Das Diensthandy ist beim Umzug abhandengekommen.",
        "Mon téléphone est tombé dans le canal.",
        "El móvil está en el fondo del mar.",
        "O telemóvel está no fundo do rio.",
        "手机掉海里了。",
        "スマホを海に落としてしまいました。"
      })
  void whereATelephoneLiesNobodyGetsItFrom(String written) {
    assertThat(ToldReasonsReader.in(written)).containsEntry(Reason.LOST_2FA_DEVICE, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone nearly fell into the lake.",
        "My phone fell in love with the sun.",
        "The hint at the bottom of my phone says nothing.",
        "En el fondo el móvil no me hace falta.",
        "O meu celular está no Rio.",
        "スマホは鞄の底にありました。",
        "My phone works. My dog fell into the lake.",
        "Das Handy liegt im Schrank, die App geht.",
        "Le téléphone reste dans les toilettes.",
        "Encontré el móvil en el fondo del bolso.",
        "手机差点掉进湖里。"
      })
  void whatOnlySoundsSoIsStillThere(String written) {
    assertThat(ToldReasonsReader.in(written)).doesNotContainKey(Reason.LOST_2FA_DEVICE);
  }
}

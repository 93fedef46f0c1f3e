package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has all that a recovery would give back, and who got it back. */
class HasItAllReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone lies right here and works.",
        "I log in every evening.",
        "I have lost nothing.",
        "I know my password by heart.",
        "My former landlord has the list of my logins.",
        "Mein Telefon ist hier in der Tasche.",
        "Ich melde mich täglich an.",
        "Ich habe nichts vergessen.",
        "Das Kennwort weiß ich auswendig.",
        "Mein Exfreund kennt alle Zugänge.",
        "Tengo el celular en la mano.",
        "Entro a diario.",
        "No he olvidado nada.",
        "Mi exnovio sabía la clave.",
        "Mon portable est devant moi.",
        "Je me connecte chaque matin.",
        "Je n'ai rien perdu.",
        "Mon ancienne associée avait la liste.",
        "Meu celular está no bolso.",
        "Eu entro todo dia.",
        "Não esqueci nada.",
        "Minha senha eu sei de cor.",
        "スマホは手元にあります。",
        "毎日ログインしています。",
        "パスワードは忘れていません。",
        "手机就在我身边。",
        "我每天都登录。",
        "我什么都没丢。",
        "前夫知道密码。"
      })
  void whoMissesNothingSaysSo(String text) {
    assertThat(HasItAllReader.says(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone works again.",
        "I have lost nothing except my phone.",
        "Ich habe nichts verloren außer dem Handy.",
        "I found my phone, it is here.",
        "I lost my phone.",
        "I do not know my password.",
        "My phone is here but the app is empty.",
        "Please go ahead.",
        "Das Handy geht wieder.",
        "Ich weiß mein Passwort nicht mehr.",
        "Das Telefon funktioniert nicht.",
        "El teléfono no funciona.",
        "Apareció el celular, lo tengo aquí.",
        "Mon téléphone ne marche pas.",
        "J'ai retrouvé mon téléphone, il est ici.",
        "Meu celular não funciona.",
        "Meu celular apareceu, está aqui.",
        "スマホが見つかり、ここにあります。",
        "パスワードを忘れました。",
        "手机找到了，就在我手上。",
        "密码忘了。"
      })
  void whoMissesSomethingOrGotItBackDoesNot(String text) {
    assertThat(HasItAllReader.says(text)).isFalse();
  }
}

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I still have my phone.",
        "First I hear of this.",
        "Why on earth would I?",
        "It can't have come from me.",
        "No one had leave from us.",
        "Please leave everything as it was.",
        "Ich habe mein Handy noch.",
        "Das höre ich zum ersten Mal.",
        "Warum sollte ich?",
        "Dafür haben wir niemanden ermächtigt.",
        "J'ai toujours mon téléphone.",
        "Je l'apprends par vous.",
        "Quelqu'un se sert de mon nom.",
        "Todavía tengo mi móvil.",
        "Me entero por ustedes.",
        "No pude ser yo.",
        "Ainda tenho o meu celular.",
        "Fiquei a saber agora.",
        "Não mexam em nada.",
        "まだスマホは持っています。",
        "初耳です。",
        "誰にも許可は出していません。",
        "手机还在呢",
        "头一回听说。",
        "怎么可能是我"
      })
  void whatNeedsNoModelIsPlain(String text) {
    assertThat(HasItAllReader.plainly(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I still have my phone, but the app is gone.",
        "I still have my phone number.",
        "I still have my phone calls to make.",
        "Laissez tout en anglais.",
        "Mein Handy habe ich noch, nur die App ist weg.",
        "Mon portable marche, mais j'ai oublié le mot de passe.",
        "Todavía tengo mi número.",
        "Ainda tenho o meu número.",
        "Sorry for the late answer, I was on shift.",
        "This is the first time I need you.",
        "手机换了，请继续。",
        "スマホを替えました。"
      })
  void whatMayMeanAnythingIsNotPlain(String text) {
    assertThat(HasItAllReader.plainly(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I was driving all night.",
        "Ich war die ganze Nacht auf der Autobahn.",
        "J'étais au volant.",
        "Estaba de guardia.",
        "Eu estava de plantão.",
        "夜勤でした。",
        "我在值夜班。"
      })
  void whereTheyWereIsAHint(String text) {
    assertThat(HasItAllReader.says(text)).isTrue();
    assertThat(HasItAllReader.plainly(text)).isFalse();
    assertThat(HasItAllReader.says("Sorry, désolé, perdón, desculpe, 抱歉, すみません, spät: " + text))
        .isFalse();
  }
}

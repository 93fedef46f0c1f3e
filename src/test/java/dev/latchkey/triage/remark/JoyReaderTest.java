package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thanks and joy in words of all sorts. */
class JoyReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merci beaucoup, vous êtes des anges !",
        "Juhu, bin drin! Dickes Bussi an alle",
        "Youpi ! Vous êtes des magiciens, bisous",
        "Woohoo! You lot are wizards",
        "Yippee, I'm in! Hugs to everybody",
        "Hurra, ihr seid Zauberer! Umarmung",
        "Bravo, vous êtes géniaux, bises à tous",
        "¡Viva! Sois unos magos, besos a todos",
        "Oba! Vocês são anjos, beijos",
        "太棒了，你们是天使！",
        "やった！最高です！"
      })
  void joy(String written) {
    assertThat(JoyReader.isJoy(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thanks again, all works! sorry for the noise, that was nothing",
        "Never mind my last mail, I am in and happy.",
        "Sorry, my mistake",
        "Desculpem, mas já consegui, obrigada a todos!!",
        "Sorry but I managed to get in, cheers",
        "Entschuldigung, aber hat schon geklappt, danke!",
        "Pardon, mais j'ai réussi, merci à tous",
        "Perdón, pero ya lo conseguí, gracias",
        "不好意思，不过已经弄好了，谢谢",
        "すみませんが、無事に入れました。ありがとうございました。",
        "Danke nochmal, alles funktioniert, war nur ein Versehen!",
        "Ah non, désolée, tout marche, je suis bien connectée. Merci encore !",
        "perdón, fue sin querer, ya entro sin problemas, gracias otra vez",
        "desculpem, foi engano, está tudo funcionando, obrigada!",
        "不好意思，发错了，一切正常，谢谢",
        "すみません、勘違いでした。大丈夫です。ありがとうございました。"
      })
  void allIsWellAgain(String written) {
    assertThat(JoyReader.isWellAgain(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thanks",
        "sorry",
        "Sorry I am stuck here again",
        "sorry, wrong account",
        "sorry, it works not",
        "Tout marche, mais pas mon compte",
        "Alles gut, aber wer hat mein Bild geändert?",
        "Sorry for the noise, I still need a code",
        "perdón, no funciona",
        "desculpem, não entrei",
        "すみません、入れません",
        "不好意思，还是登录不了"
      })
  void notWellAgain(String written) {
    assertThat(JoyReader.isWellAgain(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Thanks for nothing, still locked out",
        "Yay, another mail. I cannot log in.",
        "Merci beaucoup, vous êtes des nuls",
        "Merci, mais je ne peux pas entrer",
        "Danke, ich brauche noch einen Code",
        "Juhu! Wie lange dauert das?",
        "Gracias, pero no funciona",
        "Obrigada, preciso de outro código",
        "Thanks! Somebody else is in my account",
        "You are angels. My account is bob2 and it shows a red page",
        "谢谢，但是还是登录不了",
        "ありがとう。パスワードを忘れました"
      })
  void moreThanThat(String written) {
    assertThat(JoyReader.isJoy(written)).isFalse();
  }
}

package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who set the second factor up and who knows the password, and what is denied of a recovery. */
class OtherDeedsTest {
  private final OwnerAnswerReader owners = new OwnerAnswerReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It wasn't me who set up the second factor, our admin did. How do I get past it?",
        "I never wrote the codes on paper myself, that was done by my mother.",
        "It wasn't me who set up the second factor.",
        "Das habe nicht ich eingerichtet, das war mein Kollege.",
        "Aufgeschrieben habe die Codes nicht ich, sondern meine Frau.",
        "Ce n'est pas moi qui ai noté les codes, c'est mon mari. Je cherche le papier.",
        "No fui yo quien apuntó los códigos, fue mi hermana.",
        "Não fui eu que configurei o segundo fator, foi o nosso técnico.",
        "コードを書き留めたのは私ではなく夫です。今メモを探しています。",
        "恢复码不是我抄的，是我先生抄的。",
        "The technician put the app on, it wasn't me.",
        "Le technicien a mis l'appli, ce n'est pas moi.",
        "アプリを入れたのは業者で、私ではありません。",
        "软件是师傅装的，不是我。",
        "From my side there are no open points.",
        "Nobody else knows my password.",
        "Außer mir kennt niemand mein Passwort.",
        "Mon mot de passe n'est connu que de moi.",
        "Nadie más sabe mi contraseña.",
        "A minha senha só eu sei.",
        "パスワードは私しか知りません。",
        "我的密码只有我自己知道。"
      })
  void deniesNothingOfTheRequest(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.UNCLEAR);
    assertThat(owners.deniesAsking(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, that was me. It wasn't me who set up the second factor, our admin did.",
        "Der Antrag ist von mir. Den zweiten Faktor habe nicht ich eingerichtet, das war unser Admin.",
        "Oui, c'était moi. Ce n'est pas moi qui ai installé l'appli, c'est notre informaticien.",
        "Sí, fui yo. No fui yo quien apuntó los códigos, fue mi hermana.",
        "Sim, fui eu. Mais ninguém sabe a minha senha.",
        "はい、私です。二段階認証を設定したのは私ではなく管理者です。",
        "是的，是我。第二重验证不是我设的，是管理员弄的。"
      })
  void leavesAYes(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, that was me. It wasn't me who set up the second factor.",
        "Sí, fui yo. No fui yo quien activó el segundo factor."
      })
  void isNoYesBesideADeedThatIsLaidToNobody(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It wasn't me who asked, and my wife wrote the codes down.",
        "It wasn't me who set this up, my ex did.",
        "It was not me who changed the second factor yesterday.",
        "Nobody here knows about this, and nobody asked for the password. Stop it.",
        "Ich habe nichts beantragt, und die Codes hat meine Frau aufgeschrieben, nicht ich.",
        "Ce n'est pas moi qui ai demandé ça, mon mari a noté les codes.",
        "No fui yo, mi hermana apuntó los códigos y pidió esto.",
        "Não fui eu que pedi, o técnico configurou o aplicativo.",
        "申請したのは私ではなく、コードを書き留めた夫です。",
        "不是我申请的，是抄恢复码的人申请的。"
      })
  void whoDeniesTheRequestAsWellObjects(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't understand what you want from me.",
        "Ich verstehe nicht, was Sie von mir wollen.",
        "Je ne comprends pas ce que vous attendez de moi.",
        "No entiendo qué quieren de mí.",
        "Não entendo o que querem de mim.",
        "何をすればいいのか分かりません。",
        "我不明白你们要我做什么。",
        "I can't make head or tail of this."
      })
  void whoCannotFollowUsDeniesNothing(String written) {
    assertThat(MailText.of(OtherDeeds.without(written)).clauses().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't understand what you want from me, I asked for nothing.",
        "I don't know what to do, please stop it.",
        "Ich verstehe nicht, was Sie von mir wollen, ich habe nichts beantragt."
      })
  void whoAlsoDeniesTheRequestDoes(String written) {
    assertThat(MailText.of(OtherDeeds.without(written)).clauses().isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It isn't lost, it's broken.",
        "Es ist nicht weg, es ist kaputt.",
        "Il n'est pas perdu, il est cassé.",
        "No está perdido, está roto.",
        "Não está perdido, está quebrado.",
        "なくしたのではなく、壊れたのです。",
        "没丢，是坏了。"
      })
  void whatBrokeInsteadDeniesNothing(String written) {
    assertThat(MailText.of(OtherDeeds.without(written)).clauses().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone isn't lost or broken.",
        "Mein Handy ist weder weg noch kaputt.",
        "Mon portable n'est pas perdu ni cassé.",
        "Mi móvil no está perdido ni está roto.",
        "Não está perdido nem está quebrado.",
        "手机没丢，也没坏。",
        "It isn't lost, it's broken, and I asked for nothing."
      })
  void whatIsNeitherLostNorBrokenDoes(String written) {
    assertThat(MailText.of(OtherDeeds.without(written)).clauses().isEmpty()).isFalse();
  }
}

package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sounds like an owner's objection and is none, and what is one in the same words. */
class AsideReaderTest {
  private final OwnerAnswerReader owners = new OwnerAnswerReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't remember asking for this.",
        "Ich erinnere mich nicht, das beantragt zu haben.",
        "Je ne me rappelle pas avoir demandé cela.",
        "No me acuerdo de haberlo pedido.",
        "Não me lembro de ter pedido.",
        "我不记得有没有申请过。",
        "申請したかどうか覚えていません。"
      })
  void whoDoesNotRememberHasNotDeniedIt(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.UNCLEAR);
    assertThat(AsideReader.read(written)).isEqualTo(AsideReader.Says.ASIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I did not ask for it to drag on for weeks.",
        "I never asked to wait so long, can this be faster?",
        "Ich habe nicht verlangt, dass das Monate dauert!",
        "Je n'ai pas demandé à attendre un mois.",
        "No pedí que tardasen tanto tiempo.",
        "Não pedi para esperar três semanas.",
        "我没让你们拖这么久。",
        "It wasn't me who chose that user name, it was my old boss.",
        "Nicht ich habe die alte Adresse eingetragen.",
        "Ce n'est pas moi qui ai choisi ce nom.",
        "Last year somebody broke into my account and you helped at once.",
        "Mi hermana perdió la suya, le robaron la cuenta.",
        "1. It was not me who changed the address.\n2. The last release was 0.8.",
        "Pode ter sido eu, pode não ter sido.",
        "The account isn't mine any more, I sold it.",
      })
  void deniesNothingOfTheRequest(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.UNCLEAR);
    assertThat(AsideReader.read(written)).isEqualTo(AsideReader.Says.ASIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I did not ask for this, and I will not wait for weeks.",
        "I did not ask for a reset of my password three weeks ago.",
        "I did not ask to recover anything, however long it takes.",
        "It was not me who changed the address.",
        "It was not me who asked for the account.",
        "It wasn't me who wrote from that address.",
        "Last year somebody asked for my account, and it was not me then either.",
        "Ich habe nicht darum gebeten, und ich will nicht warten.",
        "Ich war es nicht, und meine Schwester auch nicht.",
        "Je n'ai pas demandé cela, et trois semaines n'y changent rien.",
        "No fui yo quien pidió eso.",
        "你们问是不是我，不是我！",
        "1. It was not me who asked.\n2. Stop it.",
        "Wrong person. I did not ask for this.",
      })
  void isAnObjectionAllTheSame(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes. Weird email you sent.",
        "Vous voulez que je me connecte pour dire si la demande vient de moi.",
        "这不是出自本人。",
      })
  void isNoYes(String written) {
    assertThat(owners.read(written)).isNotEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That was me yes. The odd address is my work one.",
        "Ja, das war ich. Können Sie so machen.",
        "Fui eu que o fiz, do portátil da minha irmã, ontem pelas dez da noite.",
        "Oui, la demande vient de moi.",
        "Reconozco esta solicitud, adelante.",
      })
  void isAPlainYes(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could somebody phone me about it?",
        "Ich frage meinen Kollegen und melde mich.",
        "Je regarde demain.",
        "Ahora no puedo mirarlo, les escribo mañana.",
        "Não entendi do que se trata.",
        "二人で使っているアカウントです。",
        "看不懂这封信。"
      })
  void whoPutsItOffHasNotDeniedIt(String written) {
    assertThat(AsideReader.read(written)).isEqualTo(AsideReader.Says.PUTS_OFF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Phone me at once, somebody is in my account.",
        "Rufen Sie mich sofort an, da will jemand in mein Konto!",
        "Je ne comprends pas, je n'ai rien demandé.",
        "La usamos entre dos y ninguno lo pidió.",
        "A conta é compartilhada e nenhum de nós pediu isso.",
        "至急お電話ください。誰かが狙っています。",
        "看不懂，我没有申请。"
      })
  void whoCriesPutsNothingOff(String written) {
    assertThat(AsideReader.read(written)).isNotEqualTo(AsideReader.Says.PUTS_OFF);
  }
}

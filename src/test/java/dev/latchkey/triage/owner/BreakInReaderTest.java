package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of this project's own, some of each kind in each language. */
class BreakInReaderTest {
  private final BreakInReader reader = new BreakInReader(new OwnerAnswerReader());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hm I got in, but there is a login from Kyiv ten minutes after mine, that wasn't me, somebody"
            + " is in my account again",
        "Somebody logged in last night. It was not me!",
        "There are two sessions I do not recognise. The second one isn't me",
        "Da ist schon wieder jemand in meinem Konto, das bin nicht ich.",
        "Seit gestern sehe ich eine fremde Anmeldung aus Polen, die ist nicht von mir, das war ich"
            + " nicht.",
        "quelqu'un d'autre est encore entré dans mon compte cette nuit",
        "Je vois une connexion de cette nuit, ce n'est pas moi.",
        "Otra persona ha entrado en mi cuenta esta noche, no fui yo",
        "Alguém entrou na minha conta hoje de manhã, não fui eu.",
        "昨夜、また誰かが私のアカウントにログインしたようです。心当たりがありません。",
        "昨晚又有人登录了我的账号，不是我。",
      })
  void aBreakInIsNoDenialOfTheRequest(String written) {
    assertThat(reader.tells(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not me",
        "That wasn't me! Somebody is in my account!",
        "I did not ask for this, somebody is in my account",
        "Somebody is in my account, and I never requested a recovery.",
        "Somebody else asked for it, not me.",
        "Das war ich nicht! Da hat sich gerade jemand in mein Konto eingeloggt, bitte sofort sperren!",
        "Jemand hat das in meinem Namen beantragt, ich nicht.",
        "Je n'ai rien demandé, quelqu'un d'autre est dans mon compte",
        "Yo no he solicitado nada, alguien ha entrado",
        "Não fui eu! Alguém entrou na conta.",
        "申請していません。誰かがログインしたようです。",
        "我没有申请，有人登录了我的账号",
        "Stop it, this is a scam",
      })
  void whoDeniesTheRequestObjects(String written) {
    assertThat(reader.tells(written)).isFalse();
  }
}

package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who warns of somebody who wants them to vouch or to confirm, and who does not. */
class ApproachReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jemand hat mich am Telefon gebeten, für orla zu bürgen. Ich kenne die Stimme nicht. Was soll ich tun?",
        "Da will einer, dass ich für orla bürge.",
        "somebody wants me to confirm him",
        "A man rang me and wants me to vouch for lena. Is that normal?",
        "I was asked to be guarantor for someone called sven, should I?",
        "Hallo, ich soll bestätigen, dass das Konto ihm gehört. Der kam mir komisch vor.",
        "Jetzt ruft mich einer an, ich soll bestätigen, dass das Konto dora ihm gehört",
        "Someone from chat told me to confirm the account lena is his",
        "On m'a appelé pour que je me porte garant de marc, c'est normal ?",
        "Un inconnu insiste pour que je confirme que c'est bien elle, le compte julie",
        "Me llamó un señor y quiere que responda por teresa. ¿Qué hago?",
        "Ligou-me alguém a pedir que eu ateste por joao, devo?",
        "有人打电话给我，让我替wangwei担保，这是真的吗？",
        "知らない人から電話があり、kenjiさんの保証人になるように頼まれました。",
        "見知らぬ人に、彼が本人だと証明してくれと言われています"
      })
  void somebodyWantsThemToVouch(String written) {
    assertThat(ApproachReader.vouching(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I lost my phone. My colleague anna can vouch for me, you asked me to name somebody.",
        "You asked me to name somebody who can vouch: ben",
        "Ich kenne niemanden, der für mich bürgen könnte; ich soll ja jemanden nennen.",
        "kim asked me to vouch for her, and I am happy to.",
        "Je me porte volontiers garant de marc, il m'a demandé de le faire.",
        "Nadie puede responder por mí, me pidieron un nombre",
        "我同事可以为我担保，你们让我写名字",
        "同僚が保証してくれると言われました",
        "I lost my phone and cannot log in. What do I have to do?"
      })
  void nobodyIsWarnedOf(String written) {
    assertThat(ApproachReader.vouching(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I got a mail that asks me for a code, is that you?",
        "Hallo, ich habe eine Mail bekommen, die nach einem Code fragt. Sind Sie das?",
        "J'ai reçu un mail qui me demande un code. C'est vous ?",
        "Recibí un correo pidiendo un código, ¿es phishing?",
        "Recebi um e-mail a pedir um código, é mesmo vosso?",
        "收到一封邮件，要我发代码，是你们发的吗",
        "コードを返信するようにというメールが来ました。本物ですか？"
      })
  void aMailWantsACode(String written) {
    assertThat(ApproachReader.codeMail(written)).isTrue();
  }

  @Test
  void theNameStandsNear() {
    assertThat(ApproachReader.near("Da will einer, dass ich für orla_2 bürge. Gruß, Piet"))
        .contains("orla_2")
        .doesNotContain("Piet");
    assertThat(ApproachReader.near("有人让我替wangwei担保")).contains("wangwei");
  }
}

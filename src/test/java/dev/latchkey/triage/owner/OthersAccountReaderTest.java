package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says that the account they asked for is another person's, and who speaks of others only. */
@NullMarked
class OthersAccountReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Actually this is my husband's account, mine is called rosa.",
        "Sorry, the account belongs to my father.",
        "Wait. The account dora is my sister's.",
        "Pardon, c'est le compte de ma femme.",
        "Ich habe mich vertan, das ist das Konto meines Vaters.",
        "Das Konto gehört meiner Schwester, nicht mir.",
        "Perdón, es la cuenta de mi hermano, la mía es otra.",
        "La cuenta pertenece a mi madre.",
        "Desculpe, é a conta do meu pai.",
        "A conta pertence à minha irmã.",
        "不好意思，这是我爸的账号。",
        "这个是我同事的账户，不是我的",
        "すみません、これは父のアカウントです。"
      })
  void theAccountIsAnothers(String written) {
    assertThat(OtherWriterReader.read(written) == Writer.ANOTHER).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My husband's account works, mine is the locked one.",
        "This is my husband's mailbox, the account is mine.",
        "Is this my father's account?",
        "My son set up the account for me.",
        "That is my son. He is twelve, the account is in my name.",
        "He was my teacher, and his account is gone.",
        "Mein Mann hat ein Konto, ich auch.",
        "Das Postfach gehört meiner Schwester, das Konto mir.",
        "Ce n'est pas le compte de mon père, c'est le mien.",
        "C'est mon fils qui a créé le compte.",
        "No es la cuenta de mi padre, es la mía.",
        "Não é a conta do meu pai, é a minha.",
        "不是我爸的账号，是我的账号",
        "账号是我的，邮箱是我爸的",
        "これは私のアカウントです。"
      })
  void nothingSaysThat(String written) {
    assertThat(OtherWriterReader.read(written) == Writer.ANOTHER).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dora belongs to my flatmate, I have another one.",
        "Mir fällt gerade ein: dora gehört meiner Schwester.",
        "dora ist NICHT mein Konto!",
        "En fait non, c'est yannick mon compte. dora c'est celui de mon père je crois.",
        "dora is not mine, I typed it wrong",
        "Wait, that is not my account!",
        "That account isn't mine.",
        "Désolé, ce n'est pas mon compte.",
        "Ce compte n'est pas le mien.",
        "Esa cuenta no es mía, me equivoqué.",
        "Não é a minha conta, enganei-me.",
        "这不是我的账号",
        "账号不是我的",
        "それは私のアカウントではありません。",
        "doraは私のアカウントではなく妻のです"
      })
  void itIsNotTheirs(String written) {
    assertThat(OthersAccountReader.says(written, "dora")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dora is mine, the mailbox belongs to my sister.",
        "It is not my account password, it is the second factor.",
        "It is not my account that is broken.",
        "This is not my account email.",
        "Is that not my account?",
        "dora is my nickname.",
        "Das ist nicht meine Schuld, das Konto war gesperrt.",
        "账号被盗不是我的错",
        "dora-two is not mine.",
        "Not my day. I cannot get into my account."
      })
  void itMayWellBeTheirs(String written) {
    assertThat(OthersAccountReader.says(written, "dora")).isFalse();
  }
}

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
}

package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundMailTest {
  private static final EmailAddress DESK = EmailAddress.of("desk@mail.example");
  private static final String ID = "<1@mail.example>";

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nBcc: x@y.example", "a\rb", "a\u0000b", "a\tb", "a\u007fb", "a\u0085b"})
  void noHeaderValueHoldsAControlCharacter(String value) {
    assertThatThrownBy(() -> mail(value, "s", ID, ID, ID)).hasMessageContaining("display name");
    assertThatThrownBy(() -> mail("n", value, ID, ID, ID)).hasMessageContaining("subject");
    assertThatThrownBy(() -> mail("n", "s", value, ID, ID)).hasMessageContaining("Message-ID");
    assertThatThrownBy(() -> mail("n", "s", ID, value, ID)).hasMessageContaining("In-Reply-To");
    assertThatThrownBy(() -> mail("n", "s", ID, ID, value)).hasMessageContaining("References");
  }

  @Test
  void theErrorDoesNotRepeatTheValue() {
    assertThatThrownBy(() -> mail("n", "word\nBcc: x@y.example", ID, ID, ID))
        .hasMessageNotContaining("Bcc");
  }

  @Test
  void lettersOfEveryLanguageAreNoControlCharacters() {
    assertThat(mail("D\u00f6ra \u672c", "\u00a0\ud83d\udd11", ID, ID, ID).subject())
        .isEqualTo("\u00a0\ud83d\udd11");
  }

  @Test
  void theThreadCannotBeChangedAfterwards() {
    List<String> references = new ArrayList<>(List.of(ID));
    OutboundMail mail = mail("n", "s", ID, Optional.of(ID), references);
    references.add("<2@mail.example>");

    assertThat(mail.references()).containsExactly(ID);
  }

  private static OutboundMail mail(
      String name, String subject, String id, String answered, String thread) {
    return mail(name, subject, id, Optional.of(answered), List.of(thread));
  }

  private static OutboundMail mail(
      String name, String subject, String id, Optional<String> answered, List<String> thread) {
    return new OutboundMail(
        DESK,
        name,
        DESK,
        EmailAddress.of("nora@mail.example"),
        Optional.empty(),
        id,
        Instant.EPOCH,
        answered,
        thread,
        OutboundMail.AutoSubmitted.AUTO_REPLIED,
        subject,
        "body",
        Optional.empty());
  }
}

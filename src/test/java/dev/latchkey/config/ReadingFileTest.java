package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.request.RequestForm;
import dev.latchkey.triage.request.RequestForm.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class ReadingFileTest {

  private static RequestForm read(String text) throws IOException, InvalidConfigurationException {
    return ReadingFile.read(
        "reading.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("config/reading.yaml"));
  }

  private static ListAssert<String> errorsOf(String text) {
    return assertThatThrownBy(() -> read(text))
        .asInstanceOf(type(InvalidConfigurationException.class))
        .extracting(
            InvalidConfigurationException::errors,
            org.assertj.core.api.InstanceOfAssertFactories.list(String.class));
  }

  @Test
  void theShippedFileIsReadInAllLanguages() throws Exception {
    RequestForm form = read(shipped());
    assertThat(form.labels().get(Field.ACCOUNT_NAME))
        .contains("username", "Benutzername", "Identifiant", "Usuario");
    assertThat(form.reasons()).containsOnlyKeys(Reason.values());
    assertThat(form.boxes())
        .containsOnlyKeys(Field.RECOVERY_CODES, Field.CODE_OF_CONDUCT, Field.ACKNOWLEDGEMENT);
  }

  @Test
  void allErrorsAreToldAtOnceWithKeyAndLine() throws IOException {
    String broken =
        shipped()
            .replace("  pattern: ", "  patern: ")
            .replace("lost_2fa_device:\n", "lost_2fa_devise:\n")
            .replace("second factor + lost: 4", "second facter + lost: many");
    errorsOf(broken)
        .anyMatch(error -> error.matches("reading.yaml:\\d+: account_name.pattern: is missing"))
        .anyMatch(error -> error.contains("account_name.patern: is unknown here"))
        .anyMatch(error -> error.contains("reasons.lost_2fa_devise: is not known"))
        .anyMatch(error -> error.contains("there is no group 'second facter' in the vocabulary"))
        .anyMatch(error -> error.contains("must be a whole number"));
  }

  @Test
  void whatIsNoYamlIsAnErrorWithItsLine() {
    errorsOf("fields: [\n  }")
        .singleElement()
        .asString()
        .startsWith("reading.yaml:")
        .contains("line 2");
  }

  @Test
  void aPatternThatCannotBeReadIsAnError() throws IOException {
    errorsOf(shipped().replaceFirst("pattern: \".*\"", "pattern: \"[a-z\""))
        .anyMatch(error -> error.contains("account_name.pattern"));
  }
}

package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingFileTest {
  @TempDir private Path folder;

  private RequestForm read(String text) throws IOException, InvalidConfigurationException {
    return ReadingFile.read(Files.writeString(folder.resolve("reading.yaml"), text));
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("config/reading.yaml"));
  }

  private void words(String language, String text) throws IOException {
    Files.createDirectories(folder.resolve("words"));
    Files.writeString(folder.resolve("words").resolve(language + ".yaml"), text);
  }

  private ListAssert<String> errorsOf(String text) {
    return assertThatThrownBy(() -> read(text))
        .asInstanceOf(type(InvalidConfigurationException.class))
        .extracting(
            InvalidConfigurationException::errors,
            org.assertj.core.api.InstanceOfAssertFactories.list(String.class));
  }

  @Test
  void theShippedFilesAreReadInAllLanguages() throws Exception {
    RequestForm form = read(shipped());
    assertThat(form.labels().get(Field.ACCOUNT_NAME))
        .contains("username", "Benutzername", "Identifiant", "Usuario");
    assertThat(form.reasons()).containsOnlyKeys(Reason.values());
    assertThat(form.boxes())
        .containsOnlyKeys(Field.RECOVERY_CODES, Field.CODE_OF_CONDUCT, Field.ACKNOWLEDGEMENT);
  }

  @Test
  void wordsBesideTheFileAreReadInsteadOfThoseThatCome() throws Exception {
    words("it", "vocabulary:\n  lost: [smarrito]\n");

    RequestForm form = read(shipped());

    assertThat(form.vocabulary().phrases("lost"))
        .contains("smarrito", "verloren")
        .doesNotContain("persi");
  }

  @Test
  void aLanguageIsAddedByItsNameAndItsFile() throws Exception {
    words("eo", "fields:\n  account_name:\n    labels: [salutnomo]\n");

    RequestForm form = read(shipped().replace("languages: [en,", "languages: [en, eo,"));

    assertThat(form.labels().get(Field.ACCOUNT_NAME)).contains("username", "salutnomo");
  }

  @Test
  void aLanguageWithoutItsFileIsAnError() throws IOException {
    errorsOf(shipped().replace("languages: [en,", "languages: [en, eo, ../etc,"))
        .anyMatch(
            error -> error.matches(".*reading.yaml:\\d+: languages\\[1]: has no words: .*eo.yaml"))
        .anyMatch(error -> error.contains("languages[2]: is no language"));
  }

  @Test
  void whatIsWrongInTheWordsIsToldWithTheirFileAndLine() throws IOException {
    words("it", "vocabulary:\n  lost: 3\nvocabulry:\n  lost: [perso]\n");

    errorsOf(shipped())
        .anyMatch(error -> error.matches(".*it.yaml:2: vocabulary.lost: must be a list"))
        .anyMatch(error -> error.matches(".*it.yaml:\\d+: vocabulry: is unknown here.*"));
  }

  @Test
  void allErrorsAreToldAtOnceWithKeyAndLine() throws IOException {
    String broken =
        shipped()
            .replace("  pattern: ", "  patern: ")
            .replace("lost_2fa_device:\n", "lost_2fa_devise:\n")
            .replace("second factor + lost: 4", "second facter + lost: many");
    errorsOf(broken)
        .noneMatch(error -> error.contains("account_name.pattern: is missing"))
        .anyMatch(
            error -> error.endsWith("account_name.patern: is unknown here; did you mean pattern?"))
        .anyMatch(error -> error.contains("reasons.lost_2fa_devise: is not known"))
        .anyMatch(error -> error.contains("there is no group 'second facter' in the vocabulary"))
        .anyMatch(error -> error.contains("must be a whole number"));
  }

  @Test
  void whatIsNoYamlIsAnErrorWithItsLine() {
    errorsOf("fields: [\n  }")
        .singleElement()
        .asString()
        .contains("reading.yaml:2: fields: what begins with { here is not closed");
  }

  @Test
  void aPatternThatCannotBeReadIsAnError() throws IOException {
    errorsOf(shipped().replaceFirst("pattern: \".*\"", "pattern: \"[a-z\""))
        .anyMatch(error -> error.contains("account_name.pattern"));
  }
}

package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Of several names that a mail holds the account's own is read, or none. */
class NamesOfOthersTest {
  private final TriageReader triage;

  NamesOfOthersTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(
      resources = "/reading/names-of-others.tsv",
      delimiter = '\t',
      quoteCharacter = '\0')
  void anOldNameOrSomebodyElsesIsNotTaken(String name, String language, String text) {
    Optional<String> read = name(text.replace("\\n", "\n"));

    boolean unsure = name.endsWith("?");
    String own = unsure ? name.substring(0, name.length() - 1) : name;
    if (own.equals("-") || (unsure && read.isEmpty())) {
      assertThat(read).isEmpty();
    } else {
      assertThat(read).contains(own);
    }
  }

  private Optional<String> name(String text) {
    return triage.read(TypedMail.first("Locked out", text)).request().username();
  }
}

package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    HeaderField subject = new HeaderField("Subject", "Locked out", "Locked out");
    InboundMail mail =
        new InboundMail(
            List.of(subject),
            EmailAddress.find("nora@mail.example"),
            List.of("nora@mail.example"),
            List.of("support@desk.example"),
            BodyText.plain(text),
            "",
            List.of(),
            Set.of());
    return triage.read(mail).request().username();
  }
}

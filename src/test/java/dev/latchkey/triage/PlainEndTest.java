package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.request.IntentReading;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** To end a request wrongly is the worst answer: what only sounds like an end is asked about. */
class PlainEndTest {
  private final TriageReader triage;

  PlainEndTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/ends-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void onlyPlainWordsEndARequest(String ends, String language, String text) {
    HeaderField subject = new HeaderField("Subject", "Re: Your request", "Re: Your request");
    HeaderField answers = new HeaderField("In-Reply-To", "<a@desk.example>", "<a@desk.example>");
    InboundMail mail =
        new InboundMail(
            List.of(subject, answers),
            EmailAddress.find("nora@mail.example"),
            List.of("nora@mail.example"),
            List.of("support@desk.example"),
            BodyText.plain(text),
            "",
            List.of(),
            Set.of());

    IntentReading read = triage.read(mail).intent();

    assertThat(read.over() && read.sure()).as("%s", read.why()).isEqualTo(ends.equals("yes"));
  }
}

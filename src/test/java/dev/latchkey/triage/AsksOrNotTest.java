package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** First mails of few words, and those that sound like a request and are none. */
class AsksOrNotTest {
  private final TriageReader triage;

  AsksOrNotTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{3} {4}")
  @CsvFileSource(resources = "/reading/asks-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aRequestIsHeardAndWhatSoundsLikeOneIsNone(
      String recovery, String kind, String language, String subject, String text) {
    InboundMail mail =
        new InboundMail(
            List.of(new HeaderField("Subject", subject, subject)),
            EmailAddress.find("nora@mail.example"),
            List.of("nora@mail.example"),
            List.of("support@desk.example"),
            BodyText.plain(text == null ? "" : text),
            "",
            List.of(),
            Set.of());

    assertThat(triage.read(mail).request().recovery()).isEqualTo(recovery.equals("yes"));
  }
}

package dev.latchkey.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.LetterTexts;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.kind.KindReading;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever answers a letter of ours sends its subject back. None may begin like that of an automatic
 * answer, or a person would be taken for a program.
 */
class OwnSubjectsTest {
  private static final TemplateCatalog CATALOG = TemplateCatalog.loadDefault();
  private static final KindReader KINDS =
      new KindReader(Set.of(), id -> id.contains("@desk.example"), mail -> false);

  @ParameterizedTest
  @MethodSource("dev.latchkey.letter.writing.TemplateCatalogTest#everyLetterInEveryLanguage")
  void anAnswerBearsNoMarkOfAMachine(LetterKind kind, String language) throws Exception {
    for (boolean full : new boolean[] {true, false}) {
      String subject =
          CATALOG.render(Samples.letter(kind, full), language, LetterTexts.HEAD).subject();
      String mail =
          """
          From: kim@mail.example
          To: support@desk.example
          Subject: Re: %s
          In-Reply-To: <1@desk.example>
          Content-Type: text/plain; charset=utf-8

          Hello
          """
              .formatted(subject);
      KindReading read =
          KINDS.read(new MailParser().parse(new MailBytes(mail.getBytes(StandardCharsets.UTF_8))));

      assertThat(read.mayAnswer()).as("%s: %s", subject, read.why()).isTrue();
    }
  }
}

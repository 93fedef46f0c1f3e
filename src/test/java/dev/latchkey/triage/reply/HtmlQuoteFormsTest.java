package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.parse.html.HtmlText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mark-up of mail clients, a file each: what is typed, and a command in what is quoted. */
class HtmlQuoteFormsTest {
  private static final String TYPED = "Yes, that account is mine.";
  private static final String BELOW = "And this I type below it.";
  private static final String COMMAND = "APPROVE K7Q2M4XA";

  @ParameterizedTest
  @MethodSource("mails")
  void typedWordsAreKeptAndQuotedOnesAreNot(Path mail) throws IOException {
    String html = Files.readString(mail);
    TrimmedReply reply = new ReplyTrimmer().trim(HtmlText.read(html).text());
    String shown = reply.lines().toString() + reply.why();
    assertThat(reply.generous()).as(shown).contains(TYPED).doesNotContain(COMMAND, "Nora");
    assertThat(reply.strict()).as(shown).contains(TYPED).doesNotContain(COMMAND);
    if (html.contains(BELOW)) {
      assertThat(reply.strict()).as(shown).contains(BELOW);
    }
  }

  static List<Path> mails() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(HtmlQuoteFormsTest.class.getResource("html"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }
}

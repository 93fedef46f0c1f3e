package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.learned.CorpusMail;
import dev.latchkey.triage.request.RequestForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The words that are read are rules and no memory: each phrase of several words says something in a
 * mail of the corpus or of a story that no other phrase there says. A single word may wait for its
 * mail, as in a dictionary.
 */
class PhraseUseTest {
  /** Several words, or as many signs of a script that writes no blanks. */
  private static final Predicate<String> IS_LONG =
      phrase ->
          phrase.contains(" ") || phrase.codePoints().filter(Character::isIdeographic).count() > 3;

  private static final Path STORIES = Path.of("src/test/resources/scenario");

  @Test
  void everyPhraseSaysSomethingInAMailOfTheCorpusOrOfAStory() throws IOException {
    RequestForm form = ReadingFile.standard();
    PhraseUse requests = PhraseUse.ofRequests(form);
    PhraseUse concerns = PhraseUse.ofConcerns(form);
    for (String text : texts()) {
      requests.read(text);
      concerns.read(text);
    }

    assertThat(requests.useless().keySet()).as("in vocabulary").filteredOn(IS_LONG).isEmpty();
    assertThat(concerns.useless().keySet()).as("in concerns").filteredOn(IS_LONG).isEmpty();
  }

  static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    CorpusMail.all(CorpusMail.FOLDER)
        .forEach(mail -> texts.add(mail.subject() + "\n\n" + mail.text()));
    MailParser parser = new MailParser();
    try (Stream<Path> files = Files.walk(STORIES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".eml")).sorted().toList()) {
        try {
          InboundMail mail = parser.parse(new MailBytes(Files.readAllBytes(file)));
          texts.add(mail.subject() + "\n\n" + mail.text().asString());
        } catch (MalformedMailException e) {
          assertThat(file).as("a story of what cannot be read").exists();
        }
      }
    }
    return texts;
  }
}

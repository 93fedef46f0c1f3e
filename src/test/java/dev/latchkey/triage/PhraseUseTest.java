package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.learned.CorpusMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The words that are read are rules and no memory: each phrase of several words stands in a mail of
 * the corpus, of a story, or in a sentence of a test. A single word may wait for its mail, as in a
 * dictionary, and so may what tells of other things than recoveries: of those no model gives a
 * second opinion.
 */
class PhraseUseTest {
  /** What is written in a test, in a literal or a text block. */
  private static final Pattern LINE = Pattern.compile("(.+)");

  private static final Pattern SIGN = Pattern.compile("(?:says:|not:|-) +(.+)");

  private static final Path STORIES = Path.of("src/test/resources/scenario");

  @Test
  void everyPhraseOfSeveralWordsStandsInAMailOrInASentenceOfATest() throws IOException {
    UnseenPhrases unseen =
        new UnseenPhrases(
            ReadingFile.standard().vocabulary().groups().values().stream()
                .flatMap(List::stream)
                .filter(PhraseUseTest::isLong)
                .toList());
    texts().forEach(unseen::read);

    assertThat(unseen.left()).isEmpty();
  }

  /** Several words, or as many signs of a script that writes no blanks. */
  private static boolean isLong(String phrase) {
    return phrase.contains(" ") || phrase.codePoints().filter(Character::isIdeographic).count() > 3;
  }

  static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    CorpusMail.all(CorpusMail.FOLDER)
        .forEach(mail -> texts.add(mail.subject() + "\n\n" + mail.text()));
    texts.addAll(sentences("src/test/java/dev/latchkey", ".java", LINE));
    texts.addAll(sentences("src/test/resources/dev", ".txt", LINE));
    texts.addAll(sentences("src/test/resources/signs", ".yaml", SIGN));
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

  private static List<String> sentences(String folder, String ending, Pattern pattern)
      throws IOException {
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).sorted().toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .forEach(
                found -> sentences.add(found.group(1).replace("\\n", "\n").replace('"', '\n')));
      }
    }
    return sentences;
  }
}

package dev.latchkey.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.mime.ParseLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the parser on the messages of other parsers' suites, where they are there: {@code
 * ../shared/corpora}, counted as its {@code score.py} does.
 */
class MimeCorpusTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private final Map<String, int[]> tally = new TreeMap<>();

  @BeforeAll
  static void needsTheCorpora() {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA.resolve("mime")));
  }

  @Test
  void whatTheSuitesStateIsRead() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(CORPORA.resolve("mime/cases.jsonl"))) {
      JsonNode mailCase = json.readTree(line);
      byte[] octets = Files.readAllBytes(CORPORA.resolve(mailCase.get("input").asText()));
      compare(mailCase.get("stated"), new MailParser().parse(new MailBytes(octets)));
    }
    tally.forEach((what, count) -> System.out.println(what + ": " + count[0] + "/" + count[1]));
    assertThat(share("subject")).isGreaterThanOrEqualTo(0.98);
    assertThat(share("from")).isGreaterThanOrEqualTo(0.98);
    assertThat(share("text")).isGreaterThanOrEqualTo(0.92);
    assertThat(share("attachments")).isGreaterThanOrEqualTo(0.92);
  }

  @Test
  void noFileIsRefusedForItsTimeOrBreaksTheParser() throws IOException {
    try (Stream<Path> files = Files.walk(CORPORA)) {
      assertThat(files.filter(file -> file.toString().endsWith(".eml")).toList())
          .isNotEmpty()
          .allSatisfy(
              file -> {
                long start = System.nanoTime();
                new MailParser().parse(new MailBytes(Files.readAllBytes(file)));
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(ParseLimits.DEFAULTS.work());
              });
    }
  }

  private void compare(JsonNode stated, InboundMail mail) {
    if (stated.has("subject")) {
      count("subject", squeeze(mail.subject()).equals(squeeze(stated.get("subject").asText())));
    }
    if (stated.has("from")) {
      count("from", lower(mail.from()).equals(lower(texts(stated.get("from")))));
    }
    if (stated.has("text") && stated.get("text").asText().length() < 1500) {
      count("text", bare(mail.text().asString()).contains(bare(stated.get("text").asText())));
    }
    if (stated.has("attachments")) {
      List<String> want = texts(stated.get("attachments")).stream().sorted().toList();
      count("attachments", mail.attachmentNames().stream().sorted().toList().equals(want));
    }
  }

  private void count(String what, boolean right) {
    int[] count = tally.computeIfAbsent(what, key -> new int[2]);
    count[0] += right ? 1 : 0;
    count[1]++;
  }

  private double share(String what) {
    int[] count = tally.getOrDefault(what, new int[] {0, 1});
    return (double) count[0] / count[1];
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(
        node -> {
          if (!node.isNull() && !node.asText().isEmpty()) {
            texts.add(node.asText());
          }
        });
    return texts;
  }

  private static List<String> lower(List<String> texts) {
    return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  private static String squeeze(String text) {
    return text.replaceAll("[\\s\u00a0]+", " ").strip();
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s>|\u200b\ufeff\u00a0]+", "");
  }
}

package dev.latchkey.triage.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The machines of {@code ../shared/corpora/auto}, measured where they are, when they are there. */
class MachineCorpusTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> GIVEN_UP = Set.of("bounce_permanent", "bounce_temporary");

  @BeforeAll
  static void onlyWithTheCorpora() {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA.resolve("auto")), "no corpora here");
  }

  @Test
  void everySingleHeaderIsReadExactly() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode one : JSON.readTree(CORPORA.resolve("auto/headers.json").toFile())) {
      String header = one.get("header").asText();
      for (String rest : new String[] {"\n\n", "\nTo: desk@example.org\n\nGood morning,\nBea\n"}) {
        softly
            .assertThat(word(read(header + rest)))
            .as(header)
            .isEqualTo(one.get("expected").asText());
      }
    }
    softly.assertAll();
  }

  private static String word(KindReading reading) {
    return switch (reading.kind()) {
      case HUMAN -> reading.mayAnswer() ? "HUMAN" : hint(reading);
      case BOUNCE_PERMANENT, BOUNCE_TEMPORARY -> "BOUNCE";
      default -> "AUTO";
    };
  }

  /** A field that asks for silence, or one that hints at a machine. */
  private static String hint(KindReading reading) {
    String why = reading.why().toString();
    return why.contains("no automatic answer") || why.contains("no answers") ? "NO_ACK" : "WEAK";
  }

  @Test
  void theFiguresOfTheIssueAreReached() throws Exception {
    Figures figures = new Figures();
    try (Stream<String> lines = Files.lines(CORPORA.resolve("auto/cases.jsonl"))) {
      for (String line : lines.toList()) {
        count(JSON.readTree(line), figures);
      }
    }
    figures.print();
    assertThat(figures.share("machine mail recognised")).isGreaterThanOrEqualTo(99);
    assertThat(figures.share("human mail kept")).isEqualTo(100);
    assertThat(figures.share("permanent or temporary")).isGreaterThanOrEqualTo(97);
    assertThat(figures.share("bounced recipient")).isGreaterThanOrEqualTo(95);
  }

  private static void count(JsonNode one, Figures figures) throws Exception {
    KindReading reading =
        new KindReader()
            .read(
                new MailParser()
                    .parse(
                        new MailBytes(
                            Files.readAllBytes(CORPORA.resolve(one.get("input").asText())))));
    String wanted = one.get("kind").asText();
    String got = reading.kind().word();
    if (wanted.equals("human")) {
      figures.count("human mail kept", got.equals("human"));
      return;
    }
    figures.count("machine mail recognised", !got.equals("human"));
    if (GIVEN_UP.contains(wanted)) {
      figures.count("permanent or temporary", got.equals(wanted));
    }
    Set<String> recipients = new HashSet<>();
    one.get("recipients").forEach(address -> recipients.add(lower(address.asText())));
    boolean sure = one.get("recipients_basis").asText().equals("peer");
    if (wanted.equals("bounce_permanent") && sure && !recipients.isEmpty()) {
      Set<String> found = new HashSet<>();
      reading.bounce().ifPresent(bounce -> bounce.recipients().forEach(a -> found.add(lower(a))));
      figures.count("bounced recipient", found.containsAll(recipients));
    }
  }

  private static String lower(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private static KindReading read(String mail) throws Exception {
    return new KindReader()
        .read(new MailParser().parse(new MailBytes(mail.getBytes(StandardCharsets.UTF_8))));
  }

  /** How often a thing was read right. */
  private static final class Figures {
    private final Map<String, Integer> right = new TreeMap<>();
    private final Map<String, Integer> of = new TreeMap<>();

    void count(String name, boolean isRight) {
      right.merge(name, isRight ? 1 : 0, Integer::sum);
      of.merge(name, 1, Integer::sum);
    }

    double share(String name) {
      return 100.0 * right.getOrDefault(name, 0) / of.getOrDefault(name, 1);
    }

    void print() {
      of.forEach(
          (name, all) ->
              System.out.printf(
                  Locale.ROOT,
                  "%s: %d/%d = %.1f %%%n",
                  name,
                  right.getOrDefault(name, 0),
                  all,
                  share(name)));
    }
  }
}

package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.BodyText;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.reply.ReplyTrimmer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How mails are read that nobody wrote for the reader: {@code src/test/resources/reading}, always
 * there. The figures are printed by language; their floors hold what is reached.
 */
class ReadingCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/reading");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReplyTrimmer trimmer = new ReplyTrimmer();
  private final RequestForm form = ReadingForms.shipped();
  private final Map<String, int[]> figures = new TreeMap<>();

  @Test
  void firstMailsAreReadAsWellAsBefore() throws IOException {
    RequestReader reader = new RequestReader(form);
    for (JsonNode mail : load("requests")) {
      JsonNode label = mail.get("label");
      RequestReading found = reader.read(mail.get("subject").asText(), trimmed(mail));
      boolean recovery = label.get("recovery").asBoolean();
      note(
          recovery ? "recovery recognised" : "no recovery kept out",
          mail,
          found.recovery() == recovery);
      if (recovery && label.has("username") && !label.get("username").isNull()) {
        note(
            "account name",
            mail,
            found.username().orElse("").equals(label.get("username").asText()));
      }
      if (recovery && label.has("reasons")) {
        note("reasons exact", mail, words(found.reasons()).equals(texts(label.get("reasons"))));
      }
    }
    floor("recovery recognised", 46);
    floor("no recovery kept out", 75);
    floor("account name", 5);
    floor("reasons exact", 26);
  }

  @Test
  void laterMailsAreReadAsWellAsBefore() throws IOException {
    IntentReader reader = new IntentReader(form);
    for (JsonNode mail : load("replies")) {
      String wanted = mail.get("label").get("intent").asText();
      String known = Set.of("resolved", "status", "done").contains(wanted) ? wanted : "other";
      String found = reader.read(trimmed(mail)).intent().word();
      note("intent of four kinds", mail, found.equals(known));
      if (!wanted.equals("resolved")) {
        note("never closed wrongly", mail, !found.equals("resolved"));
      }
    }
    floor("intent of four kinds", 62);
    floor("never closed wrongly", 99);
  }

  @Test
  void ownersAreHeardAsWellAsBefore() throws IOException {
    OwnerAnswerReader reader = new OwnerAnswerReader();
    for (JsonNode mail : load("owners")) {
      OwnerAnswer found =
          reader.read(
              trimmer.trim(BodyText.plain(mail.get("text").asText())),
              mail.get("subject").asText());
      switch (mail.get("label").get("owner").asText()) {
        case "objects" -> {
          note("objection heard", mail, found == OwnerAnswer.OBJECTS);
          note("an objection is no yes", mail, found != OwnerAnswer.AGREES);
        }
        case "agrees" -> {
          note("yes heard", mail, found == OwnerAnswer.AGREES);
          note("a yes is no objection", mail, found != OwnerAnswer.OBJECTS);
        }
        default -> note("what is unclear is no yes", mail, found != OwnerAnswer.AGREES);
      }
    }
    floor("objection heard", 48);
    floor("an objection is no yes", 99);
    floor("yes heard", 58);
    floor("a yes is no objection", 100);
    floor("what is unclear is no yes", 99);
  }

  private String trimmed(JsonNode mail) {
    return trimmer.trim(BodyText.plain(mail.get("text").asText())).generous();
  }

  private static List<JsonNode> load(String kind) throws IOException {
    List<JsonNode> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(kind + "-")) {
          for (String line : Files.readAllLines(file)) {
            mails.add(JSON.readTree(line));
          }
        }
      }
    }
    assertThat(mails).hasSizeGreaterThan(500);
    return mails;
  }

  private static Set<String> words(Set<Reason> reasons) {
    return reasons.stream().map(Reason::word).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(JsonNode nodes) {
    Set<String> texts = new TreeSet<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private void note(String figure, JsonNode mail, boolean right) {
    for (String name : List.of(figure, figure + " [" + mail.get("lang").asText() + "]")) {
      int[] counts = figures.computeIfAbsent(name, key -> new int[2]);
      counts[0] += right ? 1 : 0;
      counts[1]++;
    }
  }

  private void floor(String figure, int percent) {
    figures.forEach(
        (name, counts) -> {
          if (name.startsWith(figure)) {
            System.out.printf(
                Locale.ROOT,
                "own corpus: %s %d/%d = %.1f %%%n",
                name,
                counts[0],
                counts[1],
                100.0 * counts[0] / counts[1]);
          }
        });
    int[] all = figures.getOrDefault(figure, new int[] {0, 1});
    assertThat(100.0 * all[0] / all[1]).as(figure).isGreaterThanOrEqualTo(percent);
  }
}

package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.BodyText;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.reply.ReplyTrimmer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The floors of the corpus {@code ../shared/corpora/requests}, which is used in place. */
class RequestCorpusTest {
  private static final Path CORPUS = Path.of("../shared/corpora/requests");
  private static final Map<String, String> INTENTS =
      Map.of(
          "self_resolved", "resolved",
          "withdraw", "resolved",
          "status_query", "status",
          "complaint", "status",
          "step_done", "done",
          "confirm_intent", "done");

  private final Map<String, int[]> figures = new LinkedHashMap<>();
  private final RequestForm form = ReadingForms.shipped();

  @Test
  void requestsAreRead() throws IOException {
    RequestReader reader = new RequestReader(form);
    for (JsonNode mail : load("requests.jsonl")) {
      JsonNode label = mail.get("label");
      RequestReading found =
          reader.read(mail.get("subject").asText(), written(mail.get("body").asText()));
      boolean wanted = label.get("is_recovery_request").asBoolean();
      note("recognised", found.recovery() == wanted);
      if (wanted) {
        compare(label, found);
      }
    }
    floor("recognised", 98);
    floor("account name", 98);
    floor("boxes", 99);
    floor("reasons", 90);
    floor("addresses", 95);
  }

  private void compare(JsonNode label, RequestReading found) {
    note("account name", found.username().equals(text(label.get("username"))));
    Set<String> reasons = new HashSet<>();
    found.reasons().stream().map(Reason::word).forEach(reasons::add);
    note("reasons", reasons.equals(new HashSet<>(texts(label.get("reasons")))));
    note("boxes", box(label.get("recovery_codes_box")).equals(found.recoveryCodes().box()));
    note("boxes", box(label.get("coc_agreed")).equals(found.codeOfConduct()));
    note("boxes", box(label.get("acknowledged")).equals(found.acknowledged()));
    List<String> addresses = texts(label.get("mentions_email"));
    if (!addresses.isEmpty()) {
      note("addresses", found.addresses().containsAll(addresses));
    }
    List<String> projects = texts(label.get("mentions_projects"));
    if (!projects.isEmpty()) {
      note("projects", found.projects().containsAll(projects));
    }
  }

  @Test
  void followUpsAreReadAndNeverClosedWrongly() throws IOException {
    IntentReader reader = new IntentReader(form);
    for (JsonNode mail : load("followups.jsonl")) {
      String wanted = INTENTS.getOrDefault(mail.get("label").get("kind").asText(), "other");
      String found = reader.read(written(mail.get("body").asText())).intent().word();
      note("intent", found.equals(wanted));
      note("not closed wrongly", !found.equals("resolved") || wanted.equals("resolved"));
    }
    floor("intent", 90);
    floor("not closed wrongly", 100);
  }

  private static String written(String body) {
    return new ReplyTrimmer().trim(BodyText.plain(body)).generous();
  }

  private static List<JsonNode> load(String name) throws IOException {
    assumeTrue(Files.exists(CORPUS.resolve(name)), "no corpus here");
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> mails = new ArrayList<>();
    for (String line : Files.readAllLines(CORPUS.resolve(name))) {
      mails.add(json.readTree(line));
    }
    return mails;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isNull() ? Optional.empty() : Optional.of(node.asText());
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Optional<Boolean> box(JsonNode node) {
    return node.isBoolean() ? Optional.of(node.asBoolean()) : Optional.empty();
  }

  private void note(String figure, boolean right) {
    int[] counts = figures.computeIfAbsent(figure, name -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
  }

  private void floor(String figure, int percent) {
    int[] counts = figures.getOrDefault(figure, new int[] {0, 1});
    double share = 100.0 * counts[0] / counts[1];
    System.out.printf(
        Locale.ROOT, "requests: %s %d/%d = %.1f %%%n", figure, counts[0], counts[1], share);
    assertThat(share).as(figure).isGreaterThanOrEqualTo(percent);
  }
}

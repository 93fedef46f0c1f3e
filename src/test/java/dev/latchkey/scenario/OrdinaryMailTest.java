package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * How much of what people ordinarily write the desk puts aside, or refuses for its shape: the mails
 * of {@code ../shared/corpora}, where they are there, through the whole desk.
 */
@NullMarked
class OrdinaryMailTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DESK = "support@desk.example";
  private static final double MOST_PERCENT = 0.5;
  private static final int BATCH = 60;

  /** What the suites of mail parsers mark as no ordinary mail. */
  private static final Set<String> ODD = Set.of("malformed", "bounce", "security", "stress");

  private int arrived;

  @Test
  void nextToNothingThatPeopleWriteIsPutAsideOrRefusedForItsShape()
      throws IOException, SQLException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(OrdinaryMailTest.class), STORY.resolve("accounts.csv"))) {
      ofParsers(desk);
      ofPeople(desk);
      ofReports(desk);
      desk.after(Duration.ofSeconds(1));

      // One mail that stands in several folders is one mail.
      List<String> refused =
          desk.column(
              "SELECT CONCAT(id, ' ', outcome, ' ', reasons) FROM mail WHERE state <> 'HANDLED' OR"
                  + " outcome IN ('MALFORMED', 'FAILED', 'DAMAGED', 'NO_IDENTITY')");
      int all = Integer.parseInt(desk.column("SELECT COUNT(*) FROM mail").get(0));
      System.out.printf(
          "ordinary mail: %d of %d put aside or refused for its shape (%.2f %%)%n",
          refused.size(), all, 100.0 * refused.size() / all);
      refused.forEach(System.out::println);
      assertThat(all).isGreaterThan(400);
      assertThat(100.0 * refused.size() / all).isLessThanOrEqualTo(MOST_PERCENT);
    }
  }

  private void arrives(Conversation desk, String mail) {
    desk.arrives(mail);
    if (++arrived % BATCH == 0) {
      desk.after(Duration.ofSeconds(1));
    }
  }

  private void ofParsers(Conversation desk) throws IOException {
    for (JsonNode one : lines("mime/cases.jsonl")) {
      boolean odd =
          StreamSupport.stream(one.get("tags").spliterator(), false)
              .anyMatch(tag -> ODD.contains(tag.asText()));
      JsonNode from = one.path("majority").path("from").path("value");
      if (!odd && from.size() == 1 && from.get(0).asText().contains("@")) {
        arrives(desk, Conversation.mail(CORPORA.resolve(one.get("input").asText())));
      }
    }
  }

  private void ofPeople(Conversation desk) throws IOException {
    for (String file : List.of("fresh/requests.jsonl", "fresh/replies.jsonl")) {
      for (JsonNode one : lines(file)) {
        String id = one.get("id").asText();
        String subject =
            Base64.getEncoder()
                .encodeToString(
                    one.path("subject").asText("Hello").getBytes(StandardCharsets.UTF_8));
        arrives(
            desk,
            desk.stamped(
                id + "@mail.example",
                DESK,
                "=?utf-8?B?" + subject + "?=",
                "",
                one.get("text").asText()));
      }
    }
  }

  private void ofReports(Conversation desk) throws IOException {
    List<Path> mails;
    try (Stream<Path> found = Files.walk(CORPORA.resolve("reports"))) {
      mails = found.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
    for (Path mail : mails) {
      arrives(desk, Conversation.mail(mail));
    }
  }

  private static List<JsonNode> lines(String file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> all = new ArrayList<>();
    for (String line : Files.readAllLines(CORPORA.resolve(file))) {
      all.add(json.readTree(line));
    }
    return all;
  }
}

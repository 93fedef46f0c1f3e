package dev.latchkey.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Every mail of the corpora, thrown at a desk as it is: what a person wrote is answered or stands
 * before the staff. The stories hold the same for themselves, after each of their mails.
 */
class NobodyUnheardTest {
  private static final int AT_ONCE = 25;

  /** Why a mail may be heard by nobody. */
  private static final Set<String> REASONS =
      Set.of(
          "OWN_MAIL_IGNORED",
          "AUTOMATIC_IGNORED",
          "LIST_IGNORED",
          "BOUNCE_IGNORED",
          "BOUNCE_RECORDED",
          // The first of them was heard.
          "COPY_IGNORED");

  @Test
  void whatAPersonWroteIsHeardBySomebody() throws Exception {
    Assumptions.assumeTrue(Corpus.isThere(), "no corpora here");
    try (SimulatedDesk desk =
        new SimulatedDesk(
            NobodyUnheardTest.class,
            List.of("kim,kim@people.example verified since 2021-03-01,yes,no,yes,,,"),
            List.of(Replay.ALICE, Replay.BOB),
            20,
            Instant.parse("2026-03-02T09:00:00Z"))) {
      List<byte[]> mails = mails();
      for (int i = 0; i < mails.size(); i++) {
        desk.put(mails.get(i));
        if (i % AT_ONCE == AT_ONCE - 1 || i == mails.size() - 1) {
          desk.passes(Duration.ofMinutes(11));
        }
      }
      // What fails is tried again; then it is put aside.
      for (int hour = 0; hour < 12; hour++) {
        desk.passes(Duration.ofHours(1));
      }
      print(desk, mails.size());
      assertThat(
              desk.column(
                  "SELECT CONCAT(id, ' ', outcome, ' ', COALESCE(subject, '')) FROM mail"
                      + " WHERE kind = 'human' AND outcome <> 'COPY_IGNORED'"
                      + " AND (heard IS NULL OR heard = 'NOBODY')"))
          .as("mails of people that nobody heard")
          .isEmpty();
      assertThat(
              new TreeSet<>(
                  desk.column("SELECT DISTINCT outcome FROM mail WHERE heard = 'NOBODY'")))
          .as("why a mail is heard by nobody")
          .isSubsetOf(REASONS);
      assertThat(
              desk.column(
                  """
                  SELECT CONCAT(id, ' ', outcome, ' ', COALESCE(subject, '')) FROM mail
                  WHERE kind = 'human' AND heard = 'STAFF' AND unread_since IS NULL
                    AND outcome <> 'KEPT_WITH_TICKET'
                    AND reasons NOT LIKE '%the same request again%'
                    AND NOT EXISTS (SELECT 1 FROM outbox WHERE recipient LIKE '%@staff.example'
                      AND created_at BETWEEN mail.handled_at - INTERVAL 1 MINUTE
                                         AND mail.handled_at + INTERVAL 1 MINUTE)
                  """))
          .as("mails that are said to stand before the staff and do not")
          .isEmpty();
    }
  }

  private static void print(SimulatedDesk desk, int mails) throws SQLException {
    System.out.printf("nobody  %d mails%n", mails);
    desk.column(
            """
            SELECT CONCAT(COALESCE(kind, 'not read'), ', ', COALESCE(outcome, state), ', heard by ',
              COALESCE(heard, 'none'), ': ', COUNT(*))
            FROM mail GROUP BY kind, outcome, state, heard ORDER BY 1
            """)
        .forEach(line -> System.out.println("nobody  " + line));
  }

  private static List<byte[]> mails() throws IOException {
    List<byte[]> mails = new ArrayList<>();
    for (String file :
        List.of(
            "requests/requests.jsonl",
            "requests/followups.jsonl",
            "fresh/requests.jsonl",
            "fresh/replies.jsonl")) {
      for (JsonNode one : Corpus.lines(file)) {
        String text = one.path("text").asText(one.path("body").asText());
        mails.add(wrapped(one.get("id").asText(), one.get("subject").asText(), text, mails.size()));
      }
    }
    for (String folder : List.of("replies", "mime", "auto", "reports")) {
      for (Path file : files(Corpus.FOLDER.resolve(folder))) {
        byte[] octets = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        if (name.endsWith(".eml")) {
          mails.add(octets);
        } else if (name.endsWith(".txt")) {
          String text = new String(octets, StandardCharsets.UTF_8);
          mails.add(wrapped(name, "Re: [LK-1] my request", text, mails.size()));
        }
      }
    }
    return mails;
  }

  private static byte[] wrapped(String id, String subject, String text, int number) {
    String word = id.replaceAll("[^A-Za-z0-9]", "");
    return PersonMail.fresh(word + "@people.example", subject, text).octets(number);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

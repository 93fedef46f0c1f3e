package dev.latchkey.triage.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's own corpus, and which of it is kept aside for the test. */
public final class ReadingCorpus {
  public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "ja", "pt", "zh");

  private static final Path FOLDER = Path.of("src/test/resources/reading");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Neighbours tell like stories, and the languages tell them in about the same order. */
  private static final int BLOCK = 10;

  private static final int FIFTH = 5;

  /**
   * A mail of the corpus.
   *
   * @param number its place in its file, from 1
   */
  public record Mail(String language, int number, String subject, String text, JsonNode label) {
    int block() {
      return (number - 1) / BLOCK;
    }

    /** Whether nothing was learned from it. */
    public boolean keptAside() {
      return block() % FIFTH == FIFTH - 1;
    }

    /** The block among those that are learned from. */
    int learnedBlock() {
      return block() - block() / FIFTH;
    }
  }

  private ReadingCorpus() {}

  /**
   * The mails of all languages.
   *
   * @param kind {@code requests}, {@code replies} or {@code owners}
   */
  public static List<Mail> load(String kind) {
    List<Mail> mails = new ArrayList<>();
    for (String language : LANGUAGES) {
      try {
        for (String line : Files.readAllLines(FOLDER.resolve(kind + "-" + language + ".jsonl"))) {
          JsonNode mail = JSON.readTree(line);
          String id = mail.get("id").asText();
          mails.add(
              new Mail(
                  language,
                  Integer.parseInt(id.substring(id.length() - 4)),
                  mail.get("subject").asText(""),
                  mail.get("text").asText(),
                  mail.get("label")));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return mails;
  }
}

package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A labelled line of {@code src/test/resources/linecorpus}; its README says what the labels mean.
 *
 * @param kind heading, answer or sentence
 * @param label the words before the line
 */
public record CorpusLine(String language, Kind kind, List<String> label, String text) {
  private static final Set<String> CONSENT = Set.of("coc=yes", "coc=no", "ack=yes", "ack=no");

  public static final Path FOLDER = Path.of("src/test/resources/linecorpus");

  /** What a line is of a mail. */
  public enum Kind {
    HEADINGS,
    ANSWERS,
    CONSENT
  }

  /** All lines of the files in {@code folder}, in their order. */
  public static List<CorpusLine> all(Path folder) throws IOException {
    List<CorpusLine> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        String[] name = file.getFileName().toString().replace(".tsv", "").split("-");
        Kind kind = Kind.valueOf(name[0].toUpperCase(Locale.ROOT));
        for (String line : Files.readAllLines(file)) {
          String[] parts = line.split("\t");
          List<String> label = List.of(parts).subList(0, parts.length - 1);
          lines.add(new CorpusLine(name[1], kind, label, parts[parts.length - 1]));
        }
      }
    }
    return lines;
  }

  /** The lines of some kinds that are learned from. */
  public static List<CorpusLine> learned(Kind... kinds) throws IOException {
    return all(FOLDER).stream()
        .filter(line -> List.of(kinds).contains(line.kind()))
        .filter(line -> !line.aside())
        .toList();
  }

  /** Whether it is kept aside to measure with: a fifth, told by its text alone. */
  public boolean aside() {
    return Math.floorMod(Words.mix(text.hashCode()), 5) == 0;
  }

  /** Whether a sentence agrees so: {@code coc=yes}; empty for other lines. */
  public Optional<Boolean> agrees(String said) {
    return kind == Kind.CONSENT && CONSENT.contains(said)
        ? Optional.of(
            label.get(0).equals(said) || (label.get(0).equals("both") && said.endsWith("=yes")))
        : Optional.empty();
  }

  /** The answer to a question of {@link LineReader}; empty where this line says nothing of it. */
  public Optional<Boolean> answers(LineQuestion question) {
    if (question.kind() != kind) {
      return Optional.empty();
    }
    return switch (kind) {
      case HEADINGS -> Optional.of(label.get(0).equals(question.label()));
      case ANSWERS ->
          label.get(0).equals(question.of())
              ? Optional.of(label.get(1).equals(question.label()))
              : Optional.empty();
      case CONSENT -> Optional.empty();
    };
  }

  /**
   * A question to {@link LineReader}.
   *
   * @param of what an answer answers; empty for others
   * @param label the label that means yes
   */
  public record LineQuestion(String name, Kind kind, String of, String label) {
    static List<LineQuestion> all() {
      List<LineQuestion> all = new ArrayList<>();
      for (Asks asks : Asks.values()) {
        String word = asks.name().toLowerCase(Locale.ROOT);
        all.add(new LineQuestion(asks.question(), Kind.HEADINGS, "", word));
      }
      for (String answer :
          List.of(
              "consent=yes",
              "consent=no",
              "codes=have",
              "codes=lost",
              "codes=never_made",
              "codes=none",
              "mailbox=works",
              "mailbox=gone",
              "device=have",
              "device=lost",
              "device=never",
              "password=known",
              "password=forgotten")) {
        String[] pair = answer.split("=");
        all.add(new LineQuestion(answer, Kind.ANSWERS, pair[0], pair[1].replace("_made", "")));
      }
      return all;
    }
  }
}

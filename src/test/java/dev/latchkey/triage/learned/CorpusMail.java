package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A labelled mail of the project's own corpus, {@code src/test/resources/mailcorpus}; its README
 * says what the labels mean.
 *
 * @param request a first mail; else a later one
 * @param labels by name, as they stand in the file
 */
public record CorpusMail(
    String id,
    String language,
    boolean request,
    Map<String, String> labels,
    String subject,
    String text) {
  private static final Pattern CASE = Pattern.compile("(?m)^%% ");

  public static final Path FOLDER = Path.of("src/test/resources/mailcorpus");

  /** All mails of the files in {@code folder}, in their order. */
  public static List<CorpusMail> all(Path folder) throws IOException {
    List<CorpusMail> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".txt", "");
        String[] cases = CASE.split(Files.readString(file));
        for (int at = 1; at < cases.length; at++) {
          mails.add(read(name + "/" + at, cases[at]));
        }
      }
    }
    return mails;
  }

  /** How many first mails, or later ones, there are in each language. */
  public static Map<String, Long> byLanguage(List<CorpusMail> mails, boolean requests) {
    return mails.stream()
        .filter(mail -> mail.request() == requests)
        .collect(Collectors.groupingBy(CorpusMail::language, Collectors.counting()));
  }

  private static CorpusMail read(String id, String written) {
    String[] parts = written.split("\n", 3);
    String[] head = parts[0].split(" ", 2);
    Map<String, String> labels = new LinkedHashMap<>();
    for (String label : head[1].split(" \\| ")) {
      String[] pair = label.split("=", 2);
      labels.put(pair[0].strip(), pair[1].strip());
    }
    return new CorpusMail(
        id,
        id.substring(0, 2),
        head[0].equals("request"),
        labels,
        parts[1].substring("Subject:".length()).strip(),
        parts.length < 3 ? "" : parts[2].strip());
  }

  /**
   * Whether it is kept aside to measure with: a fifth, told by its text alone. What our letters
   * offer as an answer is always learned.
   */
  public boolean aside() {
    return !id.contains("offered") && Math.floorMod(Words.mix(text.hashCode()), 5) == 0;
  }

  /** The label, unless it is missing or a matter of taste. */
  public Optional<String> label(String name) {
    return Optional.ofNullable(labels.get(name)).filter(value -> !value.equals("?"));
  }

  /** The label's values; nothing for {@code -}. */
  public List<String> values(String name) {
    return label(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals("-"))
        .toList();
  }
}

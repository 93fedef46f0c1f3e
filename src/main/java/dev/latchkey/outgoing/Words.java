package dev.latchkey.outgoing;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The single words and sentences of one language, from its {@code words.properties}. */
final class Words {
  static final String FILE_NAME = "words.properties";

  private static final List<String> SINGLE =
      List.of(
          "moment",
          "span.unknown",
          "span.known",
          "span.same",
          "duration.hour",
          "duration.hours",
          "duration.day",
          "duration.days",
          "last");

  private final Map<String, String> words;
  private final DateTimeFormatter moment;

  private Words(Map<String, String> words, DateTimeFormatter moment) {
    this.words = words;
    this.moment = moment;
  }

  /**
   * Reads the words of a language. With errors it is still good enough to find those of templates.
   *
   * @param source the text of the file
   * @param errors takes every key that is missing, empty or not known
   */
  static Words read(String language, String source, List<String> errors) {
    String file = language + "/" + FILE_NAME + ":";
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(source));
    } catch (IOException | IllegalArgumentException e) {
      errors.add(file + "1: " + e.getMessage());
    }
    Map<String, String> words = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      words.put(key, properties.getProperty(key).strip());
    }
    Set<String> wanted = wanted();
    for (String key : wanted) {
      if (words.getOrDefault(key, "").isEmpty()) {
        errors.add(file + "1: " + key + " is missing");
      }
    }
    for (String key : words.keySet()) {
      if (!wanted.contains(key)) {
        errors.add(file + lineOf(key, source) + ": " + key + " is not known");
      }
    }
    try {
      return new Words(words, formatter(language, words.getOrDefault("moment", "")));
    } catch (IllegalArgumentException | DateTimeException e) {
      errors.add(file + lineOf("moment", source) + ": " + e.getMessage());
      return new Words(words, DateTimeFormatter.ISO_INSTANT);
    }
  }

  private static Set<String> wanted() {
    Set<String> wanted = new TreeSet<>(SINGLE);
    for (WordFamily family : WordFamily.values()) {
      family.known().forEach(value -> wanted.add(family.key(value)));
    }
    return wanted;
  }

  /** A pattern of {@link DateTimeFormatter}, tried once: it may ask for what a moment has not. */
  private static DateTimeFormatter formatter(String language, String pattern) {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language))
            .withZone(ZoneOffset.UTC);
    formatter.formatTo(Instant.EPOCH, new StringBuilder());
    return formatter;
  }

  /** The words of a family for one of its values. */
  public String of(WordFamily family, String value) {
    return word(family.key(value));
  }

  /** A moment, to the minute, in UTC. */
  String moment(Instant instant) {
    return moment.format(instant);
  }

  /** How long it takes; that nobody knows yet when there is no {@code span}. */
  String span(Span span) {
    String median = duration(span.median());
    String ninetieth = duration(span.ninetieth());
    return median.equals(ninetieth)
        ? word("span.same").replace("{0}", ninetieth)
        : word("span.known").replace("{0}", median).replace("{1}", ninetieth);
  }

  /** That nobody knows yet how long it takes. */
  String spanUnknown() {
    return word("span.unknown");
  }

  /** The paragraph that says that no more comes for now. */
  String last() {
    return word("last");
  }

  /** Rounded up, to hours below a day and to days above. */
  private String duration(Duration duration) {
    long hours = Math.max(1, duration.plusHours(1).minusNanos(1).toHours());
    return hours < 24
        ? counted("duration.hour", hours)
        : counted("duration.day", (hours + 23) / 24);
  }

  private String counted(String key, long count) {
    return word(count == 1 ? key : key + "s").replace("{0}", Long.toString(count));
  }

  private String word(String key) {
    return words.getOrDefault(key, key);
  }

  private static int lineOf(String key, String source) {
    int line = 1;
    for (String text : source.split("\n", -1)) {
      if (text.strip().startsWith(key)) {
        return line;
      }
      line++;
    }
    return 1;
  }
}

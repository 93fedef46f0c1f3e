package dev.latchkey.year;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The dates that stand in letters, in all languages: found behind the words that a template has
 * before them, and read as the language writes them.
 */
final class LetterDates {
  private static final Path TEMPLATES = Path.of("templates");
  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\{ *(\\w+) *\\| *(until|moment|day|span) *\\}\\}");

  /** Where the literal words before a variable begin. */
  private static final Pattern BOUNDARY = Pattern.compile("(?:\\}\\}|%\\})(?!.*(?:\\}\\}|%\\}))");

  /**
   * A date of a letter.
   *
   * @param what the name of the variable: {@code deadline}, {@code executeAt}
   * @param at the moment; the last second of the day where only a day is named
   * @param dayOnly whether only a day is named
   */
  record Dated(String what, Instant at, boolean dayOnly) {}

  /** What stands before a date of that name, and how the date is written. */
  private record Place(String what, String before, DateTimeFormatter format, boolean dayOnly) {}

  private final Map<String, Set<Place>> places = new HashMap<>();
  private final List<Pattern> usual = new ArrayList<>();

  LetterDates() {
    try (Stream<Path> languages = Files.list(TEMPLATES)) {
      for (Path language : languages.filter(Files::isDirectory).toList()) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(language.resolve("words.properties"))) {
          words.load(reader);
        }
        usual.add(usual(words));
        Locale locale = Locale.forLanguageTag(language.getFileName().toString());
        try (Stream<Path> templates = Files.list(language)) {
          for (Path template :
              templates.filter(file -> file.toString().endsWith(".txt")).toList()) {
            read(template, locale, words);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path template, Locale locale, Properties words) throws IOException {
    String name = template.getFileName().toString().replace(".txt", "");
    String kind = name.replace('-', '_').toUpperCase(Locale.ROOT);
    List<String> lines = Files.readAllLines(template);
    Set<Place> found = places.computeIfAbsent(kind, k -> new LinkedHashSet<>());
    for (String line : lines.subList(1, lines.size())) {
      Matcher variable = VARIABLE.matcher(line);
      while (variable.find()) {
        String filter = variable.group(2);
        String before = literal(line.substring(0, variable.start()));
        if (filter.equals("span")) {
          for (String key : List.of("span.by", "span.aim")) {
            String sentence = said(words, key);
            String inside = sentence.substring(0, sentence.indexOf("{0}"));
            int count = inside.indexOf("{1}");
            found.add(
                new Place(
                    "span",
                    count < 0 ? before + inside : inside.substring(count + 3),
                    DateTimeFormatter.ofPattern(said(words, "day"), locale),
                    true));
          }
        } else {
          boolean dayOnly = filter.equals("day");
          String pattern = said(words, dayOnly ? "day" : "moment");
          found.add(
              new Place(
                  variable.group(1),
                  before,
                  DateTimeFormatter.ofPattern(pattern, locale),
                  dayOnly));
        }
      }
    }
  }

  /** How a language says within which time nine in ten were decided. */
  private static Pattern usual(Properties words) {
    String sentence = said(words, "span.known");
    List<String> alternatives = new ArrayList<>();
    for (String unit : List.of("hour", "day")) {
      String many = said(words, "duration." + unit + "s");
      alternatives.add("(?<one" + unit + ">" + quoted(said(words, "duration." + unit)) + ")");
      alternatives.add(
          quoted(many.substring(0, many.indexOf("{0}")))
              + "(?<"
              + unit
              + ">[0-9]+)"
              + quoted(many.substring(many.indexOf("{0}") + 3)));
    }
    return Pattern.compile(
        quoted(sentence.substring(0, sentence.indexOf("{0}")))
            + "(?:"
            + String.join("|", alternatives)
            + ")");
  }

  private static String said(Properties words, String key) {
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  private static String quoted(String text) {
    return " *" + Pattern.quote(text.strip()).replace(" ", "\\E +\\Q") + " *";
  }

  /** Within which time a letter says that nine in ten were decided. */
  Optional<Duration> usual(String body) {
    for (Pattern pattern : usual) {
      Matcher said = pattern.matcher(body);
      if (said.find()) {
        if (said.group("onehour") != null) {
          return Optional.of(Duration.ofHours(1));
        }
        if (said.group("oneday") != null) {
          return Optional.of(Duration.ofDays(1));
        }
        return Optional.of(
            said.group("hour") != null
                ? Duration.ofHours(Long.parseLong(said.group("hour")))
                : Duration.ofDays(Long.parseLong(said.group("day"))));
      }
    }
    return Optional.empty();
  }

  /** The words right before a variable. */
  private static String literal(String line) {
    Matcher boundary = BOUNDARY.matcher(line);
    return boundary.find() ? line.substring(boundary.end()) : line;
  }

  /** The dates of a letter of that kind. */
  List<Dated> of(String kind, String body, Instant now) {
    Set<Dated> dates = new LinkedHashSet<>();
    for (Place place : places.getOrDefault(kind, Set.of())) {
      for (String line : body.split("\n")) {
        int at = line.indexOf(place.before());
        while (at >= 0) {
          date(place, line, at + place.before().length(), now).ifPresent(dates::add);
          at = place.before().isEmpty() ? -1 : line.indexOf(place.before(), at + 1);
        }
      }
    }
    return new ArrayList<>(dates);
  }

  private static Optional<Dated> date(Place place, String line, int from, Instant now) {
    ParsePosition position = new ParsePosition(from);
    TemporalAccessor read = place.format().parseUnresolved(line, position);
    if (read == null || position.getErrorIndex() >= 0) {
      return Optional.empty();
    }
    int month = read.get(ChronoField.MONTH_OF_YEAR);
    int day = read.get(ChronoField.DAY_OF_MONTH);
    if (place.dayOnly()) {
      LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
      LocalDate date = LocalDate.of(today.getYear(), month, day);
      date = date.isBefore(today.minusMonths(6)) ? date.plusYears(1) : date;
      Instant end = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
      return Optional.of(new Dated(place.what(), end, true));
    }
    LocalDate date = LocalDate.of(read.get(ChronoField.YEAR), month, day);
    LocalTime time =
        LocalTime.of(read.get(ChronoField.HOUR_OF_DAY), read.get(ChronoField.MINUTE_OF_HOUR));
    return Optional.of(new Dated(place.what(), date.atTime(time).toInstant(ZoneOffset.UTC), false));
  }
}

package dev.latchkey.letter;

import dev.latchkey.letter.SentenceFamily.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The single words and sentences of one language, from its {@code words.properties}. */
final class Words {
  static final String FILE_NAME = "words.properties";

  private static final List<String> SINGLE =
      List.of(
          "moment",
          "span.unknown",
          "span.known",
          "span.target",
          "span.by",
          "span.aim",
          "duration.none",
          "duration.minute",
          "duration.minutes",
          "duration.hour",
          "duration.hours",
          "duration.day",
          "duration.days",
          "yes",
          "no",
          "last",
          "late",
          "day",
          "until",
          "within.hour",
          "within.hours",
          "within.day",
          "within.days",
          "in.soon",
          "in.hour",
          "in.hours",
          "in.day",
          "in.days",
          "foot.recovery",
          "foot.reference");

  /** The desk's own words as they come with a language: {@code words.name} of a template. */
  private static final String OWN = "word.";

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

  private final String language;
  private final Map<String, String> words;
  private final Map<String, DateTimeFormatter> formats;
  private final Map<String, List<Object>> sentences;
  private final OwnWords own;
  private final ZoneId zone;

  private Words(
      String language,
      Map<String, String> words,
      Map<String, DateTimeFormatter> formats,
      Map<String, List<Object>> sentences,
      OwnWords own,
      ZoneId zone) {
    this.language = language;
    this.words = words;
    this.formats = formats;
    this.sentences = sentences;
    this.own = own;
    this.zone = zone;
  }

  /** English, from which other languages take what they lack: it has to be complete. */
  static Words english(String source, DeskWords desk, List<String> errors) {
    return read(TemplateCatalog.FALLBACK, source, desk, Optional.empty(), errors, errors);
  }

  /**
   * Reads the words of a language. With errors it is still good enough to find those of templates.
   *
   * @param source the text of the file
   * @param desk what is the desk's own
   * @param english what is taken where the language has no words of its own
   * @param errors takes every key that is not known or says something wrong
   * @param lacks takes every key that is missing or empty
   */
  static Words read(
      String language,
      String source,
      DeskWords desk,
      Words english,
      List<String> errors,
      List<String> lacks) {
    return read(language, source, desk, Optional.of(english), errors, lacks);
  }

  private static Words read(
      String language,
      String source,
      DeskWords desk,
      Optional<Words> english,
      List<String> errors,
      List<String> lacks) {
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
        words.remove(key);
        lacks.add(file + "1: " + key + " is missing");
      }
    }
    for (String key : words.keySet()) {
      if (!wanted.contains(key) && !key.startsWith(OWN)) {
        errors.add(file + lineOf(key, source) + ": " + key + " is not known");
      }
    }
    OwnWords own = own(language, words, desk, english);
    words.replaceAll(
        (key, word) ->
            own.fill(word, what -> errors.add(file + lineOf(key, source) + ": " + key + what)));
    Map<String, List<Object>> sentences = new HashMap<>();
    for (SentenceFamily family : SentenceFamily.values()) {
      for (Sentence sentence : family.sentences()) {
        String text = words.getOrDefault(sentence.key(), "");
        sentences.put(
            sentence.key(),
            text.isEmpty()
                ? english.map(it -> it.parts(sentence)).orElse(List.of()) // reported as missing
                : parts(
                    sentence,
                    text,
                    what ->
                        errors.add(
                            file + lineOf(sentence.key(), source) + ": " + sentence.key() + what)));
      }
    }
    Map<String, DateTimeFormatter> formats = new HashMap<>();
    for (String key : List.of("moment", "day")) {
      formats.put(key, english.map(it -> it.format(key)).orElse(DateTimeFormatter.ISO_INSTANT));
      try {
        if (words.containsKey(key)) {
          formats.put(key, formatter(language, words.getOrDefault(key, ""), desk.zone()));
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        errors.add(file + lineOf(key, source) + ": " + e.getMessage());
      }
    }
    english.ifPresent(it -> it.words.forEach(words::putIfAbsent));
    return new Words(language, words, formats, sentences, own, desk.zone());
  }

  /** What is the desk's own in that language. */
  private static OwnWords own(
      String language, Map<String, String> words, DeskWords desk, Optional<Words> english) {
    Map<String, String> usual = new TreeMap<>();
    words.forEach(
        (key, word) -> {
          if (key.startsWith(OWN)) {
            usual.put(key.substring(OWN.length()), word);
          }
        });
    Map<String, String> all = new TreeMap<>(english.map(it -> it.words).orElse(Map.of()));
    all.putAll(words);
    String reopen = rounded(all, "within", desk.reopenWithin());
    return new OwnWords(
        desk, language, usual, Map.of("reopen_within", reopen), english.map(it -> it.own));
  }

  /** What is the desk's own in this language. */
  OwnWords own() {
    return own;
  }

  private DateTimeFormatter format(String key) {
    return Objects.requireNonNull(formats.get(key));
  }

  private List<Object> parts(Sentence sentence) {
    return Objects.requireNonNull(sentences.get(sentence.key()));
  }

  /** The ISO 639-1 code of the language. */
  String language() {
    return language;
  }

  private static Set<String> wanted() {
    Set<String> wanted = new TreeSet<>(SINGLE);
    for (WordFamily family : WordFamily.values()) {
      family.constants().forEach(constant -> wanted.add(family.key(constant.name())));
    }
    for (SentenceFamily family : SentenceFamily.values()) {
      family.sentences().forEach(sentence -> wanted.add(sentence.key()));
    }
    return wanted;
  }

  /** Words and, between them, the components that the words name; each must be named. */
  private static List<Object> parts(Sentence sentence, String text, Consumer<String> errors) {
    List<Object> parts = new ArrayList<>();
    Set<String> unnamed = new TreeSet<>();
    sentence.fields().forEach(field -> unnamed.add(field.name()));
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      parts.add(text.substring(from, place.start()));
      from = place.end();
      String name = place.group(1);
      unnamed.remove(name);
      sentence.fields().stream()
          .filter(field -> field.name().equals(name))
          .findFirst()
          .ifPresentOrElse(parts::add, () -> errors.accept(" has no {" + name + "}"));
    }
    parts.add(text.substring(from));
    unnamed.forEach(name -> errors.accept(" does not say {" + name + "}"));
    return parts;
  }

  /** A sentence, on one line, in the words of this language. */
  String say(Object sentence) {
    StringBuilder said = new StringBuilder();
    for (Object part : Objects.requireNonNull(sentences.get(SentenceFamily.of(sentence).key()))) {
      said.append(part instanceof Field field ? said(field, field.of(sentence)) : part);
    }
    return said.toString();
  }

  private String said(Field field, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    return switch (field.kind()) {
      case LINE -> PlainText.line(value.toString());
      case TEXT -> PlainText.line(((Text) value).words());
      case NUMBER -> value.toString();
      case FLAG -> word((Boolean) value ? "yes" : "no");
      case MOMENT -> moment((Instant) value);
      case DURATION -> duration((Duration) value);
      case WORD -> constant(field, value);
      case SENTENCE -> say(value);
      case LINES ->
          Kind.elements(value).stream()
              .map(line -> PlainText.line(line.toString()))
              .collect(Collectors.joining(", "));
      case WORDS ->
          Kind.elements(value).stream()
              .map(constant -> constant(field, constant))
              .sorted()
              .collect(Collectors.joining(", "));
      case SENTENCES ->
          Kind.elements(value).stream().map(this::say).collect(Collectors.joining(", "));
      case SPAN, PASSAGES -> throw new IllegalArgumentException(field.name());
    };
  }

  private String constant(Field field, Object constant) {
    return of(WordFamily.inSentence(field.element()).orElseThrow(), ((Enum<?>) constant).name());
  }

  /** A pattern of {@link DateTimeFormatter}, tried once: it may ask for what a moment has not. */
  private static DateTimeFormatter formatter(String language, String pattern, ZoneId zone) {
    if (pattern.contains("UTC") && !zone.equals(DeskWords.NONE.zone())) {
      throw new DateTimeException(
          "says UTC, and desk.zone is " + zone + "; write zzz, which names the zone");
    }
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)).withZone(zone);
    formatter.formatTo(Instant.EPOCH, new StringBuilder());
    return formatter;
  }

  /** The words of a family for one of its values. */
  public String of(WordFamily family, String value) {
    return word(family.key(value));
  }

  /** A moment, to the minute, in the zone of the desk. */
  String moment(Instant instant) {
    return format("moment").format(instant);
  }

  /** A day in few words, in the zone of the desk. */
  String day(Instant instant) {
    return format("day").format(instant);
  }

  /** A moment, and in how many days or hours that is; a moment that is past stands alone. */
  String until(Instant instant, Instant now) {
    String moment = moment(instant);
    return instant.isAfter(now)
        ? word("until").replace("{0}", moment).replace("{1}", in(Duration.between(now, instant)))
        : moment;
  }

  /** To the nearest hour below two days, to the nearest day above. */
  private String in(Duration duration) {
    long hours = duration.plusMinutes(30).toHours();
    if (hours == 0) {
      return word("in.soon");
    }
    return hours < 48
        ? counted(words, "in.hour", hours)
        : counted(words, "in.day", (hours + 12) / 24);
  }

  /** The last lines of a letter: who writes, where more stands, and what to name. */
  List<String> foot(Letterhead head) {
    List<String> foot = new ArrayList<>();
    foot.add(PlainText.line(head.desk()) + ", " + PlainText.line(head.address()));
    if (!word("foot.recovery").isEmpty()) {
      foot.add(word("foot.recovery"));
    }
    if (!head.reference().isEmpty()) {
      foot.add(word("foot.reference").replace("{0}", PlainText.line(head.reference())));
    }
    return foot;
  }

  /** How long it takes, as it is told at that moment. */
  String span(Span span, Instant now) {
    return span.by()
        .map(
            by ->
                word(span.measured() ? "span.by" : "span.aim")
                    .replace("{0}", day(by))
                    .replace("{1}", days(now, by)))
        .orElseGet(
            () ->
                word(span.measured() ? "span.known" : "span.target")
                    .replace("{0}", rounded(words, "duration", span.within())));
  }

  /** In how many days by the calendar, as {@link #day} counts them; on the same day, in hours. */
  private String days(Instant now, Instant by) {
    long days =
        ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), by.atZone(zone).toLocalDate());
    return days > 0 ? counted(words, "in.day", days) : in(Duration.between(now, by));
  }

  /** That nobody knows yet how long it takes. */
  String spanUnknown() {
    return word("span.unknown");
  }

  /** The paragraph that says that no more comes for now. */
  String last() {
    return word("last");
  }

  /** The paragraph that says that a mail is answered late. */
  String late(Instant came) {
    return word("late").replace("{0}", moment(came));
  }

  /** To the nearest minute below an hour, hour below a day, and day above. */
  String duration(Duration duration) {
    if (duration.isZero()) {
      return word("duration.none");
    }
    long minutes = Math.max(1, duration.plusSeconds(30).toMinutes());
    long hours = duration.plusMinutes(30).toHours();
    if (minutes < 60) {
      return counted(words, "duration.minute", minutes);
    }
    return hours < 24
        ? counted(words, "duration.hour", hours)
        : counted(words, "duration.day", duration.plusHours(12).toDays());
  }

  private static String rounded(Map<String, String> words, String family, Duration duration) {
    long hours = Math.max(1, duration.plusHours(1).minusNanos(1).toHours());
    return hours < 24
        ? counted(words, family + ".hour", hours)
        : counted(words, family + ".day", (hours + 23) / 24);
  }

  private static String counted(Map<String, String> words, String key, long count) {
    String form = count == 1 ? key : key + "s";
    return words.getOrDefault(form, form).replace("{0}", Long.toString(count));
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

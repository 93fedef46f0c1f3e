package dev.latchkey.letter.writing;

import dev.latchkey.letter.writing.SentenceFamily.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code words.properties} of a language and says what is wrong with it, line by line.
 */
public final class WordsFile {
  /** The file in the folder of each language. */
  public static final String NAME = "words.properties";

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
          "hears",
          "deadline",
          "day",
          "date",
          "until",
          "join",
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

  private WordsFile() {}

  /** English, from which other languages take what they lack: it has to be complete. */
  public static LetterWords english(String source, DeskWords desk, List<String> errors) {
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
  public static LetterWords read(
      String language,
      String source,
      DeskWords desk,
      LetterWords english,
      List<String> errors,
      List<String> lacks) {
    return read(language, source, desk, Optional.of(english), errors, lacks);
  }

  private static LetterWords read(
      String language,
      String source,
      DeskWords desk,
      Optional<LetterWords> english,
      List<String> errors,
      List<String> lacks) {
    String file = language + "/" + NAME + ":";
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
    for (String key : List.of("moment", "day", "date")) {
      formats.put(key, english.map(it -> it.format(key)).orElse(DateTimeFormatter.ISO_INSTANT));
      try {
        if (words.containsKey(key)) {
          formats.put(key, formatter(language, words.getOrDefault(key, ""), desk.zone()));
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        errors.add(file + lineOf(key, source) + ": " + e.getMessage());
      }
    }
    english.ifPresent(it -> it.all().forEach(words::putIfAbsent));
    return new LetterWords(language, words, formats, sentences, own, desk.zone());
  }

  /** What is the desk's own in that language. */
  private static OwnWords own(
      String language, Map<String, String> words, DeskWords desk, Optional<LetterWords> english) {
    Map<String, String> usual = new TreeMap<>();
    words.forEach(
        (key, word) -> {
          if (key.startsWith(OWN)) {
            usual.put(key.substring(OWN.length()), word);
          }
        });
    Map<String, String> all = new TreeMap<>(english.map(LetterWords::all).orElse(Map.of()));
    all.putAll(words);
    String reopen = LetterWords.rounded(all, "within", desk.reopenWithin());
    return new OwnWords(
        desk, language, usual, Map.of("reopen_within", reopen), english.map(LetterWords::own));
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

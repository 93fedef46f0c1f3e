package dev.latchkey.letter.writing;

import dev.latchkey.letter.LetterKind;
import io.pebbletemplates.pebble.PebbleEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates that travel in the jar, each read when its letter is written first: to read and try
 * out all of them takes most of the time of a command, and the tests of the project did that.
 * Whoever asks for all of them has them checked.
 */
final class ShippedShelf implements Shelf {
  private static final String FOLDER = "/templates/";

  /** What travels in the jar never changes, and each language is a look into all of it. */
  private static final class Travelling {
    static final List<String> CODES =
        Stream.of(Locale.getISOLanguages())
            .filter(
                code ->
                    ShippedShelf.class.getResource(FOLDER + code + "/" + WordsFile.NAME) != null)
            .sorted()
            .toList();
  }

  private final DeskWords own;
  private final Supplier<Shelf> checked;
  private final Map<String, Optional<LanguageTemplates>> known = new ConcurrentHashMap<>();
  private volatile @Nullable Shelf whole;

  /**
   * @param own what is the desk's own in them
   * @param checked reads and checks all of them
   */
  ShippedShelf(DeskWords own, Supplier<Shelf> checked) {
    this.own = own;
    this.checked = checked;
  }

  @Override
  public Optional<LanguageTemplates> find(String language) {
    Shelf all = whole;
    if (all != null) {
      return all.find(language);
    }
    if (language.equals(TemplateCatalog.FALLBACK)) {
      return Optional.of(english());
    }
    Optional<LanguageTemplates> found = known.get(language);
    if (found == null) {
      // English first: a map of that kind is not asked for a second entry while it makes one.
      LanguageTemplates english = english();
      found = known.computeIfAbsent(language, code -> read(code, english));
    }
    return found;
  }

  @Override
  public boolean has(String language) {
    return Travelling.CODES.contains(language);
  }

  @Override
  public List<String> codes() {
    return Travelling.CODES;
  }

  @Override
  public boolean tested() {
    return own.names().isEmpty();
  }

  @Override
  public Map<String, LanguageTemplates> languages() {
    return whole().languages();
  }

  @Override
  public List<String> lacks() {
    // The tests saw that as they travel they lack nothing.
    return whole == null && tested() ? List.of() : whole().lacks();
  }

  private Shelf whole() {
    Shelf all = whole;
    if (all == null) {
      all = checked.get();
      whole = all;
    }
    return all;
  }

  private LanguageTemplates english() {
    return known
        .computeIfAbsent(
            TemplateCatalog.FALLBACK,
            code -> {
              List<String> errors = new ArrayList<>();
              LetterWords words =
                  WordsFile.english(text(code, WordsFile.NAME).orElse(""), own, errors);
              return Optional.of(templates(words, errors, Optional.empty()));
            })
        .orElseThrow();
  }

  private Optional<LanguageTemplates> read(String language, LanguageTemplates english) {
    return Optional.of(language)
        .filter(this::has)
        .flatMap(code -> text(code, WordsFile.NAME))
        .map(
            source -> {
              List<String> errors = new ArrayList<>();
              LetterWords words =
                  WordsFile.read(language, source, own, english.words(), errors, new ArrayList<>());
              return templates(words, errors, Optional.of(english));
            });
  }

  private static LanguageTemplates templates(
      LetterWords words, List<String> errors, Optional<LanguageTemplates> english) {
    if (!errors.isEmpty()) {
      throw new TemplateException(errors);
    }
    PebbleEngine engine = TemplateFiles.engine(words);
    Map<LetterKind, LetterTemplate> made = new ConcurrentHashMap<>();
    return new LanguageTemplates(
        words,
        letter ->
            made.computeIfAbsent(
                letter,
                kind ->
                    text(words.language(), kind.fileName())
                        .map(source -> compiled(kind, words, engine, source))
                        .orElseGet(() -> english.orElseThrow().template(kind))));
  }

  private static LetterTemplate compiled(
      LetterKind letter, LetterWords words, PebbleEngine engine, String source) {
    List<String> errors = new ArrayList<>();
    String file = words.language() + "/" + letter.fileName() + ":";
    return new TemplateCompiler(
            letter, words, engine, (line, what) -> errors.add(file + line + ": " + what))
        .untried(source)
        .orElseThrow(() -> new TemplateException(errors));
  }

  private static Optional<String> text(String language, String name) {
    try (InputStream in = ShippedShelf.class.getResourceAsStream(FOLDER + language + "/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("the templates travel in the jar", e);
    }
  }
}

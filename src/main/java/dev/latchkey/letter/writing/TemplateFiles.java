package dev.latchkey.letter.writing;

import dev.latchkey.letter.LetterKind;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a folder of templates and collects everything that is wrong in it. */
final class TemplateFiles {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private final Path directory;
  private final DeskWords desk;
  private final List<String> errors = new ArrayList<>();
  private final List<String> lacks = new ArrayList<>();

  /**
   * What stands in a folder.
   *
   * @param languages by their code
   * @param lacks what a language takes from English, as {@code file:line: what}
   */
  record Found(Map<String, LanguageTemplates> languages, List<String> lacks) implements Shelf {
    @Override
    public boolean has(String language) {
      return languages.containsKey(language);
    }

    @Override
    public List<String> codes() {
      return languages.keySet().stream().sorted().toList();
    }

    @Override
    public boolean tested() {
      return false;
    }

    @Override
    public Optional<LanguageTemplates> find(String language) {
      return Optional.ofNullable(languages.get(language));
    }
  }

  /** A language beside English, and what is found in it. */
  private record Other(String language, TemplateFiles files) {
    LanguageTemplates read(LanguageTemplates english) {
      return files.language(language, english);
    }
  }

  private TemplateFiles(Path directory, DeskWords desk) {
    this.directory = directory;
    this.desk = desk;
  }

  /**
   * All languages in {@code directory}. English has to be complete; what another lacks, a letter or
   * a word, it takes from English.
   *
   * @param desk what is the desk's own
   * @throws TemplateException with everything that is wrong
   */
  static Found read(Path directory, DeskWords desk) {
    TemplateFiles files = new TemplateFiles(directory, desk);
    Map<String, LanguageTemplates> languages = files.languages();
    if (!files.errors.isEmpty()) {
      throw new TemplateException(files.errors);
    }
    return new Found(languages, List.copyOf(files.lacks));
  }

  private Map<String, LanguageTemplates> languages() {
    Map<String, LanguageTemplates> languages = new TreeMap<>();
    Set<String> names = names(directory, ".");
    LanguageTemplates english = english(names.remove(TemplateCatalog.FALLBACK));
    languages.put(TemplateCatalog.FALLBACK, english);
    for (String name : names) {
      if (!LANGUAGE.matcher(name).matches()) {
        error(name, "is not a language of two letters");
      }
    }
    // On every processor, since they are most of a start; what is wrong is told in their order.
    List<Other> others =
        names.stream()
            .filter(name -> LANGUAGE.matcher(name).matches())
            .map(name -> new Other(name, new TemplateFiles(directory, desk)))
            .toList();
    List<LanguageTemplates> read =
        others.parallelStream().map(other -> other.read(english)).toList();
    for (int i = 0; i < others.size(); i++) {
      languages.put(others.get(i).language(), read.get(i));
      errors.addAll(others.get(i).files().errors);
      lacks.addAll(others.get(i).files().lacks);
    }
    if (errors.isEmpty()) {
      unusedWords(languages.values());
    }
    return languages;
  }

  /** Words that come with a language and stand in none of its letters. */
  private void unusedWords(Collection<LanguageTemplates> languages) {
    Set<String> used = new TreeSet<>();
    languages.forEach(each -> used.addAll(each.names()));
    for (LanguageTemplates each : languages) {
      each.words().own().usual().stream()
          .filter(name -> !used.contains(name))
          .forEach(
              name ->
                  error(
                      each.words().language() + "/" + WordsFile.NAME,
                      name.replaceFirst("s", "") + " is used by no letter"));
    }
  }

  private LanguageTemplates english(boolean there) {
    String language = TemplateCatalog.FALLBACK;
    if (!there) {
      if (Files.isDirectory(directory)) {
        error(language, "English is missing");
      }
      return new LanguageTemplates(WordsFile.english("", desk, new ArrayList<>()), Map.of());
    }
    Set<String> left = names(directory.resolve(language), language);
    LetterWords words =
        content(language, WordsFile.NAME, left, errors)
            .map(source -> WordsFile.english(source, desk, errors))
            .orElseGet(() -> WordsFile.english("", desk, new ArrayList<>()));
    return new LanguageTemplates(words, templates(words, left, errors));
  }

  private LanguageTemplates language(String language, LanguageTemplates english) {
    Set<String> left = names(directory.resolve(language), language);
    LetterWords words =
        content(language, WordsFile.NAME, left, lacks)
            .map(source -> WordsFile.read(language, source, desk, english.words(), errors, lacks))
            .orElseGet(
                () ->
                    WordsFile.read(
                        language, "", desk, english.words(), new ArrayList<>(), new ArrayList<>()));
    Map<LetterKind, LetterTemplate> templates = templates(words, left, lacks);
    return new LanguageTemplates(
        words,
        letter -> templates.containsKey(letter) ? templates.get(letter) : english.find(letter));
  }

  /** The letters that a language has, each taken from {@code left}, which must be empty then. */
  private Map<LetterKind, LetterTemplate> templates(
      LetterWords words, Set<String> left, List<String> missing) {
    String language = words.language();
    PebbleEngine engine = engine(words);
    Map<LetterKind, LetterTemplate> templates = new HashMap<>();
    for (LetterKind letter : LetterKind.all()) {
      String file = language + "/" + letter.fileName() + ":";
      TemplateErrors found = (line, what) -> errors.add(file + line + ": " + what);
      content(language, letter.fileName(), left, missing)
          .flatMap(source -> new TemplateCompiler(letter, words, engine, found).compile(source))
          .ifPresent(template -> templates.put(letter, template));
    }
    left.forEach(name -> error(language + "/" + name, "belongs to no letter"));
    return templates;
  }

  /** Neither files nor methods are within reach of a template. */
  static PebbleEngine engine(LetterWords words) {
    return new PebbleEngine.Builder()
        .loader(new MemoryLoader())
        .extension(new LetterFilters(words))
        .strictVariables(true)
        .autoEscaping(false)
        .newLineTrimming(false)
        .cacheActive(false)
        .defaultLocale(Locale.forLanguageTag(words.language()))
        .methodAccessValidator((object, method) -> false)
        .build();
  }

  /** The text of a file, which is taken from {@code left}; empty when that was reported. */
  private Optional<String> content(
      String language, String name, Set<String> left, List<String> missing) {
    if (!left.remove(name)) {
      missing.add(language + "/" + name + ":1: is missing");
      return Optional.empty();
    }
    try {
      Path file = directory.resolve(language).resolve(name);
      return Optional.of(Files.readString(file).replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      error(language + "/" + name, "is not UTF-8");
    } catch (IOException e) {
      error(language + "/" + name, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Names in a folder; those with a dot in front are none of ours. */
  private Set<String> names(Path folder, String shown) {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString().replace("/", ""))
          .filter(name -> !name.startsWith("."))
          .forEach(names::add);
    } catch (IOException e) {
      error(
          shown,
          e instanceof NoSuchFileException
              ? "there is no folder %s; copy that of the templates that ship there, or name another"
                  .formatted(folder)
              : "cannot be listed: " + e);
    }
    return names;
  }

  private void error(String file, String what) {
    errors.add(file + ":1: " + what);
  }
}

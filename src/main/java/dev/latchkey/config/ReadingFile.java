package dev.latchkey.config;

import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RecoverySigns;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.Statements;
import dev.latchkey.triage.words.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the desk reads requests: the rules of {@code reading.yaml} and the words of each language
 * that it names, {@code words/xx.yaml} beside it.
 */
public final class ReadingFile {
  private static final String STANDARD = "config/reading.yaml";
  private static final String WORDS = "config/words/";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final YamlTree file;
  private final LanguageWords words;
  private final Map<String, List<String>> vocabulary = new LinkedHashMap<>();
  private final Set<String> facts = new HashSet<>();

  private ReadingFile(YamlTree file, LanguageWords words) {
    this.file = file;
    this.words = words;
    facts.addAll(RecoverySigns.FACTS);
    facts.addAll(IntentReader.FACTS);
    for (Reason reason : Reason.values()) {
      facts.add(reason.word());
    }
  }

  /**
   * Reads a file of an operator's own. The words of a language are those of {@code words/xx.yaml}
   * beside it; where there is no such file, those that come with the desk.
   *
   * @throws InvalidConfigurationException with every error
   * @throws IOException if it cannot be read at all
   */
  public static RequestForm read(Path path) throws IOException, InvalidConfigurationException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return read(path.toString(), bytes, Optional.of(path.resolveSibling("words")));
    }
  }

  private static RequestForm read(String name, InputStream bytes, Optional<Path> own)
      throws IOException, InvalidConfigurationException {
    YamlTree file = YamlTree.read(name, bytes);
    Map<String, YamlTree> words = new LinkedHashMap<>();
    for (YamlTree entry : file.need("languages").list()) {
      String language = entry.text();
      if (LANGUAGE.matcher(language).matches()) {
        language(entry, language + ".yaml", own, words);
      } else {
        entry.fault("is no language: two or three small letters");
      }
    }
    ReadingFile reading = new ReadingFile(file, new LanguageWords(words));
    RequestForm form = reading.form();
    List<String> errors = new ArrayList<>(file.errors(name));
    errors.addAll(reading.words.errors());
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return form;
  }

  /** Reads the words of a language: the operator's own, or else those that come with the desk. */
  private static void language(
      YamlTree entry, String file, Optional<Path> own, Map<String, YamlTree> words)
      throws IOException, InvalidConfigurationException {
    Optional<Path> beside = own.map(folder -> folder.resolve(file)).filter(Files::exists);
    String name = beside.map(Path::toString).orElse(WORDS + file);
    try (InputStream bytes =
        beside.isPresent()
            ? Files.newInputStream(beside.get())
            : ReadingFile.class.getResourceAsStream("/" + WORDS + file)) {
      if (bytes == null) {
        entry.fault(
            "has no words: there is no " + own.map(folder -> folder + "/").orElse(WORDS) + file);
      } else {
        words.put(name, YamlTree.read(name, bytes));
      }
    }
  }

  /** What comes with the desk, {@code config/reading.yaml} and {@code config/words}; read once. */
  public static RequestForm standard() {
    return Standard.FORM;
  }

  private static final class Standard {
    static final RequestForm FORM = shipped();
  }

  private static RequestForm shipped() {
    try (InputStream bytes = ReadingFile.class.getResourceAsStream("/" + STANDARD)) {
      return read(
          STANDARD, Objects.requireNonNull(bytes, "the jar has no " + STANDARD), Optional.empty());
    } catch (IOException | InvalidConfigurationException e) {
      throw new IllegalStateException("the jar's own " + STANDARD + " cannot be used", e);
    }
  }

  private RequestForm form() {
    for (String group : words.names("vocabulary")) {
      vocabulary.put(group, words.texts("vocabulary", group));
    }
    Map<Field, List<String>> labels = new EnumMap<>(Field.class);
    Map<Field, List<String>> boxes = new EnumMap<>(Field.class);
    fields(labels, boxes);
    return new RequestForm(
        labels,
        boxes,
        new RequestForm.Answers(
            words.texts("answers", "agreed"),
            words.texts("answers", "refused"),
            words.texts("answers", "doubtful"),
            words.texts("answers", "without_codes"),
            words.texts("answers", "lost_codes"),
            words.texts("answers", "never_made_codes"),
            words.texts("answers", "have_codes")),
        new RequestForm.AccountName(
            pattern(file.need("account_name").need("pattern")),
            words.texts("account_name", "placeholders"),
            words.texts("account_name", "introductions"),
            words.texts("account_name", "leads"),
            words.texts("account_name", "introductions_of_quoted"),
            words.texts("account_name", "introductions_at_end"),
            words.texts("account_name", "not_at_end")),
        sites(),
        new RequestForm.ProjectNames(
            words.texts("projects", "introductions"),
            words.texts("projects", "followers"),
            words.texts("projects", "not_names")),
        Vocabulary.of(vocabulary),
        questions(file.need("reasons"), Reason.class, vocabulary),
        signs(file.need("recovery"), vocabulary),
        questions(file.need("intents"), Intent.class, vocabulary),
        questions(file.need("wishes"), Wish.class, vocabulary),
        questions(file.need("said"), Said.class, vocabulary),
        concerns());
  }

  /** Phrases of their own, and what is added to the builders of all sentences. */
  private RequestForm.Concerns concerns() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String builder : Statements.BUILDERS) {
      groups.put(builder, vocabulary.getOrDefault(builder, List.of()));
    }
    for (String group : words.names("concerns", "vocabulary")) {
      groups.merge(
          group,
          words.texts("concerns", "vocabulary", group),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    return new RequestForm.Concerns(
        Vocabulary.of(groups),
        questions(file.need("concerns").need("signs"), Concern.class, groups),
        new RequestForm.Doubts(
            words.texts("concerns", "doubts", "fear"),
            words.texts("concerns", "doubts", "asking")));
  }

  private void fields(Map<Field, List<String>> labels, Map<Field, List<String>> boxes) {
    for (Field field : Field.values()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (words.has("fields", name)) {
        labels.put(field, words.texts("fields", name, "labels"));
      }
      if (words.has("fields", name, "boxes")) {
        boxes.put(field, words.texts("fields", name, "boxes"));
      }
    }
  }

  /** A pattern, or one that fits nothing where it cannot be read. */
  private static String pattern(YamlTree entry) {
    if (!RequestForm.AccountName.isPattern(entry.text())) {
      entry.fault("is no pattern of RE2");
      return "";
    }
    return entry.text();
  }

  private List<RequestForm.Site> sites() {
    List<RequestForm.Site> sites = new ArrayList<>();
    for (YamlTree site : file.need("sites").list()) {
      sites.add(
          new RequestForm.Site(
              site.need("word").text(),
              site.need("names").texts(),
              site.need("hosts").texts(),
              site.find("account_path").map(YamlTree::text).orElse("/"),
              site.find("project_path").map(YamlTree::text).orElse("/")));
    }
    return sites;
  }

  private <E extends Enum<E>> Map<E, List<Sign>> questions(
      YamlTree entries, Class<E> type, Map<String, List<String>> groups) {
    Map<E, List<Sign>> questions = new LinkedHashMap<>();
    for (String word : entries.names()) {
      YamlTree entry = entries.need(word);
      List<Sign> signs = signs(entry, groups);
      constant(type, word)
          .ifPresentOrElse(
              question -> questions.put(question, signs), () -> entry.fault("is not known"));
    }
    return questions;
  }

  private List<Sign> signs(YamlTree entry, Map<String, List<String>> groups) {
    return entry.names().stream().map(text -> sign(text, entry.need(text), groups)).toList();
  }

  /** {@code thing + not state}, {@code thing + state}, {@code not state} or {@code state}. */
  private Sign sign(String text, YamlTree entry, Map<String, List<String>> groups) {
    int plus = text.indexOf('+');
    Optional<String> thing =
        plus < 0 ? Optional.empty() : Optional.of(text.substring(0, plus).strip());
    String rest = text.substring(plus + 1).strip();
    boolean negated = rest.startsWith("not ");
    String state = negated ? rest.substring("not ".length()).strip() : rest;
    thing.ifPresent(group -> known(group, entry, groups));
    known(state, entry, groups);
    return new Sign(thing, state, negated, entry.number());
  }

  private void known(String group, YamlTree entry, Map<String, List<String>> groups) {
    if (!groups.containsKey(group) && !facts.contains(group)) {
      entry.fault("there is no group '" + group + "' in the vocabulary");
    }
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}

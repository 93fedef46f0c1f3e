package dev.latchkey.config;

import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.request.Intent;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RequestForm;
import dev.latchkey.triage.request.RequestForm.Field;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.Said;
import dev.latchkey.triage.request.Wish;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.Statements;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.stream.Stream;

/** {@code reading.yaml}: the words by which the desk reads requests. */
public final class ReadingFile {
  private static final String STANDARD = "config/reading.yaml";

  private final YamlTree file;
  private final Map<String, List<String>> vocabulary = new LinkedHashMap<>();
  private final Set<String> facts = new HashSet<>();

  private ReadingFile(YamlTree file) {
    this.file = file;
    facts.addAll(RequestReader.FACTS);
    facts.addAll(IntentReader.FACTS);
    for (Reason reason : Reason.values()) {
      facts.add(reason.word());
    }
  }

  /**
   * Reads the file.
   *
   * @param name for messages
   * @throws InvalidConfigurationException with every error
   * @throws IOException if it cannot be read at all
   */
  public static RequestForm read(String name, InputStream bytes)
      throws IOException, InvalidConfigurationException {
    YamlTree file = YamlTree.read(name, bytes);
    RequestForm form = new ReadingFile(file).form();
    file.finish(name);
    return form;
  }

  /** The file that comes with the desk, {@code config/reading.yaml}. */
  public static RequestForm standard() {
    try (InputStream bytes = ReadingFile.class.getResourceAsStream("/" + STANDARD)) {
      return read(STANDARD, Objects.requireNonNull(bytes, "the jar has no " + STANDARD));
    } catch (IOException | InvalidConfigurationException e) {
      throw new IllegalStateException("the jar's own " + STANDARD + " cannot be used", e);
    }
  }

  private RequestForm form() {
    YamlTree groups = file.need("vocabulary");
    for (String group : groups.names()) {
      vocabulary.put(group, groups.need(group).texts());
    }
    Map<Field, List<String>> labels = new EnumMap<>(Field.class);
    Map<Field, List<String>> boxes = new EnumMap<>(Field.class);
    fields(labels, boxes);
    YamlTree answers = file.need("answers");
    YamlTree projects = file.need("projects");
    YamlTree account = file.need("account_name");
    return new RequestForm(
        labels,
        boxes,
        new RequestForm.Answers(
            answers.need("agreed").texts(),
            answers.need("refused").texts(),
            answers.need("doubtful").texts(),
            answers.need("without_codes").texts(),
            answers.need("lost_codes").texts(),
            answers.need("never_made_codes").texts(),
            answers.need("have_codes").texts()),
        new RequestForm.AccountName(
            pattern(account.need("pattern")),
            account.need("placeholders").texts(),
            account.need("introductions").texts(),
            account.need("leads").texts(),
            account.need("introductions_of_quoted").texts(),
            account.need("introductions_at_end").texts(),
            account.need("not_at_end").texts()),
        sites(),
        new RequestForm.ProjectNames(
            projects.need("introductions").texts(),
            projects.need("followers").texts(),
            projects.need("not_names").texts()),
        vocabulary,
        questions(file.need("reasons"), Reason.class, vocabulary),
        signs(file.need("recovery"), vocabulary),
        questions(file.need("intents"), Intent.class, vocabulary),
        questions(file.need("wishes"), Wish.class, vocabulary),
        questions(file.need("said"), Said.class, vocabulary),
        concerns(file.need("concerns")));
  }

  /** Phrases of their own, and what is added to the builders of all sentences. */
  private RequestForm.Concerns concerns(YamlTree section) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String builder : Statements.BUILDERS) {
      groups.put(builder, vocabulary.getOrDefault(builder, List.of()));
    }
    YamlTree own = section.need("vocabulary");
    for (String group : own.names()) {
      groups.merge(
          group,
          own.need(group).texts(),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    YamlTree doubts = section.need("doubts");
    return new RequestForm.Concerns(
        groups,
        questions(section.need("signs"), Concern.class, groups),
        new RequestForm.Doubts(doubts.need("fear").texts(), doubts.need("asking").texts()));
  }

  private void fields(Map<Field, List<String>> labels, Map<Field, List<String>> boxes) {
    YamlTree fields = file.need("fields");
    for (String name : fields.names()) {
      YamlTree entry = fields.need(name);
      Optional<Field> field = constant(Field.class, name);
      if (field.isEmpty()) {
        entry.fault("is no field of a request");
        continue;
      }
      labels.put(field.get(), entry.need("labels").texts());
      entry.find("boxes").ifPresent(box -> boxes.put(field.get(), box.texts()));
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

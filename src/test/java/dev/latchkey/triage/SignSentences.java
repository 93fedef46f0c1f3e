package dev.latchkey.triage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RecoverySigns;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences of one file in {@code signs/}: by sign, those that say it and those that do not.
 */
final class SignSentences {
  private static final Path FOLDER = Path.of("src/test/resources/signs");

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** Both kinds of one sign. */
  private record Both(
      @JsonProperty("says") List<String> says, @JsonProperty("not") List<String> not) {
    static final Both NONE = new Both(List.of(), List.of());

    Both {
      says = says == null ? List.of() : says;
      not = not == null ? List.of() : not;
    }
  }

  /**
   * Questions that are read together.
   *
   * @param name of their file
   * @param signs that they ask for, without those on what is found elsewhere
   */
  record Group(String name, List<Sign> signs, SignScorer scorer) {

    /** All questions of a form. */
    static List<Group> all(RequestForm form) {
      List<Sign> concerns = signs(form.concerns().signs());
      return List.of(
          of("reasons", signs(form.reasons()), form),
          of("recovery", form.recovery(), form),
          of("intents", signs(form.intents()), form),
          of("wishes", signs(form.wishes()), form),
          of("said", signs(form.said()), form),
          new Group(
              "concerns",
              readable(concerns),
              new SignScorer(form.concerns().vocabulary(), concerns, concerns)));
    }

    private static Group of(String name, List<Sign> signs, RequestForm form) {
      return new Group(
          name, readable(signs), new SignScorer(form.vocabulary(), form.signs(), signs));
    }

    private static List<Sign> signs(Map<?, List<Sign>> questions) {
      return questions.values().stream().flatMap(List::stream).toList();
    }

    /** A sign that several questions ask for stands once. */
    private static List<Sign> readable(List<Sign> signs) {
      Set<String> seen = new HashSet<>();
      return signs.stream()
          .filter(sign -> !FOUND_ELSEWHERE.contains(sign.state()))
          .filter(sign -> seen.add(sign.toString()))
          .toList();
    }

    /** Whether {@code sentence} says what {@code sign} looks for. */
    boolean read(Sign sign, String sentence) {
      return !SignScorer.sum(name, List.of(sign), scorer.read(Clauses.of(Words.of(sentence))))
          .why()
          .isEmpty();
    }
  }

  private static final Set<String> FOUND_ELSEWHERE =
      Stream.of(
              RecoverySigns.FACTS,
              IntentReader.FACTS,
              Stream.of(Reason.values()).map(Reason::word).toList())
          .flatMap(Collection::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, Both> sentences;

  private SignSentences(Map<String, Both> sentences) {
    this.sentences = sentences;
  }

  static SignSentences of(String group) throws IOException {
    return new SignSentences(
        YAML.readValue(
            Files.readString(FOLDER.resolve(group + ".yaml")), new TypeReference<>() {}));
  }

  /** The signs that have sentences. */
  Set<String> signs() {
    return sentences.keySet();
  }

  List<String> saying(Sign sign) {
    return sentences.getOrDefault(sign.toString(), Both.NONE).says();
  }

  List<String> missing(Sign sign) {
    return sentences.getOrDefault(sign.toString(), Both.NONE).not();
  }
}

package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Words;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A second opinion on a mail, learned from the corpus of the project: linear models over words and
 * letters for what is asked and meant, and one over the pieces of a text for the names in it.
 */
public final class OpinionReader {
  static final String USERNAME = "username";
  static final String PROJECT = "project";

  /** How much less a name below a text is believed to be an account's. */
  private static final double SIGNATURE = 0.6;

  private final LinearModel asked;
  private final LinearModel intents;
  private final LinearModel names;
  private final KnownWords known;
  private final SignScorer vocabulary;

  OpinionReader(
      LinearModel asked,
      LinearModel intents,
      LinearModel names,
      KnownWords known,
      SignScorer vocabulary) {
    this.vocabulary = vocabulary;
    this.asked = asked;
    this.intents = intents;
    this.names = names;
    this.known = known;
  }

  /**
   * The models that ship.
   *
   * @param vocabulary the groups of phrases that they were learned with
   */
  public static OpinionReader standard(SignScorer vocabulary) {
    try (InputStream in = OpinionReader.class.getResourceAsStream("opinion.bin")) {
      if (in == null) {
        throw new IllegalStateException("opinion.bin is missing in the jar");
      }
      return read(in, vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException("opinion.bin cannot be read", e);
    }
  }

  static OpinionReader read(InputStream from, SignScorer vocabulary) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
    LinearModel asked = LinearModel.read(in);
    LinearModel intents = LinearModel.read(in);
    LinearModel names = LinearModel.read(in);
    KnownWords known = KnownWords.read(in);
    return new OpinionReader(asked, intents, names, known, vocabulary);
  }

  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    asked.write(out);
    intents.write(out);
    names.write(out);
    known.write(out);
    out.flush();
  }

  /** What it thinks of a mail with {@code subject} of which {@code text} was written. */
  public Opinion read(String subject, String text) {
    int[] features = features(subject, text, vocabulary);
    List<NameCandidate> candidates = NameCandidate.of(subject, text, known, 0);
    int username = names.questions().indexOf(USERNAME);
    int project = names.questions().indexOf(PROJECT);
    Map<String, Double> usernames = new LinkedHashMap<>();
    Map<String, Double> projects = new LinkedHashMap<>();
    for (NameCandidate candidate : candidates) {
      double[] likely = names.probabilities(candidate.features());
      double name = likely[username] * (candidate.signature() ? SIGNATURE : 1);
      usernames.merge(candidate.text(), name, Math::max);
      if (likely[project] >= 0.5) {
        projects.merge(candidate.text(), likely[project], Math::max);
      }
    }
    List<Opinion.Named> names = likeliest(usernames);
    return new Opinion(
        answers(asked, features),
        answers(intents, features),
        names.stream().findFirst(),
        projects.entrySet().stream()
            .map(entry -> new Opinion.Named(entry.getKey(), entry.getValue()))
            .toList(),
        names);
  }

  /** Of several that are as likely the first in the text. */
  private static List<Opinion.Named> likeliest(Map<String, Double> names) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(Opinion.MOST_NAMES)
        .map(entry -> new Opinion.Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  static int[] features(String subject, String text, SignScorer vocabulary) {
    Words title = Words.of(subject);
    Words words = Words.of(text);
    List<List<Words.Word>> clauses = Clauses.of(title);
    clauses.addAll(Clauses.of(words));
    return TextFeatures.of(title, words, vocabulary.read(clauses).facts());
  }

  private static Map<String, Double> answers(LinearModel model, int[] features) {
    double[] likely = model.probabilities(features);
    Map<String, Double> answers = new LinkedHashMap<>();
    for (int at = 0; at < likely.length; at++) {
      answers.put(model.questions().get(at), likely[at]);
    }
    return answers;
  }
}

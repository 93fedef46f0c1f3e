package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.TopicWords;
import dev.latchkey.triage.words.Words;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A second opinion on a mail, learned from the corpus of the project: linear models over words and
 * letters for what is asked and meant, and one over the pieces of a text for the names in it.
 */
public final class OpinionReader {
  /** Those of the mails that the models were made from, by ISO 639-1. */
  public static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "ja", "pt", "zh");

  static final String USERNAME = "username";
  static final String PROJECT = "project";

  /** How much less a name below a text is believed to be an account's. */
  private static final double SIGNATURE = 0.3;

  private static final double LEAST = 1e-9;

  /** A box without a tick and the words beside it, up to the next box. */
  private static final Pattern OPEN_BOX = Pattern.compile("(?:\\[ ?\\]|☐)[^\\[☐☑☒\\n]*");

  /** What is asked for, and behind it what a later mail is about. */
  private final LinearModel texts;

  /** So many of the questions to a text are about later mails. */
  private final int intents;

  /** The same questions of {@link #texts}, as a single clause, or two, answer them. */
  private final LinearModel clauses;

  /** What single words are worth to them. */
  private final SpelledWords parts;

  private final LinearModel names;
  private final KnownWords known;
  private final ReasonSets sets;
  private final long source;
  private final SignScorer vocabulary;
  private final TopicWords topics;

  OpinionReader(
      LinearModel texts,
      int intents,
      LinearModel clauses,
      LinearModel names,
      KnownWords known,
      ReasonSets sets,
      long source,
      SignScorer vocabulary,
      TopicWords topics) {
    this.vocabulary = vocabulary;
    this.topics = topics;
    this.texts = texts;
    this.intents = intents;
    this.clauses = clauses;
    this.parts = new SpelledWords(clauses);
    this.names = names;
    this.known = known;
    this.sets = sets;
    this.source = source;
  }

  /**
   * The models that ship.
   *
   * @param vocabulary the groups of phrases that they were learned with
   * @param topics what people speak of, in the words of the same groups
   */
  public static OpinionReader standard(SignScorer vocabulary, TopicWords topics) {
    try (InputStream in = OpinionReader.class.getResourceAsStream("opinion.bin")) {
      if (in == null) {
        throw new IllegalStateException("opinion.bin is missing in the jar");
      }
      return read(in, vocabulary, topics);
    } catch (IOException e) {
      throw new UncheckedIOException("opinion.bin cannot be read", e);
    }
  }

  static OpinionReader read(InputStream from, SignScorer vocabulary, TopicWords topics)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
    LinearModel texts = LinearModel.read(in);
    int intents = in.readByte();
    LinearModel clauses = LinearModel.read(in);
    LinearModel names = LinearModel.read(in);
    KnownWords known = KnownWords.read(in);
    ReasonSets sets = ReasonSets.read(in);
    return new OpinionReader(
        texts, intents, clauses, names, known, sets, in.readLong(), vocabulary, topics);
  }

  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    texts.write(out);
    out.writeByte(intents);
    clauses.write(out);
    names.write(out);
    known.write(out);
    sets.write(out);
    out.writeLong(source);
    out.flush();
  }

  /** A checksum of what it was learned from. */
  public long source() {
    return source;
  }

  /** What it thinks of a mail with {@code subject} of which {@code text} was written. */
  public Opinion read(String subject, String text) {
    return read(MailText.of(subject), MailText.of(text));
  }

  /** The same of texts that others read as well. */
  public Opinion read(MailText subject, MailText text) {
    Words words = text.words();
    MailText said = withoutOpenBoxes(text);
    Map<String, Double> usernames = new LinkedHashMap<>();
    Map<String, Double> projects = new LinkedHashMap<>();
    weigh(text.text(), NameCandidate.in(text.text(), known, 0), usernames, projects);
    weigh(subject.text(), NameCandidate.ofSubject(subject.text(), known, 0), usernames, projects);
    List<Opinion.Named> names = likeliest(usernames);
    double[] answers = texts.probabilities(featuresOf(subject, said, vocabulary, topics));
    byClauses(answers, new ClauseReader(subject, said, vocabulary, topics).likeliest(parts));
    int asked = answers.length - intents;
    return new Opinion(
        words.list().size(),
        Likelihoods.of(texts.questions().subList(0, asked), Arrays.copyOf(answers, asked)),
        Likelihoods.of(
            texts.questions().subList(asked, answers.length),
            shares(Arrays.copyOfRange(answers, asked, answers.length))),
        names.stream().findFirst(),
        projects.entrySet().stream()
            .map(entry -> new Opinion.Named(entry.getKey(), entry.getValue()))
            .toList(),
        names,
        sets);
  }

  /** Adds how likely the names in a text are the account's, and those that are projects. */
  private void weigh(
      String text,
      List<NameCandidate> candidates,
      Map<String, Double> usernames,
      Map<String, Double> projects) {
    int username = names.questions().indexOf(USERNAME);
    int project = names.questions().indexOf(PROJECT);
    double[] account = new double[candidates.size()];
    double[] likely = new double[candidates.size()];
    for (int at = 0; at < likely.length; at++) {
      double[] answers = names.probabilities(candidates.get(at).features());
      account[at] = answers[username];
      likely[at] = answers[project];
    }
    boolean[] listed = ListedNames.projects(text, candidates, likely, account);
    for (int at = 0; at < likely.length; at++) {
      NameCandidate candidate = candidates.get(at);
      double name = account[at] * (candidate.signature() ? SIGNATURE : 1) * (1 - likely[at] / 2);
      usernames.merge(candidate.text(), name, Math::max);
      if (listed[at]) {
        projects.merge(candidate.text(), likely[at], Math::max);
      }
    }
  }

  /**
   * Weighs what the text as a whole says against what the likeliest of its clauses says: of a
   * reason by their odds, for one that is sure of a reason knows more than one that is not; of what
   * is agreed to by halves, for a yes must not stand on one of them.
   */
  private void byClauses(double[] answers, double[] most) {
    for (int at = 0; at < most.length; at++) {
      String name = clauses.questions().get(at);
      int question = texts.questions().indexOf(name);
      answers[question] =
          sets.hold(name)
              ? byOdds(answers[question], most[at])
              : (answers[question] + most[at]) / 2;
    }
  }

  private static double byOdds(double one, double other) {
    double odds =
        Math.sqrt(
            Math.max(LEAST, one)
                / Math.max(LEAST, 1 - one)
                * Math.max(LEAST, other)
                / Math.max(LEAST, 1 - other));
    return odds / (1 + odds);
  }

  /** The features of every clause, and of every two that follow one another. */
  static List<int[]> clauses(
      MailText title, MailText text, SignScorer vocabulary, TopicWords topics) {
    return new ClauseReader(title, withoutOpenBoxes(text), vocabulary, topics).features();
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

  static int[] features(MailText title, MailText text, SignScorer vocabulary, TopicWords topics) {
    return featuresOf(title, withoutOpenBoxes(text), vocabulary, topics);
  }

  private static int[] featuresOf(
      MailText title, MailText said, SignScorer vocabulary, TopicWords topics) {
    List<List<Words.Word>> clauses = said.learnedBelow(title);
    return TextFeatures.of(
        title.words(), said.words(), vocabulary.read(clauses).facts(), topics.in(clauses));
  }

  /** What stands beside a box that was not ticked was not said. */
  private static MailText withoutOpenBoxes(MailText text) {
    String written = text.text();
    boolean open = written.contains("[ ]") || written.contains("[]") || written.indexOf('☐') >= 0;
    return open ? MailText.of(OPEN_BOX.matcher(written).replaceAll("")) : text;
  }

  /** Of these it is one: the odds of each, so that all are 1 together. */
  private static double[] shares(double[] likely) {
    double all = 0;
    double[] shares = new double[likely.length];
    for (int at = 0; at < likely.length; at++) {
      shares[at] = likely[at] / Math.max(LEAST, 1 - likely[at]);
      all += shares[at];
    }
    for (int at = 0; at < shares.length; at++) {
      shares[at] /= all;
    }
    return shares;
  }
}

package dev.latchkey.triage.learned;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.TopicWords;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Learns the models of {@link OpinionReader} from the corpus, all but the fifth that is kept aside.
 * The same corpus gives the same file, octet for octet.
 */
public final class ModelTraining {
  /** How little the weights are held back; found by cross-validation on what is learned from. */
  private static final double COST = 2;

  private static final double NAME_COST = 10;

  /** A mail in more words tells each thing as well: how features of a kind count beside others. */
  private static final Map<TextFeatures.Kind, Double> WEIGHTS =
      Map.of(
          TextFeatures.Kind.WORD, 2.0,
          TextFeatures.Kind.WORDS, 1.0,
          TextFeatures.Kind.LETTERS, 1.0,
          TextFeatures.Kind.FACT, 4.0);

  /** A feature in fewer mails is left out. */
  private static final int RARE = 2;

  public static final List<String> REASONS =
      List.of(
          "forgot_password",
          "lost_2fa_device",
          "lost_recovery_codes",
          "recovery_codes_invalid",
          "lost_email_access",
          "email_unverified",
          "account_compromised",
          "locked_or_frozen",
          "other");

  private static final List<String> INTENTS =
      List.of(
          "resolved",
          "status",
          "done",
          "answers",
          "question",
          "cannot",
          "thanks",
          "objection",
          "confirm",
          "more_time",
          "other");

  static {
    Linear.disableDebugOutput();
  }

  static final SignScorer VOCABULARY = ReadingFile.standard().scorer();
  static final TopicWords TOPICS = ReadingFile.standard().topics();

  private ModelTraining() {}

  /** Writes the files that ship: {@code ModelTraining [lines | CORPUS FILE]}. */
  public static void main(String[] args) throws IOException {
    if (args.length == 0 || args[0].equals("lines")) {
      lines();
    }
    if (args.length == 1) {
      return;
    }
    Path corpus = args.length > 0 ? Path.of(args[0]) : CorpusMail.FOLDER;
    Path file =
        Path.of(
            args.length > 0
                ? args[1]
                : "src/main/resources/dev/latchkey/triage/learned/opinion.bin");
    List<CorpusMail> mails = CorpusMail.all(corpus).stream().filter(m -> !m.aside()).toList();
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      train(mails, CorpusLine.learned(CorpusLine.Kind.CONSENT)).write(out);
    }
    System.out.printf("%d mails, %d octets%n", mails.size(), Files.size(file));
  }

  private static void lines() throws IOException {
    List<CorpusLine> lines = CorpusLine.learned(CorpusLine.Kind.values());
    Path file = Path.of("src/main/resources/dev/latchkey/triage/learned/lines.bin");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      LineTraining.train(lines).write(out);
    }
    System.out.printf("%d lines, %d octets%n", lines.size(), Files.size(file));
  }

  /**
   * Learns all that {@link OpinionReader} needs.
   *
   * @param lines sentences that are labelled one by one, beside the clauses of the mails
   */
  public static OpinionReader train(List<CorpusMail> mails, List<CorpusLine> lines) {
    KnownWords known = known(mails);
    List<CorpusMail> requests = mails.stream().filter(CorpusMail::request).toList();
    List<CorpusMail> later = mails.stream().filter(mail -> !mail.request()).toList();
    Learned asked = askedModel(requests);
    return new OpinionReader(
        asked.and(intentModel(later)).model(),
        INTENTS.size(),
        ClauseTraining.model(requests, lines, asked, ASKED),
        nameModel(mails, known),
        known,
        reasonSets(requests),
        fingerprint(mails) ^ LineTraining.fingerprint(lines),
        VOCABULARY,
        TOPICS);
  }

  /**
   * A checksum of everything that is learned from: the mails, their labels, and what the vocabulary
   * reads in them.
   */
  public static long fingerprint(List<CorpusMail> mails) {
    CRC32C sum = new CRC32C();
    for (CorpusMail mail : mails) {
      sum.update((mail.labels() + mail.subject()).getBytes(StandardCharsets.UTF_8));
      update(sum, features(mail));
    }
    return sum.getValue();
  }

  static void update(CRC32C sum, int[] features) {
    ByteBuffer octets = ByteBuffer.allocate(features.length * Integer.BYTES);
    octets.asIntBuffer().put(Arrays.stream(features).sorted().toArray());
    sum.update(octets);
  }

  private static int[] features(CorpusMail mail) {
    return OpinionReader.features(
        MailText.of(mail.subject()), MailText.of(mail.text()), VOCABULARY, TOPICS);
  }

  private static ReasonSets reasonSets(List<CorpusMail> mails) {
    return ReasonSets.of(
        REASONS,
        mails.stream()
            .filter(mail -> mail.label("recovery").filter("yes"::equals).isPresent())
            .filter(mail -> mail.label("reasons").isPresent())
            .map(mail -> Set.copyOf(mail.values("reasons")))
            .toList());
  }

  /** One question: what a mail answers, or nothing where it must not count. */
  record Question(String name, Function<CorpusMail, Optional<Boolean>> answer) {}

  /** The questions to a first mail. */
  private static final List<Question> ASKED = asked();

  private static List<Question> asked() {
    List<Question> questions = new ArrayList<>();
    questions.add(new Question("recovery", mail -> mail.label("recovery").map("yes"::equals)));
    for (String reason : REASONS) {
      questions.add(
          new Question(
              reason,
              mail -> mail.label("reasons").map(r -> mail.values("reasons").contains(reason))));
    }
    for (String said :
        List.of("codes=have", "codes=none", "coc=yes", "coc=no", "ack=yes", "ack=no")) {
      String[] pair = said.split("=");
      questions.add(
          new Question(
              said,
              mail ->
                  mail.label("recovery").filter("no"::equals).isPresent()
                      ? Optional.empty()
                      : Optional.of(mail.label(pair[0]).filter(pair[1]::equals).isPresent())));
    }
    return List.copyOf(questions);
  }

  private static Learned askedModel(List<CorpusMail> mails) {
    return textModel(mails, ASKED);
  }

  private static Learned intentModel(List<CorpusMail> mails) {
    return textModel(
        mails,
        INTENTS.stream()
            .map(i -> new Question(i, mail -> mail.label("intent").map(i::equals)))
            .toList());
  }

  private static Learned textModel(List<CorpusMail> mails, List<Question> questions) {
    List<int[]> features = mails.parallelStream().map(ModelTraining::features).toList();
    List<double[]> answers = new ArrayList<>();
    for (Question question : questions) {
      answers.add(
          mails.stream()
              .mapToDouble(
                  mail -> question.answer().apply(mail).map(yes -> yes ? 1.0 : -1.0).orElse(0.0))
              .toArray());
    }
    return learnedOfTexts(questions.stream().map(Question::name).toList(), features, answers);
  }

  private static LinearModel nameModel(List<CorpusMail> mails, KnownWords known) {
    List<int[]> features = new ArrayList<>();
    List<Double> usernames = new ArrayList<>();
    List<Double> projects = new ArrayList<>();
    for (CorpusMail mail : mails) {
      boolean doubtful = "?".equals(mail.labels().get("username"));
      boolean silent = mail.request() && "no".equals(mail.labels().get("recovery"));
      Set<String> username = new HashSet<>(mail.label("username").stream().toList());
      Set<String> project = new HashSet<>(mail.values("projects"));
      List<NameCandidate> candidates = NameCandidate.of(mail.subject(), mail.text(), known, 1);
      for (NameCandidate candidate : candidates) {
        features.add(candidate.features());
        boolean named = username.contains(candidate.text());
        usernames.add(named ? 1.0 : doubtful || silent ? 0.0 : -1.0);
        boolean unsaid = silent || doubtful || (!mail.request() && project.isEmpty());
        projects.add(project.contains(candidate.text()) ? 1.0 : unsaid ? 0.0 : -1.0);
      }
    }
    return learned(
            List.of(OpinionReader.USERNAME, OpinionReader.PROJECT),
            features,
            List.of(
                usernames.stream().mapToDouble(d -> d).toArray(),
                projects.stream().mapToDouble(d -> d).toArray()),
            NAME_COST,
            false)
        .model();
  }

  /**
   * Learns from texts.
   *
   * @param answers by question and text: 1 for yes, -1 for no, 0 where it must not count
   */
  static Learned learnedOfTexts(List<String> names, List<int[]> rows, List<double[]> answers) {
    return learned(names, rows, answers, COST, true);
  }

  /** What was learned of a question: a weight a feature. */
  static final class Weights {
    private final float[] each;
    private final float bias;

    Weights(float[] each, float bias) {
      this.each = each;
      this.bias = bias;
    }

    /** How much speaks for a yes, as a logarithm of odds. */
    double score(int[] row) {
      double sum = 0;
      for (int feature : row) {
        sum += each[feature];
      }
      return sum / Math.pow(Math.max(1, row.length), LinearModel.POWER) + bias;
    }
  }

  /** Weights by question. */
  record Learned(List<String> names, List<Weights> weights) {
    Learned and(Learned other) {
      return new Learned(joined(names, other.names), joined(weights, other.weights));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
      return Stream.concat(some.stream(), others.stream()).toList();
    }

    LinearModel model() {
      float[] biases = new float[weights.size()];
      for (int at = 0; at < biases.length; at++) {
        biases[at] = weights.get(at).bias;
      }
      return LinearModel.of(
          names, weights.stream().map(learned -> learned.each).toArray(float[][]::new), biases);
    }
  }

  private static Learned learned(
      List<String> names, List<int[]> rows, List<double[]> answers, double cost, boolean text) {
    int[] mails = new int[1 << (text ? TextFeatures.BITS : NameCandidates.BITS)];
    for (int[] row : rows) {
      for (int feature : row) {
        mails[feature]++;
      }
    }
    double[] same = weights(mails);
    List<Feature[]> shared = text ? rows.stream().map(row -> nodes(row, same)).toList() : List.of();
    List<Weights> learned =
        answers.parallelStream()
            .map(
                answer -> {
                  double[] worth = text ? same : worth(rows, answer, mails);
                  List<Feature[]> used = new ArrayList<>();
                  List<Double> wanted = new ArrayList<>();
                  for (int row = 0; row < answer.length; row++) {
                    if (answer[row] != 0) {
                      used.add(text ? shared.get(row) : nodes(rows.get(row), worth));
                      wanted.add(answer[row]);
                    }
                  }
                  return weights(used, wanted, worth, cost, 1);
                })
            .toList();
    return new Learned(names, learned);
  }

  /**
   * One question, learned.
   *
   * @param wanted 1 for yes, -1 for no, by row
   * @param balance how much the rarer answer is worth: 1 as much as the other, 0 as often as it is
   */
  static Weights weights(
      List<Feature[]> rows, List<Double> wanted, double[] worth, double cost, double balance) {
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = worth.length + 1;
    problem.bias = 1;
    problem.x = rows.toArray(Feature[][]::new);
    problem.y = wanted.stream().mapToDouble(d -> d).toArray();
    double yes = wanted.stream().filter(answered -> answered > 0).count();
    Parameter parameter = new Parameter(SolverType.L2R_LR, cost, 0.01);
    parameter.setWeights(
        new double[] {
          Math.pow(wanted.size() / (2 * yes), balance),
          Math.pow(wanted.size() / (2 * (wanted.size() - yes)), balance)
        },
        new int[] {1, -1});
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] learned = model.getFeatureWeights();
    float[] each = new float[worth.length];
    for (int feature = 0; feature < each.length; feature++) {
      each[feature] = (float) (sign * learned[feature] * worth[feature]);
    }
    return new Weights(each, (float) (sign * learned[worth.length]));
  }

  static Feature[] nodes(int[] row, double[] worth) {
    double size = 1 / Math.pow(Math.max(1, row.length), LinearModel.POWER);
    List<Feature> nodes = new ArrayList<>(row.length + 1);
    for (int feature : Arrays.stream(row).sorted().toArray()) {
      if (worth[feature] != 0) {
        nodes.add(new FeatureNode(feature + 1, size * worth[feature]));
      }
    }
    nodes.add(new FeatureNode(worth.length + 1, 1));
    return nodes.toArray(Feature[]::new);
  }

  /**
   * How much a feature tells by itself: the log of how much oftener it stands in mails of one
   * answer than of the other (Wang and Manning, Baselines and Bigrams, ACL 2012).
   */
  private static double[] worth(List<int[]> rows, double[] answers, int[] mails) {
    int features = mails.length;
    double[] yes = new double[features];
    double[] no = new double[features];
    double allYes = 0;
    double allNo = 0;
    for (int row = 0; row < answers.length; row++) {
      for (int feature : rows.get(row)) {
        if (answers[row] > 0) {
          yes[feature]++;
        } else if (answers[row] < 0) {
          no[feature]++;
        }
      }
      allYes += answers[row] > 0 ? 1 : 0;
      allNo += answers[row] < 0 ? 1 : 0;
    }
    double[] worth = new double[features];
    for (int feature = 0; feature < features; feature++) {
      if (mails[feature] >= RARE) {
        worth[feature] =
            Math.abs(
                Math.log((yes[feature] + 1) / (allYes + 2))
                    - Math.log((no[feature] + 1) / (allNo + 2)));
      }
    }
    return worth;
  }

  static double[] weights(int[] mails) {
    double[] weights = new double[mails.length];
    for (int feature = 0; feature < mails.length; feature++) {
      if (mails[feature] >= RARE) {
        weights[feature] = WEIGHTS.getOrDefault(TextFeatures.Kind.of(feature), 1.0);
      }
    }
    return weights;
  }

  private static KnownWords known(List<CorpusMail> mails) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (CorpusMail mail : mails) {
      Set<Integer> words = new HashSet<>();
      NameCandidate.of(mail.subject(), mail.text(), new KnownWords(Map.of()), 0)
          .forEach(candidate -> words.add(KnownWords.hash(candidate.text())));
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    counts.replaceAll((word, count) -> Math.min(count, KnownWords.COMMON + 1));
    return new KnownWords(counts);
  }
}

package dev.latchkey.triage.learned;

import dev.latchkey.triage.learned.LinearTrainer.Example;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Makes the model file out of lessons. Where a bar stands is found by cross-validation: each lesson
 * is tried on a model that was trained without its block and those that go with it.
 */
public final class Trainer {
  private static final int FOLDS = 4;
  private static final int ROUNDS = 12;
  private static final double COST = 2;
  private static final double TOKEN_COST = 0.5;

  /** There are few names among many tokens. */
  private static final double NAME_COST = 2;

  /** A feature of one lesson only says nothing of another. */
  private static final int LEAST = 2;

  /** A word is known if so many lessons hold it. */
  private static final int LEAST_KNOWN = 2;

  private static final Map<Question.Part, Integer> ROWS =
      Map.of(
          Question.Part.REQUEST, 40_000,
          Question.Part.REPLY, 40_000,
          Question.Part.OWNER, 30_000,
          Question.Part.TOKEN, 20_000);

  /** The rules alone are enough for an objection. */
  /** The rules were made for mails that the corpus has none of, so their word counts a bit more. */
  private static final float TRUST = 0.3f;

  /** A share of the lessons that may be wrong more for that. */
  private static final double TOLERATED = 0.01;

  private static final float ALWAYS = -99;

  /** Nearer to the bar than this no answer is sure. */
  private static final float LEAST_DOUBT = 0.4f;

  /** Lower than where most are right: an objection that is not heard costs more than a pause. */
  private static final float HEARD = -0.45f;

  private final Concepts concepts = new Concepts();
  private final TextFeatures features = new TextFeatures(concepts);
  private final Map<Question.Part, List<Lesson>> lessons = new EnumMap<>(Question.Part.class);
  private final Map<Question, Bars> bars = new EnumMap<>(Question.class);
  private final Map<Question.Part, LinearModel> models = new EnumMap<>(Question.Part.class);
  private final BitSet known = new BitSet(Tokens.KNOWN);

  private Trainer() {}

  private static <K, V> V at(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  /** The octets of the model file. */
  public static byte[] train(List<Lesson> requests, List<Lesson> replies, List<Lesson> owners) {
    Trainer trainer = new Trainer();
    trainer.lessons.put(Question.Part.REQUEST, requests);
    trainer.lessons.put(Question.Part.REPLY, replies);
    trainer.lessons.put(Question.Part.OWNER, owners);
    trainer.lessons.put(Question.Part.TOKEN, requests);
    trainer.texts(Question.Part.REQUEST);
    trainer.texts(Question.Part.REPLY);
    trainer.texts(Question.Part.OWNER);
    trainer.tokens();
    return trainer.file();
  }

  private byte[] file() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      for (Question question : Question.values()) {
        Bars bar = at(bars, question);
        out.writeFloat(bar.silent());
        out.writeFloat(bar.agreeing());
        out.writeFloat(bar.doubt());
      }
      for (Question.Part part : Question.Part.values()) {
        at(models, part).write(out);
      }
      out.write(Arrays.copyOf(known.toByteArray(), Tokens.KNOWN / Byte.SIZE));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return octets.toByteArray();
  }

  private void texts(Question.Part part) {
    List<Lesson> all = at(lessons, part);
    Bag bag = new Bag();
    List<int[]> found = new ArrayList<>();
    for (Lesson lesson : all) {
      bag.clear();
      features.add(FoldedText.of(lesson.subject()), FoldedText.of(lesson.written()), bag);
      found.add(bag.ids());
    }
    List<int[]> kept = often(found);
    Map<Question, double[]> margins = new EnumMap<>(Question.class);
    float[][] weights = new float[part.questions().size()][];
    for (Question question : part.questions()) {
      margins.put(question, cross(all, kept, question));
      weights[question.place()] = weights(all, kept, question, lesson -> true);
    }
    int[] rows = rows(weights, part);
    BitSet has = new BitSet();
    for (int row : rows) {
      has.set(row);
    }
    kept.replaceAll(ids -> Arrays.stream(ids).filter(has::get).toArray());
    for (Question question : part.questions()) {
      weights[question.place()] = weights(all, kept, question, lesson -> true);
    }
    models.put(part, LinearModel.of(weights, rows));
    switch (part) {
      case REQUEST -> requestBars(all, margins);
      case REPLY -> replyBars(all, margins);
      case OWNER -> ownerBars(all, margins);
      case TOKEN -> throw new AssertionError("tokens are no texts");
    }
  }

  private static List<int[]> often(List<int[]> found) {
    int[] counts = new int[Bag.SIZE];
    for (int[] ids : found) {
      for (int id : ids) {
        counts[id]++;
      }
    }
    List<int[]> kept = new ArrayList<>(found);
    kept.replaceAll(ids -> Arrays.stream(ids).filter(id -> counts[id] >= LEAST).toArray());
    return kept;
  }

  private static float[] weights(
      List<Lesson> all, List<int[]> found, Question question, Predicate<Lesson> learned) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Boolean answer = all.get(i).answers().get(question);
      if (answer != null && learned.test(all.get(i))) {
        examples.add(Example.of(found.get(i), answer));
      }
    }
    return LinearTrainer.train(examples, ROUNDS, COST, 1);
  }

  /** What is said of each lesson by a model that has not seen it. */
  private static double[] cross(List<Lesson> all, List<int[]> found, Question question) {
    double[] margins = new double[all.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      float[] weights = weights(all, found, question, lesson -> lesson.block() % FOLDS != out);
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).block() % FOLDS == fold) {
          margins[i] = LinearTrainer.score(weights, Example.of(found.get(i), true));
        }
      }
    }
    return margins;
  }

  /** The features that say most, in ascending order. */
  private static int[] rows(float[][] weights, Question.Part part) {
    float[] most = new float[Bag.SIZE];
    for (float[] model : weights) {
      for (int id = 0; id < Bag.SIZE; id++) {
        most[id] = Math.max(most[id], Math.abs(model[id]));
      }
    }
    return IntStream.range(0, Bag.SIZE)
        .filter(id -> most[id] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer id) -> -most[id]))
        .limit(at(ROWS, part))
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  // Where the bars stand

  private record Tried(double margin, boolean yes, boolean rules) {}

  private static List<Tried> tried(List<Lesson> all, double[] margins, Question question) {
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Boolean answer = all.get(i).answers().get(question);
      if (answer != null) {
        tried.add(new Tried(margins[i], answer, all.get(i).rules().contains(question)));
      }
    }
    return tried;
  }

  private static double right(List<Tried> tried, double bar, double noCounts) {
    double right = 0;
    for (Tried one : tried) {
      if ((one.margin() > bar) == one.yes()) {
        right += one.yes() ? 1 : noCounts;
      }
    }
    return right;
  }

  /** The bar at which most are right; few lessons do not move it far from that of all. */
  private static float bar(List<Tried> some, List<Tried> all, double noCounts) {
    double best = -1;
    int at = 0;
    for (int step = -30; step <= 30; step++) {
      double bar = step / 20.0;
      double right = right(some, bar, noCounts) + 15 * right(all, bar, noCounts) / all.size();
      if (right > best + 1e-9) {
        best = right;
        at = step;
      }
    }
    return at / 20f;
  }

  /** The lowest bar by which hardly more are wrong: where it costs little, the rules are right. */
  private static float lowestBar(List<Tried> agreed, float highest, int all) {
    double best = 0;
    for (int step = -30; step <= 30; step++) {
      best = Math.max(best, right(agreed, step / 20.0, 1));
    }
    for (int step = -30; step / 20f < highest; step++) {
      if (right(agreed, step / 20.0, 1) >= best - TOLERATED * all) {
        return step / 20f;
      }
    }
    return highest;
  }

  /** So far from the bar nearly all that the rules do not say, too, are right. */
  private static float doubt(List<Tried> tried, float silent, float agreeing, double wanted) {
    for (int step = 0; step < 40; step++) {
      int right = 0;
      int of = 0;
      for (Tried one : tried) {
        double above = one.margin() - (one.rules() ? agreeing : silent);
        if (Math.abs(above) > step / 20.0 && (above > 0) != one.rules()) {
          of++;
          right += (above > 0) == one.yes() ? 1 : 0;
        }
      }
      if (right >= wanted * of) {
        return step / 20f;
      }
    }
    return 2;
  }

  private void requestBars(List<Lesson> all, Map<Question, double[]> margins) {
    margins.forEach(
        (question, margin) -> {
          List<Tried> tried = tried(all, margin, question);
          double noCounts = question == Question.RECOVERY ? 1.6 : 1;
          float silent = bar(tried.stream().filter(one -> !one.rules()).toList(), tried, noCounts);
          List<Tried> agreed = tried.stream().filter(Tried::rules).toList();
          float agreeing = Math.min(silent - TRUST, lowestBar(agreed, silent, tried.size()));
          bars.put(
              question,
              new Bars(
                  silent, agreeing, Math.max(LEAST_DOUBT, doubt(tried, silent, agreeing, 0.97))));
          report(question, tried);
        });
  }

  private void report(Question question, List<Tried> tried) {
    Bars bar = at(bars, question);
    int[] counts = new int[5];
    for (Tried one : tried) {
      boolean says = one.margin() > (one.rules() ? bar.agreeing() : bar.silent());
      counts[0] += says && one.yes() ? 1 : 0;
      counts[1] += says && !one.yes() ? 1 : 0;
      counts[2] += !says && one.yes() ? 1 : 0;
      counts[3] += one.rules() && one.yes() ? 1 : 0;
      counts[4] += one.rules() && !one.yes() ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%-24s silent %.2f agreeing %.2f doubt %.2f: right yes %d, wrong yes %d, missed %d"
            + " (rules alone: %d, %d)%n",
        question,
        bar.silent(),
        bar.agreeing(),
        bar.doubt(),
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4]);
  }

  private void replyBars(List<Lesson> all, Map<Question, double[]> margins) {
    for (Question question : Question.Part.REPLY.questions()) {
      bars.put(question, new Bars(0, 0, 0));
    }
    resolvedBars(all, margins);
    for (Question question : List.of(Question.IS_STATUS, Question.IS_DONE)) {
      List<Tried> tried = tried(all, at(margins, question), question);
      float silent = precise(tried.stream().filter(one -> !one.rules()).toList());
      float agreeing =
          lowestBar(tried.stream().filter(Tried::rules).toList(), silent, tried.size());
      bars.put(question, new Bars(silent, agreeing, 0));
    }
    for (Question question : Question.Part.REPLY.questions()) {
      report(question, tried(all, at(margins, question), question));
    }
  }

  /** The lowest bar above which four of five are right. */
  private static float precise(List<Tried> tried) {
    for (int step = -10; step <= 30; step++) {
      int right = 0;
      int of = 0;
      for (Tried one : tried) {
        if (one.margin() > step / 20.0) {
          of++;
          right += one.yes() ? 1 : 0;
        }
      }
      if (right >= 0.8 * of) {
        return step / 20f;
      }
    }
    return 2;
  }

  /** Nothing may be closed wrongly: both bars stand above every wrong answer, and a bit higher. */
  private void resolvedBars(List<Lesson> all, Map<Question, double[]> of) {
    double[] margins = at(of, Question.IS_RESOLVED);
    float silent = 0.3f;
    float agreeing = -0.5f;
    for (int i = 0; i < all.size(); i++) {
      if (!at(all.get(i).answers(), Question.IS_RESOLVED)) {
        float above = (float) Math.ceil(margins[i] * 20) / 20 + 0.1f;
        if (all.get(i).rules().contains(Question.IS_RESOLVED)) {
          agreeing = Math.max(agreeing, above);
        } else if (all.get(i).hints().contains(Question.IS_RESOLVED)) {
          silent = Math.max(silent, above);
        }
      }
    }
    bars.put(Question.IS_RESOLVED, new Bars(silent, agreeing, 0));
    int strict = 0;
    int hinted = 0;
    for (int i = 0; i < all.size(); i++) {
      if (at(all.get(i).answers(), Question.IS_RESOLVED)) {
        boolean rules = all.get(i).rules().contains(Question.IS_RESOLVED);
        strict += rules && margins[i] > agreeing ? 1 : 0;
        hinted +=
            !rules && all.get(i).hints().contains(Question.IS_RESOLVED) && margins[i] > silent
                ? 1
                : 0;
      }
    }
    System.out.println("resolved by both: strict " + strict + ", hinted " + hinted);
  }

  private void ownerBars(List<Lesson> all, Map<Question, double[]> margins) {
    List<Tried> objects = tried(all, at(margins, Question.OBJECTS), Question.OBJECTS);
    bars.put(Question.OBJECTS, new Bars(HEARD, ALWAYS, 0));
    float agrees = -0.2f;
    for (int i = 0; i < all.size(); i++) {
      if (at(all.get(i).answers(), Question.OBJECTS)
          && all.get(i).rules().contains(Question.AGREES)
          && at(margins, Question.OBJECTS)[i] <= HEARD) {
        agrees = Math.max(agrees, (float) at(margins, Question.AGREES)[i] + 0.1f);
      }
    }
    int both = 0;
    int wrongly = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).rules().contains(Question.AGREES)
          && at(margins, Question.OBJECTS)[i] <= HEARD
          && at(margins, Question.AGREES)[i] > agrees) {
        both += at(all.get(i).answers(), Question.AGREES) ? 1 : 0;
        wrongly +=
            at(all.get(i).answers(), Question.AGREES)
                    || all.get(i).hints().contains(Question.UNCLEAR)
                ? 0
                : 1;
      }
    }
    System.out.println("agreed by both: right " + both + ", wrong " + wrongly);
    bars.put(Question.AGREES, new Bars(agrees, agrees, 0));
    bars.put(Question.UNCLEAR, new Bars(0, 0, 0));
    report(Question.OBJECTS, objects);
    report(Question.AGREES, tried(all, at(margins, Question.AGREES), Question.AGREES));
  }

  // Tokens

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Token(int lesson, String text, int[] features) {}

  private void tokens() {
    List<Lesson> all = at(lessons, Question.Part.TOKEN);
    int[] counts = new int[Tokens.KNOWN];
    for (Question.Part part :
        List.of(Question.Part.REQUEST, Question.Part.REPLY, Question.Part.OWNER)) {
      for (Lesson lesson : at(lessons, part)) {
        words(lesson).forEach(word -> counts[word]++);
      }
    }
    IntStream.range(0, Tokens.KNOWN)
        .filter(word -> counts[word] >= LEAST_KNOWN)
        .forEach(known::set);
    List<Token> found = new ArrayList<>();
    Bag bag = new Bag();
    for (int i = 0; i < all.size(); i++) {
      Lesson lesson = all.get(i);
      // A word is known from the other lessons, as it would be in a mail that is none.
      BitSet others = (BitSet) known.clone();
      words(lesson).stream().filter(word -> counts[word] == LEAST_KNOWN).forEach(others::clear);
      Tokens tokens = new Tokens(lesson.subject(), lesson.written(), concepts, others);
      for (int at = 0; at < tokens.list().size(); at++) {
        if (tokens.mayBeName(at)) {
          bag.clear();
          tokens.features(at, bag);
          found.add(new Token(i, tokens.list().get(at).text(), bag.ids()));
        }
      }
    }
    Map<Question, double[]> margins = new EnumMap<>(Question.class);
    float[][] weights = new float[Question.Part.TOKEN.questions().size()][];
    for (Question question : Question.Part.TOKEN.questions()) {
      double[] margin = new double[found.size()];
      for (int fold = 0; fold < FOLDS; fold++) {
        int out = fold;
        float[] model =
            tokenWeights(
                all, found, question, token -> all.get(token.lesson()).block() % FOLDS != out);
        for (int i = 0; i < found.size(); i++) {
          if (all.get(found.get(i).lesson()).block() % FOLDS == fold) {
            margin[i] = LinearTrainer.score(model, Example.of(found.get(i).features(), true));
          }
        }
      }
      margins.put(question, margin);
      weights[question.place()] = tokenWeights(all, found, question, token -> true);
    }
    models.put(Question.Part.TOKEN, LinearModel.of(weights, rows(weights, Question.Part.TOKEN)));
    nameBars(all, found, at(margins, Question.ACCOUNT_NAME));
    projectBars(all, found, at(margins, Question.PROJECT));
  }

  private Set<Integer> words(Lesson lesson) {
    Set<Integer> words = new HashSet<>();
    new Tokens(lesson.subject(), lesson.written(), concepts, new BitSet())
        .list()
        .forEach(token -> words.add(Tokens.hash(token.text()) & (Tokens.KNOWN - 1)));
    return words;
  }

  private static float[] tokenWeights(
      List<Lesson> all, List<Token> found, Question question, Predicate<Token> learned) {
    List<Example> examples = new ArrayList<>();
    for (Token token : found) {
      Set<String> names = all.get(token.lesson()).names().get(question);
      if (names != null && learned.test(token)) {
        examples.add(Example.of(token.features(), names.contains(token.text())));
      }
    }
    return LinearTrainer.train(examples, 8, TOKEN_COST, NAME_COST);
  }

  private void nameBars(List<Lesson> all, List<Token> found, double[] margins) {
    int best = -1;
    for (int least = -16; least <= -8; least++) {
      for (int bonus = 0; bonus <= 30; bonus++) {
        Map<Integer, Integer> chosen = new HashMap<>();
        double[] scores = new double[found.size()];
        for (int i = 0; i < found.size(); i++) {
          Token token = found.get(i);
          boolean rules =
              all.get(token.lesson()).rulesName().filter(token.text()::equals).isPresent();
          scores[i] = margins[i] + (rules ? bonus / 10.0 : 0);
          Integer before = chosen.get(token.lesson());
          if (scores[i] > least / 20.0 && (before == null || scores[i] > scores[before])) {
            chosen.put(token.lesson(), i);
          }
        }
        int right = 0;
        for (int i = 0; i < all.size(); i++) {
          if (all.get(i).name().isPresent()) {
            Integer at = chosen.get(i);
            Optional<String> said =
                at == null ? all.get(i).rulesName() : Optional.of(found.get(at).text());
            right += said.equals(all.get(i).name().get()) ? 1 : 0;
          }
        }
        if (right >= best - 2) {
          best = Math.max(best, right);
          bars.put(Question.ACCOUNT_NAME, new Bars(least / 20f, bonus / 10f, 0));
        }
      }
    }
  }

  /** The bar at which right names outweigh wrong ones most (F1). */
  private void projectBars(List<Lesson> all, List<Token> found, double[] margins) {
    double best = -1;
    for (int step = -16; step <= 4; step++) {
      double right = 0;
      double wrong = 0;
      double missed = 0;
      for (int i = 0; i < found.size(); i++) {
        Set<String> names = all.get(found.get(i).lesson()).names().get(Question.PROJECT);
        if (names != null) {
          boolean says = margins[i] > step / 20.0;
          boolean yes = names.contains(found.get(i).text());
          right += says && yes ? 1 : 0;
          wrong += says && !yes ? 1 : 0;
          missed += !says && yes ? 1 : 0;
        }
      }
      double share = right / (right + 0.5 * (wrong + missed));
      if (share > best) {
        best = share;
        bars.put(Question.PROJECT, new Bars(step / 20f, 0, 0));
      }
    }
    System.out.printf(
        Locale.ROOT, "projects: bar %.2f, F1 %.2f%n", at(bars, Question.PROJECT).silent(), best);
  }
}

package dev.latchkey.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.strangers.Stranger.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether an account exists, who else claims it, what there is to lose and whether what a stranger
 * says of it is true: none of it shows in the letters that they get, nor in the time that these
 * take. The desk runs in its own threads, on real servers, by a clock that goes on. {@code
 * -Dlatchkey.strangers=400} asks by as many of each kind.
 */
@Timeout(1800)
class SameForEveryStrangerTest {
  private static final int OF_EACH = Integer.getInteger("latchkey.strangers", 40);

  /** So seldom two equal ones look as different; there are 28 comparisons. */
  private static final double SELDOM = 1e-5;

  private final Random order = new Random(20_261_127);

  @TempDir private Path folder;

  /** What a stall of the machine makes is not there a second time; what the desk makes is. */
  @Test
  void nothingTellsAStrangerWhatAnAccountIsLike() throws Exception {
    Set<String> different = differences("once");
    if (!different.isEmpty()) {
      different.retainAll(differences("again"));
    }
    assertThat(different).isEmpty();
  }

  /**
   * All strangers ask, and get the same letters.
   *
   * @return the groups of them that wait for unlike times, in words
   */
  private Set<String> differences(String name) throws Exception {
    List<Stranger> strangers = new ArrayList<>();
    for (int round = 0; round < OF_EACH; round++) {
      for (Kind kind : Kind.values()) {
        strangers.add(new Stranger(strangers.size(), kind, round % 2 == 0));
      }
    }
    Map<Step, Map<Stranger, Double>> waited = new EnumMap<>(Step.class);
    Path files = Files.createDirectory(folder.resolve(name));
    try (Crowd crowd = new Crowd(SameForEveryStrangerTest.class, files, strangers, order)) {
      crowd.rivalsAsk();
      for (Step step : Step.values()) {
        waited.put(step, crowd.take(step));
      }
      Map<List<String>, List<Stranger>> read =
          strangers.stream().collect(Collectors.groupingBy(crowd::letters));
      assertThat(read.keySet()).as("%s", crowd.outcomes()).hasSize(1);
      System.out.printf(
          "strangers=%d letters of each=%d %s%n",
          strangers.size(), read.keySet().iterator().next().size(), crowd.outcomes());
    }
    assertThat(waited.get(Step.REQUEST)).hasSameSizeAs(strangers);
    assertThat(waited.get(Step.STATUS)).hasSameSizeAs(strangers);
    Set<String> found = new TreeSet<>();
    waited.forEach(
        (step, delays) -> {
          assertThat(delays.size()).isIn(0, strangers.size());
          found.addAll(unlike(step + " by kind", delays, Stranger::kind));
          found.addAll(unlike(step + " by facts", delays, Stranger::facts));
        });
    return found;
  }

  /** Groups of waits that differ by more than chance makes them. */
  private static <G extends Comparable<G>> List<String> unlike(
      String what, Map<Stranger, Double> delays, Function<Stranger, G> group) {
    Map<G, double[]> groups =
        delays.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    one -> group.apply(one.getKey()),
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        list -> list.stream().mapToDouble(Map.Entry::getValue).toArray())));
    List<String> unlike = new ArrayList<>();
    List<G> names = List.copyOf(groups.keySet());
    System.out.println(
        what
            + groups.entrySet().stream()
                .map(it -> " %s %.3f s".formatted(it.getKey(), median(it.getValue())))
                .collect(Collectors.joining(",")));
    for (int i = 0; i < names.size(); i++) {
      for (G other : names.subList(i + 1, names.size())) {
        double[] one = groups.get(names.get(i));
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(one, groups.get(other));
        System.out.printf("  %s / %s: p = %.4f%n", names.get(i), other, p);
        if (p <= SELDOM) {
          unlike.add("%s: %s and %s".formatted(what, names.get(i), other));
        }
      }
    }
    return unlike;
  }

  private static double median(double[] values) {
    return StatUtils.percentile(values, 50);
  }
}

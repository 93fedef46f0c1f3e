package dev.latchkey.bench;

import dev.latchkey.bench.TestReports.Count;
import dev.latchkey.config.InvalidConfigurationException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * All faults of {@code src/test/resources/fault-cases.tsv}, one after the other, on the servers of
 * {@code src/bench/servers.sh}, then the tests that hold the rest. Started by {@code
 * src/bench/faults.sh}; ends with 1 where something did not hold.
 */
@NullMarked
public final class FaultSuite {
  /** Debian's; steps the clock of a process that is started with it. */
  static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  private static final String HEAD =
      "| | fault | what was done | mails | lost | twice | letters handed over twice | longest wait | |\n"
          + "|---|---|---|---|---|---|---|---|---|";

  private final BenchServers servers;
  private final Path jar;
  private final Play.Size size;
  private final long seed;

  private FaultSuite(BenchServers servers, Path jar, Play.Size size, long seed) {
    this.servers = servers;
    this.jar = jar;
    this.size = size;
    this.seed = seed;
  }

  /** What is played on the servers, by the keys of the list. */
  static Map<String, Play> plays() {
    Map<String, Play> plays = new HashMap<>(ProcessPlays.all());
    plays.putAll(MailboxPlays.all());
    plays.putAll(DatabasePlays.all());
    plays.putAll(HalfOpen.all());
    return plays;
  }

  /**
   * Arguments: the directory of the servers, the jar, mails, faults and runs, a seed, which keys
   * with commas between them or {@code all}, and {@code tests} or {@code no-tests}.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FaultSuite suite =
        new FaultSuite(
            new BenchServers(Path.of(arguments[0])),
            Path.of(arguments[1]),
            new Play.Size(
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4])),
            Long.parseLong(arguments[5]));
    List<String> only = List.of(arguments[6].split(","));
    List<FaultCase> cases = FaultCase.all();
    List<String> unknown = new ArrayList<>(only);
    unknown.removeAll(cases.stream().map(FaultCase::key).toList());
    unknown.remove("all");
    if (!unknown.isEmpty()) {
      System.err.println(
          "faults.sh: no fault "
              + String.join(", ", unknown)
              + "; there are "
              + cases.stream().map(FaultCase::key).collect(Collectors.joining(" ")));
      System.exit(64);
    }
    boolean held =
        suite.run(
            cases.stream().filter(it -> only.contains("all") || only.contains(it.key())).toList(),
            arguments[7].equals("tests"));
    System.exit(held ? 0 : 1);
  }

  private boolean run(List<FaultCase> cases, boolean tests)
      throws IOException, InterruptedException {
    Map<String, Play> plays = plays();
    Map<String, Played> played = new HashMap<>();
    for (FaultCase one : cases) {
      Play play = plays.get(one.key());
      if (play != null) {
        Instant begun = Instant.now();
        Played result = play(one.key(), play);
        played.put(one.key(), result);
        System.err.printf(
            Locale.ROOT,
            "%d s, load %.0f: %s%n",
            Duration.between(begun, Instant.now()).toSeconds(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            result.row(one.key(), one.words()));
      }
    }
    if (tests) {
      List<String> names =
          cases.stream().flatMap(it -> it.tests().stream()).distinct().sorted().toList();
      if (!names.isEmpty()) {
        System.err.println(names.size() + " classes of tests run");
        TestReports.run(names, servers.directory().resolve("tests.log"));
      }
    }
    boolean held = true;
    System.out.println(HEAD);
    for (FaultCase one : cases) {
      Count count = tests ? TestReports.of(one.tests()) : new Count(0, 0);
      Played play = played.get(one.key());
      System.out.println(row(one, play, tests, count));
      held &= count.failed() == 0 && (play == null || play.held());
    }
    return held;
  }

  /** By a seed of its own, so that a fault alone is played as it was among the others. */
  private Played play(String key, Play play) throws InterruptedException {
    try (Stage stage = new Stage(servers, jar, size.people(), new Random(seed + key.hashCode()))) {
      return play.on(stage, size);
    } catch (IOException | SQLException | InvalidConfigurationException | RuntimeException e) {
      e.printStackTrace();
      return new Played(
          "it broke off", 0, 0, 0, 0, Duration.ZERO, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static String row(FaultCase one, @Nullable Played play, boolean tests, Count count) {
    String tested =
        one.tests().isEmpty()
            ? ""
            : String.join(", ", one.tests().stream().map(name -> "`" + name + "`").toList())
                + (tests ? ": %d tests".formatted(count.ran()) : ": not run");
    String failed = count.failed() == 0 ? "" : count.failed() + " tests failed";
    if (play == null) {
      String held = tests && !one.tests().isEmpty() ? "held" : "not played";
      return "| %s | %s | %s | – | – | – | – | – | %s |"
          .formatted(
              one.key(),
              one.words(),
              joined(tested, one.missing()),
              failed.isEmpty() ? held : "**not held**: " + failed);
    }
    List<String> differences =
        Stream.concat(play.differences().stream(), Stream.of(failed))
            .filter(it -> !it.isEmpty())
            .toList();
    return new Played(
            joined(play.did(), tested, one.missing()),
            play.mails(),
            play.lost(),
            play.twice(),
            play.again(),
            play.longest(),
            differences)
        .row(one.key(), one.words());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }

  /** Waits until MariaDB answers after it was started again. */
  static void awaitDatabase() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (!databaseAnswers()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("MariaDB does not come back");
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  static boolean databaseAnswers() {
    try (Connection connection = DeskBenchmark.connect("")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }
}

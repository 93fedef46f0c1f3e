package dev.latchkey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Runs tests by Maven, all at once, and reads what became of them. */
@NullMarked
final class TestReports {
  private static final Path FOLDER = Path.of("target/surefire-reports");
  private static final Pattern SUITE =
      Pattern.compile(
          "<testsuite [^>]*\\btests=\"(\\d+)\"[^>]*\\berrors=\"(\\d+)\"[^>]*"
              + "\\bskipped=\"(\\d+)\"[^>]*\\bfailures=\"(\\d+)\"");

  private TestReports() {}

  /**
   * What became of the tests of a class, or of several.
   *
   * @param ran how many ran
   * @param failed how many of them did not hold, and classes without a report
   */
  record Count(int ran, int failed) {}

  static void run(List<String> tests, Path log) throws IOException, InterruptedException {
    for (String test : tests) {
      for (Path report : reports(test)) {
        Files.delete(report);
      }
    }
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "surefire:test"));
    command.add("-Dtest=" + String.join(",", tests));
    command.add("-Dmaven.test.failure.ignore=true");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("mvn surefire:test ended with " + exit + ", see " + log);
    }
  }

  static Count of(List<String> tests) throws IOException {
    int ran = 0;
    int failed = 0;
    for (String test : tests) {
      List<Path> reports = reports(test);
      failed += reports.isEmpty() ? 1 : 0;
      for (Path report : reports) {
        Matcher suite = SUITE.matcher(Files.readString(report));
        if (!suite.find()) {
          throw new IOException("no report of tests: " + report);
        }
        ran += Integer.parseInt(suite.group(1)) - Integer.parseInt(suite.group(3));
        failed += Integer.parseInt(suite.group(2)) + Integer.parseInt(suite.group(4));
      }
    }
    return new Count(ran, failed);
  }

  private static List<Path> reports(String test) throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("." + test + ".xml"))
          .toList();
    }
  }
}

package dev.latchkey.triage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a list beside a project is one. */
class ListedNamesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "I maintain gale, breeze and whisper.|gale breeze whisper",
        "Ich betreue gale, breeze und whisper.|gale breeze whisper",
        "Llevo gale, breeze y whisper.|gale breeze whisper",
        "J'ai les projets gale, breeze et whisper.|gale breeze whisper",
        "Cuido de gale, breeze e whisper.|gale breeze whisper",
        "gale、breeze と whisper を作っています。|gale breeze whisper",
        "我的包有 gale、breeze 和 whisper。|gale breeze whisper",
        "I maintain \"gale\", \"breeze\" and the \"whisper\".|gale breeze whisper",
        "My gale is at breeze; ask whisper.|breeze",
        "gale breeze whisper|breeze"
      })
  void ofAListInWhichOneIsAProjectAllAre(String text, String projects) {
    // Nobody but "breeze" is surely one.
    List<NameCandidate> names = new ArrayList<>();
    for (String name : List.of("gale", "breeze", "whisper")) {
      names.add(new NameCandidate(name, text.indexOf(name), false, new int[0]));
    }
    double[] likely = {0.08, 0.9, 0.06};

    assertThat(read(text, names, likely, new double[3]))
        .containsExactlyElementsOf(Arrays.asList(projects.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.08", "0.0, 0.01"})
  void theAccountIsNone(double account, double likely) {
    String text = "kim and gale";
    List<NameCandidate> names =
        List.of(
            new NameCandidate("kim", 0, false, new int[0]),
            new NameCandidate("gale", 8, false, new int[0]));

    assertThat(read(text, names, new double[] {likely, 0.9}, new double[] {account, 0}))
        .containsExactly("gale");
  }

  private static List<String> read(
      String text, List<NameCandidate> names, double[] likely, double[] account) {
    boolean[] projects = ListedNames.projects(text, names, likely, account);
    return IntStream.range(0, projects.length)
        .filter(at -> projects[at])
        .mapToObj(at -> names.get(at).text())
        .toList();
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** README says which story tells how each proof and each level counts, and how not. */
@NullMarked
class EvidenceStoriesTest {
  private static final String HEAD =
      "| proof or level | it counts | it does not |\n|---|---|---|\n";
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{2,3}\\b");

  @Test
  void eachProofAndEachLevelHasARow() throws IOException {
    assertThat(table().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of(EvidenceClass.values()), Stream.of(Level.values()))
                .map(Enum::name)
                .toList());
  }

  @Test
  void eachRowNamesStoriesThatThereAre() throws IOException {
    Set<String> stories = stories();
    for (Map.Entry<String, List<String>> row : table().entrySet()) {
      for (String cell : row.getValue()) {
        if (!cell.equals("–")) {
          assertThat(numbers(cell)).as("%s: %s", row.getKey(), cell).isNotEmpty();
        }
        assertThat(stories).as("%s: %s", row.getKey(), cell).containsAll(numbers(cell));
      }
    }
  }

  /** Nothing but the floor, at which nothing counts, leaves one of the two out. */
  @Test
  void onlyTheFloorHasNoStoryOfSuccess() throws IOException {
    assertThat(table().entrySet())
        .filteredOn(row -> row.getValue().contains("–"))
        .extracting(Map.Entry::getKey)
        .containsExactly(Level.FLOOR.name());
  }

  private static Map<String, List<String>> table() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf(HEAD);
    assertThat(from).as("the table of stories in README.md").isPositive();
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : readme.substring(from + HEAD.length()).lines().toList()) {
      if (!line.startsWith("|")) {
        return rows;
      }
      List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
      rows.put(cells.get(1), new ArrayList<>(cells.subList(2, 4)));
    }
    return rows;
  }

  private static List<String> numbers(String cell) {
    return NUMBER.matcher(cell).results().map(MatchResult::group).toList();
  }

  private static Set<String> stories() throws IOException {
    try (Stream<Path> folders = Files.list(Conversation.STORIES)) {
      return folders
          .map(folder -> folder.getFileName().toString().replaceAll("-.*", ""))
          .collect(Collectors.toSet());
    }
  }
}

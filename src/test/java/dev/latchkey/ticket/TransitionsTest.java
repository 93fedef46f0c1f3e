package dev.latchkey.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compares every pair of state and event with {@code src/test/resources/ticket/transitions.txt}.
 */
class TransitionsTest {
  private static final Path TABLE = Path.of("src/test/resources/ticket/transitions.txt");
  private static final Pattern LINE =
      Pattern.compile("(\\w+) +in (every state|[\\w ]+?) +(?:stays|leads to (\\w+))");

  @Test
  void everyPairOfStateAndEventIsAsTheTableSays() throws IOException {
    Map<String, String> expected = written();

    Map<String, String> actual = new TreeMap<>();
    for (TicketEvent event : TicketEvent.values()) {
      for (TicketState state : TicketState.values()) {
        Transitions.next(state, event).ifPresent(to -> actual.put(pair(event, state), to.name()));
      }
    }

    assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void everyEventIsWrittenDown() throws IOException {
    assertThat(written().keySet())
        .extracting(pair -> pair.substring(0, pair.indexOf(' ')))
        .contains(List.of(TicketEvent.values()).stream().map(Enum::name).toArray(String[]::new));
  }

  @Test
  void onlyAnApprovalLeadsTowardsAReset() {
    for (TicketState from : TicketState.values()) {
      for (TicketEvent event : TicketEvent.values()) {
        Transitions.next(from, event)
            .filter(to -> to != from)
            .ifPresent(
                to -> {
                  if (to == TicketState.COOLING_OFF) {
                    assertThat(event).isEqualTo(TicketEvent.APPROVED);
                  }
                  if (to == TicketState.EXECUTING) {
                    assertThat(from).isEqualTo(TicketState.COOLING_OFF);
                  }
                });
      }
    }
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> table = new TreeMap<>();
    for (String line : Files.readAllLines(TABLE)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line.strip());
      assertThat(parts.matches()).as(line).isTrue();
      for (String from : states(parts.group(2))) {
        String to = parts.group(3) == null ? from : parts.group(3);
        assertThat(table.put(parts.group(1) + " in " + from, to)).as("twice: " + line).isNull();
      }
    }
    return table;
  }

  private static List<String> states(String text) {
    List<String> states = new ArrayList<>();
    if (text.equals("every state")) {
      for (TicketState state : TicketState.values()) {
        states.add(state.name());
      }
      return states;
    }
    return List.of(text.split(" +"));
  }

  private static String pair(TicketEvent event, TicketState state) {
    return event + " in " + state;
  }
}

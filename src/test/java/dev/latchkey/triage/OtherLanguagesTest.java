package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.request.RequestReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Plain requests in languages of which no mail was learned: the words of their files are enough.
 */
class OtherLanguagesTest {
  private static final Path MAILS =
      Path.of("src/test/resources/dev/latchkey/triage/other-languages.txt");

  private final TriageReader triage = Desk.triage();

  @Test
  void arePlainlyUnderstood() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(MAILS)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" \\| ", 3);
        String found = found(triage.read(TypedMail.first(parts[1], parts[2])).request());
        if (!found.equals(parts[0])) {
          wrong.add(line + " -> " + found);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String found(RequestReading read) {
    return read.recovery()
        ? read.reasons().stream().map(Reason::word).sorted().collect(Collectors.joining(","))
        : "no";
  }
}

package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.request.ReadingForms;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each sign of a concern has sentences that it must read and others that it must not. */
class ConcernReaderTest {
  private final ConcernReader reader = new ConcernReader(ReadingForms.shipped());

  @Test
  void eachSentenceIsReadAsWhatItIsAbout() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] line : ReadingForms.lines("concerns.txt")) {
      ConcernReading read = reader.read("", line[1]);
      String concern = read.concern().map(Concern::word).orElse("none");
      if (!concern.equals(line[0])) {
        wrong.add("%s read as %s: %s %s".formatted(line[0], concern, line[1], read.why()));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsFearedOrAskedIsToldFromAFact() {
    RequestReader requests = new RequestReader(ReadingForms.shipped());
    for (String[] line : ReadingForms.lines("compromises.txt")) {
      ConcernReading read = reader.read("", line[1]);
      RequestReading request = requests.read("", line[1]);
      boolean fact =
          read.concern().filter(Concern.COMPROMISED::equals).isPresent()
              || request.reasons().contains(Reason.ACCOUNT_COMPROMISED);
      boolean afraid =
          read.concern().filter(Concern.AFRAID::equals).isPresent()
              || request.said().contains(Said.AFRAID);
      assertThat(fact ? "fact" : afraid ? "afraid" : "none").as(line[1]).isEqualTo(line[0]);
    }
  }

  @Test
  void theSubjectCounts() {
    assertThat(reader.read("Please delete my account", "Thanks, Nora").concern())
        .contains(Concern.CLOSURE);
  }

  @Test
  void ofSeveralTheOneWithMostSignsIsMeantAndOfEqualOnesTheGraver() {
    assertThat(
            reader
                .read(
                    "",
                    "My account was hacked. Somebody uploaded a version. Please delete my account.")
                .concern())
        .contains(Concern.COMPROMISED);
  }

  @Test
  void nothingWrittenIsAboutNothing() {
    assertThat(reader.read("", "").concern()).isEmpty();
  }
}

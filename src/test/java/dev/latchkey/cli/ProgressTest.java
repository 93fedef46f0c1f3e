package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of long work, to whom and how often. */
class ProgressTest {
  private static final String OVER = "\r\u001b[K";

  private final StringWriter written = new StringWriter();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");

  /** There is one terminal, and another test may have left its line on it. */
  @BeforeEach
  void clear() {
    Progress.above(new byte[0]);
  }

  private Progress progress(boolean terminal) {
    return new Progress("mails", new PrintWriter(written), terminal, () -> now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private String said() {
    String said = written.toString();
    written.getBuffer().setLength(0);
    return said;
  }

  @Test
  void elsewhereItIsALineAtOnceAndOneAMinute() {
    Progress progress = progress(false);
    progress.at(0, 6000);
    assertThat(said())
        .as("whoever waits for a line knows that it began")
        .isEqualToNormalizingNewlines("0 of 6,000 mails\n");
    pass(Duration.ofMillis(59_999));
    progress.at(599, 6000);
    assertThat(said()).isEmpty();
    pass(Duration.ofMillis(1));
    progress.at(600, 6000);
    progress.at(601, 6000);
    assertThat(said())
        .isEqualToNormalizingNewlines("600 of 6,000 mails, 10 a second, 9 min left\n");
    pass(Duration.ofSeconds(59));
    progress.at(1190, 6000);
    progress.clear();
    assertThat(said()).isEmpty();
    pass(Duration.ofSeconds(1));
    progress.at(1200, 6000);
    assertThat(said())
        .isEqualToNormalizingNewlines("1,200 of 6,000 mails, 10 a second, 8 min left\n");
  }

  @Test
  void onATerminalOneLineIsWrittenOverAgain() {
    Progress progress = progress(true);
    progress.at(0, 40);
    assertThat(said()).isEqualTo(OVER + "0 of 40 mails");
    pass(Duration.ofMillis(99));
    progress.at(1, 40);
    assertThat(said()).isEmpty();
    pass(Duration.ofMillis(1));
    progress.at(2, 40);
    assertThat(said()).isEqualTo(OVER + "2 of 40 mails, 20 a second, 2 s left");
    progress.clear();
    progress.clear();
    assertThat(said()).isEqualTo(OVER);
    progress.at(40, 40);
    assertThat(said()).as("there is room again").endsWith("40 of 40 mails, 400 a second, 0 s left");
  }

  @Test
  void aLineOfTheLogStandsAboveIt() {
    byte[] told = "told\n".getBytes(StandardCharsets.US_ASCII);
    Progress progress = progress(true);
    assertThat(Progress.above(told)).asString().isEqualTo("told\n");
    progress.at(0, 40);
    said();

    assertThat(Progress.above(told)).asString().isEqualTo(OVER + "told\n");
    assertThat(Progress.above(told)).asString().as("there is room now").isEqualTo("told\n");
    progress.clear();
    assertThat(said()).as("nothing is left to be cleared").isEmpty();
    progress.at(1, 40);
    assertThat(said()).as("it comes back at once").startsWith(OVER + "1 of 40 mails");
    progress.clear();
    assertThat(Progress.above(told)).asString().isEqualTo("told\n");
  }

  @Test
  void elsewhereTheLogIsWrittenAsItIs() {
    byte[] told = "told\n".getBytes(StandardCharsets.US_ASCII);
    Progress progress = progress(false);
    progress.at(0, 40);
    pass(Duration.ofMinutes(1));
    progress.at(1, 40);

    assertThat(Progress.above(told)).isSameAs(told);
  }

  @Test
  void slowWorkIsToldByTheMinuteAndLongWorkByTheHour() {
    Progress progress = progress(false);
    progress.at(0, 600);
    pass(Duration.ofMinutes(1));
    progress.at(3, 600);
    assertThat(said()).contains("3 of 600 mails, 3.0 a minute, 3 h 19 min left");
  }
}

package dev.latchkey.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** The day that the demo plays comes to its end. */
@Timeout(300)
class DemoDayTest {
  @Test
  void theDayEndsWithDorasAccountRecovered() {
    StringWriter screen = new StringWriter();
    int code = new CommandLine(new DemoCommand()).setOut(new PrintWriter(screen, true)).execute();

    assertThat(code).as(screen::toString).isZero();
    assertThat(screen.toString())
        .contains("LK-1001 is COOLING_OFF", "LK-1001 is RECOVERED", "The tickets");
  }
}

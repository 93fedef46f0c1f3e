package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandardOutputTest {
  private final StringWriter err = new StringWriter();

  @Test
  void whatIsTakenIsDone() {
    assertThat(code(OutputStream.nullOutputStream(), ExitCode.OK)).isZero();
    assertThat(code(OutputStream.nullOutputStream(), ExitCode.CONFIG)).isEqualTo(ExitCode.CONFIG);
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,73", "1,1", "70,70"})
  void fullDiskIsSaidAndIsNoSuccess(int before, int after) {
    assertThat(code(refusing("No space left on device"), before)).isEqualTo(after);
    assertThat(err.toString())
        .startsWith(
            "latchkey: what is printed could not be written whole: No space left on device;");
  }

  @Test
  void whoReadsNoFurtherHasWhatTheyWant() {
    assertThat(code(refusing("Broken pipe"), ExitCode.OK)).isZero();
    assertThat(err.toString()).isEmpty();
  }

  private int code(OutputStream stream, int before) {
    StandardOutput out = new StandardOutput(stream);
    PrintWriter printer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    printer.println("a line");
    printer.flush();
    printer.print('x');
    printer.flush();
    return out.code(before, new PrintWriter(err));
  }

  private static OutputStream refusing(String why) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException(why);
      }
    };
  }
}

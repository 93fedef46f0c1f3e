package dev.latchkey.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Where a command prints to. A printer swallows it when that takes nothing more, because the disk
 * is full, say; here it is kept, so that nobody takes half an answer for a whole one.
 */
final class StandardOutput extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int count) throws IOException {
    try {
      out.write(octets, from, count);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }

  /**
   * What the command answers to the shell. Whoever reads no further, as {@code head} does, has what
   * they want, and nothing is said.
   */
  int code(int code, PrintWriter err) {
    Optional<IOException> lost = failure.filter(it -> !isReaderGone(it));
    lost.ifPresent(
        why -> {
          err.println(
              "latchkey: what is printed could not be written whole: "
                  + why.getMessage()
                  + "; give it a place that takes it, and call it once more");
          err.flush();
        });
    return lost.isPresent() && code == ExitCode.OK ? ExitCode.NO_OUTPUT : code;
  }

  private static boolean isReaderGone(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("Broken pipe");
  }
}

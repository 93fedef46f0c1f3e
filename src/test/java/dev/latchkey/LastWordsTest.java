package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, started without any option that would end it. */
@NullMarked
class LastWordsTest {
  @TempDir private Path folder;

  @Test
  void outOfMemoryEndsTheProcessWithALine() throws IOException, InterruptedException {
    Path large = folder.resolve("large.eml");
    Files.write(large, new byte[24 << 20]);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "parse",
                "--json",
                large.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(said).contains("latchkey: out of memory (").contains("the process ends");
    assertThat(process.exitValue()).isEqualTo(LastWords.OUT_OF_MEMORY);
  }

  @Test
  void anotherErrorEndsNothing() {
    new LastWords(
            code -> {
              throw new AssertionError("it ended");
            })
        .uncaughtException(Thread.currentThread(), new StackOverflowError());
  }
}

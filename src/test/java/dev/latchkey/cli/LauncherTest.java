package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the package starts Java by the command. */
class LauncherTest {
  @TempDir private Path folder;

  @Test
  void whatReadsAllThereIsHasBothCompilers() throws Exception {
    assertThat(java("poll", "--quiet"))
        .contains("-XX:TieredStopAtLevel=1")
        .contains("poll --quiet");
    assertThat(java()).contains("-XX:TieredStopAtLevel=1");
    assertThat(java("privacy", "erase", "nora@mail.example"))
        .doesNotContain("Tiered")
        .contains("-Xmx256m -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC");
    assertThat(java("audit")).doesNotContain("Tiered");
  }

  private String java(String... words) throws Exception {
    Path java = folder.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path program = Files.copy(Path.of("src/package/tree/usr/bin/latchkey"), folder.resolve("p"));
    String[] command = new String[words.length + 2];
    command[0] = "/bin/sh";
    command[1] = program.toString();
    System.arraycopy(words, 0, command, 2, words.length);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    builder.environment().remove("LATCHKEY_JAVA_OPTS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(program);
    return said;
  }
}

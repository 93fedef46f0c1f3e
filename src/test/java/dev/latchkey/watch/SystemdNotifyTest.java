package dev.latchkey.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told arrives at a real datagram socket of Unix, which is where systemd listens. */
class SystemdNotifyTest {
  private static final String LISTEN =
      """
      import os, socket, sys
      s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      s.bind(sys.argv[1])
      print("listening", flush=True)
      while True:
          for line in s.recv(4096).decode().split("\\n"):
              if line and line != "BARRIER=1":
                  print(line, flush=True)
      """;

  /** Says it as systemd-notify does. */
  private static final String SEND =
      """
      import socket, sys
      s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      s.sendto("\\n".join(sys.argv[2:]).encode(), sys.argv[1])
      """;

  @TempDir private Path folder;

  private static boolean there(String program) {
    return List.of("/bin", "/usr/bin", "/usr/local/bin").stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static String python() {
    assumeTrue(there("python3"), "no python3 to listen with");
    return there("python3") ? "python3" : "";
  }

  /** What arrives when everything is told once by this program, the first three words. */
  private List<String> heard(List<String> program, Path socket) throws IOException {
    Process listener =
        new ProcessBuilder(python(), "-c", LISTEN, socket.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = listener.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("listening");
      SystemdNotify systemd =
          SystemdNotify.of(Map.of("NOTIFY_SOCKET", socket.toString())::get, program).orElseThrow();
      systemd.ready();
      systemd.alive();
      systemd.stopping();
      return List.of(lines.readLine(), lines.readLine(), lines.readLine(), lines.readLine());
    } finally {
      listener.destroy();
    }
  }

  @Test
  void readyAliveAndStoppingArrive() throws IOException {
    Path socket = folder.resolve("notify");

    assertThat(heard(List.of(python(), "-c", SEND, socket.toString()), socket))
        .containsExactly("READY=1", "STATUS=the desk is open", "WATCHDOG=1", "STOPPING=1");
  }

  @Test
  void theProgramOfSystemdSaysThemToo() throws IOException {
    assumeTrue(there("systemd-notify"), "no systemd here");
    Path socket = folder.resolve("notify");

    assertThat(
            heard(
                List.of("env", "NOTIFY_SOCKET=" + socket, "systemd-notify", "--no-block"), socket))
        .containsExactly("READY=1", "STATUS=the desk is open", "WATCHDOG=1", "STOPPING=1");
  }

  @Test
  void whoeverIsNotWaitedForTellsNobody() {
    assertThat(SystemdNotify.of(Map.<String, String>of()::get, List.of("false"))).isEmpty();
  }

  @Test
  void aProgramThatIsMissingHoldsNothingUp() {
    SystemdNotify systemd =
        SystemdNotify.of(Map.of("NOTIFY_SOCKET", "/nowhere")::get, List.of("no-such-program-here"))
            .orElseThrow();

    systemd.ready();
    systemd.alive();
  }

  @Test
  void theTimeOfTheWatchdogIsThatOfThisProcess() {
    Map<String, String> given = Map.of("NOTIFY_SOCKET", "/x", "WATCHDOG_USEC", "180000000");
    assertThat(SystemdNotify.of(given::get, List.of("x")).orElseThrow().watchdog())
        .contains(Duration.ofMinutes(3));

    Map<String, String> others =
        Map.of("NOTIFY_SOCKET", "/x", "WATCHDOG_USEC", "180000000", "WATCHDOG_PID", "1");
    assertThat(SystemdNotify.of(others::get, List.of("x")).flatMap(SystemdNotify::watchdog))
        .isEqualTo(Optional.empty());
  }
}

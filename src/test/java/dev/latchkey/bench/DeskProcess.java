package dev.latchkey.bench;

import dev.latchkey.flow.Failpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** A desk in a process of its own, as it is installed: it is killed, stopped and looked at. */
@NullMarked
final class DeskProcess implements AutoCloseable {
  private final Process process;

  private DeskProcess(Process process) {
    this.process = process;
  }

  /** The jar that ships. */
  static DeskProcess start(Path jar, Path settings, String... more) throws IOException {
    return start(settings, jarCommand(jar, settings, List.of("run"), more));
  }

  /** One that ends as by {@code kill -9} when a point is reached for the n-th time. */
  static DeskProcess endingAt(Failpoint point, int hit, Path settings) throws IOException {
    List<String> command = java();
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EndingDesk.class.getName(), settings.toString(), point.name()));
    command.add(Integer.toString(hit));
    return start(settings, command);
  }

  /** A command of the jar, to its end; its exit code. */
  static int call(Path jar, Path settings, String... words)
      throws IOException, InterruptedException {
    return start(settings, jarCommand(jar, settings, List.of(words))).process.waitFor();
  }

  private static List<String> jarCommand(
      Path jar, Path settings, List<String> words, String... options) {
    List<String> command = java();
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(words);
    command.addAll(List.of("--config", settings.toString()));
    return command;
  }

  private static List<String> java() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=UTC",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError"));
  }

  private static DeskProcess start(Path settings, List<String> command) throws IOException {
    return new DeskProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(settings.resolveSibling("desk.log").toFile()))
            .start());
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Whether it ended by itself in that time. */
  boolean ends(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean runs() {
    return process.isAlive();
  }

  /** Stopped for so long (SIGSTOP), and then going on as if no time had passed. */
  void pause(Duration time) throws IOException, InterruptedException {
    signal("STOP");
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    if (exit != 0) {
      throw new IOException(
          process.isAlive()
              ? "kill -" + name + " ended with " + exit
              : "the desk had ended by itself, with " + process.exitValue() + ", see desk.log");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

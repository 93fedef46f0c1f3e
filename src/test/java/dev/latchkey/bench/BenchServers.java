package dev.latchkey.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/**
 * The servers that {@code src/bench/servers.sh} started, to be killed and started again.
 *
 * @param directory where all their files are
 */
@NullMarked
record BenchServers(Path directory) {
  int imap() {
    return DeskBenchmark.PORTS + 143;
  }

  int smtp() {
    return DeskBenchmark.PORTS + 25;
  }

  int sql() {
    return DeskBenchmark.PORTS + 306;
  }

  /** Where the SMTP server writes a file for each letter. */
  Path letters() {
    return directory.resolve("letters");
  }

  Path mailbox() {
    return directory.resolve("mail/Maildir");
  }

  /** One of dovecot, sink and mariadb is killed, and started again after a while. */
  void away(String server, Duration time) throws IOException, InterruptedException {
    call("kill", server, Map.of());
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
    call("again", server, Map.of());
  }

  /** Another action of the script, with more in its environment. */
  void call(String action, String what, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder process =
        new ProcessBuilder("sh", "src/bench/servers.sh", action, directory.toString(), what);
    process.environment().put("LETTERS", letters().toString());
    process.environment().put("PORTS", Integer.toString(DeskBenchmark.PORTS));
    process.environment().putAll(environment);
    run(process);
  }

  /** Any command; its words go to a log. */
  void run(String... command) throws IOException, InterruptedException {
    run(new ProcessBuilder(List.of(command)));
  }

  private void run(ProcessBuilder process) throws IOException, InterruptedException {
    File log = directory.resolve("faults.log").toFile();
    int exit =
        process
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException(process.command() + " ended with " + exit + ", see " + log);
    }
  }
}

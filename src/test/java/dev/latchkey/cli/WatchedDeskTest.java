package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.Desk;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.watch.Watchers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees of a desk from outside. */
class WatchedDeskTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");
  private static final String[] OF_A_PERSON = {"nora", "outside.example", "alice", "LK-1"};

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws Exception {
    desk =
        CommandDesk.open(
            WatchedDeskTest.class,
            folder,
            "nora,nora@outside.example verified since 2021-03-01,yes,no,no");
    desk.server().addUser(NORA, "secret");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private void oneRequest() throws Exception {
    desk.write(NORA, "Locked out", "I lost my phone and cannot log in. My username is nora");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
  }

  @Test
  void healthSaysInALineEachWhatStandsStill() throws Exception {
    oneRequest();
    assertThat(desk.run("health")).as(desk.out()).isZero();
    assertThat(desk.out().lines()).hasSize(14).allMatch(line -> line.startsWith("ok    "));
    assertThat(desk.out()).contains("poll: the inbox was seen to its end");

    desk.schema().change("UPDATE inbox_look SET began_at = began_at - INTERVAL 2 HOUR");
    desk.schema().change("UPDATE outbox SET state = 'PARKED' ORDER BY id LIMIT 1");

    assertThat(desk.run("health")).isEqualTo(1);
    assertThat(desk.out()).contains("FAIL  poll: ", "2 h ago", "FAIL  parked: 1 letter is");
  }

  /** What was decided in a quarter grows with the desk, and tells nothing of what stands still. */
  @Test
  void healthDoesNotReadWhatWasDecided() throws Exception {
    oneRequest();
    desk.schema().change("RENAME TABLE deed TO deed_elsewhere");

    assertThat(desk.run("health")).as(desk.err()).isZero();
    assertThat(desk.run("figures")).isEqualTo(69);
  }

  @Test
  void figuresAreToldToPeopleAndPrograms() throws Exception {
    oneRequest();

    assertThat(desk.run("figures")).isZero();
    assertThat(desk.out())
        .contains("Open tickets", "NEEDS_DETAILS", "1 recovery, 0 inquiries", "last poll");
    assertThat(desk.run("figures", "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(desk.out());
    assertThat(json.get("open").get(0).get("state").asText()).isEqualTo("NEEDS_DETAILS");
    assertThat(json.get("open").get(0).get("tickets").asInt()).isEqualTo(1);
    assertThat(json.get("letters").get("parked").asInt()).isZero();
    assertThat(json.get("lastDay").get("closed").get("RECOVERED").asInt()).isZero();
    assertThat(json.get("lastPoll").asText()).isNotEmpty();
  }

  @Test
  void theReportIsOnePageThatNeedsNothingAndNamesNobody() throws Exception {
    oneRequest();
    Path page = folder.resolve("report.html");

    assertThat(desk.run("report")).isEqualTo(64);
    assertThat(desk.run("report", "--html", page.toString(), "--days", "1")).isEqualTo(64);
    assertThat(desk.run("report", "--html", folder.resolve("no/where").toString())).isEqualTo(73);
    assertThat(desk.err())
        .contains("there is no folder " + folder.resolve("no"), "make it, or name another")
        .doesNotContain("Exception");
    assertThat(desk.run("report", "--html", page.toString())).as(desk.err()).isZero();
    assertThat(desk.run("report", "--html", page.toString())).as("replaced").isZero();

    assertThat(Files.readString(page))
        .contains("Example desk", "the last 90 days", "lost the second factor", "<svg")
        .doesNotContain("<script", "http://", "https://", "src=", "url(")
        .doesNotContain(OF_A_PERSON);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
  }

  private Desk opened() throws Exception {
    Settings settings = SettingsFile.read(desk.config(), System::getenv);
    return Desk.open(
        settings,
        Desk.Outside.of(settings, InstantSource.system()),
        Failpoints.NONE,
        (mail, outcome, ticket, reason) -> {});
  }

  @Test
  void whoAsksAtTheLoopbackReadsFiguresAndNothingOfPeople() throws Exception {
    oneRequest();
    int port = freePort();
    desk.settings("monitor: {listen: \"127.0.0.1:" + port + "\"}");
    try (Desk running = opened();
        Watchers watchers = running.watch();
        Desk second = opened();
        Watchers without = second.watch()) {
      assertThat(without).as("its port is taken, and it works").isNotSameAs(watchers);
      HttpResponse<String> health = get(port, "/health");
      HttpResponse<String> metrics = get(port, "/metrics");

      assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
      assertThat(health.body()).contains("\"poll\":\"ok\"").doesNotContain(OF_A_PERSON);
      assertThat(metrics.body())
          .contains("latchkey_database_up 1.0")
          .contains("latchkey_tickets{level=\"none\",state=\"needs_details\"} 1.0")
          .contains("latchkey_healthy{check=\"poll\"} 1.0", "jvm_memory_used_bytes")
          .doesNotContain(OF_A_PERSON);
    }
  }

  @Test
  void anAddressThatIsTakenIsFoundBeforeTheDeskStarts() throws Exception {
    int port;
    Thread answering;
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = other.getLocalPort();
      desk.settings("monitor: {listen: \"127.0.0.1:%d\"}".formatted(port));
      answering = new Thread(() -> closeAll(other), "no desk");
      answering.start();

      assertThat(desk.run("check")).as(desk.out()).isZero();

      assertThat(desk.out())
          .contains("warn  monitor: http://127.0.0.1:" + port + " cannot be had (")
          .contains("name another port in monitor.listen (line ");
    }
    answering.join();
    assertThat(desk.run("check")).as(desk.out()).isZero();
    assertThat(desk.out()).contains("ok    monitor: http://127.0.0.1:" + port + " is free");
  }

  /** Takes every line and says nothing on it. */
  private static void closeAll(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket line = server.accept()) {
        line.shutdownOutput();
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Whoever is curious calls them before the service was ever started. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "health",
        "figures",
        "mails",
        "tickets list",
        "tickets show LK-1042",
        "outbox list",
        "quarantine list",
        "audit",
        "restored",
        "privacy export a@b.example"
      })
  void beforeTheFirstStartACommandSaysSo(String command) {
    assertThat(desk.run(command.split(" "))).isEqualTo(69);
    assertThat(desk.err())
        .startsWith("latchkey: database: the desk has not run on it yet, or not in this version: ")
        .contains("; run and poll bring it up to date, check says what is to come");
    assertThat(desk.err().lines()).hasSize(1);
  }

  @Test
  void whatIsNoFileIsWrittenToAndALinkStaysOne() throws Exception {
    oneRequest();
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader =
        new ProcessBuilder("cat", pipe.toString())
            .redirectOutput(folder.resolve("read.html").toFile())
            .start();
    Path page = Files.writeString(folder.resolve("page.html"), "of yesterday");
    Path link = Files.createSymbolicLink(folder.resolve("today.html"), page);

    try {
      assertThat(desk.run("report", "--html", pipe.toString())).as(desk.err()).isZero();
      assertThat(desk.run("report", "--html", link.toString())).as(desk.err()).isZero();

      assertThat(Files.isRegularFile(pipe)).isFalse();
      assertThat(reader.waitFor()).isZero();
      assertThat(folder.resolve("read.html")).content().contains("<svg", "</html>");
      assertThat(link).isSymbolicLink();
      assertThat(page).content().contains("<svg");
    } finally {
      reader.destroyForcibly();
    }
  }

  @Test
  void aPageThatCannotBeWrittenLeavesNoHalf() throws Exception {
    oneRequest();
    Path taken = Files.createDirectory(folder.resolve("page"));
    Files.writeString(taken.resolve("in it"), "");

    assertThat(desk.run("report", "--html", taken.toString())).isEqualTo(73);

    assertThat(desk.err()).contains("page cannot be written: ").contains("name a file elsewhere");
    assertThat(folder.resolve("page.new")).doesNotExist();
  }
}

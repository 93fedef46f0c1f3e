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
import java.net.ServerSocket;
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
    assertThat(desk.out().lines()).hasSize(11).allMatch(line -> line.startsWith("ok    "));
    assertThat(desk.out()).contains("poll: the inbox was seen to its end");

    desk.schema().change("UPDATE inbox_look SET began_at = began_at - INTERVAL 2 HOUR");
    desk.schema().change("UPDATE outbox SET state = 'PARKED' ORDER BY id LIMIT 1");

    assertThat(desk.run("health")).isEqualTo(1);
    assertThat(desk.out()).contains("FAIL  poll: ", "2 h ago", "FAIL  parked: 1 letter is");
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
}

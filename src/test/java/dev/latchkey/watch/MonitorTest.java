package dev.latchkey.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.watch.Checkup.Sign;
import dev.latchkey.watch.Checkup.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private Verdict verdict = Verdict.OK;
  private Monitor monitor;

  @BeforeEach
  void start() throws IOException {
    monitor =
        Monitor.open(
            ANY_PORT,
            () -> new Checkup(List.of(new Sign("staff", verdict, "LK-1042 lies before them"))),
            () -> "latchkey_database_up 1.0\n");
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + monitor.address().getPort() + path);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void healthIs200OrElse503AndNamesNoTicket() throws Exception {
    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(get("/health").body())
        .isEqualTo("{\"status\":\"ok\",\"checks\":{\"staff\":\"ok\"}}\n");

    verdict = Verdict.WARN;
    assertThat(get("/health").statusCode()).isEqualTo(200);

    verdict = Verdict.FAIL;
    assertThat(get("/health").statusCode()).isEqualTo(503);
    assertThat(get("/health").body())
        .isEqualTo("{\"status\":\"fail\",\"checks\":{\"staff\":\"fail\"}}\n");
  }

  @Test
  void nothingElseIsAnswered() throws Exception {
    assertThat(get("/metrics").body()).isEqualTo("latchkey_database_up 1.0\n");
    assertThat(get("/metrics").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/metrics/../health/x").statusCode()).isEqualTo(404);
    assertThat(
            send(HttpRequest.newBuilder(uri("/health")).POST(BodyPublishers.ofString("x")).build())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void onlyThisMachineIsAnswered() {
    assertThatThrownBy(
            () ->
                Monitor.open(
                    new InetSocketAddress("0.0.0.0", 0), () -> new Checkup(List.of()), () -> ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halfAQuestionHoldsUpNobody() throws Exception {
    List<Socket> halves = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        halves.add(half(monitor.address().getPort()));
      }
      assertThat(get("/health").statusCode()).isEqualTo(200);
      assertThat(get("/metrics").statusCode()).isEqualTo(200);
    } finally {
      for (Socket half : halves) {
        half.close();
      }
    }
  }

  /** In a JVM of its own: the JDK reads the limit once, when the first server of it begins. */
  @Test
  void halfAQuestionIsCutOff() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Served.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(said.readLine());
      try (Socket half = half(port)) {
        half.setSoTimeout(20_000);
        assertThat(half.getInputStream().read()).as("closed by the monitor").isNegative();
      }
    } finally {
      other.destroyForcibly();
    }
  }

  private static Socket half(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("GET /health HTTP/1.1\r\nHost: x\r\nX".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** A monitor that says at which port it is, until nobody writes to it any more. */
  static final class Served {
    public static void main(String[] args) throws Exception {
      Monitor served = Monitor.open(ANY_PORT, () -> new Checkup(List.of()), () -> "");
      System.out.println(served.address().getPort());
      while (System.in.read() >= 0) {
        // Whoever began it holds the other end.
      }
      served.close();
    }
  }
}

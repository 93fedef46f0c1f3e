package dev.latchkey.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.watch.Checkup.Sign;
import dev.latchkey.watch.Checkup.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
}

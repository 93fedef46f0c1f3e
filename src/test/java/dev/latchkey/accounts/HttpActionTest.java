package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.accounts.RecoveryResult.Done;
import dev.latchkey.accounts.RecoveryResult.Failed;
import dev.latchkey.accounts.RecoveryResult.Unavailable;
import dev.latchkey.http.CappedBody;
import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTP server on this machine. */
class HttpActionTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1772445600));
  private static final RecoveryOrder ORDER =
      new RecoveryOrder(
          "decision-7",
          "LK-1042",
          "dora \"d\"",
          Set.of("second_factor_lost", "codes_lost"),
          List.of(EmailAddress.of("ann@crew.example")),
          List.of(EmailAddress.of("dora@mail.example")),
          Optional.empty());

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private Headers headers = new Headers();
  private byte[] body = {};

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stopServer() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(int status, String text) {
    server.createContext(
        "/orders",
        exchange -> {
          headers = exchange.getRequestHeaders();
          body = exchange.getRequestBody().readAllBytes();
          byte[] octets = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
          exchange.getResponseBody().write(octets);
          exchange.close();
        });
  }

  private HttpAction action(Duration timeout) {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/orders");
    return new HttpAction(new HttpActionSettings(url, timeout), HttpActionTest::reversed, CLOCK);
  }

  private RecoveryResult execute(Duration timeout) {
    return action(timeout).execute(ORDER);
  }

  private RecoveryResult execute() {
    return execute(Duration.ofSeconds(20));
  }

  /** Stands in for the HMAC, which is tested where it lives. */
  private static byte[] reversed(byte[] message) {
    byte[] reversed = new byte[message.length];
    for (int i = 0; i < message.length; i++) {
      reversed[i] = message[message.length - 1 - i];
    }
    return reversed;
  }

  /** Orders go nowhere, and freezes to the server. */
  private HttpAction freezing() {
    URI elsewhere = URI.create("http://localhost:1/none");
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/orders");
    return new HttpAction(
        new HttpActionSettings(
            elsewhere, Optional.of(url), Optional.empty(), Duration.ofSeconds(20)),
        HttpActionTest::reversed,
        CLOCK);
  }

  @Test
  void aFreezeIsPostedToItsOwnAddressAndSaysWhatItIs() throws Exception {
    answer(200, "{\"detail\": \"locked\"}");
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/orders");
    FreezeOrder order = new FreezeOrder("freeze-7", "LK-1042", "dora", "ann@crew.example");

    assertThat(freezing().freeze(order)).isEqualTo(new Done("locked"));

    JsonNode json = new ObjectMapper().readTree(body);
    assertThat(json.path("action").asText()).isEqualTo("freeze");
    assertThat(json.path("account").asText()).isEqualTo("dora");
    assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("freeze-7");
    String signed = "1772445600." + new String(body, StandardCharsets.UTF_8);
    assertThat(headers.getFirst("Latchkey-Signature"))
        .isEqualTo(HexFormat.of().formatHex(reversed(signed.getBytes(StandardCharsets.UTF_8))));
    assertThat(
            new HttpAction(
                    new HttpActionSettings(url, Duration.ofSeconds(20)),
                    HttpActionTest::reversed,
                    CLOCK)
                .freeze(order))
        .isEqualTo(new RecoveryResult.HandedToStaff());
  }

  @Test
  void aWrongAddressOfFreezesIsNamedByItsOwnKey() {
    answer(404, "");

    assertThat(
            freezing().freeze(new FreezeOrder("freeze-7", "LK-1042", "dora", "ann@crew.example")))
        .isEqualTo(new Unavailable("answered 404; is the path in action.freeze-url right?"));
  }

  @Test
  void orderIsPostedAsJsonWithItsKeyAndSignature() throws Exception {
    answer(200, "{\"detail\": \"link sent\"}");

    assertThat(execute()).isEqualTo(new Done("link sent"));

    JsonNode json = new ObjectMapper().readTree(body);
    assertThat(json.path("account").asText()).isEqualTo("dora \"d\"");
    assertThat(json.path("reference").asText()).isEqualTo("LK-1042");
    assertThat(json.path("idempotencyKey").asText()).isEqualTo("decision-7");
    assertThat(json.path("reasons").toString())
        .isEqualTo("[\"codes_lost\",\"second_factor_lost\"]");
    assertThat(json.path("approvedBy").toString()).isEqualTo("[\"ann@crew.example\"]");
    assertThat(json.path("provedAddresses").toString()).isEqualTo("[\"dora@mail.example\"]");
    assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("decision-7");
    assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(headers.getFirst("Latchkey-Timestamp")).isEqualTo("1772445600");
    String signed = "1772445600." + new String(body, StandardCharsets.UTF_8);
    assertThat(headers.getFirst("Latchkey-Signature"))
        .isEqualTo(HexFormat.of().formatHex(reversed(signed.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void anAddressThatChangesStandsInTheOrderAndElseNothingDoes() throws Exception {
    answer(200, "");
    execute();
    assertThat(new ObjectMapper().readTree(body).has("new_address")).isFalse();

    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/orders");
    RecoveryOrder change =
        new RecoveryOrder(
            ORDER.idempotencyKey(),
            ORDER.reference(),
            ORDER.accountName(),
            ORDER.reasons(),
            ORDER.approvedBy(),
            List.of(),
            Optional.of(EmailAddress.of("dora@new.example")));
    new HttpAction(
            new HttpActionSettings(url, Duration.ofSeconds(20)), HttpActionTest::reversed, CLOCK)
        .execute(change);

    JsonNode json = new ObjectMapper().readTree(body);
    assertThat(json.path("new_address").textValue()).isEqualTo("dora@new.example");
    assertThat(json.path("provedAddresses")).isEmpty();
  }

  @Test
  void everyAttemptAtOneOrderIsTheSameRequest() {
    answer(500, "");
    execute();
    byte[] first = body;
    execute();

    assertThat(body).isEqualTo(first);
  }

  @Test
  void emptySuccessIsDone() {
    answer(204, "");
    assertThat(execute()).isEqualTo(new Done("done"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>Please log in</html>|answered 200 with a page for people",
        "<!DOCTYPE html><head><title> Log in </title>|answered 200 with a page for people (Log in)",
        "[]|answered 200 without a JSON object",
        "null|answered 200 without a JSON object",
        "ok|answered 200 without a JSON object",
        "{|answered 200 without a JSON object"
      })
  void successThatIsNoJsonObjectIsNotTakenForDone(String text, String told) {
    answer(200, text);
    assertThat(execute()).isEqualTo(new Unavailable(told));
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 409})
  void orderInProgressIsTriedAgain(int status) {
    answer(status, "{}");
    assertThat(execute()).isEqualTo(new Unavailable("the account system is at work on it"));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 408})
  void troubleOfTheServerIsTriedAgain(int status) {
    answer(status, "{\"detail\": \"later\"}");
    assertThat(execute()).isEqualTo(new Unavailable("answered " + status + ": later"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 422})
  void refusalIsFinal(int status) {
    answer(status, "");
    assertThat(execute()).isEqualTo(new Failed("answered " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 410})
  void whatTheAccountSystemSaysIsItsWordWhateverTheStatus(int status) {
    answer(status, "{\"detail\": \"no such account\"}");
    assertThat(execute()).isEqualTo(new Failed("answered " + status + ": no such account"));
  }

  /** A wrong secret or a wrong path, for an hour, is nobody's refusal. */
  @ParameterizedTest
  @CsvSource({
    "401, action.secret",
    "404, action.url",
    "405, action.url",
    "410, action.url",
    "301, redirects are not followed",
    "302, redirects are not followed"
  })
  void whatIsWrongBetweenTheTwoIsTriedAgain(int status, String advice) {
    answer(status, "");
    assertThat(execute())
        .isInstanceOfSatisfying(
            Unavailable.class,
            away -> assertThat(away.detail()).startsWith("answered " + status).contains(advice));
    answer(401, "{\"detail\": \"bad signature\"}");
    assertThat(execute()).isInstanceOf(Unavailable.class);
  }

  @Test
  void redirectIsNotFollowed() {
    AtomicInteger visits = new AtomicInteger();
    answer(307, "");
    server.createContext(
        "/elsewhere",
        exchange -> {
          visits.incrementAndGet();
          exchange.close();
        });

    assertThat(execute()).isInstanceOf(Unavailable.class);
    assertThat(visits).hasValue(0);
  }

  @Test
  void detailIsOneShortLine() {
    answer(422, "{\"detail\": \"no\\r\\nAPPROVED \\u202e" + "x".repeat(1000) + "\"}");

    assertThat(execute())
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.detail())
                    .startsWith("answered 422: no  APPROVED xxx")
                    .hasSizeLessThanOrEqualTo(300));
  }

  @Test
  void answerOverTheLimitIsRefused() {
    answer(200, "{\"detail\": \"" + "x".repeat(CappedBody.LARGEST) + "\"}");

    assertThat(execute())
        .isInstanceOfSatisfying(
            Unavailable.class, it -> assertThat(it.detail()).contains("more than 64 KiB"));
  }

  @Test
  void serverThatNeverFinishesItsAnswerTimesOut() {
    server.createContext(
        "/orders",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          out.write('{');
          out.flush();
          awaitEnd();
        });

    assertThat(execute(Duration.ofMillis(300)))
        .isEqualTo(new Unavailable("no answer within 300 ms"));
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void serverThatIsAwayIsUnavailable() {
    server.stop(0);

    assertThat(execute())
        .isInstanceOfSatisfying(
            Unavailable.class, it -> assertThat(it.detail()).startsWith("no answer: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://accounts.example/orders",
        "http://localhost.evil.example/",
        "http://127.0.0.1.evil.example/",
        "ftp://localhost/",
        "https://user:secret@accounts.example/",
        "https:/orders",
        "orders"
      })
  void urlMustBeHttpsUnlessItIsThisMachine(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpActionSettings(URI.create(url), Duration.ofSeconds(1)));
  }

  @Test
  void manualActionHandsTheTaskToTheStaff() {
    assertThat(new ManualAction().execute(ORDER)).isEqualTo(new RecoveryResult.HandedToStaff());
    assertThat(new ManualAction().describe()).contains("DONE");
  }

  @Test
  void aCheckAsksWhetherSomebodyIsThereAndOrdersNothing() throws DirectoryException {
    answer(501, "");
    HttpAction action = action(Duration.ofSeconds(5));
    assertThat(action.check())
        .singleElement()
        .asString()
        .contains(
            "action.url",
            "501 to OPTIONS; it does not tell whether the secret is right",
            "nothing");
    assertThat(headers.containsKey("Latchkey-Signature")).isTrue();
    assertThat(body).isEmpty();
    assertThat(headers.containsKey("Idempotency-Key")).isFalse();
  }

  @Test
  void aCheckFindsAPathThatIsWrongAndAServerThatIsNotThere() {
    assertThatThrownBy(() -> action(Duration.ofSeconds(5)).check())
        .isInstanceOf(DirectoryException.class)
        .hasMessageContainingAll("action.url", "404");
    server.stop(0);
    assertThatThrownBy(() -> action(Duration.ofSeconds(5)).check())
        .isInstanceOf(DirectoryException.class)
        .hasMessageContainingAll("action.url", "no answer", "on hold");
  }
}

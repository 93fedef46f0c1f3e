package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogWatch;
import dev.latchkey.accounts.AccountServer.Reply;
import dev.latchkey.accounts.AccountServer.Request;
import dev.latchkey.accounts.SavedCodes.Verdict;
import dev.latchkey.http.CappedBody;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTP server on this machine. Whatever happens, the code is in no log. */
class HttpSavedCodesTest {
  private static final String CODE = "kx3f-99ab-secret";
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1795680000));

  private final LogWatch log = LogWatch.of("dev.latchkey");

  @AfterEach
  void nothingToldTheCode() {
    log.close();
    assertThat(log.events())
        .allSatisfy(
            line -> {
              assertThat(line.getFormattedMessage()).doesNotContain("kx3f", "secret");
              assertThat(line.getThrowableProxy()).isNull();
            });
  }

  private static HttpAction action(AccountServer server, Duration timeout) {
    return new HttpAction(
        new HttpActionSettings(
            URI.create("http://localhost:1/none"),
            Optional.empty(),
            Optional.of(server.url()),
            timeout),
        AccountServer.KEY::mac,
        CLOCK);
  }

  private static Verdict offer(Function<Request, Reply> behaviour) throws Exception {
    try (AccountServer server = new AccountServer(behaviour)) {
      return action(server, Duration.ofSeconds(20)).codes().offer("mail-7", "dora", CODE);
    }
  }

  @Test
  void aCodeIsOfferedSignedWithItsKeyAndSaysWhatItIs() throws Exception {
    try (AccountServer server =
        new AccountServer(request -> Reply.ok("{\"accepted\": true, \"left\": 7}"))) {
      HttpAction action = action(server, Duration.ofSeconds(20));

      assertThat(action.codes().offer("mail-7", "dora", CODE)).isEqualTo(Verdict.ACCEPTED);

      assertThat(server.requests())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.genuine()).isTrue();
                assertThat(request.idempotencyKey()).isEqualTo("mail-7");
                assertThat(request.body())
                    .isEqualTo(
                        "{\"account\":\"dora\",\"action\":\"verify-code\",\"code\":\""
                            + CODE
                            + "\",\"idempotencyKey\":\"mail-7\"}");
              });
      assertThat(action.describe()).contains("recovery codes checked by POST to " + server.url());
    }
  }

  @Test
  void aCodeThatWasBurnedByAnAnswerThatGotLostIsAcceptedUnderItsKey() throws Exception {
    Map<String, Boolean> first = new HashMap<>();
    Map<String, Boolean> burned = new HashMap<>();
    Function<Request, Reply> accounts =
        request -> {
          boolean again = first.containsKey(request.idempotencyKey());
          boolean accepted =
              first.computeIfAbsent(
                  request.idempotencyKey(),
                  key -> burned.put(request.json().path("code").textValue(), true) == null);
          return again ? Reply.ok("{\"accepted\": " + accepted + "}") : Reply.NEVER;
        };
    try (AccountServer server = new AccountServer(accounts)) {
      SavedCodes hasty = action(server, Duration.ofSeconds(2)).codes();
      SavedCodes patient = action(server, Duration.ofSeconds(20)).codes();

      assertThat(hasty.offer("mail-7", "dora", CODE)).isEqualTo(Verdict.AWAY);
      assertThat(patient.offer("mail-7", "dora", CODE)).isEqualTo(Verdict.ACCEPTED);
      assertThat(hasty.offer("mail-8", "dora", CODE)).isEqualTo(Verdict.AWAY);
      assertThat(patient.offer("mail-8", "dora", CODE)).isEqualTo(Verdict.REFUSED);
    }
  }

  @Test
  void aSystemThatChecksNoCodesSaysSo() throws Exception {
    assertThat(offer(request -> new Reply(501, ""))).isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(new ManualAction().codes().offer("mail-7", "dora", CODE))
        .isEqualTo(Verdict.NOT_SUPPORTED);
    HttpAction without =
        new HttpAction(
            new HttpActionSettings(URI.create("http://localhost:1/"), Duration.ofSeconds(1)),
            AccountServer.KEY::mac,
            CLOCK);
    assertThat(without.codes().offer("mail-7", "dora", CODE)).isEqualTo(Verdict.NOT_SUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>kx3f-99ab-secret</html>",
        "{}",
        "[true]",
        "{\"accepted\": \"true\"}",
        "{\"accepted\": 1}",
        "{\"accepted\": null, \"detail\": \"kx3f-99ab-secret\"}",
        "{\"accepted\": true} {\"accepted\": false}"
      })
  void whatIsNoVerdictIsNone(String answer) throws Exception {
    assertThat(offer(request -> Reply.ok(answer))).isEqualTo(Verdict.AWAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 301, 307, 400, 401, 404, 409, 422, 429, 500, 503})
  void anyOtherStatusIsNoVerdictWhateverStandsInIt(int status) throws Exception {
    assertThat(
            offer(
                request ->
                    new Reply(
                        request.path().equals("/elsewhere") ? 200 : status,
                        "{\"accepted\": true, \"detail\": \"the code kx3f-99ab-secret\"}")))
        .isEqualTo(Verdict.AWAY);
  }

  @Test
  void aServerThatIsAwayOrTalksTooMuchIsAway() throws Exception {
    assertThat(
            offer(
                request ->
                    Reply.ok(
                        "{\"accepted\": true, \"detail\": \""
                            + CODE.repeat(CappedBody.LARGEST)
                            + "\"}")))
        .isEqualTo(Verdict.AWAY);
    AccountServer gone = new AccountServer(request -> Reply.NEVER);
    gone.close();
    assertThat(action(gone, Duration.ofSeconds(20)).codes().offer("mail-7", "dora", CODE))
        .isEqualTo(Verdict.AWAY);
    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void whatCannotBeACodeIsNotSent() throws Exception {
    try (AccountServer server = new AccountServer(request -> Reply.ok("{\"accepted\": true}"))) {
      SavedCodes codes = action(server, Duration.ofSeconds(20)).codes();

      assertThat(codes.offer("mail-7", "dora", " ")).isEqualTo(Verdict.REFUSED);
      assertThat(codes.offer("mail-7", "dora", "x".repeat(201))).isEqualTo(Verdict.REFUSED);
      assertThat(codes.offer("mail-7", "dora", "kx3f\uD800")).isEqualTo(Verdict.REFUSED);
      assertThat(codes.offer("mail-7", "dora", "kx3f\n99ab")).isEqualTo(Verdict.REFUSED);
      assertThat(server.requests()).isEmpty();
    }
  }
}

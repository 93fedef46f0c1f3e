package dev.latchkey.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends each order to the account system as a JSON object by POST.
 *
 * <p>Every request carries {@code Idempotency-Key}, {@code Latchkey-Timestamp} (seconds since 1970)
 * and {@code Latchkey-Signature}, the hexadecimal signature over the timestamp, a full stop and the
 * body. The account system answers 2xx with {@code {"detail": "…"}} or nothing when it is done, 202
 * or 409 while it is at work on that key, another 4xx when it will not do it, and 5xx when it
 * cannot now. Redirects are not followed. An order to freeze an account goes to an address of its
 * own, in the same way.
 */
public final class HttpAction implements RecoveryAction {
  /** What the account system says, fit for a history row. */
  private static final int LONGEST = 300;

  private final HttpActionSettings settings;
  private final RequestSigner signer;
  private final InstantSource clock;
  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  public HttpAction(HttpActionSettings settings, RequestSigner signer, InstantSource clock) {
    this.settings = settings;
    this.signer = signer;
    this.clock = clock;
    client =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public RecoveryResult execute(RecoveryOrder order) {
    return send(settings.url(), order.idempotencyKey(), body(order));
  }

  @Override
  public RecoveryResult freeze(FreezeOrder order) {
    return settings
        .freezeUrl()
        .map(url -> send(url, order.idempotencyKey(), body(order)))
        .orElseGet(RecoveryResult.HandedToStaff::new);
  }

  private RecoveryResult send(URI url, String key, byte[] body) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request(url, key, body), response -> new CappedBody());
    try {
      HttpResponse<byte[]> response =
          answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return result(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new RecoveryResult.Unavailable("no answer within " + settings.timeout());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new RecoveryResult.Unavailable(SafeText.line("no answer: " + cause, LONGEST));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new RecoveryResult.Unavailable("the desk is being stopped");
    }
  }

  @Override
  public String describe() {
    return "recoveries are carried out by POST to "
        + settings.url()
        + settings.freezeUrl().map(url -> ", accounts frozen by POST to " + url).orElse("");
  }

  private HttpRequest request(URI url, String key, byte[] body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(body);
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Idempotency-Key", key)
        .header("Latchkey-Timestamp", timestamp)
        .header("Latchkey-Signature", HexFormat.of().formatHex(signer.sign(signed.toByteArray())))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  /** The order as JSON; the key stands in it as well, so that it is signed. */
  private byte[] body(RecoveryOrder order) {
    Map<String, Object> fields =
        Map.of(
            "idempotencyKey", order.idempotencyKey(),
            "reference", order.reference(),
            "account", order.accountName(),
            "reasons", order.reasons().stream().sorted().toList(),
            "approvedBy", order.approvedBy().stream().map(EmailAddress::toString).toList(),
            "provedAddresses",
                order.provedAddresses().stream().map(EmailAddress::toString).toList());
    return json(fields);
  }

  /** It says what it is, so that no order can be taken for the other. */
  private byte[] body(FreezeOrder order) {
    return json(
        Map.of(
            "action", "freeze",
            "idempotencyKey", order.idempotencyKey(),
            "reference", order.reference(),
            "account", order.accountName(),
            "orderedBy", order.orderedBy().toString()));
  }

  private byte[] json(Map<String, Object> fields) {
    try {
      return json.writeValueAsBytes(new TreeMap<>(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and lists of text are always JSON", e);
    }
  }

  private RecoveryResult result(int status, byte[] body) {
    if (status == 202 || status == 409) {
      return new RecoveryResult.Unavailable("the account system is at work on it");
    }
    if (status >= 200 && status < 300) {
      return done(status, body);
    }
    String detail =
        SafeText.line("answered " + status + detail(body).map(": "::concat).orElse(""), LONGEST);
    boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
    return later ? new RecoveryResult.Unavailable(detail) : new RecoveryResult.Failed(detail);
  }

  /** A page for people with status 200, as proxies send it, is no word that anything was done. */
  private RecoveryResult done(int status, byte[] body) {
    if (body.length == 0) {
      return new RecoveryResult.Done("done");
    }
    return object(body).isEmpty()
        ? new RecoveryResult.Unavailable("answered " + status + ", but not with a JSON object")
        : new RecoveryResult.Done(SafeText.line(detail(body).orElse("done"), LONGEST));
  }

  private Optional<String> detail(byte[] body) {
    return object(body).map(answer -> answer.path("detail").asText("")).filter(s -> !s.isBlank());
  }

  private Optional<JsonNode> object(byte[] body) {
    try {
      return Optional.ofNullable(json.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

package dev.latchkey.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.SafeText;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * Asks the account system by POST, with a JSON object that is signed.
 *
 * <p>Every request carries {@code Latchkey-Timestamp} (seconds since 1970) and {@code
 * Latchkey-Signature}, the hexadecimal HMAC-SHA-256 over the timestamp, a full stop and the body
 * octets. An answer has a limit in length and in time, and redirects are not followed: what was
 * meant for one server goes to no other.
 */
final class SignedPost {
  /** What is wrong, fit for a log line and a history row. */
  static final int LONGEST = 300;

  private final Duration timeout;
  private final int largest;
  private final RequestSigner signer;
  private final InstantSource clock;
  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  /** There is no answer. The message is one line, and never a part of what was sent. */
  static final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    NoAnswerException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * @param timeout for connecting, and again for the whole answer
   * @param largest an answer may be, in octets
   */
  SignedPost(Duration timeout, int largest, RequestSigner signer, InstantSource clock) {
    this.timeout = timeout;
    this.largest = largest;
    this.signer = signer;
    this.clock = clock;
    client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Asks something that may be asked again without harm. Text must be whole: JSON in UTF-8 has no
   * form for half of a character.
   */
  JsonAnswer ask(URI url, Map<String, Object> fields) throws NoAnswerException {
    return send(url, Optional.empty(), fields);
  }

  /**
   * Orders something that must be done once: the key stands in the header and in the body, so that
   * it is signed.
   */
  JsonAnswer order(URI url, String idempotencyKey, Map<String, Object> fields)
      throws NoAnswerException {
    Map<String, Object> keyed = new TreeMap<>(fields);
    keyed.put("idempotencyKey", idempotencyKey);
    return send(url, Optional.of(idempotencyKey), keyed);
  }

  /**
   * Asks what an address may be asked (OPTIONS, RFC 9110 section 9.3.7), unsigned and without a
   * body: it orders nothing.
   *
   * @return the status of the answer, which tells that somebody is there
   */
  int probe(URI url) throws NoAnswerException {
    return send(HttpRequest.newBuilder(url).method("OPTIONS", BodyPublishers.noBody()).build())
        .status();
  }

  private JsonAnswer send(URI url, Optional<String> key, Map<String, Object> fields)
      throws NoAnswerException {
    return send(request(url, key, body(fields)));
  }

  private JsonAnswer send(HttpRequest request) throws NoAnswerException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, response -> new CappedBody(largest));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return JsonAnswer.of(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswerException("no answer within " + timeout, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NoAnswerException(SafeText.line("no answer: " + cause, LONGEST), cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException("the desk is being stopped", e);
    }
  }

  private HttpRequest request(URI url, Optional<String> key, byte[] body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Latchkey-Timestamp", timestamp)
            .header(
                "Latchkey-Signature", HexFormat.of().formatHex(signer.sign(signed.toByteArray())));
    key.ifPresent(value -> request.header("Idempotency-Key", value));
    return request.POST(BodyPublishers.ofByteArray(body)).build();
  }

  private byte[] body(Map<String, Object> fields) {
    try {
      return json.writeValueAsBytes(new TreeMap<>(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and lists of text are always JSON", e);
    }
  }
}

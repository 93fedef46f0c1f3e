package dev.latchkey.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.http.JsonAnswer;
import dev.latchkey.http.NoAnswerException;
import dev.latchkey.http.ServiceClient;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks the account system by POST, with a JSON object that is signed.
 *
 * <p>Every request carries {@code Latchkey-Timestamp} (seconds since 1970) and {@code
 * Latchkey-Signature}, the hexadecimal HMAC-SHA-256 over the timestamp, a full stop and the body
 * octets.
 */
final class SignedPost {
  /** What is wrong, fit for a log line and a history row. */
  static final int LONGEST = ServiceClient.LONGEST;

  private static final byte[] NOTHING = {};

  private final RequestSigner signer;
  private final InstantSource clock;
  private final ServiceClient client;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param timeout for connecting, and again for the whole answer
   * @param largest an answer may be, in octets
   */
  SignedPost(Duration timeout, int largest, RequestSigner signer, InstantSource clock) {
    this.signer = signer;
    this.clock = clock;
    client = new ServiceClient(timeout, largest);
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
   * Asks what an address may be asked (OPTIONS, RFC 9110 section 9.3.7), without a body: it orders
   * nothing. It is signed as every request is, so that who checks signatures can tell.
   */
  JsonAnswer probe(URI url) throws NoAnswerException {
    Map<String, String> header = new TreeMap<>(header(Optional.empty(), NOTHING));
    header.remove("Content-Type");
    return client.options(url, header);
  }

  private JsonAnswer send(URI url, Optional<String> key, Map<String, Object> fields)
      throws NoAnswerException {
    byte[] body = body(fields);
    return client.post(url, header(key, body), body);
  }

  private Map<String, String> header(Optional<String> key, byte[] body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(body);
    Map<String, String> header = new TreeMap<>();
    header.put("Content-Type", "application/json");
    header.put("Accept", "application/json");
    header.put("Latchkey-Timestamp", timestamp);
    header.put("Latchkey-Signature", HexFormat.of().formatHex(signer.sign(signed.toByteArray())));
    key.ifPresent(value -> header.put("Idempotency-Key", value));
    return header;
  }

  private byte[] body(Map<String, Object> fields) {
    try {
      return json.writeValueAsBytes(new TreeMap<>(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and lists of text are always JSON", e);
    }
  }
}

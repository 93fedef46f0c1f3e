package dev.latchkey.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param status of HTTP
 * @param empty there is no body
 * @param object the body, when it is one JSON object and nothing else: a page for people, as
 *     proxies send it with status 200, is none
 */
public record JsonAnswer(int status, boolean empty, Optional<JsonNode> object) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static JsonAnswer of(int status, byte[] body) {
    return new JsonAnswer(status, body.length == 0, object(body));
  }

  private static Optional<JsonNode> object(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether its status is of the two hundreds. */
  public boolean successful() {
    return status >= 200 && status < 300;
  }

  /** What it says in {@code detail}, as it was sent. */
  public Optional<String> detail() {
    return object.map(answer -> answer.path("detail").asText("")).filter(s -> !s.isBlank());
  }

  /** The status, and the detail if there is one. */
  public String said() {
    return "answered " + status + detail().map(": "::concat).orElse("");
  }
}

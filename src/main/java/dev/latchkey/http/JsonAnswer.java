package dev.latchkey.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service answered.
 *
 * @param status of HTTP
 * @param empty there is no body
 * @param page the title of a page for people, which is empty where it has none; nothing where the
 *     body is no such page
 * @param object the body, when it is one JSON object and nothing else: a page for people, as
 *     proxies send it with status 200, is none
 */
public record JsonAnswer(
    int status, boolean empty, Optional<JsonNode> object, Optional<String> page) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Pattern PAGE =
      Pattern.compile("\\s*<(?:!doctype )?html\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_TITLE = 80;

  static JsonAnswer of(int status, byte[] body) {
    Optional<JsonNode> object = object(body);
    return new JsonAnswer(
        status, body.length == 0, object, object.isPresent() ? Optional.empty() : page(body));
  }

  private static Optional<JsonNode> object(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> page(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (!PAGE.matcher(text).lookingAt()) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(text);
    return Optional.of(title.find() ? SafeText.line(title.group(1).strip(), LONGEST_TITLE) : "");
  }

  /** Whether its status is of the two hundreds. */
  public boolean successful() {
    return status >= 200 && status < 300;
  }

  /** What it says in {@code detail}, as it was sent. */
  public Optional<String> detail() {
    return object.map(answer -> answer.path("detail").asText("")).filter(s -> !s.isBlank());
  }

  /** The status, and the detail if there is one, or what is there in its place. */
  public String said() {
    return "answered " + status + detail().map(": "::concat).orElseGet(this::inPlace);
  }

  /** What it has in the place of a JSON object, to stand behind its status; often nothing. */
  public String inPlace() {
    return page.map(
            title -> " with a page for people" + (title.isEmpty() ? "" : " (" + title + ")"))
        .orElse(successful() && object.isEmpty() ? " without a JSON object" : "");
  }
}

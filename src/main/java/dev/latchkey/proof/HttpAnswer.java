package dev.latchkey.proof;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server answered: where, how, and as much of it as the limit lets in. */
final class HttpAnswer {
  private final HttpsAddress from;
  private final int status;
  private final Map<String, List<String>> fields;
  private final byte[] body;
  private final boolean cut;

  /**
   * @param fields by lower-case name, each with its values in order
   * @param cut there was more of the {@code body}
   */
  HttpAnswer(
      HttpsAddress from, int status, Map<String, List<String>> fields, byte[] body, boolean cut) {
    this.from = from;
    this.status = status;
    this.fields = Map.copyOf(fields);
    this.body = body.clone();
    this.cut = cut;
  }

  HttpsAddress from() {
    return from;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body.clone();
  }

  boolean cut() {
    return cut;
  }

  /** The value of a field that may stand there once only; empty when it does not. */
  Optional<String> header(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** The media type in lower case, without parameters (RFC 9110 section 8.3). */
  Optional<String> mediaType() {
    return header("content-type")
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  /**
   * This answer, when it is a plain success.
   *
   * @throws CannotLookException for every other
   */
  HttpAnswer successful() throws CannotLookException {
    if (status == 200) {
      return this;
    }
    throw new CannotLookException(
        switch (status) {
          case 401, 402, 403, 404, 407, 410, 451 -> Obstacle.CLOSED;
          case 408, 425, 429 -> Obstacle.AWAY;
          default -> status >= 500 ? Obstacle.AWAY : Obstacle.UNREADABLE;
        });
  }
}

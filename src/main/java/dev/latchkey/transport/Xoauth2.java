package dev.latchkey.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The mechanism XOAUTH2 of SASL, as Google and Microsoft describe it: the client says name and
 * token; a server that does not take them says why, as JSON, and refuses only after the client has
 * answered that with an empty line.
 */
final class Xoauth2 {
  static final String NAME = "XOAUTH2";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 200;

  private Xoauth2() {}

  /** What the client says first, in base64. */
  static String initialResponse(String user, String token) {
    String said = "user=" + user + "\u0001auth=Bearer " + token + "\u0001\u0001";
    return Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8));
  }

  /** What the server says against it, for people; one line, empty when it says nothing. */
  static String complaint(String challenge) {
    try {
      JsonNode said = JSON.readTree(Base64.getMimeDecoder().decode(challenge));
      return List.of("status", "schemes", "scope").stream()
          .filter(name -> said.path(name).isValueNode())
          .map(name -> name + " " + SafeText.line(said.path(name).asText(), LONGEST))
          .collect(Collectors.joining(", "));
    } catch (IOException | IllegalArgumentException e) {
      return SafeText.line(challenge, LONGEST);
    }
  }
}

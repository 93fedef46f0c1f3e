package dev.latchkey.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.http.JsonAnswer;
import dev.latchkey.http.NoAnswerException;
import dev.latchkey.http.ServiceClient;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.SafeText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks a token server for an access token (RFC 6749 sections 4.4 and 6), and reads the answer. */
final class TokenRequest {
  /** Of the visible characters of ASCII, as RFC 6750 section 2.1 has them; no other can be said. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

  /** For a server that does not say how long a token is good. */
  private static final Duration UNSAID = Duration.ofMinutes(5);

  private static final Duration LONGEST_LIFE = Duration.ofDays(1);
  private static final int LONGEST = 200;
  private static final String INVALID_GRANT = "invalid_grant";

  private final ServiceClient client;

  TokenRequest(ServiceClient client) {
    this.client = client;
  }

  /**
   * What was granted.
   *
   * @param life of the access token, from when it was asked for
   * @param refreshToken in place of the one that was shown
   */
  record Granted(String accessToken, Duration life, Optional<String> refreshToken) {}

  /** The refresh token is not taken (any more). */
  static final class InvalidGrantException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidGrantException(String message) {
      super(message);
    }
  }

  /** A token for the client itself. */
  Granted forClient(TokenGrant grant) throws MailTransportException {
    try {
      return ask(grant, fields(grant, "client_credentials"));
    } catch (InvalidGrantException e) {
      throw new MailTransportException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A token for a refresh token. */
  Granted forRefreshToken(TokenGrant grant, String refreshToken)
      throws MailTransportException, InvalidGrantException {
    Map<String, String> fields = fields(grant, "refresh_token");
    fields.put("refresh_token", refreshToken);
    return ask(grant, fields);
  }

  private static Map<String, String> fields(TokenGrant grant, String type) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", type);
    fields.put("client_id", grant.clientId());
    grant.clientSecret().ifPresent(secret -> fields.put("client_secret", secret));
    grant.scope().ifPresent(scope -> fields.put("scope", scope));
    return fields;
  }

  private Granted ask(TokenGrant grant, Map<String, String> fields)
      throws MailTransportException, InvalidGrantException {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    JsonAnswer answer;
    try {
      answer =
          client.post(
              grant.url(),
              Map.of(
                  "Content-Type", "application/x-www-form-urlencoded",
                  "Accept", "application/json"),
              form.getBytes(StandardCharsets.US_ASCII));
    } catch (NoAnswerException e) {
      throw failure(grant, e.getMessage() + "; it is asked again");
    }
    String error = answer.object().map(said -> said.path("error").asText("")).orElse("");
    if (answer.status() == 200 && answer.object().isPresent() && error.isEmpty()) {
      return granted(grant, answer.object().get());
    }
    if (error.equals(INVALID_GRANT)) {
      throw new InvalidGrantException(told(grant, said(grant, answer, error)));
    }
    throw failure(grant, said(grant, answer, error));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Granted granted(TokenGrant grant, JsonNode answer) throws MailTransportException {
    String token = answer.path("access_token").asText("");
    if (!answer.path("token_type").asText("").equalsIgnoreCase("Bearer")
        || !TOKEN.matcher(token).matches()) {
      throw failure(grant, "answers without a bearer token; is it a token server for mail?");
    }
    long seconds = answer.path("expires_in").asLong(UNSAID.toSeconds());
    Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds())));
    return new Granted(
        token,
        life,
        Optional.of(answer.path("refresh_token").asText(""))
            .filter(next -> TOKEN.matcher(next).matches()));
  }

  private static MailTransportException failure(TokenGrant grant, String what) {
    return new MailTransportException(told(grant, what), null);
  }

  private static String told(TokenGrant grant, String what) {
    return "%s: the token server %s: %s".formatted(grant.place(), grant.url().getHost(), what);
  }

  /** What it answered, and what there is to do. */
  private static String said(TokenGrant grant, JsonAnswer answer, String error) {
    String description =
        answer.object().map(said -> said.path("error_description").asText("")).orElse("");
    String told =
        (error.isEmpty() ? answer.inPlace() : ": " + error)
            + (description.isEmpty() ? "" : ", " + description);
    return "answers "
        + SafeText.line(answer.status() + grant.withoutSecrets(told), LONGEST)
        + "; "
        + advice(error, answer.status());
  }

  private static String advice(String error, int status) {
    return switch (error) {
      case INVALID_GRANT ->
          "the refresh-token is not taken any more: it expired, the consent was taken back, or the"
              + " password was changed. Get a new one and set it";
      case "invalid_client", "unauthorized_client" ->
          "check client-id, client-secret and tenant, and whether the secret has expired";
      case "invalid_scope", "invalid_request", "invalid_resource", "unsupported_grant_type" ->
          "check scope, tenant and token-url, and what was consented to";
      case "temporarily_unavailable", "server_error" -> "it is asked again";
      default -> byStatus(status);
    };
  }

  private static String byStatus(int status) {
    if (status >= 500 || status == 429) {
      return "it is asked again";
    }
    return "check token-url, profile, tenant"
        + (status >= 300 && status < 400 ? "; redirects are not followed" : "");
  }
}

package dev.latchkey.transport;

import dev.latchkey.http.ServiceUrl;
import dev.latchkey.mail.Sha256;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What access tokens are granted for: a refresh token (RFC 6749 section 6), or without one the
 * client's own credentials (section 4.4).
 *
 * @param place where in the settings it stands, for people
 * @param url of the token server; {@code https}, {@code http} only for this machine itself
 * @param clientId as the token server knows the desk
 * @param clientSecret of that client; empty for one that has none, which needs a refresh token
 * @param refreshToken as it was configured; the server may have replaced it since
 * @param scope what the token is for; empty for whatever was consented to
 */
public record TokenGrant(
    String place,
    URI url,
    String clientId,
    Optional<String> clientSecret,
    Optional<String> refreshToken,
    Optional<String> scope) {

  /**
   * @throws IllegalArgumentException when the URL is none that may be asked, or there is nothing
   *     that a token could be granted for
   */
  public TokenGrant {
    ServiceUrl.require(url);
    if (clientSecret.isEmpty() && refreshToken.isEmpty()) {
      throw new IllegalArgumentException("needs a refresh-token, a client-secret, or both");
    }
  }

  /** Under which name a refresh token is kept that replaced the configured one. */
  String keptAs() {
    return "refresh token "
        + Sha256.hex(String.join("\n", url.toString(), clientId, refreshToken.orElse("")));
  }

  /** A text of a server without what it may repeat of ours. */
  String withoutSecrets(String text) {
    String clean = text;
    for (String secret : Stream.of(clientSecret, refreshToken).flatMap(Optional::stream).toList()) {
      clean = secret.isEmpty() ? clean : clean.replace(secret, "...");
    }
    return clean;
  }

  /** Everything but the secrets. */
  @Override
  public String toString() {
    return place + ": " + url;
  }
}

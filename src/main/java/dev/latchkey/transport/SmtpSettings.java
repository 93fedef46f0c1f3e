package dev.latchkey.transport;

import java.util.Optional;

/**
 * The server that takes our mail.
 *
 * @param port 465 for {@link Security#TLS}, 587 for {@link Security#STARTTLS}
 * @param login empty for a server that knows us by our network address
 * @param connections how many are kept and used side by side, 1 to 32; each mail costs four round
 *     trips, so against a server that is far away four of them pay
 */
public record SmtpSettings(
    String host,
    int port,
    Security security,
    Optional<Credentials> login,
    Timeouts timeouts,
    int connections) {

  /** What most servers allow one client without slowing it down. */
  public static final int USUAL_CONNECTIONS = 2;

  public SmtpSettings {
    security.requireFitFor(host);
    if (connections < 1 || connections > 32) {
      throw new IllegalArgumentException("1 to 32 connections, not " + connections);
    }
  }
}

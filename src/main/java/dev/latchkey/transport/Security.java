package dev.latchkey.transport;

import java.util.Set;

/** How the way to a mail server is protected. */
public enum Security {
  /** TLS from the first octet (RFC 8314 section 3), the usual choice: ports 993 and 465. */
  TLS,
  /** Plain at first, then STARTTLS, which is insisted on before anything is said: 143 and 587. */
  STARTTLS,
  /** No protection; only for a server on the loopback interface. */
  NONE;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  void requireFitFor(String host) {
    if (this == NONE && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "no mail server but one on this machine may be used without TLS: " + host);
    }
  }
}

package dev.latchkey.accounts;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where the account system takes recovery orders.
 *
 * @param url {@code https}; {@code http} only for this machine itself
 * @param freezeUrl where it takes orders to freeze an account; empty when people freeze accounts
 * @param timeout for connecting, and again for the whole answer; more than nothing
 */
public record HttpActionSettings(URI url, Optional<URI> freezeUrl, Duration timeout) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @throws IllegalArgumentException when the URL is none that an order may be sent to
   */
  public HttpActionSettings {
    requireUsable(url);
    freezeUrl.ifPresent(HttpActionSettings::requireUsable);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the time-out of an action must be more than nothing");
    }
  }

  /** An account system that is only asked for recoveries. */
  public HttpActionSettings(URI url, Duration timeout) {
    this(url, Optional.empty(), timeout);
  }

  private static void requireUsable(URI url) {
    String scheme = url.getScheme();
    String host = url.getHost();
    if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException("not an http or https URL: " + url);
    }
    if ("http".equals(scheme) && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException("orders to another machine need https: " + url);
    }
    if (url.getUserInfo() != null || url.getFragment() != null) {
      throw new IllegalArgumentException("no user and no fragment in the URL of an action");
    }
  }
}

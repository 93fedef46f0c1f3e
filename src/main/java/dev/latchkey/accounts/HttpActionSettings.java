package dev.latchkey.accounts;

import dev.latchkey.http.ServiceUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the account system takes orders. Each URL is {@code https}; {@code http} only for this
 * machine itself.
 *
 * @param url takes recovery orders
 * @param freezeUrl takes orders to freeze an account; empty when people freeze accounts
 * @param verifyCodeUrl takes recovery codes to be checked; empty when it does not do that
 * @param timeout for connecting, and again for the whole answer; more than nothing
 */
public record HttpActionSettings(
    URI url, Optional<URI> freezeUrl, Optional<URI> verifyCodeUrl, Duration timeout) {

  /**
   * @throws IllegalArgumentException when a URL is none that an order may be sent to
   */
  public HttpActionSettings {
    ServiceUrl.require(url);
    freezeUrl.ifPresent(ServiceUrl::require);
    verifyCodeUrl.ifPresent(ServiceUrl::require);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the time-out of an action must be more than nothing");
    }
  }

  /** An account system that is only asked for recoveries. */
  public HttpActionSettings(URI url, Duration timeout) {
    this(url, Optional.empty(), Optional.empty(), timeout);
  }
}

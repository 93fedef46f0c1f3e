package dev.latchkey.accounts;

import dev.latchkey.http.ServiceUrl;
import java.net.URI;
import java.time.Duration;

/**
 * Where the account system says what it knows of accounts.
 *
 * @param url {@code https}; {@code http} only for this machine itself
 * @param timeout for connecting, and again for each whole answer; more than nothing
 * @param nameRule how the account system compares names; the server must compare alike
 */
public record HttpDirectorySettings(URI url, Duration timeout, NameRule nameRule) {

  /**
   * @throws IllegalArgumentException when the URL is none that may be asked
   */
  public HttpDirectorySettings {
    ServiceUrl.require(url);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the time-out of a directory must be more than nothing");
    }
  }
}

package dev.latchkey.http;

import java.net.URI;
import java.util.Set;

/** Where a service may be asked. */
public final class ServiceUrl {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private ServiceUrl() {}

  /**
   * Insists on an address that a request may be sent to.
   *
   * @throws IllegalArgumentException unless it is {@code https}, or {@code http} on this machine,
   *     and without user and fragment
   */
  public static void require(URI url) {
    String scheme = url.getScheme();
    String host = url.getHost();
    if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException("not an http or https URL: " + url);
    }
    if ("http".equals(scheme) && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException("requests to another machine need https: " + url);
    }
    if (url.getUserInfo() != null || url.getFragment() != null) {
      throw new IllegalArgumentException("no user and no fragment in the URL of a service");
    }
  }
}

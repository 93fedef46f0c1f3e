package dev.latchkey.transport;

import java.time.Duration;
import java.util.Properties;

/**
 * How long a server may take, each from one millisecond to an hour; Jakarta Mail's own defaults
 * would wait for ever.
 *
 * @param connect until the connection stands
 * @param read until the next octet comes
 * @param write until our octets are taken
 */
public record Timeouts(Duration connect, Duration read, Duration write) {
  private static final Duration LONGEST = Duration.ofHours(1);

  public Timeouts {
    requireSane(connect);
    requireSane(read);
    requireSane(write);
  }

  /** 20 seconds to connect, and a minute for each read and write. */
  public static Timeouts usual() {
    return new Timeouts(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(1));
  }

  /**
   * Until a server answers the final dot of a mail, ten times as long as for anything else: ten
   * minutes by the usual ones, as RFC 5321 section 4.5.3.2.6 asks. What is sent again before may
   * arrive twice.
   */
  Duration afterTheDot() {
    Duration patience = read.multipliedBy(10);
    return patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
  }

  private static void requireSane(Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a timeout is 1 ms to 1 h, not " + timeout);
    }
  }

  /** The properties of every connection we make: all timeouts, and the server's name is checked. */
  Properties properties(String protocol) {
    Properties properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", Long.toString(connect.toMillis()));
    properties.setProperty(prefix + "timeout", Long.toString(read.toMillis()));
    properties.setProperty(prefix + "writetimeout", Long.toString(write.toMillis()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    return properties;
  }
}

package dev.latchkey.proof;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** What the Domain Name System says. */
public interface Names {
  /**
   * All addresses of {@code host}, IPv4 first; at least one.
   *
   * @param within how long the answer may take
   * @throws CannotLookException {@link Obstacle#NO_SUCH_HOST} when it has none, {@link
   *     Obstacle#AWAY} when nobody says so in time
   */
  List<InetAddress> addresses(String host, Duration within) throws CannotLookException;

  /**
   * The texts under {@code name}; none where it does not exist.
   *
   * @throws CannotLookException {@link Obstacle#AWAY} when nobody says so in time
   */
  Texts texts(String name, Duration within) throws CannotLookException;

  /**
   * TXT records (RFC 1035 section 3.3.14).
   *
   * @param lines a record each, its strings put together
   * @param aliased they stand under another name, to which this one is an alias
   */
  record Texts(List<String> lines, boolean aliased) {
    public Texts {
      lines = List.copyOf(lines);
    }
  }
}

package dev.latchkey.proof;

import java.net.InetAddress;
import java.util.List;

/**
 * The only way out to places that people name: HTTPS with a valid certificate, public addresses,
 * one host, no credentials, so much and so long and no more.
 *
 * <p>A name is resolved once for a look, every address that it has is checked, and connections go
 * to a checked address and never to the name, so that a second answer of the DNS cannot lead them
 * elsewhere. Redirects stay on the host and are followed here, none by a library.
 */
public final class EgressGuard {
  private final PublicNetwork network;
  private final LookLimits limits;

  public EgressGuard(PublicNetwork network, LookLimits limits) {
    this.network = network;
    this.limits = limits;
  }

  /** The time for one look begins. */
  Deadline start() {
    return Deadline.in(limits.inAll());
  }

  Names names() {
    return network.names();
  }

  /**
   * Makes ready to visit {@code host}.
   *
   * @throws CannotLookException when it has no address, or one that is not public beside others
   */
  Visit visit(String host, Deadline deadline) throws CannotLookException {
    List<InetAddress> addresses = network.names().addresses(host, deadline.left());
    if (addresses.isEmpty()) {
      throw new CannotLookException(Obstacle.NO_SUCH_HOST);
    }
    if (!addresses.stream().allMatch(PublicAddress::holds)) {
      throw new CannotLookException(Obstacle.NOT_PUBLIC);
    }
    return new Visit(network, limits, host, addresses, deadline);
  }
}

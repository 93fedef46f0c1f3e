package dev.latchkey.proof;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * How the desk looks for proofs.
 *
 * @param look whether it does; otherwise only people do
 * @param resolvers who answers for names, the first of them first; those of the machine when there
 *     is none
 * @param marker how its files and DNS records are named
 */
public record LookSettings(boolean look, List<InetSocketAddress> resolvers, Marker marker) {
  public LookSettings {
    resolvers = List.copyOf(resolvers);
  }

  /** What it looks for, over the Internet. */
  public List<PublicProof> open() {
    if (!look) {
      return List.of();
    }
    Names names = resolvers.isEmpty() ? Dns.ofSystem() : Dns.of(resolvers);
    EgressGuard guard = new EgressGuard(PublicNetwork.internet(names), LookLimits.USUAL);
    return List.of(new Branch(guard), new SiteFile(guard, marker), new DnsText(guard, marker));
  }
}

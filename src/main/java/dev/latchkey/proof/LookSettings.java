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
 * @param registries who is asked about the domains of addresses; none by default
 */
public record LookSettings(
    boolean look, List<InetSocketAddress> resolvers, Marker marker, RegistryServers registries) {
  public LookSettings {
    resolvers = List.copyOf(resolvers);
  }

  /** What can be shown in public, and what it looks for over the Internet. */
  public List<PublicProof> open() {
    EgressGuard guard = guard();
    return left(
        List.of(new Branch(guard), new SiteFile(guard, marker), new DnsText(guard, marker)));
  }

  /** These, left to people where the desk does not look. */
  public List<PublicProof> left(List<PublicProof> proofs) {
    return look ? proofs : proofs.stream().<PublicProof>map(LeftToPeople::new).toList();
  }

  /** Whom it asks about domains, over the Internet. */
  public DomainRegistry openRegistry() {
    return registries.size() == 0 ? DomainRegistry.NONE : new Rdap(guard(), registries);
  }

  private EgressGuard guard() {
    return new EgressGuard(PublicNetwork.internet(names()), LookLimits.USUAL);
  }

  /** Whom it asks for names. */
  public Names names() {
    return resolvers.isEmpty() ? Dns.ofSystem() : Dns.of(resolvers);
  }
}

package dev.latchkey.proof;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public Internet: every one that stands in neither of IANA's
 * registries of special-purpose addresses (RFC 6890, as of 2026) and is no multicast. Those few
 * that the registries call globally reachable (anycast for relays and for empty zones) serve no
 * site, so they are refused as well.
 */
final class PublicAddress {
  private static final List<AddressBlock> SPECIAL_V4 =
      blocks(
          "0.0.0.0/8", // this network (RFC 791)
          "10.0.0.0/8", // private use (RFC 1918)
          "100.64.0.0/10", // shared by a carrier's customers (RFC 6598)
          "127.0.0.0/8", // loopback (RFC 1122)
          "169.254.0.0/16", // link local, and where clouds keep their keys (RFC 3927)
          "172.16.0.0/12", // private use (RFC 1918)
          "192.0.0.0/24", // IETF protocols, DS-Lite, NAT64 discovery (RFC 6890, 7335, 7050)
          "192.0.2.0/24", // documentation (RFC 5737)
          "192.31.196.0/24", // AS112 (RFC 7535)
          "192.52.193.0/24", // AMT relays (RFC 7450)
          "192.88.99.0/24", // 6to4 relays (RFC 7526)
          "192.168.0.0/16", // private use (RFC 1918)
          "192.175.48.0/24", // AS112 (RFC 7534)
          "198.18.0.0/15", // benchmarks (RFC 2544)
          "198.51.100.0/24", // documentation (RFC 5737)
          "203.0.113.0/24", // documentation (RFC 5737)
          "224.0.0.0/4", // multicast (RFC 5771)
          "240.0.0.0/4"); // reserved, and broadcast (RFC 1112, 8190)

  /** Outside of it there are loopback, mapped, NAT64, unique local, link local, multicast. */
  private static final AddressBlock UNICAST_V6 = AddressBlock.of("2000::/3");

  private static final List<AddressBlock> SPECIAL_V6 =
      blocks(
          "2001::/23", // IETF protocols, Teredo, ORCHID, benchmarks (RFC 2928, 4380, 7343, 5180)
          "2001:db8::/32", // documentation (RFC 3849)
          "2002::/16", // 6to4: an IPv4 address inside (RFC 3056)
          "2620:4f:8000::/48", // AS112 (RFC 7534)
          "3ffe::/16", // the 6bone, given back (RFC 3701)
          "3fff::/20"); // documentation (RFC 9637)

  private PublicAddress() {}

  /** Whether a site of the public Internet can have {@code address}. */
  static boolean holds(InetAddress address) {
    byte[] octets = address.getAddress();
    return octets.length == 4
        ? !isIn(SPECIAL_V4, octets)
        : UNICAST_V6.holds(octets) && !isIn(SPECIAL_V6, octets);
  }

  private static boolean isIn(List<AddressBlock> blocks, byte[] octets) {
    return blocks.stream().anyMatch(block -> block.holds(octets));
  }

  private static List<AddressBlock> blocks(String... written) {
    return Stream.of(written).map(AddressBlock::of).toList();
  }
}

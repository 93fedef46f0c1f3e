package dev.latchkey.config;

import dev.latchkey.proof.LookSettings;
import dev.latchkey.proof.Marker;
import dev.latchkey.proof.RegistryServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How the desk looks for proofs: the section {@code proofs}. */
final class ProofSections {
  private static final int DNS = 53;
  private static final String USUAL_MARKER = "latchkey-challenge";

  /** What no name of a host looks like, so that nothing is resolved to read the settings. */
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private ProofSections() {}

  static Optional<LookSettings> look(Section section) {
    return section.make(
        () ->
            new LookSettings(
                section.flag("look", true),
                resolvers(section),
                new Marker(section.findText("marker").orElse(USUAL_MARKER)),
                registries(section.section("registries"))));
  }

  private static RegistryServers registries(Section section) {
    Section named = section.section("servers");
    Map<String, String> addresses = new TreeMap<>();
    named.names().forEach(suffix -> addresses.put(suffix, named.text(suffix)));
    RegistryServers servers = RegistryServers.NONE;
    try {
      servers = RegistryServers.of(addresses);
    } catch (IllegalArgumentException e) {
      section.fault(
          "servers", "suffixes such as com, each with an address that begins with https://");
    }
    Optional<Path> bootstrap = section.findPath("bootstrap");
    return bootstrap.isPresent() ? servers.orElse(read(section, bootstrap.get())) : servers;
  }

  private static RegistryServers read(Section section, Path bootstrap) {
    try {
      return RegistryServers.ofBootstrap(Files.readString(bootstrap));
    } catch (IOException e) {
      section.fault("bootstrap", "cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      section.fault("bootstrap", "is not the file https://data.iana.org/rdap/dns.json");
    }
    return RegistryServers.NONE;
  }

  private static List<InetSocketAddress> resolvers(Section section) {
    List<InetSocketAddress> resolvers = new ArrayList<>();
    for (String text : section.texts("resolvers")) {
      try {
        if (!NUMERIC.matcher(text).matches()) {
          throw new UnknownHostException(text);
        }
        resolvers.add(new InetSocketAddress(InetAddress.getByName(text), DNS));
      } catch (UnknownHostException e) {
        section.fault("resolvers", "must be IP addresses such as 192.0.2.53");
      }
    }
    return resolvers;
  }
}

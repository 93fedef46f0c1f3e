package dev.latchkey.config;

import dev.latchkey.proof.LookSettings;
import dev.latchkey.proof.Marker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                new Marker(section.findText("marker").orElse(USUAL_MARKER))));
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

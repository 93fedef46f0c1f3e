package dev.latchkey.proof;

import dev.latchkey.accounts.Link;
import java.util.Optional;
import java.util.Set;

/**
 * A TXT record that holds the token and nothing else, under an underscored name of the host (RFC
 * 8552) to which a site on record leads. A link below the front page has none: the host is somebody
 * else's.
 */
public final class DnsText extends LinkProof {
  private static final int LONGEST_NAME = 253;

  private final EgressGuard guard;
  private final Marker marker;

  public DnsText(EgressGuard guard, Marker marker) {
    super(Link.Kind.SITE);
    this.guard = guard;
    this.marker = marker;
  }

  @Override
  public String name() {
    return "DNS_TXT";
  }

  @Override
  Optional<String> shown(HttpsAddress link) {
    return Optional.of("_" + marker.text() + "." + link.host())
        .filter(name -> link.path().equals("/") && name.length() <= LONGEST_NAME);
  }

  @Override
  Sighting look(HttpsAddress link, String token) throws CannotLookException {
    String name = shown(link).orElseThrow();
    Names.Texts texts = guard.names().texts(name, guard.start().left());
    return texts.lines().stream().anyMatch(line -> unquoted(line).equals(token))
        ? new Sighting.Seen(name, texts.aliased() ? Set.of(Sighting.Oddity.ALIASED) : Set.of())
        : new Sighting.NotYet();
  }

  /** Some forms for records keep the quotation marks that people type. */
  private static String unquoted(String line) {
    String bare = line.strip();
    return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1).strip()
        : bare;
  }
}

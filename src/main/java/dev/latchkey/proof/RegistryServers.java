package dev.latchkey.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which server is asked about which domains: base addresses of RDAP by the suffix that they are
 * for. Servers are asked by HTTPS only.
 */
public final class RegistryServers {
  /** None. */
  public static final RegistryServers NONE = new RegistryServers(Map.of());

  private static final Pattern SUFFIX =
      Pattern.compile(
          "(?=.{1,253}\\z)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, HttpsAddress> servers;

  private RegistryServers(Map<String, HttpsAddress> servers) {
    this.servers = Map.copyOf(servers);
  }

  /**
   * Servers by suffix, {@code com} or {@code co.uk}.
   *
   * @param addresses base addresses such as {@code https://rdap.verisign.com/com/v1/}
   * @throws IllegalArgumentException for what is no suffix, or no address that the desk may open
   */
  public static RegistryServers of(Map<String, String> addresses) {
    Map<String, HttpsAddress> servers = new HashMap<>();
    addresses.forEach(
        (suffix, address) ->
            servers.put(
                suffix(suffix)
                    .orElseThrow(() -> new IllegalArgumentException("no suffix: " + suffix)),
                base(address)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "no address that begins with https:// and a name: " + address))));
    return new RegistryServers(servers);
  }

  /**
   * Those of a bootstrap file as IANA publishes it (RFC 9224 section 3, {@code dns.json}). What is
   * not to be asked by HTTPS is left out.
   *
   * @throws IllegalArgumentException for what is no such file
   */
  public static RegistryServers ofBootstrap(String json) {
    Map<String, HttpsAddress> servers = new HashMap<>();
    for (JsonNode service : services(json)) {
      Optional<HttpsAddress> server = Optional.empty();
      for (JsonNode address : service.path(1)) {
        server = server.or(() -> base(address.asText()));
      }
      for (JsonNode entry : service.path(0)) {
        Optional<String> suffix = suffix(entry.asText().toLowerCase(Locale.ROOT));
        if (server.isPresent() && suffix.isPresent()) {
          servers.put(suffix.get(), server.get());
        }
      }
    }
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("no service of RFC 9224 in it");
    }
    return new RegistryServers(servers);
  }

  private static JsonNode services(String json) {
    try {
      return JSON.readTree(json).path("services");
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** These, and where they know none those of {@code others}. */
  public RegistryServers orElse(RegistryServers others) {
    Map<String, HttpsAddress> all = new HashMap<>(others.servers);
    all.putAll(servers);
    return new RegistryServers(all);
  }

  /** For how many suffixes there is a server. */
  public int size() {
    return servers.size();
  }

  /** Where {@code domain} is asked for (RFC 9082 section 3.1.3): the longest suffix that fits. */
  Optional<HttpsAddress> find(String domain) {
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      HttpsAddress base = servers.get(domain.substring(dot + 1));
      if (base != null) {
        return Optional.of(base.at(base.path() + "domain/" + domain, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> suffix(String text) {
    return Optional.of(text).filter(SUFFIX.asMatchPredicate());
  }

  private static Optional<HttpsAddress> base(String address) {
    try {
      URI uri = new URI(address.endsWith("/") ? address : address + "/");
      return "https".equalsIgnoreCase(uri.getScheme())
          ? HttpsAddress.onRecord(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegistryServers it && it.servers.equals(servers);
  }

  @Override
  public int hashCode() {
    return servers.hashCode();
  }
}

package dev.latchkey.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that the desk may open: HTTPS at port 443 of a host with a name (RFC 9110 section
 * 4.2.2), without user information, and with a path that every server reads alike.
 *
 * @param host lower-case ASCII, two labels or more (RFC 1123 section 2.1)
 * @param path of ASCII, percent-encoded, begins with a slash; no dot segments
 * @param query what stands behind the question mark, as it is; empty for none
 */
record HttpsAddress(String host, String path, Optional<String> query) {
  /** Of the whole, in characters: an address that nobody types is none that people are told. */
  private static final int LONGEST = 400;

  /**
   * At most 253 characters (RFC 1035). The last label begins with a letter, else old programs read
   * a number of an IPv4 address.
   */
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}\\z)"
              + "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~!$&'()*+,;=:@%-]*");
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9/._~!$&'()*+,;=:@%?-]*");

  /** Octets that some servers take for a part of the path's structure when they decode them. */
  private static final Pattern HIDDEN_STRUCTURE =
      Pattern.compile("(?i)%(?:2e|2f|5c|25|[01][0-9a-f]|7f)");

  private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?:/|$)");

  /**
   * Where a link on record leads. One that says HTTP is opened by HTTPS; with a query it is no
   * address of a repository or a site that others could not share.
   */
  static Optional<HttpsAddress> onRecord(URI link) {
    boolean http = "http".equalsIgnoreCase(link.getScheme());
    boolean usualPort = link.getPort() == -1 || link.getPort() == (http ? 80 : 443);
    return usualPort && (http || isHttps(link)) && link.getRawQuery() == null
        ? of(link)
        : Optional.empty();
  }

  /** Where {@code location} of an answer from here leads (RFC 9110 section 10.2.2). */
  Optional<HttpsAddress> follow(String location) {
    try {
      URI target = new URI(toString()).resolve(new URI(location));
      boolean usualPort = target.getPort() == -1 || target.getPort() == 443;
      return usualPort && isHttps(target) ? of(target) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isHttps(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  private static Optional<HttpsAddress> of(URI address) {
    String written = address.getHost();
    if (written == null || address.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String host = written.toLowerCase(Locale.ROOT);
    String raw = URI.create(address.toASCIIString()).getRawPath();
    String path = raw.isEmpty() ? "/" : raw;
    Optional<String> query = Optional.ofNullable(address.getRawQuery());
    HttpsAddress found = new HttpsAddress(host, path, query);
    boolean plain =
        HOST.matcher(host).matches()
            && isPlain(path)
            && QUERY.matcher(query.orElse("")).matches()
            && found.toString().length() <= LONGEST;
    return plain ? Optional.of(found) : Optional.empty();
  }

  private static boolean isPlain(String path) {
    return PATH.matcher(path).matches()
        && !path.contains("//")
        && !DOT_SEGMENT.matcher(path).find()
        && !HIDDEN_STRUCTURE.matcher(path).find();
  }

  /** The same host with another path and query. */
  HttpsAddress at(String otherPath, Optional<String> otherQuery) {
    return new HttpsAddress(host, otherPath, otherQuery);
  }

  /** What stands in the request line (RFC 9112 section 3.2.1). */
  String target() {
    return path + query.map(text -> "?" + text).orElse("");
  }

  @Override
  public String toString() {
    return "https://" + host + target();
  }
}

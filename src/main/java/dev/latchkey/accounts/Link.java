package dev.latchkey.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A place of its own that an account names: its repository, its site.
 *
 * @param address an absolute URI with a host (RFC 3986), of any scheme and without a password;
 *     whether it may be visited is for the visitor to judge
 * @param since when it was set; empty when the account system does not say: its age is unknown, and
 *     it proves nothing
 */
public record Link(Kind kind, URI address, Optional<Instant> since) {
  private static final int LONGEST = 2000;

  /** What stands at the address. */
  public enum Kind {
    REPOSITORY,
    SITE;

    /** The kind of this name, in any case; empty for every other word. */
    public static Optional<Kind> find(String word) {
      return switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "repository" -> Optional.of(REPOSITORY);
        case "site" -> Optional.of(SITE);
        default -> Optional.empty();
      };
    }
  }

  /**
   * @throws IllegalArgumentException for an address without scheme or host, or with a password
   */
  public Link {
    String user = address.getRawUserInfo();
    if (!address.isAbsolute() || address.getHost() == null) {
      throw new IllegalArgumentException("not an absolute address with a host");
    }
    if (user != null && user.contains(":")) {
      throw new IllegalArgumentException("an address with a password");
    }
  }

  /** The link to {@code text}; empty for what is no such address, or longer than any is. */
  public static Optional<Link> find(Kind kind, String text, Optional<Instant> since) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Link(kind, new URI(text.strip()), since));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

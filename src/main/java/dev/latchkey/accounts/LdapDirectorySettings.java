package dev.latchkey.accounts;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an LDAP server is asked (RFC 4511).
 *
 * @param url {@code ldaps}; {@code ldap} only for this machine itself (RFC 4516)
 * @param bindDn who the desk is there; only to read
 * @param password not shown by {@code toString}
 * @param base below which accounts are looked for, in the whole subtree
 * @param accounts which entries are accounts (a filter of RFC 4515)
 * @param name the attribute with the account's name
 * @param addresses the attributes with its addresses, all of them verified
 * @param language the attribute with the language of its owner; empty where there is none
 * @param timeout for connecting, and again for each answer; more than nothing
 * @param nameRule how the account system compares names; the server may compare more generously
 */
public record LdapDirectorySettings(
    String url,
    String bindDn,
    String password,
    String base,
    String accounts,
    String name,
    List<String> addresses,
    Standing standing,
    Optional<String> language,
    Duration timeout,
    NameRule nameRule) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  /**
   * What there is to lose, each of it a filter that an account's entry matches, {@code everybody}
   * or {@code nobody}. None has a default: what is not asked would be taken for harmless.
   */
  public record Standing(String secondFactor, String critical, String published) {}

  /**
   * @throws IllegalArgumentException for a URL, a name or a filter that is none, for a way to
   *     another machine that nothing protects, and without an attribute of addresses
   */
  public LdapDirectorySettings {
    addresses = List.copyOf(addresses);
    LDAPURL server = url(url);
    if (!server.getScheme().equals("ldaps") && !LOOPBACK.contains(server.getHost())) {
      throw new IllegalArgumentException("an LDAP server on another machine needs ldaps: " + url);
    }
    requireName(bindDn);
    requireName(base);
    filter(accounts);
    test(standing.secondFactor());
    test(standing.critical());
    test(standing.published());
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("at least one attribute with addresses is needed");
    }
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException("the time-out of a directory must be more than nothing");
    }
  }

  static LDAPURL url(String url) {
    try {
      LDAPURL read = new LDAPURL(url);
      if (!read.hostProvided() || read.baseDNProvided() || read.filterProvided()) {
        throw new IllegalArgumentException("a URL of scheme, host and port is needed: " + url);
      }
      return read;
    } catch (LDAPException e) {
      throw new IllegalArgumentException("not an LDAP URL: " + url, e);
    }
  }

  static EntryTest test(String written) {
    return switch (written) {
      case "everybody" -> new EntryTest(Optional.empty(), true);
      case "nobody" -> new EntryTest(Optional.empty(), false);
      default -> new EntryTest(Optional.of(filter(written)), false);
    };
  }

  static Filter filter(String written) {
    try {
      return Filter.create(written);
    } catch (LDAPException e) {
      throw new IllegalArgumentException("not an LDAP filter: " + written, e);
    }
  }

  /**
   * Refuses what is no filter.
   *
   * @throws IllegalArgumentException for what is none (RFC 4515)
   */
  public static void requireFilter(String written) {
    filter(written);
  }

  /**
   * Refuses what tells of no entry whether it is meant.
   *
   * @throws IllegalArgumentException for what is neither a filter nor one of the two words
   */
  public static void requireTest(String written) {
    test(written);
  }

  /**
   * Refuses what is no distinguished name.
   *
   * @throws IllegalArgumentException for what is none (RFC 4514)
   */
  public static void requireName(String name) {
    if (!DN.isValidDN(name)) {
      throw new IllegalArgumentException("not a distinguished name: " + name);
    }
  }

  @Override
  public String toString() {
    return "LdapDirectorySettings[url=" + url + ", bindDn=" + bindDn + ", password=hidden]";
  }
}

package dev.latchkey.accounts;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultReference;
import dev.latchkey.mail.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Counts what a desk would make of the entries of an LDAP server. A server says of an attribute
 * that is mistyped, or that the desk may not read, no more than that no entry has it: without a
 * count every account would be taken for one with nothing to lose.
 */
final class LdapSurvey {
  /** Nobody reads so many mailboxes: more look like those of a list or of a whole house. */
  private static final int MANY = 20;

  private final List<? extends Entry> entries;
  private final List<String> doubts = new ArrayList<>();

  /**
   * @param entries accounts, all or the first of them
   */
  LdapSurvey(List<? extends Entry> entries) {
    this.entries = entries;
  }

  /** The attributes that addresses are read from. */
  String addresses(List<String> attributes) {
    long without =
        entries.stream()
            .filter(entry -> attributes.stream().noneMatch(entry::hasAttribute))
            .count();
    attributes.forEach(attribute -> seen(attribute, "accounts.address-attributes"));
    long many = entries.stream().filter(entry -> values(entry, attributes) > MANY).count();
    if (many > 0) {
      doubts.add(
          "accounts.address-attributes: accounts with more than %d addresses: %d; every address of theirs gets each code and notice, whoever asks"
              .formatted(MANY, many));
    }
    return "without an address " + without;
  }

  private static long values(Entry entry, List<String> attributes) {
    return attributes.stream()
        .map(entry::getAttributeValues)
        .filter(Objects::nonNull)
        .flatMap(Arrays::stream)
        .distinct()
        .count();
  }

  /** Those that a filter of the settings is true of. */
  String matching(String what, EntryTest test, String key) throws LDAPException {
    int count = 0;
    for (Entry entry : entries) {
      count += test.holds(entry) ? 1 : 0;
    }
    List<String> attributes = test.attributes().distinct().toList();
    attributes.forEach(attribute -> seen(attribute, key));
    boolean read = entries.stream().anyMatch(e -> attributes.stream().anyMatch(e::hasAttribute));
    if (count == 0 && read) {
      doubts.add(
          "%s matches none of the %d accounts looked at; is its value a typing error?"
              .formatted(key, entries.size()));
    }
    return what + " " + count;
  }

  /** The attribute with a language. */
  void language(String attribute) {
    seen(attribute, "accounts.language-attribute");
  }

  /**
   * The parts of the base that lie on other servers, which the desk asks nothing (RFC 4511 section
   * 4.5.3).
   */
  void elsewhere(List<SearchResultReference> references) {
    references.stream()
        .map(reference -> reference.getReferralURLs()[0])
        .findFirst()
        .ifPresent(
            first ->
                doubts.add(
                    ("accounts.base: parts of it that lie on other servers: %d, the first is %s; the"
                            + " desk asks only the one in accounts.url, so that an account which"
                            + " stands only there is unknown to it")
                        .formatted(
                            references.size(), SafeText.line(first, LdapDirectory.LONGEST))));
  }

  /** What looks like a mistake. */
  List<String> doubts() {
    return doubts;
  }

  private void seen(String attribute, String key) {
    if (entries.stream().noneMatch(entry -> entry.hasAttribute(attribute))) {
      doubts.add(
          ("none of the %d accounts looked at has the attribute %s of %s; is it a typing error, or"
                  + " may accounts.bind-dn not read it?")
              .formatted(entries.size(), attribute, key));
    }
  }
}

package dev.latchkey.accounts;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * The accounts in an LDAP server (RFC 4511), read only: one search for up to a hundred names.
 *
 * <p>A connection is opened for each question and closed after it, so that a server may be
 * restarted at any time. What the server finds is compared once more by the desk's own rule of
 * names, since {@code uid} is compared without case and with blanks folded (RFC 4519). Other
 * servers that it refers to (RFC 4511 section 4.5.3) are not asked, as the password is for this
 * one. A server says nothing of when an attribute was set, so links, keys and co-owners, which
 * count nothing without a day, are not read.
 */
public final class LdapDirectory implements AccountDirectory {
  /** Accounts asked for in one search. */
  static final int MOST_KEYS = 100;

  /** Accounts that {@code check} counts. */
  static final int MOST_LOOKED_AT = 1000;

  static final int LONGEST = 200;

  private final LdapDirectorySettings settings;
  private final LDAPURL server;
  private final Filter accounts;
  private final EntryTest secondFactor;
  private final EntryTest critical;
  private final EntryTest published;
  private final String[] attributes;

  /** Connects to nothing yet: a desk starts without its directory. */
  public LdapDirectory(LdapDirectorySettings settings) {
    this.settings = settings;
    server = LdapDirectorySettings.url(settings.url());
    accounts = LdapDirectorySettings.filter(settings.accounts());
    LdapDirectorySettings.Standing standing = settings.standing();
    secondFactor = LdapDirectorySettings.test(standing.secondFactor());
    critical = LdapDirectorySettings.test(standing.critical());
    published = LdapDirectorySettings.test(standing.published());
    attributes =
        Stream.of(
                Stream.of(settings.name()),
                settings.addresses().stream(),
                settings.language().stream(),
                Stream.of(secondFactor, critical, published).flatMap(EntryTest::attributes))
            .flatMap(names -> names)
            .distinct()
            .toArray(String[]::new);
  }

  @Override
  public String key(String name) {
    return settings.nameRule().key(name);
  }

  @Override
  public FoundAccounts find(Set<String> keys) throws DirectoryException {
    List<String> all = keys.stream().filter(key -> !key.isBlank()).sorted().toList();
    if (all.isEmpty()) {
      return FoundAccounts.NONE;
    }
    FoundAccounts.Gathering found = new FoundAccounts.Gathering(keys);
    try (LDAPConnection connection = connect()) {
      for (int from = 0; from < all.size(); from += MOST_KEYS) {
        List<String> some = all.subList(from, Math.min(from + MOST_KEYS, all.size()));
        for (SearchResultEntry entry : search(connection, some)) {
          take(entry, found);
        }
      }
    } catch (LDAPException e) {
      throw failure(e);
    }
    return found.done();
  }

  /**
   * An entry is one account, with the name that its DN says where it has several: by another name
   * it would be recovered twice, and what its owner said of one be unknown to the other.
   */
  private void take(SearchResultEntry entry, FoundAccounts.Gathering found) throws LDAPException {
    Map<String, String> names = new TreeMap<>();
    for (String name : values(entry, settings.name())) {
      names.putIfAbsent(key(name), name);
    }
    Set<String> main = names.size() == 1 ? names.keySet() : ofDn(entry);
    for (Map.Entry<String, String> name : names.entrySet()) {
      if (main.contains(name.getKey()) && main.size() == 1) {
        found.add(account(name.getValue(), name.getKey(), entry));
      } else {
        found.leaveOut(
            name.getKey(),
            SafeText.line("its entry has several names: " + names.values(), LONGEST));
      }
    }
  }

  /** The keys of the names that are a part of the DN. */
  private Set<String> ofDn(SearchResultEntry entry) throws LDAPException {
    RDN rdn = entry.getRDN();
    Set<String> keys = new HashSet<>();
    for (int i = 0; rdn != null && i < rdn.getValueCount(); i++) {
      if (rdn.getAttributeNames()[i].equalsIgnoreCase(settings.name())) {
        keys.add(key(rdn.getAttributeValues()[i]));
      }
    }
    return keys;
  }

  /**
   * Looks at accounts, at most a thousand: a base or a filter that finds none is a mistake in the
   * settings.
   */
  @Override
  public DirectoryCheck check() throws DirectoryException {
    try (LDAPConnection connection = connect()) {
      SearchRequest any =
          new SearchRequest(
              settings.base(),
              SearchScope.SUB,
              Filter.createANDFilter(accounts, Filter.createPresenceFilter(settings.name())),
              attributes);
      any.setSizeLimit(MOST_LOOKED_AT);
      any.setTimeLimitSeconds(seconds());
      SearchResult result = firstOf(connection, any);
      List<SearchResultEntry> found = result.getSearchEntries();
      if (found.isEmpty()) {
        throw new DirectoryException(
            where()
                + "no entry below "
                + settings.base()
                + " matches accounts.filter and has the attribute "
                + settings.name(),
            null);
      }
      return survey(found, result.getSearchReferences());
    } catch (LDAPException e) {
      throw failure(e);
    }
  }

  private DirectoryCheck survey(
      List<SearchResultEntry> found, List<SearchResultReference> elsewhere) throws LDAPException {
    LdapSurvey survey = new LdapSurvey(found);
    survey.elsewhere(elsewhere);
    settings.language().ifPresent(survey::language);
    List<String> counts =
        List.of(
            survey.matching("with a second factor", secondFactor, "accounts.second-factor"),
            survey.matching("critical", critical, "accounts.critical"),
            survey.matching("published", published, "accounts.published"),
            survey.addresses(settings.addresses()));
    return new DirectoryCheck(
        "%s answers; accounts looked at: %d, of these %s"
            .formatted(settings.url(), found.size(), String.join(", ", counts)),
        survey.doubts());
  }

  private List<SearchResultEntry> search(LDAPConnection connection, List<String> keys)
      throws LDAPException {
    List<Filter> names =
        keys.stream().map(key -> Filter.createEqualityFilter(settings.name(), key)).toList();
    SearchRequest request =
        new SearchRequest(
            settings.base(),
            SearchScope.SUB,
            Filter.createANDFilter(accounts, Filter.createORFilter(names)),
            attributes);
    request.setTimeLimitSeconds(seconds());
    return connection.search(request).getSearchEntries();
  }

  /** What was found until the server had sent as much as it was asked for. */
  private static SearchResult firstOf(LDAPConnection connection, SearchRequest request)
      throws LDAPException {
    try {
      return connection.search(request);
    } catch (LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        return e.getSearchResult();
      }
      throw e;
    }
  }

  private Account account(String name, String key, SearchResultEntry entry) throws LDAPException {
    List<RegisteredAddress> addresses = new ArrayList<>();
    for (String attribute : settings.addresses()) {
      for (String value : values(entry, attribute)) {
        EmailAddress.find(value)
            .map(
                address -> new RegisteredAddress(address, true, Optional.empty(), Optional.empty()))
            .filter(address -> !addresses.contains(address))
            .ifPresent(addresses::add);
      }
    }
    return Account.named(name, key)
        .addresses(addresses)
        .secondFactor(secondFactor.holds(entry))
        .critical(critical.holds(entry))
        .published(published.holds(entry))
        .language(
            settings
                .language()
                .flatMap(attribute -> values(entry, attribute).stream().findFirst())
                .map(LdapDirectory::language)
                .filter(language -> language.matches("[a-z]{2}")))
        .build();
  }

  /** {@code preferredLanguage} may be a list with weights (RFC 2798 section 2.7). */
  private static String language(String preferred) {
    return preferred.strip().split("[-_,; ]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static List<String> values(SearchResultEntry entry, String attribute) {
    String[] values = entry.getAttributeValues(attribute);
    return values == null ? List.of() : List.of(values);
  }

  private LDAPConnection connect() throws LDAPException, DirectoryException {
    int millis = Math.toIntExact(Math.min(Integer.MAX_VALUE, settings.timeout().toMillis()));
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(millis);
    options.setResponseTimeoutMillis(millis);
    options.setFollowReferrals(false);
    options.setAbandonOnTimeout(true);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
    LDAPConnection connection =
        new LDAPConnection(
            new TimedSockets(sockets(), millis), options, server.getHost(), server.getPort());
    try {
      connection.bind(settings.bindDn(), settings.password());
      return connection;
    } catch (LDAPException e) {
      connection.close();
      throw e;
    }
  }

  private SocketFactory sockets() throws DirectoryException {
    if (!server.getScheme().equals("ldaps")) {
      return SocketFactory.getDefault();
    }
    try {
      return SSLContext.getDefault().getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new DirectoryException(where() + "this Java has no TLS: " + e.getMessage(), e);
    }
  }

  private int seconds() {
    return Math.toIntExact(Math.max(1, Math.min(3600, settings.timeout().toSeconds())));
  }

  private String where() {
    return "the account directory " + settings.url() + ": ";
  }

  private DirectoryException failure(LDAPException e) {
    return new DirectoryException(where() + SafeText.line(told(e), LONGEST), e);
  }

  /** What the server said, or why it could not be asked; and what to do about it. */
  private String told(LDAPException e) {
    ResultCode code = e.getResultCode();
    if (code.equals(ResultCode.CONNECT_ERROR) || code.equals(ResultCode.SERVER_DOWN)) {
      return unreachable(String.valueOf(e.getMessage()));
    }
    if (code.equals(ResultCode.TIMEOUT)) {
      return "no answer within %d s; is it running?".formatted(seconds());
    }
    String said =
        Optional.ofNullable(e.getDiagnosticMessage())
            .filter(words -> !words.isBlank())
            .orElse(code.getName());
    return said
        + " (result code %d of LDAP)".formatted(code.intValue())
        + (e instanceof LDAPSearchException ? searching(code.intValue()) : binding(code));
  }

  /** What to do about a login that was refused. */
  private static String binding(ResultCode code) {
    return code.equals(ResultCode.CONFIDENTIALITY_REQUIRED)
            || code.equals(ResultCode.STRONG_AUTH_REQUIRED)
        ? "; it wants TLS: ldaps:// in accounts.url"
        : "; look at accounts.bind-dn and accounts.password";
  }

  /** What to do about a search that was refused. */
  private static String searching(int code) {
    return switch (code) {
      case ResultCode.NO_SUCH_OBJECT_INT_VALUE, ResultCode.INVALID_DN_SYNTAX_INT_VALUE ->
          "; look at accounts.base";
      case ResultCode.REFERRAL_INT_VALUE ->
          "; accounts.base lies on another server, which the desk does not follow: name that one in"
              + " accounts.url, or another accounts.base";
      case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
          "; accounts.bind-dn must be allowed to read there";
      case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE,
          ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE,
          ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
          "; accounts.bind-dn must be allowed more of it, or accounts.base and accounts.filter name"
              + " fewer entries; the server should have an index of accounts.name-attribute";
      default -> "; look at accounts.filter, accounts.name-attribute and accounts.base";
    };
  }

  /** The library wraps the cause into its text. */
  private String unreachable(String wrapped) {
    if (wrapped.contains("UnknownHost")) {
      return "unknown host; is accounts.url a typing error?";
    }
    if (wrapped.contains("peer not authenticated")) {
      return ("no TLS with it within %d s; is it running, is the port in accounts.url the one for"
              + " ldaps, and has it a certificate for the name there, of an authority that this"
              + " machine trusts?")
          .formatted(seconds());
    }
    if (wrapped.contains("SSL") || wrapped.contains("ertificate")) {
      return "no TLS with it: it needs a certificate for the name in accounts.url, of an authority"
          + " that this machine trusts";
    }
    return "nobody takes the connection; is it running, and are host and port in accounts.url"
        + " right?";
  }
}

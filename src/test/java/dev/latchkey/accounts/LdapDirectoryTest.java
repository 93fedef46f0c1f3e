package dev.latchkey.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.latchkey.mail.EmailAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real LDAP server on this machine. */
class LdapDirectoryTest {
  private static final String READER = "uid=latchkey,ou=services,dc=example,dc=org";
  private static final String PEOPLE = "ou=people,dc=example,dc=org";
  private static final String ADMINS = "cn=admins,ou=groups,dc=example,dc=org";

  private ResultCode searching = ResultCode.SUCCESS;
  private ResultCode binding = ResultCode.SUCCESS;
  private InMemoryDirectoryServer server;

  @BeforeEach
  void start() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
    config.addAdditionalBindCredentials(READER, "reads only");
    config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
    config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("desk", freePort()));
    config.setSchema(null);
    config.addInMemoryOperationInterceptor(
        new InMemoryOperationInterceptor() {
          @Override
          public void processSearchRequest(InMemoryInterceptedSearchRequest request)
              throws LDAPException {
            refuse(searching);
          }

          @Override
          public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
              throws LDAPException {
            refuse(binding);
          }

          private void refuse(ResultCode code) throws LDAPException {
            if (!code.equals(ResultCode.SUCCESS)) {
              throw new LDAPException(code, "no");
            }
          }
        });
    server = new InMemoryDirectoryServer(config);
    server.startListening();
    server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
    server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
    person("Dora", "mail: dora@uni.example", "mailAlternateAddress: dora@home.example");
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterEach
  void stop() {
    server.shutDown(true);
  }

  private void person(String uid, String... more) throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("dn: uid=" + uid + "," + PEOPLE);
    lines.add("objectClass: inetOrgPerson");
    lines.add("uid: " + uid);
    lines.addAll(List.of(more));
    server.add(lines.toArray(String[]::new));
  }

  private LdapDirectorySettings settings(String password, String filter, String secondFactor) {
    return new LdapDirectorySettings(
        url(),
        READER,
        password,
        PEOPLE,
        filter,
        "uid",
        List.of("mail", "mailAlternateAddress"),
        new LdapDirectorySettings.Standing(
            secondFactor, "(|(memberOf=" + ADMINS + ")(employeeType=board))", "nobody"),
        Optional.of("preferredLanguage"),
        Duration.ofSeconds(20),
        NameRule.ASCII_CASE_INSENSITIVE);
  }

  private String url() {
    return "ldap://localhost:" + server.getListenPort();
  }

  /** A directory in which every entry with a name is an account. */
  private LdapDirectory anybody(String url, Duration timeout, NameRule nameRule) {
    LdapDirectorySettings given = settings("reads only", "(uid=*)", "nobody");
    return new LdapDirectory(
        new LdapDirectorySettings(
            url,
            given.bindDn(),
            given.password(),
            given.base(),
            given.accounts(),
            given.name(),
            given.addresses(),
            given.standing(),
            given.language(),
            timeout,
            nameRule));
  }

  private LdapDirectory directory() {
    return new LdapDirectory(
        settings("reads only", "(objectClass=inetOrgPerson)", "(!(mfa=FALSE))"));
  }

  @Test
  void anEntryIsAnAccountWithWhatItsFiltersSay() throws Exception {
    person(
        "kim",
        "mail: kim@uni.example",
        "mail: no address",
        "memberOf: " + ADMINS,
        "mfa: FALSE",
        "preferredLanguage: de-AT, en;q=0.8");

    Map<String, Account> found = directory().find(Set.of("dora", "kim", "nobody")).accounts();

    assertThat(found).containsOnlyKeys("dora", "kim");
    Account dora = requireNonNull(found.get("dora"));
    assertThat(dora.name()).isEqualTo("Dora");
    assertThat(dora.provable())
        .containsExactly(EmailAddress.of("dora@uni.example"), EmailAddress.of("dora@home.example"));
    assertThat(dora.secondFactor()).isTrue();
    assertThat(dora.critical() || dora.published()).isFalse();
    assertThat(dora.language()).isEmpty();
    Account kim = requireNonNull(found.get("kim"));
    assertThat(kim.provable()).containsExactly(EmailAddress.of("kim@uni.example"));
    assertThat(kim.secondFactor()).isFalse();
    assertThat(kim.critical()).isTrue();
    assertThat(kim.language()).contains("de");
  }

  @ParameterizedTest
  @CsvSource({"*", "d*", "dora)(uid=*", "(|(uid=*))", "dor\\61", "'d ora'", "doRa\u0000"})
  void whatStandsForMoreThanItselfFindsNobody(String name) throws Exception {
    assertThat(directory().find(Set.of(name)).accounts()).isEmpty();
  }

  @Test
  void theDesksOwnRuleComparesOnceMore() throws Exception {
    LdapDirectory exact = anybody(url(), Duration.ofSeconds(20), NameRule.EXACT);

    assertThat(exact.find(Set.of("dora")).accounts()).isEmpty();
    assertThat(exact.find(Set.of("Dora")).accounts()).containsOnlyKeys("Dora");
  }

  @Test
  void anEntryWithSeveralNamesIsOneAccount() throws Exception {
    person("kim", "uid: kimberly", "mail: kim@uni.example");
    server.add(
        "dn: cn=Lee," + PEOPLE, "objectClass: inetOrgPerson", "cn: Lee", "uid: lee", "uid: lea");
    person("nora", "uid: NORA");
    person("a*", "uid: b");

    FoundAccounts found =
        directory().find(Set.of("kim", "kimberly", "lee", "lea", "nora", "a*", "b", "*", "k*"));
    assertThat(found.accounts()).containsOnlyKeys("kim", "nora", "a*");
    assertThat(found.unreadable()).containsOnlyKeys("kimberly", "lee", "lea", "b");
    assertThat(found.unreadable().get("kimberly"))
        .isEqualTo("its entry has several names: [kim, kimberly]");
    assertThat(directory().find(Set.of("kimberly")).accounts()).isEmpty();
  }

  @Test
  void twoEntriesOfOneNameAreUsedForNobodyAndHoldUpNoOther() throws Exception {
    server.add("dn: ou=guests," + PEOPLE, "objectClass: organizationalUnit", "ou: guests");
    server.add("dn: uid=dora,ou=guests," + PEOPLE, "objectClass: inetOrgPerson", "uid: dora");

    person("kim");

    FoundAccounts found = directory().find(Set.of("dora", "kim"));
    assertThat(found.accounts()).containsOnlyKeys("kim");
    assertThat(found.unreadable()).containsOnlyKeys("dora");
    assertThat(found.unreadable().get("dora")).startsWith("two entries are the account");
  }

  @Test
  void aServerThatTakesConnectionsAndSaysNothingIsAway() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      for (String scheme : List.of("ldaps", "ldap")) {
        LdapDirectory stuck =
            anybody(
                scheme + "://localhost:" + silent.getLocalPort(),
                Duration.ofSeconds(1),
                NameRule.EXACT);
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                assertThatExceptionOfType(DirectoryException.class)
                    .isThrownBy(() -> stuck.find(Set.of("dora")))
                    .withMessageMatching(".*no (answer|TLS with it) within 1 s; is it running.*"));
      }
    }
  }

  @Test
  void noAccountHasAnythingOnRecordBesideAddresses() {
    assertThat(new DirectorySource.Ldap(settings("reads only", "(uid=*)", "nobody")).records())
        .isEmpty();
  }

  @Test
  void manyNamesAreAskedForInAFewSearches() throws Exception {
    Set<String> keys =
        IntStream.range(0, 250).mapToObj(i -> "person" + i).collect(Collectors.toSet());
    for (String key : keys) {
      person(key);
    }
    assertThat(directory().find(keys).accounts()).hasSize(250);
  }

  @Test
  void checkSaysWhatIsWrong() throws Exception {
    assertThat(directory().check().found())
        .endsWith(
            " answers; accounts looked at: 1, of these with a second factor 1, critical 0, published"
                + " 0, without an address 0");
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(new LdapDirectory(settings("wrong", "(uid=*)", "nobody"))::check)
        .withMessageContaining("accounts.bind-dn and accounts.password")
        .withMessageNotContaining("wrong");
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(new LdapDirectory(settings("reads only", "(mail=none)", "nobody"))::check)
        .withMessageContaining("accounts.filter");
    LdapDirectory away = directory();
    server.shutDown(true);
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(away::check)
        .withMessageStartingWith("the account directory ldap://localhost:")
        .withMessageContaining("accounts.url")
        .withMessageNotContaining("Exception");
  }

  @Test
  void whatAServerRefusesNamesTheSettingsToLookAt() throws Exception {
    Map<ResultCode, String> keys =
        Map.of(
            ResultCode.NO_SUCH_OBJECT, "accounts.base",
            ResultCode.INVALID_DN_SYNTAX, "accounts.base",
            ResultCode.REFERRAL, "accounts.base lies on another server",
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "accounts.bind-dn",
            ResultCode.ADMIN_LIMIT_EXCEEDED, "accounts.name-attribute",
            ResultCode.INAPPROPRIATE_MATCHING, "accounts.filter",
            ResultCode.UNWILLING_TO_PERFORM, "accounts.filter");
    for (Map.Entry<ResultCode, String> refused : keys.entrySet()) {
      searching = refused.getKey();
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(directory()::check)
          .withMessageContaining(refused.getValue())
          .withMessageContaining("(result code " + refused.getKey().intValue() + " of LDAP)");
    }
    searching = ResultCode.SUCCESS;
    binding = ResultCode.CONFIDENTIALITY_REQUIRED;
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(directory()::check)
        .withMessageEndingWith("it wants TLS: ldaps:// in accounts.url");
  }

  /** A server is silent about both: who may not read an attribute, and who mistyped it. */
  @Test
  void whatNoEntryHasIsDoubted() throws Exception {
    assertThat(directory().check().doubts())
        .hasSize(4)
        .allMatch(doubt -> doubt.contains("accounts.bind-dn"))
        .anyMatch(doubt -> doubt.contains("the attribute mfa of accounts.second-factor"))
        .anyMatch(doubt -> doubt.contains("memberOf of accounts.critical"))
        .anyMatch(doubt -> doubt.contains("employeeType of accounts.critical"))
        .anyMatch(doubt -> doubt.contains("accounts.language-attribute"));

    person(
        "kim",
        "mfa: TRUE",
        "preferredLanguage: de",
        "employeeType: clerk",
        "memberOf: cn=others,dc=example,dc=org");
    assertThat(directory().check().doubts())
        .containsExactly(
            "accounts.critical matches none of the 2 accounts looked at; is its value a typing"
                + " error?");
    person("omar", "memberOf: " + ADMINS);
    DirectoryCheck well = directory().check();
    assertThat(well.doubts()).isEmpty();
    assertThat(well.found())
        .contains("looked at: 3, of these with a second factor 3, critical 1")
        .endsWith("without an address 2");
  }

  @Test
  void anEntryWithTheAddressesOfAWholeHouseIsDoubted() throws Exception {
    person("kim", addresses(20));
    assertThat(directory().check().doubts()).noneMatch(doubt -> doubt.contains("20 addresses"));
    person("list", addresses(21));
    assertThat(directory().check().doubts())
        .anyMatch(
            doubt ->
                doubt.startsWith(
                    "accounts.address-attributes: accounts with more than 20 addresses: 1;"));
  }

  @Test
  void aPartOfTheBaseThatLiesOnAnotherServerIsNamedAndItsServerNotAsked() throws Exception {
    server.add(
        "dn: ou=abroad," + PEOPLE,
        "objectClass: referral",
        "objectClass: extensibleObject",
        "ou: abroad",
        "ref: ldap://abroad.example.org/ou=abroad," + PEOPLE);
    assertThat(directory().check().doubts())
        .anyMatch(
            doubt ->
                doubt.startsWith(
                    "accounts.base: parts of it that lie on other servers: 1, the first is"
                        + " ldap://abroad.example.org/"));
    assertThat(directory().find(Set.of("dora", "kim")).accounts()).hasSize(1);
  }

  private static String[] addresses(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "mail: m" + i + "@uni.example")
        .toArray(String[]::new);
  }

  @Test
  void aDirectoryIsAskedAgainAfterItsServerCameBack() throws Exception {
    LdapDirectory directory = directory();
    assertThat(directory.find(Set.of("dora")).accounts()).isNotEmpty();
    server.shutDown(true);
    assertThatExceptionOfType(DirectoryException.class)
        .isThrownBy(() -> directory.find(Set.of("dora")).accounts());
    server.startListening();
    assertThat(directory.find(Set.of("dora")).accounts()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ldap://ldap.example.org | (uid=*) | needs ldaps
          http://localhost | (uid=*) | not an LDAP URL
          ldaps://h.example/dc=x | (uid=*) | scheme, host and port
          ldaps://h.example | uid | not an LDAP filter
          """)
  void settingsThatCannotBeAreRefused(String url, String filter, String message) {
    LdapDirectorySettings good = settings("reads only", "(uid=*)", "nobody");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LdapDirectorySettings(
                    url,
                    good.bindDn(),
                    good.password(),
                    good.base(),
                    filter,
                    good.name(),
                    good.addresses(),
                    good.standing(),
                    good.language(),
                    good.timeout(),
                    good.nameRule()))
        .withMessageContaining(message);
  }
}

package dev.latchkey.config;

import dev.latchkey.accounts.ActionSource;
import dev.latchkey.accounts.DirectorySource;
import dev.latchkey.accounts.HttpActionSettings;
import dev.latchkey.accounts.HttpDirectorySettings;
import dev.latchkey.accounts.JdbcDrivers;
import dev.latchkey.accounts.LdapDirectorySettings;
import dev.latchkey.accounts.NameRule;
import dev.latchkey.accounts.RequestSigner;
import dev.latchkey.accounts.SqlDirectorySettings;
import dev.latchkey.trust.secret.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The sections about the account system: accounts and action. */
final class AccountSections {
  private static final Duration QUERY = Duration.ofSeconds(10);
  private static final Duration ORDER = Duration.ofSeconds(30);

  private enum DirectoryKind {
    CSV,
    SQL,
    HTTP,
    LDAP
  }

  private enum ActionKind {
    MANUAL,
    HTTP
  }

  private AccountSections() {}

  static Optional<DirectorySource> directory(Section section) {
    Optional<DirectoryKind> kind = section.choice("kind", DirectoryKind.class);
    NameRule rule = section.choice("name-rule", NameRule.class, NameRule.ASCII_CASE_INSENSITIVE);
    return kind.flatMap(
        known ->
            switch (known) {
              case CSV -> section.make(() -> new DirectorySource.Csv(section.path("file"), rule));
              case SQL -> section.make(() -> new DirectorySource.Sql(sql(section, rule)));
              case HTTP ->
                  section.make(
                      () ->
                          new DirectorySource.Http(
                              new HttpDirectorySettings(
                                  URI.create(section.text("url")),
                                  section.duration("timeout", QUERY),
                                  rule),
                              signer(section)));
              case LDAP -> section.make(() -> new DirectorySource.Ldap(ldap(section, rule)));
            });
  }

  /** Notes a file of accounts that is not there. */
  static void missing(Section section, Optional<DirectorySource> source) {
    if (source.isPresent()
        && source.get() instanceof DirectorySource.Csv csv
        && Files.notExists(csv.file())) {
      section.fault("file", "there is no file %s; write it, or name another".formatted(csv.file()));
    }
  }

  private static LdapDirectorySettings ldap(Section section, NameRule rule) {
    return new LdapDirectorySettings(
        section.text("url"),
        checked(section, "bind-dn", LdapDirectorySettings::requireName),
        section.secret("password"),
        checked(section, "base", LdapDirectorySettings::requireName),
        checked(section, "filter", LdapDirectorySettings::requireFilter),
        section.text("name-attribute"),
        section.texts("address-attributes"),
        new LdapDirectorySettings.Standing(
            checked(section, "second-factor", LdapDirectorySettings::requireTest),
            checked(section, "critical", LdapDirectorySettings::requireTest),
            checked(section, "published", LdapDirectorySettings::requireTest)),
        section.findText("language-attribute"),
        section.duration("timeout", QUERY),
        rule);
  }

  /** A text that has to be of some form, so that what is not is said by its own key. */
  private static String checked(Section section, String key, Consumer<String> form) {
    String text = section.text(key);
    try {
      if (!text.isEmpty()) {
        form.accept(text);
      }
    } catch (IllegalArgumentException e) {
      section.fault(key, String.valueOf(e.getMessage()));
    }
    return text;
  }

  private static SqlDirectorySettings sql(Section section, NameRule rule) {
    String url = ServerSections.jdbcUrl(section, "jdbc:");
    requireDriver(section, url, "accounts");
    return new SqlDirectorySettings(
        url,
        section.text("user"),
        section.secret("password"),
        new SqlDirectorySettings.Queries(
            section.text("accounts-query"),
            section.text("addresses-query"),
            section.findText("links-query"),
            section.findText("keys-query"),
            section.findText("co-owners-query"),
            section.findText("profile-query")),
        section.duration("timeout", QUERY),
        rule);
  }

  /** Loads the driver that a section names, and notes a fault where there is none for its URL. */
  static void requireDriver(Section section, String url, String name) {
    try {
      section.findPath("driver").ifPresent(JdbcDrivers::load);
    } catch (IllegalArgumentException e) {
      section.fault("driver", String.valueOf(e.getMessage()));
      return;
    }
    if (url.startsWith("jdbc:") && !JdbcDrivers.known(url)) {
      section.fault(
          "url",
          "there is no JDBC driver for it; put its jar where the desk can read it, say"
              + " /etc/latchkey/driver.jar, and name that in %s.driver (MariaDB's is there)"
                  .formatted(name));
    }
  }

  static Optional<ActionSource> action(Section section) {
    Optional<ActionKind> kind =
        section.has("kind")
            ? section.choice("kind", ActionKind.class)
            : Optional.of(ActionKind.MANUAL);
    return kind.flatMap(
        known ->
            switch (known) {
              case MANUAL -> Optional.of(new ActionSource.Manual());
              case HTTP -> section.make(() -> http(section));
            });
  }

  private static ActionSource http(Section section) {
    return new ActionSource.Http(
        new HttpActionSettings(
            URI.create(section.text("url")),
            section.findText("freeze-url").map(URI::create),
            section.findText("verify-code-url").map(URI::create),
            section.duration("timeout", ORDER)),
        signer(section));
  }

  private static RequestSigner signer(Section section) {
    return SigningKey.of(section.secret("secret").getBytes(StandardCharsets.UTF_8))::mac;
  }
}

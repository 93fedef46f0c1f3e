package dev.latchkey.config;

import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.database.DatabaseSettings;
import dev.latchkey.transport.ClamdScanner;
import dev.latchkey.transport.Credentials;
import dev.latchkey.transport.ImapSettings;
import dev.latchkey.transport.Security;
import dev.latchkey.transport.SmtpSettings;
import dev.latchkey.transport.Timeouts;
import dev.latchkey.transport.TokenGrant;
import dev.latchkey.transport.TokenServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections about other servers: database, imap, smtp. */
final class ServerSections {
  private static final int CONNECTIONS = 8;
  private static final String MARK = "database.mark";
  private static final int HIGHEST_PORT = 65_535;
  private static final String PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3})";
  private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+):" + PORT);
  private static final Pattern LOOPBACK =
      Pattern.compile("(127\\.0\\.0\\.[1-9][0-9]?|\\[::1\\]):" + PORT);
  private static final String BOTH = "is not used beside oauth2; leave one of the two away";
  private static final String KEEP = "keep";
  private static final Duration COPIES = Duration.ofMinutes(10);

  private ServerSections() {}

  /**
   * @param state the folder that systemd made for what the service keeps
   */
  static Optional<DatabaseSettings> database(Section section, Optional<Path> state) {
    return section.make(
        () ->
            new DatabaseSettings(
                jdbcUrl(section, "jdbc:mariadb:"),
                section.text("user"),
                section.secret("password"),
                section.number("connections", CONNECTIONS, 2, 100),
                section.findPath("mark").or(() -> state.map(folder -> folder.resolve(MARK)))));
  }

  /** A URL that carries no password, since URLs are shown. */
  static String jdbcUrl(Section section, String start) {
    String url = section.text("url");
    if (!url.isEmpty() && !url.startsWith(start)) {
      section.fault("url", "must begin with " + start);
    }
    if (url.contains("password=")) {
      section.fault("url", "must not carry the password; write it below password");
    }
    return url;
  }

  /**
   * @param sizeLimit octets of the largest mail that is downloaded whole
   */
  static Optional<ImapSettings> imap(Section section, long sizeLimit) {
    Security security = section.choice("security", Security.class, Security.TLS);
    return section.make(
        () ->
            new ImapSettings(
                section.text("host"),
                port(section, security == Security.TLS ? 993 : 143),
                security,
                credentials(section),
                section.findText("folder").orElse("INBOX"),
                section.findText("processed-folder").orElse("Processed"),
                section.findText("older-folder").orElse(ImapSettings.OLDER),
                section.findText("unscanned-folder").orElse(ImapSettings.UNSCANNED),
                timeouts(section),
                Math.toIntExact(sizeLimit + RawMail.MISSTATED),
                section.flag("idle", true)));
  }

  /**
   * @param imap whose credentials may be used here, too
   */
  static Optional<SmtpSettings> smtp(Section section, Optional<ImapSettings> imap) {
    Security security = section.choice("security", Security.class, Security.TLS);
    return section.make(
        () ->
            new SmtpSettings(
                section.text("host"),
                port(section, security == Security.TLS ? 465 : 587),
                security,
                login(section, imap),
                timeouts(section),
                section.number("connections", SmtpSettings.USUAL_CONNECTIONS, 1, 32)));
  }

  /** A name and a secret, or nothing. */
  private static Optional<Credentials> login(Section section, Optional<ImapSettings> imap) {
    if (section.has("oauth2") && !section.hasKeys("oauth2")) {
      return likeImap(section, imap);
    }
    return section.has("user") || section.has("password") || section.has("oauth2")
        ? Optional.of(credentials(section))
        : Optional.empty();
  }

  private static Optional<Credentials> likeImap(Section section, Optional<ImapSettings> imap) {
    if (!section.text("oauth2").equals("imap")) {
      section.fault("oauth2", "must have keys of its own, or be imap: what stands there");
    }
    if (section.has("password")) {
      section.fault("password", BOTH);
    }
    Optional<Credentials> there = imap.map(ImapSettings::credentials);
    if (there.filter(Credentials.Password.class::isInstance).isPresent()) {
      section.fault("oauth2", "there is no oauth2 under imap");
    }
    Optional<String> user = section.findText("user");
    return there.map(
        same ->
            same instanceof Credentials.OAuth2 oauth && user.isPresent()
                ? new Credentials.OAuth2(user.get(), oauth.grant())
                : same);
  }

  private static Credentials credentials(Section section) {
    String user = section.text("user");
    if (!section.has("oauth2")) {
      return new Credentials.Password(user, section.secret("password"));
    }
    if (section.has("password")) {
      section.fault("password", BOTH);
    }
    return grant(section.section("oauth2"))
        .<Credentials>map(grant -> new Credentials.OAuth2(user, grant))
        .orElseGet(() -> new Credentials.Password(user, ""));
  }

  private static Optional<TokenGrant> grant(Section oauth) {
    Optional<TokenServer> profile =
        oauth.has("profile") ? oauth.choice("profile", TokenServer.class) : Optional.empty();
    Optional<String> tenant = oauth.findText("tenant");
    Optional<String> refreshToken =
        profile.filter(TokenServer::needsRefreshToken).isPresent()
            ? Optional.of(oauth.secret("refresh-token"))
            : oauth.findSecret("refresh-token");
    if (tenant.isPresent() && profile.filter(TokenServer::hasTenants).isEmpty()) {
      oauth.fault("tenant", "is for the profile microsoft-365 only");
    }
    return oauth.make(
        () ->
            new TokenGrant(
                oauth.place(),
                tokenUrl(oauth, profile, tenant),
                oauth.text("client-id"),
                oauth.findSecret("client-secret"),
                refreshToken,
                oauth
                    .findText("scope")
                    .or(() -> profile.map(server -> server.scope(refreshToken.isPresent())))
                    .filter(scope -> !scope.isEmpty())));
  }

  private static URI tokenUrl(
      Section oauth, Optional<TokenServer> profile, Optional<String> tenant) {
    if (profile.isEmpty() || oauth.has("token-url")) {
      return URI.create(oauth.text("token-url"));
    }
    TokenServer server = profile.get();
    return server.url(server.hasTenants() ? tenant.orElseGet(() -> oauth.text("tenant")) : "");
  }

  /** The scanner that is named, and how long secrets stay in the mailbox. */
  static Optional<FileSettings> files(Section attachments, Section imap) {
    Optional<FileScanner> scanner =
        attachments
            .findText("clamd")
            .flatMap(
                text -> {
                  Matcher address = ADDRESS.matcher(text);
                  if (!address.matches()) {
                    attachments.fault("clamd", "must be a host and a port, as 127.0.0.1:3310");
                    return Optional.empty();
                  }
                  return attachments.make(
                      () -> new ClamdScanner(address.group(1), Integer.parseInt(address.group(2))));
                });
    boolean kept = imap.findText("copies-with-secrets").filter(KEEP::equals).isPresent();
    Optional<Duration> keepSecrets =
        kept ? Optional.empty() : Optional.of(imap.duration("copies-with-secrets", COPIES));
    return Optional.of(new FileSettings(scanner.orElse(FileScanner.NONE), keepSecrets));
  }

  /** Where figures are answered: an address that no other machine can ask, or nowhere. */
  static Optional<InetSocketAddress> monitor(Section section) {
    return section
        .findText("listen")
        .flatMap(
            text -> {
              Matcher address = LOOPBACK.matcher(text);
              if (!address.matches()) {
                section.fault(
                    "listen",
                    "must be a port of this machine alone, as 127.0.0.1:9464; for others put a"
                        + " proxy of yours before it, which knows whom it answers");
                return Optional.empty();
              }
              return Optional.of(
                  new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2))));
            });
  }

  private static int port(Section section, int usual) {
    return section.number("port", usual, 1, HIGHEST_PORT);
  }

  private static Timeouts timeouts(Section section) {
    Timeouts usual = Timeouts.usual();
    return new Timeouts(
        section.duration("connect-timeout", usual.connect()),
        section.duration("read-timeout", usual.read()),
        section.duration("write-timeout", usual.write()));
  }
}

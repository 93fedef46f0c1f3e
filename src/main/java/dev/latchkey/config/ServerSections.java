package dev.latchkey.config;

import dev.latchkey.mail.RawMail;
import dev.latchkey.store.DatabaseSettings;
import dev.latchkey.transport.ImapSettings;
import dev.latchkey.transport.Security;
import dev.latchkey.transport.SmtpSettings;
import dev.latchkey.transport.Timeouts;
import java.util.Optional;

/** The sections about other servers: database, imap, smtp. */
final class ServerSections {
  private static final int CONNECTIONS = 8;
  private static final int HIGHEST_PORT = 65_535;

  private ServerSections() {}

  static Optional<DatabaseSettings> database(Section section) {
    return section.make(
        () ->
            new DatabaseSettings(
                jdbcUrl(section, "jdbc:mariadb:"),
                section.text("user"),
                section.secret("password"),
                section.number("connections", CONNECTIONS, 2, 100)));
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
                section.text("user"),
                section.secret("password"),
                section.findText("folder").orElse("INBOX"),
                section.findText("processed-folder").orElse("Processed"),
                section.findText("older-folder").orElse(ImapSettings.OLDER),
                timeouts(section),
                Math.toIntExact(sizeLimit + RawMail.MISSTATED)));
  }

  static Optional<SmtpSettings> smtp(Section section) {
    Security security = section.choice("security", Security.class, Security.TLS);
    return section.make(
        () ->
            new SmtpSettings(
                section.text("host"),
                port(section, security == Security.TLS ? 465 : 587),
                security,
                login(section),
                timeouts(section),
                section.number("connections", SmtpSettings.USUAL_CONNECTIONS, 1, 32)));
  }

  /** Both or none. */
  private static Optional<SmtpSettings.Login> login(Section section) {
    return section.has("user") || section.has("password")
        ? Optional.of(new SmtpSettings.Login(section.text("user"), section.secret("password")))
        : Optional.empty();
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

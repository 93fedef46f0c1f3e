package dev.latchkey.config;

import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.DatabaseSettings;
import dev.latchkey.transport.ClamdScanner;
import dev.latchkey.transport.ImapSettings;
import dev.latchkey.transport.Security;
import dev.latchkey.transport.SmtpSettings;
import dev.latchkey.transport.Timeouts;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections about other servers: database, imap, smtp. */
final class ServerSections {
  private static final int CONNECTIONS = 8;
  private static final int HIGHEST_PORT = 65_535;
  private static final String PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3})";
  private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+):" + PORT);
  private static final Pattern LOOPBACK =
      Pattern.compile("(127\\.0\\.0\\.[1-9][0-9]?|\\[::1\\]):" + PORT);
  private static final String KEEP = "keep";
  private static final Duration COPIES = Duration.ofMinutes(10);

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
                section.findText("unscanned-folder").orElse(ImapSettings.UNSCANNED),
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

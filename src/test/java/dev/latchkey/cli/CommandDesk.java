package dev.latchkey.cli;

import dev.latchkey.Desk;
import dev.latchkey.TestDatabase;
import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A desk behind its command line, as it ships: MariaDB, mail servers that speak IMAP and SMTP, and
 * a file of settings.
 */
final class CommandDesk implements AutoCloseable {
  static final EmailAddress SUPPORT = EmailAddress.of("support@desk.example");
  private static final String SECRET = "secret";

  private final Path folder;
  private final TestDatabase schema;
  private final EmbeddedMailServer server;
  private final Path config;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private CommandDesk(Path folder, TestDatabase schema, EmbeddedMailServer server) {
    this.folder = folder;
    this.schema = schema;
    this.server = server;
    this.config = folder.resolve("latchkey.yaml");
  }

  /**
   * One with an empty mailbox and schema.
   *
   * @param accounts lines of the directory below its header line
   */
  static CommandDesk open(Class<?> test, Path folder, String... accounts) throws IOException {
    EmbeddedMailServer server =
        EmbeddedMailServer.start(
            0,
            0,
            new BorderStamp("mx.desk.example", (sender, domain) -> true, InstantSource.system()));
    server.addUser(SUPPORT, SECRET);
    List<String> lines = new ArrayList<>();
    lines.add("name,addresses,second_factor,critical,published");
    lines.addAll(List.of(accounts));
    Files.write(folder.resolve("accounts.csv"), lines);
    CommandDesk desk = new CommandDesk(folder, TestDatabase.withoutTablesFor(test), server);
    desk.settings(server.imapPort(), server.smtpPort(), "");
    return desk;
  }

  /** Writes the settings, with lines of its own behind them. */
  void settings(int imapPort, int smtpPort, String more) throws IOException {
    Files.writeString(
        config,
        """
        desk: {name: Example desk, address: support@desk.example}
        database: {url: "%s", user: %s, password: %s, connections: 3}
        imap: {host: 127.0.0.1, port: %d, security: none, user: support@desk.example, password: %s}
        smtp: {host: 127.0.0.1, port: %d, security: none}
        authentication: {authserv-ids: [mx.desk.example]}
        signing-key: bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXRlcyE=
        staff: [{address: alice@staff.example}]
        accounts: {kind: csv, file: accounts.csv}
        %s
        """
            .formatted(
                schema.url(), schema.user(), schema.password(), imapPort, SECRET, smtpPort, more));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
  }

  /** The same with lines of its own behind them. */
  void settings(String more) throws IOException {
    settings(server.imapPort(), server.smtpPort(), more);
  }

  Path folder() {
    return folder;
  }

  Path config() {
    return config;
  }

  TestDatabase schema() {
    return schema;
  }

  EmbeddedMailServer server() {
    return server;
  }

  /** What the last command printed. */
  String out() {
    return out.toString();
  }

  /** What it complained about. */
  String err() {
    return err.toString();
  }

  /** Runs a command without settings; its exit code. */
  int runBare(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return LatchkeyCommand.run(
        Desk.commands(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  /** Runs a command with the settings; its exit code. */
  int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", config.toString()));
    return runBare(all.toArray(String[]::new));
  }

  /** A round of another process, at the same time. */
  int another() {
    StringWriter ignored = new StringWriter();
    return LatchkeyCommand.run(
        Desk.commands(),
        new PrintWriter(ignored, true),
        new PrintWriter(ignored, true),
        "poll",
        "--quiet",
        "--config",
        config.toString());
  }

  /** Somebody writes to the desk. */
  void write(EmailAddress from, String subject, String text) throws MessagingException {
    server.submit(from, SUPPORT, new MailBytes(mail(from, subject, text)));
  }

  private static byte[] mail(EmailAddress from, String subject, String text) {
    return """
    From: %1$s
    To: support@desk.example
    Subject: %2$s
    Message-ID: <%3$s.%1$s>
    Date: Wed, 04 Mar 2026 05:00:00 +0000

    %4$s
    """
        .formatted(from, subject, Integer.toHexString((subject + text).hashCode()), text)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Puts a mail into the inbox that was never delivered there, as who moves a mailbox does.
   *
   * @param date its Date
   */
  void append(EmailAddress from, String subject, String text, String date, Flags.Flag... flags)
      throws MessagingException {
    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail(from, subject, text)));
    message.setHeader("Date", date);
    for (Flags.Flag flag : flags) {
      message.setFlag(flag, true);
    }
    append(message);
  }

  /** Puts a mail into the inbox octet by octet, as a server does that takes nothing off it. */
  void append(byte[] mail) throws MessagingException {
    append(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
  }

  private void append(MimeMessage message) throws MessagingException {
    try (Store store = store();
        Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_WRITE);
      inbox.appendMessages(new Message[] {message});
    }
  }

  /** The subjects of the mails in a folder; none where there is no such folder. */
  List<String> subjects(String name) throws MessagingException {
    List<String> subjects = new ArrayList<>();
    try (Store store = store()) {
      Folder there = store.getFolder(name);
      if (there.exists()) {
        there.open(Folder.READ_ONLY);
        for (Message message : there.getMessages()) {
          subjects.add(message.getSubject());
        }
      }
    }
    return subjects;
  }

  /** Somebody reads, or answers, a mail of the inbox in a program of theirs. */
  void mark(String subject, Flags.Flag flag) throws MessagingException {
    try (Store store = store();
        Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_WRITE);
      for (Message message : inbox.getMessages()) {
        if (message.getSubject().equals(subject)) {
          message.setFlag(flag, true);
        }
      }
    }
  }

  private Store store() throws MessagingException {
    Store store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", server.imapPort(), SUPPORT.toString(), SECRET);
    return store;
  }

  @Override
  public void close() {
    server.close();
  }
}

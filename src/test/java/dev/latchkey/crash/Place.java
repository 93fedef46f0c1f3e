package dev.latchkey.crash;

import dev.latchkey.Desk;
import dev.latchkey.TestDesk;
import dev.latchkey.accounts.CsvDirectory;
import dev.latchkey.accounts.NameRule;
import dev.latchkey.check.Policy;
import dev.latchkey.config.ActionSource;
import dev.latchkey.config.DirectorySource;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.RetrySettings;
import dev.latchkey.outgoing.TemplateCatalog;
import dev.latchkey.schedule.TickerSettings;
import dev.latchkey.store.DatabaseSettings;
import dev.latchkey.transport.ImapInbox;
import dev.latchkey.transport.ImapSettings;
import dev.latchkey.transport.Security;
import dev.latchkey.transport.SmtpSender;
import dev.latchkey.transport.SmtpSettings;
import dev.latchkey.transport.Timeouts;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.staff.StaffRoster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the servers of a test are and which folder holds its accounts: enough for another process
 * to open a desk on them, which is the real one but for the action it has carried out.
 */
record Place(String url, String user, String password, int smtpPort, int imapPort, Path folder) {
  static final EmailAddress ALICE = EmailAddress.of("alice@staff.example");
  static final EmailAddress BOB = EmailAddress.of("bob@staff.example");

  /** The password of every mailbox. */
  static final String MAIL_PASSWORD = "test";

  private static final String LOOPBACK = "127.0.0.1";
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

  static Place of(List<String> words) {
    return new Place(
        words.get(0),
        words.get(1),
        words.get(2),
        Integer.parseInt(words.get(3)),
        Integer.parseInt(words.get(4)),
        Path.of(words.get(5)));
  }

  List<String> words() {
    return List.of(
        url,
        user,
        password,
        Integer.toString(smtpPort),
        Integer.toString(imapPort),
        folder.toString());
  }

  /** The same with other ports of the mail server. */
  Place behind(int smtp, int imap) {
    return new Place(url, user, password, smtp, imap, folder);
  }

  Desk openDesk(InstantSource clock, Failpoints failpoints) {
    Settings settings = settings();
    return Desk.open(
        settings,
        new Desk.Outside(
            new ImapInbox(settings.imap()),
            new SmtpSender(settings.smtp()),
            new CsvDirectory(accounts(), NameRule.ASCII_CASE_INSENSITIVE),
            new LoggedAction(orders())),
        clock,
        failpoints,
        (mailId, outcome, ticketId, reason) -> {});
  }

  /** The desk's account on the IMAP server, with another folder than the one people write to. */
  ImapSettings imap(String folder, String processed) {
    return new ImapSettings(
        LOOPBACK,
        imapPort,
        Security.NONE,
        TestDesk.ADDRESS.toString(),
        MAIL_PASSWORD,
        folder,
        processed,
        TIMEOUTS,
        2_000_000);
  }

  Path accounts() {
    return folder.resolve("accounts.csv");
  }

  /** A line for each call of the account system: the idempotency key. */
  Path orders() {
    return folder.resolve("orders.txt");
  }

  private Settings settings() {
    byte[] key = "a key for tests, forty octets in length.".getBytes(StandardCharsets.US_ASCII);
    return new Settings(
        "Example Index Support",
        DeskSettings.standard(TestDesk.ADDRESS),
        1_000_000,
        new DatabaseSettings(url, user, password, 4),
        imap("INBOX", "Processed"),
        new SmtpSettings(LOOPBACK, smtpPort, Security.NONE, Optional.empty(), TIMEOUTS, 2),
        new Settings.TrustedServers(Set.of(TestDesk.AUTHSERV_ID), 0),
        new Settings.Keys(SigningKey.of(key), List.of()),
        new StaffRoster(
            List.of(TestDesk.approver(ALICE.toString()), TestDesk.approver(BOB.toString()))),
        new DirectorySource.Csv(accounts(), NameRule.ASCII_CASE_INSENSITIVE),
        new ActionSource.Manual(),
        BudgetSettings.DEFAULT,
        RetrySettings.DEFAULT,
        Policy.standard(),
        ReadingFile.standard(),
        TemplateCatalog.loadDefault(),
        TickerSettings.DEFAULT);
  }
}

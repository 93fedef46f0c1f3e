package dev.latchkey.demo;

import dev.latchkey.Desk;
import dev.latchkey.accounts.ActionSource;
import dev.latchkey.accounts.DirectorySource;
import dev.latchkey.accounts.NameRule;
import dev.latchkey.check.Policy;
import dev.latchkey.config.FileSettings;
import dev.latchkey.config.Later;
import dev.latchkey.config.LogSettings;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.AnswerSince;
import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.RawMail;
import dev.latchkey.outgoing.Budget;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.RetrySettings;
import dev.latchkey.proof.LookSettings;
import dev.latchkey.proof.Marker;
import dev.latchkey.proof.RegistryServers;
import dev.latchkey.schedule.TickerSettings;
import dev.latchkey.store.database.DatabaseSettings;
import dev.latchkey.transport.ImapSettings;
import dev.latchkey.transport.Security;
import dev.latchkey.transport.SmtpSettings;
import dev.latchkey.transport.Timeouts;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.sender.OwnWays;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A desk of its own: an embedded mail server, an embedded MariaDB, two staff, invented accounts.
 */
final class DemoDesk implements AutoCloseable {
  static final EmailAddress ADDRESS = EmailAddress.of("support@desk.example");
  static final EmailAddress ALICE = EmailAddress.of("alice@staff.example");
  static final EmailAddress BOB = EmailAddress.of("bob@staff.example");

  /** The password of every mailbox of the demo. */
  static final String PASSWORD = "demo";

  /** The people of the demo, as the account directory and the mail server know them. */
  static final List<EmailAddress> PEOPLE =
      List.of(
          EmailAddress.of("dora@mail.example"),
          EmailAddress.of("dora@other.example"),
          EmailAddress.of("kim@mail.example"),
          EmailAddress.of("maria@post.example"),
          EmailAddress.of("maria@other.example"),
          EmailAddress.of("vera@mail.example"),
          EmailAddress.of("leo@mail.example"),
          EmailAddress.of("omar@other.example"),
          EmailAddress.of("omar.k@mail.example"),
          EmailAddress.of("nina@mail.example"),
          EmailAddress.of("ira@mail.example"),
          EmailAddress.of("eve@attacker.example"),
          EmailAddress.of("mallory@attacker.example"));

  private static final String BORDER = "mx.desk.example";
  private static final long SIZE_LIMIT = 25_000_000;
  private final EmbeddedMailServer mail;
  private final EmbeddedDatabase database;
  private final Path folder;
  private final Desk desk;

  private DemoDesk(EmbeddedMailServer mail, EmbeddedDatabase database, Path folder, Desk desk) {
    this.mail = mail;
    this.database = database;
    this.folder = folder;
    this.desk = desk;
  }

  /**
   * Starts the servers and opens the desk; a few seconds. Port 0 is any free one.
   *
   * @param genuine whose mail the border server vouches for, by the domain of From; a real one
   *     looks at signatures
   */
  static DemoDesk start(
      int smtpPort,
      int imapPort,
      InstantSource clock,
      Predicate<String> genuine,
      DeskJournal journal)
      throws IOException, SQLException {
    Path folder = Files.createTempDirectory("latchkey-demo-");
    Path accounts = folder.resolve("accounts.csv");
    // Where Ctrl-C ends the demo before close() does; the last that is named is the first to go.
    folder.toFile().deleteOnExit();
    accounts.toFile().deleteOnExit();
    try (InputStream csv = DemoDesk.class.getResourceAsStream("day/accounts.csv")) {
      Files.copy(Objects.requireNonNull(csv, "the jar has no accounts of the demo"), accounts);
    }
    EmbeddedMailServer mail =
        EmbeddedMailServer.start(
            smtpPort,
            imapPort,
            new BorderStamp(BORDER, (sender, fromDomain) -> genuine.test(fromDomain), clock));
    mail.addUser(ADDRESS, PASSWORD);
    mail.addUser(ALICE, PASSWORD);
    mail.addUser(BOB, PASSWORD);
    PEOPLE.forEach(address -> mail.addUser(address, PASSWORD));
    EmbeddedDatabase database = EmbeddedDatabase.start();
    String url = database.newSchema("latchkey");
    Settings settings = settings(mail, database, url, accounts);
    Desk desk = Desk.open(settings, Desk.Outside.of(settings, clock), Failpoints.NONE, journal);
    desk.database().migrate();
    return new DemoDesk(mail, database, folder, desk);
  }

  Desk desk() {
    return desk;
  }

  EmbeddedMailServer mail() {
    return mail;
  }

  @Override
  public void close() throws IOException {
    desk.close();
    mail.close();
    database.close();
    Files.delete(folder.resolve("accounts.csv"));
    Files.delete(folder);
  }

  private static Settings settings(
      EmbeddedMailServer mail, EmbeddedDatabase database, String url, Path accounts) {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return new Settings(
        "Example Index Support",
        DeskSettings.standard(ADDRESS),
        SIZE_LIMIT,
        AnswerSince.ALL,
        new DatabaseSettings(url, database.user(), database.password(), 4),
        new ImapSettings(
            mail.host(),
            mail.imapPort(),
            Security.NONE,
            ADDRESS.toString(),
            PASSWORD,
            "INBOX",
            "Processed",
            Timeouts.usual(),
            (int) SIZE_LIMIT + RawMail.MISSTATED),
        new SmtpSettings(
            mail.host(), mail.smtpPort(), Security.NONE, Optional.empty(), Timeouts.usual(), 2),
        new FileSettings(FileScanner.NONE, Optional.empty()),
        new Settings.TrustedServers(Set.of(BORDER), 0),
        OwnWays.NONE,
        List.of(),
        new Settings.Keys(SigningKey.of(secret), List.of()),
        new StaffRoster(
            List.of(
                new StaffMember(ALICE, true, true, Optional.empty()),
                new StaffMember(BOB, true, true, Optional.empty()))),
        Optional.empty(),
        new DirectorySource.Csv(accounts, NameRule.ASCII_CASE_INSENSITIVE),
        new ActionSource.Manual(),
        // A demo reaches nothing outside of this machine.
        new LookSettings(false, List.of(), new Marker("latchkey-challenge"), RegistryServers.NONE),
        budgets(),
        RetrySettings.DEFAULT,
        Policy.standard(),
        Later.known(ReadingFile.standard()),
        Later.known(TemplateCatalog.loadDefault()),
        DeskWords.NONE,
        // A person is watching.
        new TickerSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10)),
        StaffTimes.USUAL,
        Optional.empty(),
        Optional.empty(),
        LogSettings.USUAL,
        Optional.empty(),
        List.of());
  }

  /** A whole corpus may come within a minute, from one address. */
  private static BudgetSettings budgets() {
    Map<MailClass, Budget> budgets = new EnumMap<>(BudgetSettings.DEFAULT.budgets());
    budgets.put(MailClass.ACKNOWLEDGEMENT, new Budget(3, 100_000));
    return new BudgetSettings(budgets);
  }
}

package dev.latchkey;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.cli.AuditCommand;
import dev.latchkey.cli.CheckCommand;
import dev.latchkey.cli.DeskDoor;
import dev.latchkey.cli.ExplainCommand;
import dev.latchkey.cli.MailFiles;
import dev.latchkey.cli.MailsCommand;
import dev.latchkey.cli.OpenDesk;
import dev.latchkey.cli.ParseCommand;
import dev.latchkey.cli.PollCommand;
import dev.latchkey.cli.QuarantineCommand;
import dev.latchkey.cli.RunCommand;
import dev.latchkey.cli.TicketsCommand;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.LogJournal;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.DeskParts;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.outgoing.Composer;
import dev.latchkey.outgoing.RetryPolicy;
import dev.latchkey.parse.MailParser;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.Database;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.Outbox;
import dev.latchkey.store.TicketViews;
import dev.latchkey.transport.ImapInbox;
import dev.latchkey.transport.SmtpSender;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.reply.ReplyTrimmer;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.RequestForm;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.Tokens;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.trust.sender.AuthenticationResultsReader;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;

/**
 * The wiring: which parts make a desk. Constructors and no conditionals.
 *
 * <p>Opening one connects to nothing yet; what is away is found out at first use. {@link
 * Database#migrate} comes before the first round.
 */
@NullMarked
public final class Desk implements OpenDesk {
  private final Settings settings;
  private final Database database;
  private final Outside outside;
  private final DeskParts parts;
  private final DeskLoops loops;
  private final TicketViews tickets;

  /** What a desk reaches outside of its database. */
  public record Outside(
      Inbox inbox, MailSender sender, AccountDirectory directory, RecoveryAction action) {}

  private Desk(Settings settings, Database database, Outside outside, DeskParts parts) {
    this.settings = settings;
    this.database = database;
    this.outside = outside;
    this.parts = parts;
    this.loops = DeskLoops.of(parts);
    this.tickets = new TicketViews(database);
  }

  /** A desk with the servers, directory and action of its settings. */
  public static Desk open(
      Settings settings, InstantSource clock, Failpoints failpoints, DeskJournal journal) {
    Outside outside =
        new Outside(
            new ImapInbox(settings.imap()),
            new SmtpSender(settings.smtp()),
            settings.accounts().open(),
            settings.action().open(clock));
    return open(settings, outside, clock, failpoints, journal);
  }

  /** The same with another outside. */
  public static Desk open(
      Settings settings,
      Outside outside,
      InstantSource clock,
      Failpoints failpoints,
      DeskJournal journal) {
    SecureRandom random = new SecureRandom();
    EmailAddress address = settings.desk().address();
    SigningKey key = settings.keys().current();
    Vault vault = new Vault(key, settings.keys().former(), random);
    Database database = Database.open(settings.database());
    MessageIds messageIds = new MessageIds(address, key);
    ReturnAddress returns = new ReturnAddress(address, key);
    KindReader kinds = new KindReader(Set.of(address), id -> messageIds.outboxIdIn(id).isPresent());
    DeskParts parts =
        new DeskParts(
            settings.desk(),
            settings.policy(),
            settings.sizeLimit(),
            outside.inbox(),
            outside.sender(),
            new DeskParts.Stores(
                new MailStore(database, vault),
                new DeskStore(database, vault),
                new Outbox(database, vault),
                new DeskFigures(database)),
            new DeskParts.Readers(
                new MailParser(),
                triage(settings.reading(), kinds),
                new AuthenticationResultsReader(
                    settings.authentication().ids(), settings.authentication().ownReceived())),
            new DeskParts.Identity(
                new Tokens(random), new ReplyAddress(address), returns, messageIds),
            new DeskParts.Outgoing(
                new Composer(
                    settings.templates(), settings.name(), address, messageIds::of, returns::of),
                settings.budgets(),
                new RetryPolicy(settings.retry(), random)),
            outside.directory(),
            outside.action(),
            settings.staff(),
            journal,
            failpoints,
            clock);
    return new Desk(settings, database, outside, parts);
  }

  /** Everything that can stand behind {@code latchkey} on the command line. */
  public static List<Callable<Integer>> commands() {
    MailFiles files = new MailFiles(mails());
    DeskDoor door =
        new DeskDoor(
            System::getenv,
            settings -> open(settings, InstantSource.system(), Failpoints.NONE, new LogJournal()));
    return List.of(
        new RunCommand(door),
        new PollCommand(door),
        new CheckCommand(door),
        new TicketsCommand(door),
        new MailsCommand(door),
        new QuarantineCommand(door),
        new AuditCommand(door),
        new ParseCommand(files),
        new ExplainCommand(files));
  }

  /** From the octets of a mail to all that its words tell. */
  public static MailFiles.Reader mails() {
    MailParser parser = new MailParser();
    TriageReader triage = triage();
    return octets -> triage.read(parser.parse(octets));
  }

  /** The readers of a parsed mail, for a mail that was sent to no desk in particular. */
  public static TriageReader triage() {
    return triage(ReadingFile.standard(), new KindReader());
  }

  /** The readers of a parsed mail. */
  public static TriageReader triage(RequestForm form, KindReader kinds) {
    return new TriageReader(
        kinds,
        new ReplyTrimmer(),
        new SecretRedactor(),
        new RequestReader(form),
        new IntentReader(form),
        new CommandReader(),
        new CodeReader(),
        new LanguageReader());
  }

  public Settings settings() {
    return settings;
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public DeskLoops loops() {
    return loops;
  }

  @Override
  public TicketViews tickets() {
    return tickets;
  }

  @Override
  public MailStore mailStore() {
    return parts.stores().mails();
  }

  @Override
  public DeskTicker start() {
    return DeskTicker.start(loops, settings.schedule(), parts.clock(), new SecureRandom());
  }

  /** What is kept in the database. */
  public DeskParts.Stores stores() {
    return parts.stores();
  }

  public Outside outside() {
    return outside;
  }

  /** Ends every connection; not while a round runs. */
  @Override
  public void close() {
    outside.directory().close();
    outside.sender().close();
    outside.inbox().close();
    database.close();
  }
}

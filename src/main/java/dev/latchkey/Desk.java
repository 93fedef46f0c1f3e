package dev.latchkey;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.cli.AuditCommand;
import dev.latchkey.cli.CheckCommand;
import dev.latchkey.cli.CompletionCommand;
import dev.latchkey.cli.DeskDoor;
import dev.latchkey.cli.ExplainCommand;
import dev.latchkey.cli.FiguresCommand;
import dev.latchkey.cli.HealthCommand;
import dev.latchkey.cli.ImportCommand;
import dev.latchkey.cli.MailFiles;
import dev.latchkey.cli.MailsCommand;
import dev.latchkey.cli.ManualCommand;
import dev.latchkey.cli.OpenDesk;
import dev.latchkey.cli.OutboxCommand;
import dev.latchkey.cli.ParseCommand;
import dev.latchkey.cli.PollCommand;
import dev.latchkey.cli.PrivacyCommand;
import dev.latchkey.cli.QuarantineCommand;
import dev.latchkey.cli.ReportCommand;
import dev.latchkey.cli.RestoredCommand;
import dev.latchkey.cli.RunCommand;
import dev.latchkey.cli.StaffRosterCommand;
import dev.latchkey.cli.TemplatesCommand;
import dev.latchkey.cli.TicketsCommand;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.LogJournal;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.LettersByHand;
import dev.latchkey.flow.loop.TicketsByHand;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailSender;
import dev.latchkey.parse.MailParser;
import dev.latchkey.proof.DomainRegistry;
import dev.latchkey.proof.Names;
import dev.latchkey.proof.PublicProof;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.DatabaseClock;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.MailViews;
import dev.latchkey.store.OutboxViews;
import dev.latchkey.store.Quarantine;
import dev.latchkey.store.SealedSecrets;
import dev.latchkey.store.TicketViews;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.transport.AccessTokens;
import dev.latchkey.transport.ImapInbox;
import dev.latchkey.transport.SmtpSender;
import dev.latchkey.transport.TrustAnchors;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.watch.HealthCheck;
import dev.latchkey.watch.Lookout;
import dev.latchkey.watch.Watchers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A desk, opened. The service, the demo, the benchmark and every test that needs a desk open it
 * here, each with its own {@link Outside}; what it is made of stands in {@link Wiring}.
 *
 * <p>Opening one connects to nothing yet; what is away is found out at first use. {@link
 * Database#migrate} comes before the first round.
 */
@NullMarked
public final class Desk implements OpenDesk {
  private final Settings settings;
  private final Outside outside;
  private final Database database;
  private final MailStore mails;
  private final Quarantine quarantine;
  private final TicketViews tickets;
  private final Wiring wiring;
  private final Lookout lookout;
  private final Erasure erasure;
  private @Nullable DeskLoops loops;

  /** What a desk reaches outside of its database: other systems, the time, and chance. */
  public record Outside(
      Inbox inbox,
      MailSender sender,
      AccountDirectory directory,
      RecoveryAction action,
      List<PublicProof> proofs,
      DomainRegistry registry,
      InstantSource clock,
      RandomGenerator random,
      Names names,
      FileScanner scanner) {

    /**
     * The servers, the directory and the action that the settings name; what a server gives the
     * desk to keep is forgotten with the process.
     */
    public static Outside of(Settings settings, InstantSource clock) {
      return of(settings, KeptSecrets.inMemory(), clock);
    }

    /** The same with secrets that outlive the process. */
    static Outside of(Settings settings, KeptSecrets secrets, InstantSource clock) {
      AccessTokens tokens = new AccessTokens(secrets, clock);
      return new Outside(
          new ImapInbox(settings.imap(), tokens),
          new SmtpSender(settings.smtp(), tokens),
          settings.accounts().open(clock),
          settings.action().open(clock),
          settings.look().open(),
          settings.look().openRegistry(),
          clock,
          new SecureRandom(),
          settings.look().names(),
          settings.files().scanner());
    }
  }

  private Desk(Settings settings, Outside outside, Database database, Wiring wiring) {
    this.settings = settings;
    this.outside = outside;
    this.database = database;
    this.mails = wiring.mails();
    this.quarantine = wiring.quarantine();
    this.tickets = new TicketViews(database);
    this.wiring = wiring;
    this.lookout = wiring.lookout();
    this.erasure = wiring.erasure();
  }

  /** A desk with these settings, and an outside that may be another than they name. */
  public static Desk open(
      Settings settings, Outside outside, Failpoints failpoints, DeskJournal journal) {
    Database database = Database.open(settings.database());
    DatabaseClock there = new DatabaseClock(database, System::nanoTime);
    return new Desk(
        settings,
        outside,
        database,
        new Wiring(settings, outside, database, there, failpoints, journal));
  }

  /** The desk that the command line opens: it goes by the database's clock. */
  private static Desk open(Settings settings) {
    settings.authorities().map(TrustAnchors::context).ifPresent(SSLContext::setDefault);
    Database database = Database.open(settings.database());
    DatabaseClock there = new DatabaseClock(database, System::nanoTime);
    Vault vault =
        new Vault(settings.keys().current(), settings.keys().former(), new SecureRandom());
    Outside outside = Outside.of(settings, new SealedSecrets(database, vault, there), there);
    return new Desk(
        settings,
        outside,
        database,
        new Wiring(settings, outside, database, there, Failpoints.NONE, new LogJournal()));
  }

  /** Everything that can stand behind {@code latchkey} on the command line. */
  public static List<Callable<Integer>> commands() {
    MailFiles files = new MailFiles(mails());
    DeskDoor door = door();
    return List.of(
        new RunCommand(door),
        new PollCommand(door),
        new CheckCommand(door),
        new HealthCommand(door),
        new FiguresCommand(door),
        new ReportCommand(door),
        new ImportCommand(door),
        new TicketsCommand(door),
        new TemplatesCommand(door),
        new MailsCommand(door),
        new QuarantineCommand(door),
        new OutboxCommand(door),
        new AuditCommand(door),
        new StaffRosterCommand(door),
        new RestoredCommand(door),
        new PrivacyCommand(door),
        new ParseCommand(files),
        new ExplainCommand(files),
        new ManualCommand(),
        new CompletionCommand());
  }

  /** The way of the command line into a desk. */
  public static DeskDoor door() {
    return new DeskDoor(System::getenv, Desk::open);
  }

  /** From the octets of a mail to all that its words tell. */
  public static MailFiles.Reader mails() {
    return octets -> Readers.TRIAGE.read(Readers.PARSER.parse(octets));
  }

  /** Made when the first mail is read: most commands read none, and the models are large. */
  private static final class Readers {
    static final MailParser PARSER = new MailParser();
    static final TriageReader TRIAGE = triage();
  }

  /** The readers of a parsed mail, for a mail that was sent to no desk in particular. */
  public static TriageReader triage() {
    return ReadingWiring.triage();
  }

  @Override
  public Database database() {
    return database;
  }

  /** Made when they are asked for first: who only looks at a desk needs none. */
  @Override
  public synchronized DeskLoops loops() {
    DeskLoops known = loops;
    if (known == null) {
      known = wiring.loops();
      loops = known;
    }
    return known;
  }

  @Override
  public TicketViews tickets() {
    return tickets;
  }

  @Override
  public MailStore mailStore() {
    return mails;
  }

  @Override
  public Quarantine quarantine() {
    return quarantine;
  }

  @Override
  public MailViews mailViews() {
    return new MailViews(database);
  }

  @Override
  public OutboxViews outbox() {
    return new OutboxViews(database);
  }

  @Override
  public LettersByHand lettersByHand() {
    return loops().byHand().letters();
  }

  @Override
  public TicketsByHand ticketsByHand() {
    return loops().byHand().tickets();
  }

  @Override
  public Erasure erasure() {
    return erasure;
  }

  @Override
  public String say(Phrase sentence) {
    return settings.templates().say(sentence, "en");
  }

  @Override
  public InstantSource clock() {
    return outside.clock();
  }

  @Override
  public ZoneId zone() {
    return settings.zone();
  }

  @Override
  public Inbox inbox() {
    return outside.inbox();
  }

  @Override
  public MailSender sender() {
    return outside.sender();
  }

  @Override
  public AccountDirectory directory() {
    return outside.directory();
  }

  @Override
  public FileScanner scanner() {
    return outside.scanner();
  }

  @Override
  public RecoveryAction action() {
    return outside.action();
  }

  @Override
  public void prepare() {
    wiring.prepare();
  }

  /** What the service needs of letters, rules and models is read before its first mail. */
  @Override
  public DeskTicker start() {
    prepare();
    return DeskTicker.start(loops(), settings.schedule(), outside.clock(), outside.random());
  }

  @Override
  public Lookout lookout() {
    return lookout;
  }

  @Override
  public HealthCheck health() {
    return new HealthCheck(
        lookout::lookAtWhatWaits,
        settings.schedule().poll(),
        settings.staffTimes().escalateAfter(),
        settings.zone());
  }

  @Override
  public Watchers watch() {
    return Watchers.start(settings.monitor(), lookout, health(), loops().pulse(), System::getenv);
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

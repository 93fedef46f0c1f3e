package dev.latchkey;

import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.check.Policy;
import dev.latchkey.config.Later;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.due.DueSteps;
import dev.latchkey.flow.due.FinishCheck;
import dev.latchkey.flow.due.FinishFreeze;
import dev.latchkey.flow.due.FinishReset;
import dev.latchkey.flow.due.OrderReset;
import dev.latchkey.flow.loop.AnsweredLetters;
import dev.latchkey.flow.loop.CopySweep;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.DomainSweep;
import dev.latchkey.flow.loop.FirstLook;
import dev.latchkey.flow.loop.FollowUpSweep;
import dev.latchkey.flow.loop.LettersByHand;
import dev.latchkey.flow.loop.MailImport;
import dev.latchkey.flow.loop.MailIntake;
import dev.latchkey.flow.loop.MailReading;
import dev.latchkey.flow.loop.MailRetake;
import dev.latchkey.flow.loop.MailWorker;
import dev.latchkey.flow.loop.OutboxDelivery;
import dev.latchkey.flow.loop.Portions;
import dev.latchkey.flow.loop.ProofSweep;
import dev.latchkey.flow.loop.Pulse;
import dev.latchkey.flow.loop.RecoveryExecutor;
import dev.latchkey.flow.loop.Rehearsal;
import dev.latchkey.flow.loop.RetentionSweep;
import dev.latchkey.flow.loop.SavedCodeCheck;
import dev.latchkey.flow.loop.SavedCodeSweep;
import dev.latchkey.flow.loop.StaffSignatures;
import dev.latchkey.flow.loop.StaffSweep;
import dev.latchkey.flow.loop.TicketsByHand;
import dev.latchkey.flow.loop.WaitingLetters;
import dev.latchkey.flow.mail.FlowRunner;
import dev.latchkey.flow.mail.OtherHands;
import dev.latchkey.flow.mail.PublicNames;
import dev.latchkey.flow.mail.Receipts;
import dev.latchkey.flow.recovery.CaseText;
import dev.latchkey.flow.recovery.CoolingOff;
import dev.latchkey.flow.recovery.DomainFacts;
import dev.latchkey.flow.recovery.DomainLooks;
import dev.latchkey.flow.recovery.HandOver;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.MoreProofs;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.ProofLooks;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.Rota;
import dev.latchkey.flow.recovery.SavedCodeOffers;
import dev.latchkey.flow.recovery.SelfApproval;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.flow.staff.DailyDigest;
import dev.latchkey.flow.staff.Escalation;
import dev.latchkey.flow.staff.OperatorCommands;
import dev.latchkey.flow.staff.Queue;
import dev.latchkey.flow.staff.StaffTexts;
import dev.latchkey.letter.Composer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.outgoing.RetryPolicy;
import dev.latchkey.parse.MailParser;
import dev.latchkey.proof.CannotLookException;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.Database;
import dev.latchkey.store.DatabaseClock;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.Erasure;
import dev.latchkey.store.FigureViews;
import dev.latchkey.store.FirstStart;
import dev.latchkey.store.KnownMails;
import dev.latchkey.store.LargestMail;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.Outbox;
import dev.latchkey.store.Quarantine;
import dev.latchkey.store.RestoreHold;
import dev.latchkey.store.UnsafeCopies;
import dev.latchkey.triage.DoubtfulReasons;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.kind.KindReader;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.reply.ReplyTrimmer;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.ConcernReader;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.OwnerAnswerReader;
import dev.latchkey.triage.request.RequestForm;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.words.LanguageReader;
import dev.latchkey.trust.dkim.DkimCheck;
import dev.latchkey.trust.dkim.KeysAwayException;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.Tokens;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.trust.staff.StaffRoster;
import dev.latchkey.watch.BarPainter;
import dev.latchkey.watch.Lookout;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** The wiring: which parts make a desk. Constructors and no conditionals, in one place. */
@NullMarked
final class Wiring {
  /** So many places outside are looked at at once, and so many codes checked. */
  private static final int THREADS = 8;

  /** How long an answer of a resolver may take. */
  private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);

  private static final Duration THREADS_END = Duration.ofSeconds(30);

  private final Settings settings;
  private final Desk.Outside outside;
  private final Failpoints failpoints;
  private final DeskJournal journal;

  private final Portions portions;
  private final MailStore mails;
  private final Quarantine quarantine;
  private final LargestMail largest;
  private final UnsafeCopies copies;
  private final KnownMails known;
  private final DeskStore desk;
  private final Outbox outbox;
  private final DeskFigures figures;
  private final ClockCheck clocks;
  private final RestoreHold hold;
  private final FigureViews views;
  private final FirstStart start;
  private final Erasure erasure;

  private final Tokens tokens;
  private final ReplyAddress replies;
  private final ReturnAddress returns;
  private final MessageIds messageIds;
  private final BudgetRule budgets;
  private final CourtesySchedule courtesy;

  Wiring(
      Settings settings,
      Desk.Outside outside,
      Database database,
      DatabaseClock there,
      Failpoints failpoints,
      DeskJournal journal) {
    this.settings = settings;
    this.outside = outside;
    this.failpoints = failpoints;
    this.journal = journal;

    EmailAddress address = settings.desk().address();
    SigningKey key = settings.keys().current();
    Vault vault = new Vault(key, settings.keys().former(), outside.random());
    this.portions = Portions.of(Runtime.getRuntime().maxMemory());
    this.mails = new MailStore(database, vault, portions.octets());
    this.quarantine = new Quarantine(database);
    this.largest = new LargestMail(database, settings.sizeLimit());
    this.copies = new UnsafeCopies(database);
    this.known = new KnownMails(database);
    this.desk = new DeskStore(database, vault);
    this.outbox = new Outbox(database, vault);
    this.figures = new DeskFigures(database);
    this.views = new FigureViews(database, figures);
    this.start = new FirstStart(database);
    this.erasure = new Erasure(database, vault);
    this.clocks = new ClockCheck(database, there, InstantSource.system());
    this.hold = new RestoreHold(database, there, settings.database().mark());

    this.tokens = new Tokens(outside.random());
    this.replies = new ReplyAddress(address);
    this.returns = new ReturnAddress(address, key);
    this.messageIds = new MessageIds(address, key);
    this.budgets = new BudgetRule(settings.budgets());
    this.courtesy =
        new CourtesySchedule(
            settings.desk(),
            settings.policy().times().noticeBeforeExecution(),
            settings.staffTimes().workingDays());
  }

  MailStore mails() {
    return mails;
  }

  Quarantine quarantine() {
    return quarantine;
  }

  Erasure erasure() {
    return erasure;
  }

  /** Those who look at the desk from outside see it through the database alone. */
  Lookout lookout() {
    return new Lookout(views, waitingTime(), clocks, outside.clock(), settings.zone());
  }

  private WaitingTime waitingTime() {
    return new WaitingTime(
        figures, settings.desk().decideWithin(), settings.staffTimes().workingDays());
  }

  DeskLoops loops() {
    DeskSettings behaviour = settings.desk();
    Policy policy = settings.policy();
    StaffRoster staff = settings.staff();
    Outlook outlook = new Outlook(waitingTime(), courtesy);
    Pulse pulse = new Pulse(System::nanoTime);
    TokenIssuer issuer = new TokenIssuer(tokens, replies, behaviour);
    Letters letters = new Letters(issuer, staff, behaviour);
    Notices notices = new Notices(letters, issuer, policy);
    Rota rota = new Rota(staff, settings.staffTimes().workingDays());
    Tasks tasks = new Tasks(rota, letters, issuer);
    DomainFacts domains = new DomainFacts(outside.registry());
    Review review =
        new Review(
            new AssuranceCheck(policy),
            policy,
            rota,
            letters,
            issuer,
            new CaseText(
                courtesy,
                policy,
                new DoubtfulReasons(
                    Later.from(() -> new RequestReader(settings.reading()))::get,
                    () -> Learned.OPINIONS)),
            outlook,
            domains);
    MoreProofs more =
        new MoreProofs(
            policy,
            outside.proofs(),
            settings.look().marker(),
            outside.action().codes(),
            tokens,
            issuer,
            letters);
    SavedCodeOffers codes = new SavedCodeOffers(outside.action().codes(), letters);
    Proving proving =
        new Proving(
            policy,
            letters,
            issuer,
            notices,
            review,
            more,
            new RivalClaims(letters, notices, issuer, staff),
            new SelfApproval(
                behaviour.address(), new CoolingOff(policy, courtesy, notices, letters), domains));
    FlowContexts contexts =
        new FlowContexts(desk, outside.directory(), courtesy, composer(), budgets, outside.clock());
    FinishReset finish = new FinishReset(letters, notices, tasks, review);
    MailReading reading = reading();
    FlowWiring flows =
        new FlowWiring(
            settings,
            () -> Learned.LINES,
            largest,
            messageIds,
            returns,
            courtesy,
            outlook,
            issuer,
            letters,
            rota,
            tasks,
            notices,
            review,
            proving,
            more,
            codes,
            reading);
    FlowRunner runner =
        new FlowRunner(
            flows.picker(),
            new Receipts(behaviour, letters, rota),
            new PublicNames(behaviour),
            new OtherHands(letters));
    FirstLook first = new FirstLook(outside.inbox(), start, settings.since(), outside.clock());
    return new DeskLoops(
        pulse,
        clocks,
        hold,
        new MailIntake(
            pulse, first, outside.inbox(), mails, largest, portions, failpoints, outside.clock()),
        new MailRetake(outside.inbox(), known, mails, largest, portions, outside.clock()),
        new CopySweep(
            outside.inbox(), copies, settings.files().keepSecrets(), portions, outside.clock()),
        new MailWorker(mails, contexts, reading, runner, journal, failpoints, outside.clock()),
        new FollowUpSweep(
            contexts,
            new DueSteps(
                new Questions(behaviour),
                policy,
                courtesy,
                letters,
                notices,
                proving,
                review,
                outlook,
                tasks,
                staff)),
        staffSweep(contexts, issuer, letters, tasks, review),
        new ProofSweep(
            contexts,
            new ProofLooks(
                policy,
                outside.proofs(),
                proving,
                more,
                new HandOver(review, letters, outlook),
                letters),
            threads()),
        new DomainSweep(
            contexts,
            new DomainLooks(outside.registry(), domains, review, notices, letters),
            threads(),
            outside.clock()),
        new SavedCodeSweep(
            desk,
            new SavedCodeCheck(
                mails,
                reading,
                contexts,
                outside.action().codes(),
                new FinishCheck(codes, proving, review, letters),
                failpoints),
            threads(),
            outside.clock()),
        new RecoveryExecutor(
            desk,
            contexts,
            new OrderReset(finish),
            outside.action(),
            finish,
            new FinishFreeze(letters),
            failpoints,
            outside.clock()),
        new WaitingLetters(contexts, budgets, proving),
        new LettersByHand(contexts, proving),
        new TicketsByHand(
            contexts, new OperatorCommands(behaviour.address(), review, tasks, flows.commands())),
        new MailImport(
            outside.inbox(),
            first,
            mails,
            new Rehearsal(known, contexts, reading, runner),
            largest,
            portions,
            outside.clock()),
        new RetentionSweep(erasure, settings.retention(), outside.clock()),
        new OutboxDelivery(
            outbox,
            outside.sender(),
            new RetryPolicy(settings.retry(), outside.random()),
            failpoints,
            outside.clock()));
  }

  /** Reads what is read when it is needed first. */
  void prepare() {
    settings.templates().languages();
    triage(settings.reading(), new KindReader(), settings.banners());
  }

  /** Writes the letters, so that whoever writes none needs no templates. */
  private Composer composer() {
    return new Composer(
        settings.letters()::get,
        settings.name(),
        settings.desk().address(),
        messageIds::of,
        returns::of,
        new BarPainter());
  }

  /** For what waits for servers outside; they end by themselves when there is nothing to do. */
  private static Executor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            THREADS_END.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "outside");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** What the staff are told without being asked. */
  private StaffSweep staffSweep(
      FlowContexts contexts, TokenIssuer issuer, Letters letters, Tasks tasks, Review review) {
    StaffTimes times = settings.staffTimes();
    StaffRoster staff = settings.staff();
    return new StaffSweep(
        contexts,
        new DailyDigest(
            settings.desk().address(),
            times,
            staff,
            new Queue(review, issuer, times),
            issuer,
            letters),
        new Escalation(times, staff, review, new StaffTexts(), tasks, letters),
        quarantine,
        outside.clock());
  }

  /** From octets to what a mail says and who sent it. */
  private MailReading reading() {
    KindReader kinds =
        new KindReader(
            Set.of(settings.desk().address()),
            id -> messageIds.outboxIdIn(id).isPresent(),
            settings.ways()::passedOn);
    return new MailReading(
        new MailParser(),
        Later.from(() -> triage(settings.reading(), kinds, settings.banners()))::get,
        settings.authentication().reader(),
        settings.ways(),
        replies,
        outside.directory(),
        new AnsweredLetters(outbox, messageIds, replies),
        new StaffSignatures(
            settings.staff(),
            settings.authentication().coverContent(),
            settings.authentication().verifyDkim()
                ? Optional.of(new DkimCheck(this::keyTexts))
                : Optional.empty(),
            outside.clock()),
        outside.scanner());
  }

  private List<String> keyTexts(String name) throws KeysAwayException {
    try {
      return outside.names().texts(name, KEY_PATIENCE).lines();
    } catch (CannotLookException e) {
      throw new KeysAwayException(name, e);
    }
  }

  /** The readers of a parsed mail that was sent to no desk in particular. */
  static TriageReader triage() {
    return triage(ReadingFile.standard(), new KindReader(), List.of());
  }

  /** The models that ship, which are large, and the same for every desk of a process. */
  private static final class Learned {
    static final OpinionReader OPINIONS =
        OpinionReader.standard(ReadingFile.standard().scorer(), ReadingFile.standard().topics());
    static final LineReader LINES =
        LineReader.standard(ReadingFile.standard().scorer(), ReadingFile.standard().topics());
  }

  private static TriageReader triage(RequestForm form, KindReader kinds, List<String> banners) {
    return new TriageReader(
        kinds,
        new ReplyTrimmer(banners),
        new SecretRedactor(),
        new RequestReader(form),
        new ConcernReader(form),
        new IntentReader(form),
        new CommandReader(),
        new CodeReader(),
        new LanguageReader(),
        new OwnerAnswerReader(),
        Learned.OPINIONS,
        Learned.LINES,
        new AnswerReader(form, Learned.LINES));
  }
}

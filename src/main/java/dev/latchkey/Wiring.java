package dev.latchkey;

import dev.latchkey.config.Settings;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.Targets;
import dev.latchkey.flow.UnprovableAccounts;
import dev.latchkey.flow.due.DueSteps;
import dev.latchkey.flow.due.FinishCheck;
import dev.latchkey.flow.due.FinishFreeze;
import dev.latchkey.flow.due.FinishReset;
import dev.latchkey.flow.due.OrderReset;
import dev.latchkey.flow.loop.ByHand;
import dev.latchkey.flow.loop.CopySweep;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.DomainSweep;
import dev.latchkey.flow.loop.FirstLook;
import dev.latchkey.flow.loop.FollowUpSweep;
import dev.latchkey.flow.loop.LateLetters;
import dev.latchkey.flow.loop.LettersByHand;
import dev.latchkey.flow.loop.MailImport;
import dev.latchkey.flow.loop.MailIntake;
import dev.latchkey.flow.loop.MailReading;
import dev.latchkey.flow.loop.MailRetake;
import dev.latchkey.flow.loop.MailWorker;
import dev.latchkey.flow.loop.MendedAccounts;
import dev.latchkey.flow.loop.OutboxDelivery;
import dev.latchkey.flow.loop.ProofSweep;
import dev.latchkey.flow.loop.Pulse;
import dev.latchkey.flow.loop.RecoveryExecutor;
import dev.latchkey.flow.loop.Rehearsal;
import dev.latchkey.flow.loop.RetentionSweep;
import dev.latchkey.flow.loop.SavedCodeCheck;
import dev.latchkey.flow.loop.SavedCodeSweep;
import dev.latchkey.flow.loop.StaffSweep;
import dev.latchkey.flow.loop.TicketsByHand;
import dev.latchkey.flow.loop.WaitingLetters;
import dev.latchkey.flow.mail.FlowRunner;
import dev.latchkey.flow.mail.OtherHands;
import dev.latchkey.flow.mail.PublicNames;
import dev.latchkey.flow.mail.Receipts;
import dev.latchkey.flow.proving.CodesAnew;
import dev.latchkey.flow.proving.LostCodes;
import dev.latchkey.flow.proving.LostNotices;
import dev.latchkey.flow.proving.ProofLooks;
import dev.latchkey.flow.recovery.DomainLooks;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.SecurityContact;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.flow.staff.DailyDigest;
import dev.latchkey.flow.staff.Escalation;
import dev.latchkey.flow.staff.OperatorCommands;
import dev.latchkey.flow.staff.Queue;
import dev.latchkey.flow.staff.StaffTexts;
import dev.latchkey.letter.writing.Composer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.outgoing.RetryPolicy;
import dev.latchkey.store.DatabaseClock;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.Quarantine;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.TokenMaker;
import dev.latchkey.trust.staff.StaffRoster;
import dev.latchkey.watch.BarPainter;
import dev.latchkey.watch.Lookout;
import java.time.Duration;
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

  private static final Duration THREADS_END = Duration.ofSeconds(30);

  private final Settings settings;
  private final Desk.Outside outside;
  private final Failpoints failpoints;
  private final DeskJournal journal;

  private final StoreWiring stores;

  private final TokenMaker tokens;
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
    this.stores = new StoreWiring(settings, outside, database, there);

    this.tokens = new TokenMaker(outside.random());
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
    return stores.mails;
  }

  Quarantine quarantine() {
    return stores.quarantine;
  }

  Erasure erasure() {
    return stores.erasure;
  }

  /** Those who look at the desk from outside see it through the database alone. */
  Lookout lookout() {
    return new Lookout(
        stores.views,
        waitingTime(),
        stores.clocks,
        new UnprovableAccounts(outside.directory()),
        outside.clock(),
        settings.zone());
  }

  private WaitingTime waitingTime() {
    return new WaitingTime(
        stores.figures, settings.desk().decideWithin(), settings.staffTimes().workingDays());
  }

  DeskLoops loops() {
    DeskSettings behaviour = settings.desk();
    StaffRoster staff = settings.staff();
    RecoveryWiring recovery =
        new RecoveryWiring(settings, outside, courtesy, waitingTime(), tokens, replies);
    Pulse pulse = new Pulse(System::nanoTime);
    FlowContexts contexts =
        new FlowContexts(
            stores.desk, outside.directory(), courtesy, composer(), budgets, outside.clock());
    FinishReset finish =
        new FinishReset(
            recovery.letters, recovery.notices, recovery.tasks, recovery.files, recovery.late);
    MailReading reading =
        new ReadingWiring(settings, outside, stores.outbox, messageIds, replies).reading();
    FlowWiring flows =
        new FlowWiring(
            settings,
            () -> ReadingWiring.Learned.LINES,
            stores.largest,
            messageIds,
            returns,
            courtesy,
            recovery,
            reading);
    FlowRunner runner =
        new FlowRunner(
            flows.addressees(),
            flows.picker(),
            new Receipts(behaviour, new Questions(behaviour), recovery.letters, recovery.rota),
            new PublicNames(behaviour),
            new OtherHands(recovery.letters));
    FirstLook first =
        new FirstLook(outside.inbox(), stores.start, settings.since(), outside.clock());
    MailIntake intake =
        new MailIntake(
            pulse,
            first,
            outside.inbox(),
            stores.mails,
            stores.hold,
            stores.largest,
            stores.portions,
            failpoints,
            outside.clock());
    RetentionSweep retention =
        new RetentionSweep(stores.erasure, settings.retention(), outside.clock());
    CodesAnew codesAnew = new CodesAnew(recovery.ownerCodes, recovery.vouching);
    ByHand byHand =
        new ByHand(
            intake,
            new MailRetake(
                outside.inbox(),
                stores.known,
                stores.mails,
                stores.largest,
                stores.portions,
                outside.clock()),
            new MailImport(
                outside.inbox(),
                first,
                stores.mails,
                new Rehearsal(stores.known, contexts, reading, runner),
                stores.largest,
                stores.portions,
                outside.clock()),
            stores.hold,
            new LettersByHand(contexts, codesAnew, stores.hold),
            new TicketsByHand(
                contexts,
                new OperatorCommands(
                    behaviour.address(), recovery.files, recovery.tasks, flows.commands())),
            retention);
    return new DeskLoops(
        pulse,
        stores.clocks,
        outside.clock(),
        stores.hold,
        intake,
        new CopySweep(
            outside.inbox(),
            stores.copies,
            settings.files().keepSecrets(),
            stores.portions,
            outside.clock()),
        new MailWorker(
            stores.mails, intake, contexts, reading, runner, journal, failpoints, outside.clock()),
        new FollowUpSweep(
            contexts,
            new DueSteps(
                new Questions(behaviour),
                settings.policy(),
                courtesy,
                recovery.letters,
                recovery.notices,
                recovery.proving,
                recovery.ownerCodes,
                recovery.halts,
                recovery.handOver,
                recovery.files,
                recovery.review,
                recovery.outlook,
                recovery.tasks,
                staff)),
        new MendedAccounts(contexts, recovery.ownerCodes, outside.clock()),
        staffSweep(contexts, recovery),
        new ProofSweep(
            contexts,
            new ProofLooks(
                settings.policy(),
                outside.proofs(),
                recovery.recorder,
                recovery.proving,
                recovery.more,
                recovery.handOver,
                recovery.peopleLook,
                recovery.letters),
            threads()),
        new DomainSweep(
            contexts,
            new DomainLooks(
                outside.registry(),
                recovery.domains,
                recovery.files,
                recovery.review,
                recovery.notices,
                recovery.letters),
            threads(),
            outside.clock()),
        new SavedCodeSweep(
            stores.desk,
            new SavedCodeCheck(
                stores.mails,
                reading,
                contexts,
                outside.action().codes(),
                new FinishCheck(
                    recovery.codes,
                    recovery.recorder,
                    recovery.proving,
                    recovery.review,
                    recovery.letters),
                failpoints),
            threads(),
            outside.clock()),
        new RecoveryExecutor(
            stores.desk,
            contexts,
            new OrderReset(finish),
            outside.action(),
            finish,
            new FinishFreeze(
                recovery.letters,
                new SecurityContact(new Targets(settings.own()).security(), recovery.letters)),
            failpoints,
            outside.clock()),
        new WaitingLetters(contexts, budgets, codesAnew, outside.random()),
        new LateLetters(contexts, codesAnew),
        byHand,
        retention,
        new OutboxDelivery(
            stores.outbox,
            stores.hold,
            outside.sender(),
            new RetryPolicy(settings.retry(), outside.random()),
            failpoints,
            outside.clock()));
  }

  /** Reads what is read when it is needed first. */
  void prepare() {
    settings.templates().readAll();
    ReadingWiring.prepare(settings);
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
  private StaffSweep staffSweep(FlowContexts contexts, RecoveryWiring recovery) {
    StaffTimes times = settings.staffTimes();
    StaffRoster staff = settings.staff();
    Queue queue = new Queue(recovery.files, recovery.staffTokens, times, staff);
    return new StaffSweep(
        contexts,
        new DailyDigest(
            settings.desk().address(), times, staff, queue, recovery.staffTokens, recovery.letters),
        new Escalation(
            times,
            staff,
            recovery.files,
            recovery.review,
            queue,
            recovery.staffTokens,
            new StaffTexts(),
            recovery.tasks,
            recovery.letters),
        new LostNotices(
            recovery.letters,
            new LostCodes(recovery.proving, recovery.ownerCodes, recovery.handOver)),
        stores.quarantine,
        outside.clock());
  }
}

package dev.latchkey.flow.loop;

import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.due.DueSteps;
import dev.latchkey.flow.due.FinishReset;
import dev.latchkey.flow.due.OrderReset;
import dev.latchkey.flow.loop.OutboxDelivery.Delivered;
import dev.latchkey.flow.mail.BounceFlow;
import dev.latchkey.flow.mail.CodeAnswerFlow;
import dev.latchkey.flow.mail.FlowPicker;
import dev.latchkey.flow.mail.FlowRunner;
import dev.latchkey.flow.mail.NoticeReplyFlow;
import dev.latchkey.flow.mail.RequestFlow;
import dev.latchkey.flow.mail.RequesterReplyFlow;
import dev.latchkey.flow.mail.StrangerReplyFlow;
import dev.latchkey.flow.recovery.CaseText;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.flow.staff.Commands;
import dev.latchkey.flow.staff.StaffAnswers;
import dev.latchkey.flow.staff.StaffFlow;
import dev.latchkey.flow.staff.StaffTexts;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.store.StoreUnavailableException;
import dev.latchkey.trust.secret.VaultException;

/**
 * The work of a desk, in the four pieces that a ticker calls: take mails in, work on them, do what
 * is due, send. Each may be called at any time, late or twice, by one process or by many.
 */
public final class DeskLoops {
  private final MailIntake intake;
  private final MailWorker worker;
  private final FollowUpSweep sweep;
  private final RecoveryExecutor executor;
  private final OutboxDelivery delivery;

  /** What one round did. */
  public record Round(int received, int worked, int due, int executed, int sent) {}

  private DeskLoops(
      MailIntake intake,
      MailWorker worker,
      FollowUpSweep sweep,
      RecoveryExecutor executor,
      OutboxDelivery delivery) {
    this.intake = intake;
    this.worker = worker;
    this.sweep = sweep;
    this.executor = executor;
    this.delivery = delivery;
  }

  /** Puts the flows together. */
  public static DeskLoops of(DeskParts parts) {
    DeskSettings settings = parts.settings();
    CourtesySchedule courtesy =
        new CourtesySchedule(settings, parts.policy().noticeBeforeExecution());
    WaitingTime queue = new WaitingTime(parts.stores().figures());
    BudgetRule budgets = new BudgetRule(parts.outgoing().budgets());
    TokenIssuer issuer =
        new TokenIssuer(parts.identity().tokens(), parts.identity().replies(), settings);
    Letters letters = new Letters(issuer, parts.staff(), settings);
    Notices notices = new Notices(letters, issuer, parts.policy());
    Review review =
        new Review(
            new AssuranceCheck(parts.policy()),
            parts.policy(),
            parts.staff(),
            letters,
            issuer,
            new CaseText(),
            queue);
    Proving proving = new Proving(letters, issuer, notices, review);
    StopRecovery objections = new StopRecovery(letters, notices);
    StaffTexts texts = new StaffTexts(parts.stores().figures());
    RivalClaims rivalry = new RivalClaims(letters);
    StaffAnswers answers = new StaffAnswers(letters, issuer);
    RequesterReplyFlow replies =
        new RequesterReplyFlow(settings, letters, proving, review, rivalry, queue, courtesy);
    int limitMegabytes = Math.toIntExact(Math.max(1, parts.sizeLimit() / 1_000_000));
    FlowPicker picker =
        new FlowPicker(
            parts.staff(),
            parts.identity().messageIds(),
            new FlowPicker.Flows(
                new RequestFlow(
                    settings, letters, proving, rivalry, replies, queue, limitMegabytes),
                replies,
                new StrangerReplyFlow(),
                new CodeAnswerFlow(proving, objections, letters),
                new NoticeReplyFlow(objections, letters),
                new StaffFlow(
                    parts.staff(),
                    review,
                    new Commands(
                        settings,
                        courtesy,
                        parts.staff(),
                        review,
                        notices,
                        letters,
                        answers,
                        texts),
                    answers,
                    letters),
                new BounceFlow(parts.identity().returns(), parts.identity().messageIds()),
                letters));
    FlowContexts contexts =
        new FlowContexts(
            parts.stores().desk(),
            parts.directory(),
            courtesy,
            parts.outgoing().composer(),
            budgets,
            parts.clock());
    FinishReset finish = new FinishReset(letters, notices, issuer, parts.staff());
    MailReading reading =
        new MailReading(
            parts.readers().parser(),
            parts.readers().triage(),
            parts.readers().authentication(),
            parts.identity().replies(),
            parts.directory());
    return new DeskLoops(
        new MailIntake(
            parts.inbox(),
            parts.stores().mails(),
            parts.sizeLimit(),
            parts.failpoints(),
            parts.clock()),
        new MailWorker(
            parts.stores().mails(),
            contexts,
            reading,
            new FlowRunner(picker),
            parts.journal(),
            parts.failpoints(),
            parts.clock()),
        new FollowUpSweep(
            contexts,
            new DueSteps(
                settings, parts.policy(), courtesy, letters, notices, proving, review, queue)),
        new RecoveryExecutor(
            parts.stores().desk(),
            contexts,
            new OrderReset(finish),
            parts.action(),
            finish,
            parts.failpoints(),
            parts.clock()),
        new OutboxDelivery(
            parts.stores().outbox(),
            parts.sender(),
            parts.outgoing().retries(),
            parts.failpoints(),
            parts.clock()));
  }

  /**
   * Takes in and works on everything that waits; how many mails were taken in and worked on.
   *
   * @throws DeskUnavailableException when something outside is away, as all of these do
   */
  public Round receive() {
    int received = whenAvailable(intake::poll);
    return new Round(received, work(), 0, 0, 0);
  }

  /** Works on what was stored; how many mails. */
  public int work() {
    return untilNothingIsLeft(worker::workOnce);
  }

  /** Does everything that is due; how many tickets. */
  public int sweep() {
    int due = untilNothingIsLeft(sweep::sweepOnce);
    whenAvailable(delivery::forgetOldBudgets);
    return due;
  }

  /** Carries out what was approved; how many decisions. */
  public int execute() {
    return whenAvailable(executor::executeOnce);
  }

  /** Sends everything that is due; how many mails were accepted. */
  public int deliver() {
    int sent = 0;
    Delivered delivered;
    do {
      delivered = whenAvailable(delivery::deliverOnce);
      sent += delivered.sent();
    } while (delivered.claimed() > 0);
    return sent;
  }

  /**
   * One of each: what {@code latchkey poll} does. What waits is sent also when the mailbox is away.
   */
  public Round round() {
    Round received;
    try {
      received = receive();
    } catch (DeskUnavailableException e) {
      sweep();
      execute();
      deliver();
      throw e;
    }
    int due = sweep();
    int executed = execute();
    return new Round(received.received(), received.worked(), due, executed, deliver());
  }

  /** A piece of work that needs the outside. */
  @FunctionalInterface
  private interface Piece<T> {
    T run() throws MailTransportException;
  }

  private static int untilNothingIsLeft(Piece<Integer> piece) {
    int all = 0;
    int some;
    do {
      some = whenAvailable(piece);
      all += some;
    } while (some > 0);
    return all;
  }

  private static <T> T whenAvailable(Piece<T> piece) {
    try {
      return piece.run();
    } catch (MailTransportException e) {
      throw new DeskUnavailableException("mailbox: " + e.getMessage(), e);
    } catch (StoreUnavailableException e) {
      throw new DeskUnavailableException("database: " + e.getMessage(), e);
    } catch (VaultException e) {
      throw new DeskUnavailableException(
          "signing-key: " + e.getMessage() + "; the key of before belongs to former-keys", e);
    }
  }
}

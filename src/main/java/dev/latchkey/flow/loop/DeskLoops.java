package dev.latchkey.flow.loop;

import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.SeldomTold;
import dev.latchkey.flow.loop.OutboxDelivery.Delivered;
import dev.latchkey.mail.Inbox;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.RestoreHold;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of a desk, in the pieces that a ticker calls: take mails in, work on them, do what is
 * due, look for proofs, have codes checked, carry out what was approved, send. Each may be called
 * at any time, late or twice, by one process or by many.
 */
public final class DeskLoops {
  private static final Logger LOG = LoggerFactory.getLogger(DeskLoops.class);

  private final Pulse pulse;
  private final MailIntake intake;
  private final ClockCheck clocks;
  private final SeldomTold heldBack;
  private final RestoreHold hold;
  private final CopySweep copies;
  private final MailWorker worker;
  private final FollowUpSweep sweep;
  private final StaffSweep staffSweep;
  private final ProofSweep proofSweep;
  private final DomainSweep domainSweep;
  private final MendedAccounts mended;
  private final SavedCodeSweep codes;
  private final RecoveryExecutor executor;
  private final WaitingLetters waiting;
  private final LateLetters late;
  private final ByHand byHand;
  private final RetentionSweep retention;
  private final OutboxDelivery delivery;
  private volatile boolean stopping;

  /** What one round did. */
  public record Round(int received, int worked, int due, int executed, int sent) {}

  public DeskLoops(
      Pulse pulse,
      ClockCheck clocks,
      InstantSource clock,
      RestoreHold hold,
      MailIntake intake,
      CopySweep copies,
      MailWorker worker,
      FollowUpSweep sweep,
      MendedAccounts mended,
      StaffSweep staffSweep,
      ProofSweep proofSweep,
      DomainSweep domainSweep,
      SavedCodeSweep codes,
      RecoveryExecutor executor,
      WaitingLetters waiting,
      LateLetters late,
      ByHand byHand,
      RetentionSweep retention,
      OutboxDelivery delivery) {
    this.pulse = pulse;
    this.intake = intake;
    this.clocks = clocks;
    this.heldBack = new SeldomTold(clock);
    this.hold = hold;
    this.copies = copies;
    this.worker = worker;
    this.sweep = sweep;
    this.mended = mended;
    this.staffSweep = staffSweep;
    this.proofSweep = proofSweep;
    this.domainSweep = domainSweep;
    this.codes = codes;
    this.executor = executor;
    this.waiting = waiting;
    this.late = late;
    this.byHand = byHand;
    this.retention = retention;
    this.delivery = delivery;
  }

  /** The signs of life that the loops of this process give. */
  public Pulse pulse() {
    return pulse;
  }

  /** From now on every loop ends after the batch that it is at, and none begins another. */
  public void stop() {
    stopping = true;
    intake.stop();
    delivery.stop();
  }

  /** Counts the letters that a server has no answer for as tried, because the process ends. */
  public void leave() {
    WhenAvailable.run(
        () -> {
          delivery.leave();
          return true;
        });
  }

  /**
   * Takes in everything that waits; how many new mails were stored.
   *
   * @throws DeskUnavailableException when something outside is away, as all of these do
   */
  public int takeIn() {
    lookBack();
    int taken = WhenAvailable.run(intake::poll);
    WhenAvailable.run(copies::sweepOnce);
    return taken;
  }

  /**
   * Has somebody told as soon as there may be something to take in, where the mailbox can tell.
   *
   * @param news is quick, and may come for nothing
   */
  public Inbox.Watch watch(Runnable news) {
    return intake.watch(news);
  }

  /** What an operator has done. */
  public ByHand byHand() {
    return byHand;
  }

  /** Works on what was stored; how many mails. */
  public int work() {
    lookBack();
    return untilNothingIsLeft(
        () -> {
          pulse.beat(Pulse.WORK);
          return worker.workOnce();
        });
  }

  /** Does everything that is due but looks for proofs, which wait for servers of other people. */
  public void sweepWithoutLooks() {
    advance();
    followUp();
    tellStaff();
    keepNoLonger();
  }

  /** Notes how far the database has come, and whether it had come further before. */
  private void advance() {
    transacted(
        () -> {
          hold.advance();
          return true;
        });
  }

  /** Whether the database was restored since; nothing is given a number of before then. */
  private void lookBack() {
    transacted(
        () -> {
          hold.look();
          return true;
        });
  }

  /** Erases what is not to be kept any more; not by a clock that may be wrong. */
  private void keepNoLonger() {
    requireOneTime();
    if (!isHeldBack()) {
      untilNothingIsLeft(retention::sweepOnce);
    }
  }

  /** Asks registries about the domains of addresses that are due. */
  public void askRegistries() {
    untilNothingIsLeft(domainSweep::sweepOnce);
  }

  /** Looks for the proofs that are due. */
  public void look() {
    untilNothingIsLeft(proofSweep::sweepOnce);
  }

  /** Has the recovery codes checked that are due; how many. */
  public int checkCodes() {
    return isHeldBack() ? 0 : WhenAvailable.run(codes::sweepOnce);
  }

  /** Whether nothing may reach the outside; see {@link RestoreHold}. */
  public boolean isHeldBack() {
    return heldBackSince().isPresent();
  }

  /** Since when; empty when what is due goes out. */
  public Optional<Instant> heldBackSince() {
    return transacted(hold::since);
  }

  private int followUp() {
    requireOneTime();
    int due = untilNothingIsLeft(sweep::sweepOnce);
    untilNothingIsLeft(mended::sweepOnce);
    return due;
  }

  /** What time brings is not done while nobody knows what time it is. */
  private void requireOneTime() {
    Duration step = transacted(clocks::step);
    if (!step.isZero()) {
      LOG.warn(
          "clock: the database's clock was set {} s {}; what protects owners is carried out later by"
              + " as much, never earlier",
          step.abs().toSeconds(),
          step.isNegative() ? "back: what was dated before waits for its date" : "forward");
    }
    transacted(clocks::apart)
        .ifPresent(
            ahead -> {
              throw new DeskUnavailableException(
                  "clock: "
                      + ClockCheck.told(ahead)
                      + "; nothing that is due is done, and nothing carried out",
                  new IllegalStateException("clocks differ"));
            });
  }

  private void tellStaff() {
    untilNothingIsLeft(staffSweep::sweepOnce);
    WhenAvailable.run(delivery::forgetOldBudgets);
  }

  /** Carries out what was approved; how many decisions. */
  public int execute() {
    requireOneTime();
    Optional<Instant> held = heldBackSince();
    if (held.isPresent()) {
      if (heldBack.now("held")) {
        LOG.warn(
            "restored: nothing is sent and nothing carried out since {}; look at what latchkey restored"
                + " said, then call latchkey restored --go-on",
            held.get());
      }
      return 0;
    }
    heldBack.over().ifPresent(lasted -> LOG.info("restored: what is due goes out again"));
    return WhenAvailable.run(executor::executeOnce);
  }

  /** Sends everything that is due; how many mails were accepted. */
  public int deliver() {
    untilNothingIsLeft(waiting::sweepOnce);
    return deliverBeside();
  }

  /**
   * The same beside another delivery that a silent server holds up, with what that one has not
   * begun; how many mails were accepted.
   */
  public int deliverBeside() {
    if (isHeldBack()) {
      return 0;
    }
    int sent = 0;
    boolean more = true;
    while (more && !stopping) {
      WhenAvailable.run(late::sweepOnce);
      Delivered delivered = WhenAvailable.run(delivery::deliverOnce);
      sent += delivered.sent();
      more = delivered.claimed() > 0;
    }
    return sent;
  }

  /**
   * One of each: what {@code latchkey poll} does. What is stored is worked on, done and sent also
   * when the mailbox is away, and what waits for the servers of others comes last.
   */
  public Round round() {
    advance();
    int received = 0;
    Optional<DeskUnavailableException> away = Optional.empty();
    try {
      received = takeIn();
    } catch (DeskUnavailableException e) {
      away = Optional.of(e);
    }
    int worked = work();
    int due = 0;
    int executed = 0;
    try {
      due = followUp();
      tellStaff();
      keepNoLonger();
      executed = execute();
    } catch (DeskUnavailableException e) {
      away = away.or(() -> Optional.of(e));
    }
    int sent = deliver();
    askRegistries();
    look();
    executed += checkCodes();
    Round round = new Round(received, worked, due, executed, sent + deliver());
    if (away.isPresent()) {
      throw away.get();
    }
    return round;
  }

  private int untilNothingIsLeft(WhenAvailable.Piece<Integer> piece) {
    int all = 0;
    int some = 1;
    while (some > 0 && !stopping) {
      some = WhenAvailable.run(piece);
      all += some;
    }
    return all;
  }

  /** A transaction or two, which begin again where they met others. */
  private static <T> T transacted(Supplier<T> work) {
    return WhenAvailable.run(() -> Conflicts.retried(work));
  }
}

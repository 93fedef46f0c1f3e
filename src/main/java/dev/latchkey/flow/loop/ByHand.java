package dev.latchkey.flow.loop;

import dev.latchkey.store.RestoreHold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an operator has done by a command: nothing of it comes by itself. */
public final class ByHand {
  private final MailIntake intake;
  private final MailRetake retake;
  private final MailImport imports;
  private final RestoreHold hold;
  private final LettersByHand letters;
  private final TicketsByHand tickets;
  private final RetentionSweep retention;

  public ByHand(
      MailIntake intake,
      MailRetake retake,
      MailImport imports,
      RestoreHold hold,
      LettersByHand letters,
      TicketsByHand tickets,
      RetentionSweep retention) {
    this.intake = intake;
    this.retake = retake;
    this.imports = imports;
    this.hold = hold;
    this.letters = letters;
    this.tickets = tickets;
    this.retention = retention;
  }

  /** What waits in the inbox, and what of it would be answered; changes nothing. */
  public FirstLook.Survey survey() {
    return WhenAvailable.run(intake::survey);
  }

  /** From when on {@link #takeInAgain} takes mails in that have no row; empty without any row. */
  public Optional<Instant> restoredSince() {
    return WhenAvailable.run(retake::usualSince);
  }

  /** Takes in what stands among the processed mails and has no row. */
  public MailRetake.Found takeInAgain(Instant since, boolean dryRun) {
    return WhenAvailable.run(() -> retake.run(since, dryRun));
  }

  /** What would become of mails that wait, and of those that the first start put aside. */
  public MailImport.Preview previewImport(
      Optional<Instant> since, int limit, ImportProgress progress) {
    return WhenAvailable.run(() -> imports.preview(since, limit, progress));
  }

  /** Takes in what the first start put aside; how many mails. */
  public int importOlder(Instant since, ImportProgress progress) {
    return WhenAvailable.run(() -> imports.run(since, progress));
  }

  /**
   * From now on nothing is sent and nothing carried out, until {@link #goOn}, and numbers jump.
   *
   * @return the next reference, then the next numbers of mails, letters and tokens
   */
  public List<Long> holdBack() {
    return WhenAvailable.run(hold::begin);
  }

  /** Sends and carries out again. */
  public void goOn() {
    WhenAvailable.run(
        () -> {
          hold.end();
          return true;
        });
  }

  /** What an operator does about letters that were not sent. */
  public LettersByHand letters() {
    return letters;
  }

  /** What an operator does about tickets that stand still. */
  public TicketsByHand tickets() {
    return tickets;
  }

  /** What is erased because of its age; see {@link RetentionSweep}. */
  public RetentionSweep retention() {
    return retention;
  }
}

package dev.latchkey.flow.loop;

import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.mail.FlowRunner;
import dev.latchkey.flow.mail.FlowRunner.Handled;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.store.EndedMail;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.MailStore.Claim;
import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.store.database.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the mails that were stored: claims a batch, reads it, runs the flows in one transaction.
 * When a batch fails, each of its mails is tried alone, so that one bad mail delays no other; a
 * mail that failed three times is put aside, and so is one that the database refused in three
 * rounds. What is away meanwhile is no fault of a mail and counts as no attempt.
 */
public final class MailWorker {
  private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
  private static final int BATCH = 100;
  private static final int MOST_ATTEMPTS = 3;

  /** How long a batch may take. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** A mail of more octets takes a good part of a small heap while it is read. */
  private static final int LARGE = 1 << 20;

  /** How long a mail rests that met other work on the same rows again and again. */
  private static final Duration REST = Duration.ofMinutes(1);

  /** How long one rests that failed by itself. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

  private final MailStore mails;
  private final MailIntake intake;
  private final FlowContexts contexts;
  private final MailReading reading;
  private final FlowRunner runner;
  private final DeskJournal journal;
  private final Failpoints failpoints;
  private final InstantSource clock;
  private final Object oneLarge = new Object();

  /** Claimed when something outside went away, through no fault of theirs. */
  private final ConcurrentLinkedQueue<ClaimedMail> interrupted = new ConcurrentLinkedQueue<>();

  public MailWorker(
      MailStore mails,
      MailIntake intake,
      FlowContexts contexts,
      MailReading reading,
      FlowRunner runner,
      DeskJournal journal,
      Failpoints failpoints,
      InstantSource clock) {
    this.mails = mails;
    this.intake = intake;
    this.contexts = contexts;
    this.reading = reading;
    this.runner = runner;
    this.journal = journal;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  /**
   * Works on one batch; while mails are taken in, only on those whose place in the line has come,
   * so that what is found behind a flood does not wait for it.
   *
   * @return how many mails it claimed; 0 when none waits
   */
  public int workOnce() {
    giveBackInterrupted();
    boolean pressing = intake.visiting();
    Claim claim =
        Conflicts.retried(() -> mails.claim(BATCH, clock.instant(), Heartbeat.LEASE, pressing));
    failpoints.hit(Failpoint.MAIL_CLAIMED);
    try {
      claim.damaged().forEach(mail -> putUnopenedAside(mail, "its stored octets cannot be opened"));
      claim.gone().forEach(this::awaitOctets);
      claim
          .keyless()
          .forEach(
              mail ->
                  putUnopenedAside(
                      mail,
                      "its stored octets cannot be opened, they were sealed with a key that is not"
                          + " configured; with that key under former-keys: quarantine replay"));
      if (!claim.readable().isEmpty()) {
        Lease lease = new Lease(claim.until());
        Heartbeat.during(
            LONGEST,
            () -> lease.renew(mails, claim.readable(), clock.instant()),
            () -> work(claim.readable()));
      }
    } catch (StoreUnavailableException | DeskUnavailableException e) {
      interrupted.addAll(claim.all());
      throw e;
    }
    return claim.all().size();
  }

  /** Until when a batch is ours. */
  private static final class Lease {
    private Instant until;

    Lease(Instant until) {
      this.until = until;
    }

    void renew(MailStore mails, List<ClaimedMail> claimed, Instant now) {
      until = mails.renew(claimed, until, now, Heartbeat.LEASE);
    }
  }

  /** A dump that is loaded under a running desk brings rows first, and their octets later. */
  private void awaitOctets(ClaimedMail mail) {
    if (mail.attempts() < MOST_ATTEMPTS) {
      LOG.warn("mail={} is looked at again later: its stored octets are not there", mail.id());
      mails.postpone(mail, clock.instant().plus(AFTER_FAILURE));
    } else {
      putUnopenedAside(mail, "its stored octets are not there");
    }
  }

  private void putUnopenedAside(ClaimedMail mail, String why) {
    LOG.error("mail={} cannot be worked on, {}", mail.id(), why);
    putAside(mail, Outcome.DAMAGED, why);
  }

  private void work(List<ClaimedMail> claimed) {
    // Reading asks for nothing but processors, so it has all of them; the rest goes in order.
    List<Attempt> attempts = claimed.parallelStream().map(this::attempt).toList();
    List<Incoming> readable = new ArrayList<>();
    for (Attempt attempt : attempts) {
      read(attempt).ifPresent(readable::add);
    }
    if (!readable.isEmpty()) {
      try {
        handle(readable);
      } catch (StoreUnavailableException | DeskUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.debug("a batch of {} mails is worked on one by one: {}", readable.size(), e.toString());
        readable.forEach(this::handleAlone);
      }
    }
  }

  /** Those that were ended before the interruption are not given back: they wait no more. */
  private void giveBackInterrupted() {
    while (!interrupted.isEmpty()) {
      ClaimedMail mail = interrupted.element();
      mails.giveBack(mail, clock.instant());
      interrupted.remove(mail);
    }
  }

  /** A mail that was read, or why it was not; neither for one that must not be read again. */
  private record Attempt(ClaimedMail mail, Optional<Incoming> read, Optional<Throwable> problem) {}

  private Attempt attempt(ClaimedMail mail) {
    if (mail.attempts() > MOST_ATTEMPTS) {
      return new Attempt(mail, Optional.empty(), Optional.empty());
    }
    try {
      return new Attempt(mail, Optional.of(readWithinMemory(mail)), Optional.empty());
    } catch (MalformedMailException | RuntimeException | StackOverflowError e) {
      return new Attempt(mail, Optional.empty(), Optional.of(e));
    }
  }

  /** Of large mails one at a time, however many processors there are. */
  private Incoming readWithinMemory(ClaimedMail mail) throws MalformedMailException {
    if (mail.bytes().size() <= LARGE) {
      return reading.read(mail);
    }
    synchronized (oneLarge) {
      return reading.read(mail);
    }
  }

  private Optional<Incoming> read(Attempt attempt) {
    ClaimedMail mail = attempt.mail();
    if (attempt.read().isPresent()) {
      return attempt.read();
    }
    Throwable problem = attempt.problem().orElse(null);
    if (problem == null) {
      putDeadlyAside(mail, "the process ended " + MOST_ATTEMPTS + " times at this mail");
    } else if (problem instanceof MalformedMailException malformed) {
      LOG.warn("mail={} goes into quarantine: {}", mail.id(), malformed.getMessage());
      answerUnread(mail, String.valueOf(malformed.getMessage()));
    } else if (problem instanceof StoreUnavailableException away) {
      throw away;
    } else if (problem instanceof DeskUnavailableException away) {
      throw away;
    } else if (problem instanceof StaffSignatures.LaterException later) {
      LOG.warn("mail={} is looked at again later: {}", mail.id(), later.getMessage());
      mails.giveBack(mail, clock.instant().plus(REST));
    } else {
      failed(mail, problem);
    }
    return Optional.empty();
  }

  /** Of what ended the process its header alone is read; should that end it too, nothing is. */
  private void putDeadlyAside(ClaimedMail mail, String why) {
    LOG.error("mail={} goes into quarantine: {}", mail.id(), why);
    if (mail.attempts() == MOST_ATTEMPTS + 1) {
      answerUnread(mail, why);
    } else {
      putAside(mail, Outcome.FAILED, why);
    }
  }

  /**
   * Who sent what cannot be read is told what to do, when its header names them; the octets go into
   * quarantine all the same. A mail whose very header is beyond its limit is a row, the staff hear
   * of it, and its octets are not kept.
   */
  private void answerUnread(ClaimedMail mail, String why) {
    try {
      handleAlone(reading.readHeader(mail, why));
    } catch (MalformedMailException e) {
      LOG.warn("mail={} is not kept: {}", mail.id(), why);
      Conflicts.retried(() -> contexts.open(1, context -> runner.beyondLimits(context, mail, why)));
      journal.handled(mail.id(), Outcome.MALFORMED, Optional.empty(), why);
    } catch (StoreUnavailableException | DeskUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      failed(mail, e);
    }
  }

  private void handle(List<Incoming> batch) {
    List<Handled> handled = contexts.open(batch.size(), context -> runner.run(context, batch));
    failpoints.hit(Failpoint.MAIL_HANDLED);
    for (Handled one : handled) {
      Result result = one.result();
      journal.handled(one.mail().id(), result.outcome(), result.ticketId(), result.reason());
    }
  }

  private void handleAlone(Incoming mail) {
    try {
      Conflicts.retried(
          () -> {
            handle(List.of(mail));
            return mail;
          });
    } catch (StoreConflictException e) {
      conflicted(mail.claimed(), e);
    } catch (StoreUnavailableException | DeskUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      failed(mail.claimed(), e);
    }
  }

  /**
   * Another process has it, or the same rows; that passes, and counts as no attempt, or whoever
   * keeps the rows of a ticket busy could have an owner's objection put aside. What a unique key
   * still refuses in the third round meets itself.
   */
  private void conflicted(ClaimedMail mail, StoreConflictException e) {
    if (!e.refused()) {
      LOG.info("mail={} given back: {}", mail.id(), e.getMessage());
      mails.giveBack(mail, clock.instant().plus(REST));
      return;
    }
    if (mail.attempts() < MOST_ATTEMPTS) {
      LOG.info("mail={} left for later: {}", mail.id(), e.getMessage());
      mails.postpone(mail, clock.instant().plus(REST));
      return;
    }
    LOG.error("mail={} was refused by the database {} times", mail.id(), mail.attempts(), e);
    try {
      putAside(
          mail,
          Outcome.FAILED,
          "the database refused it " + mail.attempts() + " times: " + e.getMessage());
    } catch (StoreConflictException lost) {
      LOG.info("mail={} belongs to another process: {}", mail.id(), lost.getMessage());
    }
  }

  private void failed(ClaimedMail mail, Throwable e) {
    LOG.error("mail={} attempt {} failed", mail.id(), mail.attempts(), e);
    if (mail.attempts() >= MOST_ATTEMPTS) {
      putAside(mail, Outcome.FAILED, e.getClass().getSimpleName());
    } else {
      mails.postpone(mail, clock.instant().plus(AFTER_FAILURE));
    }
  }

  private void putAside(ClaimedMail mail, Outcome outcome, String reason) {
    LOG.warn("mail={} put into quarantine: {}", mail.id(), reason);
    mails.quarantine(EndedMail.quarantined(mail, outcome.name(), reason), clock.instant());
    journal.handled(mail.id(), outcome, Optional.empty(), reason);
  }
}

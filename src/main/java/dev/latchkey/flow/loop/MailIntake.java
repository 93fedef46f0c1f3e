package dev.latchkey.flow.loop;

import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.LargestMail;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.RestoreHold;
import dev.latchkey.store.database.StoreConflictException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mails out of the inbox: writes them into the database first, and only then moves them. A
 * crash in between leaves a mail that is stored and still in the inbox; the next poll sees that its
 * octets are known and only moves it. Its place tells nothing: a server whose mailbox was restored
 * hands out numbers again.
 */
public final class MailIntake {
  private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
  private static final int CHUNK = 100;

  private final Pulse pulse;
  private final FirstLook first;
  private final Inbox inbox;
  private final MailStore mails;
  private final RestoreHold hold;
  private final LargestMail largest;
  private final Portions portions;
  private final Failpoints failpoints;
  private final InstantSource clock;
  private final Map<MailLocation, Integer> failures = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private volatile boolean visiting;

  /**
   * @param pulse hears of each part of a visit
   * @param first what comes before the first mail is taken in
   * @param hold notes outside of the database that it has come further, before a mail is moved out
   * @param largest above which only the header section of a mail is downloaded
   * @param portions what is downloaded at once
   */
  public MailIntake(
      Pulse pulse,
      FirstLook first,
      Inbox inbox,
      MailStore mails,
      RestoreHold hold,
      LargestMail largest,
      Portions portions,
      Failpoints failpoints,
      InstantSource clock) {
    this.pulse = pulse;
    this.first = first;
    this.inbox = inbox;
    this.mails = mails;
    this.hold = hold;
    this.largest = largest;
    this.portions = portions;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  /**
   * Takes in everything that waits. What arrives meanwhile is left to the next visit, so that one
   * ends however fast mail comes. A visit that reached its end is kept, with when it began: what
   * arrived before is in the database.
   *
   * @return how many new mails were stored
   * @throws MailTransportException when the server is away; what was stored stays stored
   */
  public int poll() throws MailTransportException {
    first.run();
    Instant began = clock.instant();
    long limit = largest.octets();
    int stored = 0;
    visiting = true;
    try (InboxVisit visit = new InboxVisit(inbox, limit, failures)) {
      long end = visit.lastUid();
      long after = 0;
      List<Listing> listings = visit.list(after, CHUNK);
      while (!listings.isEmpty() && !stopping) {
        after = listings.get(listings.size() - 1).location().uid();
        for (List<Listing> part : portions.of(listings, limit)) {
          stored += stopping ? 0 : take(visit, part);
        }
        listings = after < end ? visit.list(after, CHUNK) : List.of();
      }
      if (visit.leftNothingUntried() && !stopping) {
        Conflicts.retried(
            () -> {
              mails.looked(inbox.mailbox(), began);
              return began;
            });
      }
    } finally {
      visiting = false;
    }
    return stored;
  }

  /** Has somebody told of new mail as it comes, where the mailbox can. */
  Inbox.Watch watch(Runnable news) {
    return inbox.watch(news);
  }

  /** What waits, and what of it would be answered; changes nothing. */
  FirstLook.Survey survey() throws MailTransportException {
    return first.survey();
  }

  /** Whether mails are being taken in at this moment. */
  boolean visiting() {
    return visiting;
  }

  /** A visit ends after the part that it is at, and leaves the rest in the inbox. */
  void stop() {
    stopping = true;
  }

  /** What stays is only what could not be downloaded: a mail is known by its octets. */
  private int take(InboxVisit visit, List<Listing> listings) throws MailTransportException {
    pulse.beat(Pulse.POLL);
    List<RawMail> fetched = visit.fetch(listings);
    failpoints.hit(Failpoint.MAIL_FETCHED);
    int stored = fetched.isEmpty() ? 0 : store(fetched);
    failpoints.hit(Failpoint.MAIL_STORED);
    if (!fetched.isEmpty()) {
      // So that a replica that takes over without these mails is known as one that lacks them.
      Conflicts.repeated(hold::advance);
      visit.moveOut(fetched.stream().map(RawMail::location).toList());
    }
    return stored;
  }

  /** Stores a chunk; when another process stores one of them at this moment, each alone. */
  private int store(List<RawMail> fetched) {
    try {
      return told(mails.store(fetched, clock.instant()));
    } catch (StoreConflictException e) {
      LOG.info("{} mails are stored one by one: {}", fetched.size(), e.getMessage());
    }
    int stored = 0;
    for (RawMail mail : fetched) {
      stored += told(Conflicts.retried(() -> mails.store(List.of(mail), clock.instant())));
    }
    return stored;
  }

  private static int told(MailStore.Stored stored) {
    for (MailLocation place : stored.usedBefore()) {
      LOG.warn(
          "uid={} of uidvalidity={} is a number that was used before for another mail; the mail"
              + " was taken in as a new one",
          place.uid(),
          place.uidValidity());
    }
    return stored.fresh();
  }
}

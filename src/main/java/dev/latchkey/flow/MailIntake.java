package dev.latchkey.flow;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.StoreConflictException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mails out of the inbox: writes them into the database first, and only then moves them. A
 * crash in between leaves a mail that is stored and still in the inbox; the next poll sees that its
 * place is known and only moves it.
 */
public final class MailIntake {
  private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
  private static final int CHUNK = 100;
  private final Inbox inbox;
  private final MailStore mails;
  private final long sizeLimit;
  private final Failpoints failpoints;
  private final InstantSource clock;

  /**
   * @param sizeLimit octets above which only the header section of a mail is downloaded
   */
  public MailIntake(
      Inbox inbox, MailStore mails, long sizeLimit, Failpoints failpoints, InstantSource clock) {
    this.inbox = inbox;
    this.mails = mails;
    this.sizeLimit = sizeLimit;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  /**
   * Takes in everything that waits.
   *
   * @return how many new mails were stored
   * @throws MailTransportException when the server is away; what was stored stays stored
   */
  public int poll() throws MailTransportException {
    int stored = 0;
    try (Inbox.Session session = inbox.open()) {
      long after = 0;
      while (true) {
        List<Listing> listings = session.list(after, CHUNK);
        if (listings.isEmpty()) {
          return stored;
        }
        after = listings.get(listings.size() - 1).location().uid();
        stored += take(session, listings);
      }
    }
  }

  private int take(Inbox.Session session, List<Listing> listings) throws MailTransportException {
    Set<MailLocation> known = mails.findStored(listings.stream().map(Listing::location).toList());
    List<Listing> small = new ArrayList<>();
    List<Listing> large = new ArrayList<>();
    for (Listing listing : listings) {
      if (!known.contains(listing.location())) {
        (listing.size() > sizeLimit ? large : small).add(listing);
      }
    }
    List<RawMail> fetched = new ArrayList<>();
    if (!small.isEmpty()) {
      fetched.addAll(session.fetch(small));
    }
    if (!large.isEmpty()) {
      fetched.addAll(session.fetchHeaders(large));
    }
    failpoints.hit(Failpoint.MAIL_FETCHED);
    int stored = fetched.isEmpty() ? 0 : store(fetched);
    failpoints.hit(Failpoint.MAIL_STORED);

    List<MailLocation> owned = new ArrayList<>(known);
    fetched.forEach(mail -> owned.add(mail.location()));
    if (!owned.isEmpty()) {
      session.moveOut(owned);
    }
    return stored;
  }

  /** Stores a chunk; when another process stores one of them at this moment, each alone. */
  private int store(List<RawMail> fetched) {
    try {
      return mails.store(fetched, clock.instant());
    } catch (StoreConflictException e) {
      LOG.info("{} mails are stored one by one: {}", fetched.size(), e.getMessage());
    }
    int stored = 0;
    for (RawMail mail : fetched) {
      if (mails.findStored(List.of(mail.location())).isEmpty()) {
        stored += mails.store(List.of(mail), clock.instant());
      }
    }
    return stored;
  }
}

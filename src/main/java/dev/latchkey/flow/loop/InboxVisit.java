package dev.latchkey.flow.loop;

import static java.util.stream.Collectors.toSet;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Arrival;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.Inbox.Standing;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look into the inbox. A download that fails ends the connection; then each mail is asked for
 * alone, so that one whose answer cannot be read holds up no other. Such a mail stays in the inbox
 * and is tried at every visit, after the others.
 */
final class InboxVisit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxVisit.class);

  /** New connections that a visit makes on account of mails that cannot be downloaded. */
  private static final int MOST_FAILURES = 3;

  /** From this visit on it is an error: somebody has to look at that mail. */
  private static final int LOUD_AFTER = 3;

  private final Inbox inbox;
  private final long sizeLimit;
  private final Map<MailLocation, Integer> failures;
  private Inbox.Session session;
  private int failed;
  private int downloaded;
  private boolean leftUntried;

  /**
   * @param sizeLimit octets above which only the header section of a mail is downloaded
   * @param failures how often a mail could not be downloaded alone, kept from visit to visit
   */
  InboxVisit(Inbox inbox, long sizeLimit, Map<MailLocation, Integer> failures)
      throws MailTransportException {
    this.inbox = inbox;
    this.sizeLimit = sizeLimit;
    this.failures = failures;
    this.session = inbox.open();
  }

  /** What failed and is listed no more, somebody took away. */
  List<Listing> list(long afterUid, int limit) throws MailTransportException {
    List<Listing> listings = session.list(afterUid, limit);
    if (!failures.isEmpty()) {
      Set<MailLocation> listed = listings.stream().map(Listing::location).collect(toSet());
      long end =
          listings.isEmpty() ? Long.MAX_VALUE : listings.get(listings.size() - 1).location().uid();
      failures
          .keySet()
          .removeIf(one -> one.uid() > afterUid && one.uid() <= end && !listed.contains(one));
    }
    return listings;
  }

  long lastUid() throws MailTransportException {
    return session.lastUid();
  }

  List<Standing> standings(List<Listing> listings) throws MailTransportException {
    return session.standings(listings);
  }

  /** Those that arrived in a span of time by their server's clock, lowest first. */
  List<Listing> arrived(Instant from, Instant until) throws MailTransportException {
    return session.arrived(from, until).stream()
        .map(Arrival::listing)
        .sorted(Comparator.comparingLong(listing -> listing.location().uid()))
        .toList();
  }

  /** Every mail so far was downloaded, or so often failed to be that somebody was told. */
  boolean leftNothingUntried() {
    return !leftUntried;
  }

  void moveOut(List<MailLocation> locations) throws MailTransportException {
    session.moveOut(locations);
  }

  /**
   * Downloads those that can be; the rest is logged and left.
   *
   * @throws MailTransportException when the server is away, or gives out no mail at all
   */
  List<RawMail> fetch(List<Listing> listings) throws MailTransportException {
    List<Listing> alone =
        new ArrayList<>(listings.stream().filter(one -> failuresOf(one) > 0).toList());
    List<Listing> together = listings.stream().filter(one -> failuresOf(one) == 0).toList();
    List<RawMail> mails = new ArrayList<>();
    try {
      mails.addAll(download(together));
    } catch (MailTransportException e) {
      LOG.warn("{} mails are downloaded one by one: {}", together.size(), e.getMessage());
      session = inbox.open();
      alone.addAll(together);
    }
    alone.sort(Comparator.comparingInt(this::failuresOf));
    Set<MailLocation> failedNow = new HashSet<>();
    for (Listing listing : alone) {
      if (failed < MOST_FAILURES) {
        mails.addAll(downloadAlone(listing, failedNow));
      } else {
        failedNow.add(listing.location());
        leftUntried |= failuresOf(listing) < LOUD_AFTER;
      }
    }
    tellAbsent(listings, mails, failedNow);
    return mails;
  }

  /** Another client took them away; or the server lists what it does not give out. */
  private void tellAbsent(List<Listing> listings, List<RawMail> mails, Set<MailLocation> failedNow)
      throws MailTransportException {
    Set<MailLocation> here = mails.stream().map(RawMail::location).collect(toSet());
    List<Listing> absent =
        listings.stream()
            .filter(one -> !here.contains(one.location()) && !failedNow.contains(one.location()))
            .toList();
    if (!absent.isEmpty()) {
      List<Listing> still = session.list(absent.get(0).location().uid() - 1, listings.size());
      absent.stream()
          .filter(still::contains)
          .forEach(one -> failedAgain(one, "the server lists it and does not give it out"));
    }
  }

  private void failedAgain(Listing listing, String why) {
    int times = failures.merge(listing.location(), 1, Integer::sum);
    long uid = listing.location().uid();
    leftUntried |= times < LOUD_AFTER;
    if (times >= LOUD_AFTER) {
      LOG.error("uid={} stays in the inbox, download {} failed: {}", uid, times, why);
    } else {
      LOG.warn("uid={} download {} failed: {}", uid, times, why);
    }
  }

  private List<RawMail> downloadAlone(Listing listing, Set<MailLocation> failedNow)
      throws MailTransportException {
    try {
      List<RawMail> mail = download(List.of(listing));
      mail.forEach(one -> failures.remove(one.location()));
      return mail;
    } catch (MailTransportException e) {
      session = inbox.open();
      failed++;
      failedNow.add(listing.location());
      failedAgain(listing, String.valueOf(e.getMessage()));
      if (failed == MOST_FAILURES && downloaded == 0) {
        throw e;
      }
      return List.of();
    }
  }

  private List<RawMail> download(List<Listing> listings) throws MailTransportException {
    List<Listing> small = listings.stream().filter(one -> one.size() <= sizeLimit).toList();
    List<Listing> large = listings.stream().filter(one -> one.size() > sizeLimit).toList();
    List<RawMail> mails = new ArrayList<>();
    if (!small.isEmpty()) {
      mails.addAll(session.fetch(small));
    }
    if (!large.isEmpty()) {
      mails.addAll(session.fetchHeaders(large));
    }
    downloaded += mails.size();
    return mails;
  }

  private int failuresOf(Listing listing) {
    return failures.getOrDefault(listing.location(), 0);
  }

  @Override
  public void close() {
    session.close();
  }
}

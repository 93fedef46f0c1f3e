package dev.latchkey.flow.loop;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.KnownMails;
import dev.latchkey.store.LargestMail;
import dev.latchkey.store.MailStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes in once more what stands among the processed mails and has no row: after an old dump of the
 * database was restored, the mails of the hours that are lost. Nothing is moved; mails are known by
 * their octets, so it may be done twice.
 */
public final class MailRetake {
  /** By so much may the clock of the mail server go wrong, or a mail have waited before. */
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final int CHUNK = 20;

  private final Inbox inbox;
  private final KnownMails known;
  private final MailStore mails;
  private final LargestMail largest;
  private final InstantSource clock;

  /**
   * @param largest above which only the header section of a mail is downloaded
   */
  public MailRetake(
      Inbox inbox, KnownMails known, MailStore mails, LargestMail largest, InstantSource clock) {
    this.inbox = inbox;
    this.known = known;
    this.mails = mails;
    this.largest = largest;
    this.clock = clock;
  }

  /**
   * What was found: mails without a row, and those that came too long before to be of that time.
   */
  public record Found(int missing, int older) {}

  /** From when on mails are taken in that have no row; empty when there is no row at all. */
  public Optional<Instant> usualSince() {
    return known.lastReceived().map(last -> last.minus(BEFORE));
  }

  /**
   * Looks through the folder of processed mails.
   *
   * @param since mails that arrived before, by the mail server's clock, are only counted
   * @param dryRun whether the others are only counted as well
   * @throws MailTransportException when the server is away
   */
  public Found run(Instant since, boolean dryRun) throws MailTransportException {
    int missing = 0;
    int older = 0;
    Optional<Inbox> processed = inbox.processed();
    if (processed.isEmpty()) {
      return new Found(0, 0);
    }
    try (Inbox folder = processed.get();
        InboxVisit visit = new InboxVisit(folder, largest.octets(), new ConcurrentHashMap<>())) {
      long after = 0;
      List<Listing> listings = visit.list(after, CHUNK);
      while (!listings.isEmpty()) {
        after = listings.get(listings.size() - 1).location().uid();
        List<RawMail> unknown = known.unknown(visit.fetch(listings));
        List<RawMail> lost =
            unknown.stream().filter(mail -> !mail.receivedAt().isBefore(since)).toList();
        missing += lost.size();
        older += unknown.size() - lost.size();
        if (!dryRun && !lost.isEmpty()) {
          mails.store(lost, clock.instant());
        }
        listings = visit.list(after, CHUNK);
      }
    } catch (MailTransportException e) {
      throw e;
    } catch (Exception e) {
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
    return new Found(missing, older);
  }
}

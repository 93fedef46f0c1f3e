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

  /** However far ahead a mail is dated. */
  private static final Duration AFTER = Duration.ofDays(10_000);

  private final Inbox inbox;
  private final KnownMails known;
  private final MailStore mails;
  private final LargestMail largest;
  private final Portions portions;
  private final InstantSource clock;

  /**
   * @param largest above which only the header section of a mail is downloaded
   * @param portions what is downloaded at once
   */
  public MailRetake(
      Inbox inbox,
      KnownMails known,
      MailStore mails,
      LargestMail largest,
      Portions portions,
      InstantSource clock) {
    this.inbox = inbox;
    this.known = known;
    this.mails = mails;
    this.largest = largest;
    this.portions = portions;
    this.clock = clock;
  }

  /**
   * What was found: mails of that time without a row, and how many came before and were not looked
   * at.
   */
  public record Found(int missing, int older) {}

  /**
   * From when on mails are taken in that have no row: a day before the last that had one when the
   * hold began, whatever was taken in since. Empty when there was no row.
   */
  public Optional<Instant> usualSince() {
    return known.lastReceived().map(last -> last.minus(BEFORE));
  }

  /**
   * Looks through the folder of processed mails; of those that arrived before, nothing is
   * downloaded.
   *
   * @param since mails that arrived before, by the mail server's clock, are only counted
   * @param dryRun whether the others are only counted as well
   * @throws MailTransportException when the server is away
   */
  public Found run(Instant since, boolean dryRun) throws MailTransportException {
    Optional<Inbox> processed = inbox.processed();
    if (processed.isEmpty()) {
      return new Found(0, 0);
    }
    try (Inbox folder = processed.get()) {
      return run(folder, since, dryRun);
    } catch (MailTransportException e) {
      throw e;
    } catch (Exception e) {
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  private Found run(Inbox folder, Instant since, boolean dryRun) throws MailTransportException {
    long limit = largest.octets();
    int missing = 0;
    try (InboxVisit visit = new InboxVisit(folder, limit, new ConcurrentHashMap<>())) {
      int all = visit.list(0, Integer.MAX_VALUE).size();
      List<Listing> wanted = visit.arrived(since, clock.instant().plus(AFTER));
      for (List<Listing> some : portions.of(wanted, limit)) {
        List<RawMail> lost = known.unknown(visit.fetch(some));
        missing += lost.size();
        if (!dryRun && !lost.isEmpty()) {
          mails.store(lost, clock.instant());
        }
      }
      return new Found(missing, all - wanted.size());
    }
  }
}

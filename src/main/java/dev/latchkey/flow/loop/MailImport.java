package dev.latchkey.flow.loop;

import dev.latchkey.flow.loop.Rehearsal.Foreseen;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.Inbox.Standing;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.LargestMail;
import dev.latchkey.store.MailStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Takes in mails that the first start put aside, on an operator's word, and tells before what would
 * become of them and of those that wait in the inbox.
 */
public final class MailImport {
  private static final int CHUNK = 20;

  private final Inbox inbox;
  private final FirstLook first;
  private final MailStore mails;
  private final Rehearsal rehearsal;
  private final LargestMail largest;
  private final Portions portions;
  private final InstantSource clock;

  /**
   * @param largest above which only the header section of a mail is downloaded
   * @param portions what is downloaded at once
   */
  public MailImport(
      Inbox inbox,
      FirstLook first,
      MailStore mails,
      Rehearsal rehearsal,
      LargestMail largest,
      Portions portions,
      InstantSource clock) {
    this.inbox = inbox;
    this.first = first;
    this.mails = mails;
    this.rehearsal = rehearsal;
    this.largest = largest;
    this.portions = portions;
    this.clock = clock;
  }

  /**
   * What would be done.
   *
   * @param foreseen with each mail that would be worked on
   * @param aside how many of the inbox the first start would put aside
   * @param beyond how many more there are that were not looked at, or are known already
   */
  public record Preview(List<Foreseen> foreseen, int aside, int beyond) {}

  /**
   * Tells what would be done, and changes nothing. Of the mails those of one portion are in memory
   * at a time.
   *
   * @param since mails put aside are looked at that arrived from then on; none, when empty
   * @param limit at most so many mails
   */
  Preview preview(Optional<Instant> since, int limit, ImportProgress progress)
      throws MailTransportException {
    Set<MailLocation> aside = first.aside();
    Optional<Inbox> older = since.isPresent() ? inbox.older() : Optional.empty();
    try (Downloads downloads = new Downloads(portions, largest.octets())) {
      int beyond = choose(inbox, Optional.empty(), aside, limit, downloads);
      if (older.isPresent()) {
        int room = limit - (int) downloads.all();
        beyond += choose(older.get(), since, Set.of(), room, downloads);
      }
      List<Foreseen> foreseen = rehearsal.run(downloads, progress);
      int known = (int) downloads.all() - foreseen.size();
      return new Preview(foreseen, aside.size(), beyond + known);
    } finally {
      older.ifPresent(Inbox::close);
    }
  }

  /**
   * Chooses the first mails of a folder.
   *
   * @return how many more there are
   */
  private int choose(
      Inbox folder,
      Optional<Instant> since,
      Set<MailLocation> without,
      int limit,
      Downloads downloads)
      throws MailTransportException {
    List<Listing> chosen = new ArrayList<>();
    int beyond = 0;
    try (InboxVisit visit = new InboxVisit(folder, largest.octets(), new ConcurrentHashMap<>())) {
      long after = 0;
      List<Listing> listings = visit.list(after, CHUNK);
      while (!listings.isEmpty()) {
        after = listings.get(listings.size() - 1).location().uid();
        List<Listing> wanted =
            wanted(visit, listings, since).stream()
                .filter(listing -> !without.contains(listing.location()))
                .toList();
        int some = Math.min(limit - chosen.size(), wanted.size());
        chosen.addAll(wanted.subList(0, some));
        beyond += wanted.size() - some;
        listings = visit.list(after, CHUNK);
      }
    }
    downloads.add(folder, chosen);
    return beyond;
  }

  /**
   * Takes in what was put aside; it is worked on when the desk runs.
   *
   * @param since only what arrived from then on
   * @return how many mails were new
   */
  int run(Instant since, ImportProgress progress) throws MailTransportException {
    Optional<Inbox> older = inbox.older();
    if (older.isEmpty()) {
      return 0;
    }
    int stored = 0;
    long limit = largest.octets();
    Inbox folder = older.get();
    try (InboxVisit visit = new InboxVisit(folder, limit, new ConcurrentHashMap<>())) {
      List<Listing> all = visit.list(0, Integer.MAX_VALUE);
      for (int from = 0; from < all.size(); from += CHUNK) {
        progress.at(from, all.size());
        List<Listing> listings = all.subList(from, Math.min(from + CHUNK, all.size()));
        List<Listing> wanted = wanted(visit, listings, Optional.of(since));
        for (List<Listing> some : portions.of(wanted, limit)) {
          List<RawMail> fetched = visit.fetch(some);
          stored += mails.store(fetched, clock.instant()).fresh();
          visit.moveOut(fetched.stream().map(RawMail::location).toList());
        }
      }
    } finally {
      folder.close();
    }
    return stored;
  }

  private static List<Listing> wanted(
      InboxVisit visit, List<Listing> listings, Optional<Instant> since)
      throws MailTransportException {
    if (since.isEmpty() || since.get().equals(Instant.EPOCH)) {
      return listings;
    }
    Set<MailLocation> old =
        visit.standings(listings).stream()
            .filter(mail -> mail.arrived().isBefore(since.get()))
            .map(Standing::location)
            .collect(Collectors.toSet());
    return listings.stream().filter(listing -> !old.contains(listing.location())).toList();
  }
}

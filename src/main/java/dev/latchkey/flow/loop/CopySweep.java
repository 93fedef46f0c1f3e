package dev.latchkey.flow.loop;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Arrival;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.Sha256;
import dev.latchkey.store.UnsafeCopies;
import dev.latchkey.store.UnsafeCopy;
import dev.latchkey.store.UnsafeCopy.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes copies of handled mails from the folder for processed mail: those that hold a secret of
 * their writer, some minutes after the mail was handled, and those that hold a harmful file, at
 * once, as those that were erased. Those whose files nobody could scan go to a folder of their own,
 * at once. A copy is known by its octets; whatever else lies there stays. A folder that cannot be
 * looked into holds up nothing, and is looked into again.
 */
public final class CopySweep {
  private static final Logger LOG = LoggerFactory.getLogger(CopySweep.class);
  private static final int BATCH = 50;

  /** Octets that a header section is taken for; most are far smaller. */
  private static final long HEADER = 64 * 1024;

  /** Looked for so often in vain, somebody else took it away. */
  private static final int MOST_TRIES = 30;

  /** How long a copy that was not found rests. */
  private static final Duration REST = Duration.ofMinutes(10);

  /** A copy may be a second older by the rounding of a server. */
  private static final Duration ROUNDED = Duration.ofSeconds(1);

  private static final Duration DAY = Duration.ofDays(1);

  private final Inbox inbox;
  private final UnsafeCopies copies;
  private final Optional<Duration> keepSecrets;
  private final Portions portions;
  private final InstantSource clock;

  /**
   * @param keepSecrets how long a copy with a secret stays; empty: for good
   * @param portions what is downloaded at once
   */
  public CopySweep(
      Inbox inbox,
      UnsafeCopies copies,
      Optional<Duration> keepSecrets,
      Portions portions,
      InstantSource clock) {
    this.inbox = inbox;
    this.copies = copies;
    this.keepSecrets = keepSecrets;
    this.portions = portions;
    this.clock = clock;
  }

  /** What becomes of copies. */
  private interface Removal {
    void of(List<MailLocation> places) throws MailTransportException;
  }

  /** Takes away what is due; how many copies. */
  public int sweepOnce() {
    Instant now = clock.instant();
    List<UnsafeCopy> due = new ArrayList<>(copies.due(Why.HARMFUL, now, BATCH));
    due.addAll(copies.due(Why.ERASED, now, BATCH));
    keepSecrets.ifPresent(time -> due.addAll(copies.due(Why.SECRET, now.minus(time), BATCH)));
    List<UnsafeCopy> unscanned = copies.due(Why.UNSCANNED, now, BATCH);
    Optional<Inbox> processed =
        due.isEmpty() && unscanned.isEmpty() ? Optional.empty() : inbox.processed();
    int gone = 0;
    if (processed.isPresent()) {
      try (Inbox folder = processed.get();
          Inbox.Session session = folder.open()) {
        for (List<UnsafeCopy> day : days(due)) {
          gone += sweep(session, day, now, session::delete);
        }
        for (List<UnsafeCopy> day : days(unscanned)) {
          gone += sweep(session, day, now, session::moveUnscanned);
        }
      } catch (MailTransportException e) {
        LOG.warn("unsafe copies stay in the folder of processed mail: {}", e.getMessage());
      }
    }
    return gone;
  }

  /** Those whose mails arrived within a day of each other, together. */
  private static List<List<UnsafeCopy>> days(List<UnsafeCopy> due) {
    List<List<UnsafeCopy>> days = new ArrayList<>();
    for (UnsafeCopy copy :
        due.stream().sorted(Comparator.comparing(UnsafeCopy::receivedAt)).toList()) {
      List<UnsafeCopy> last = days.isEmpty() ? List.of() : days.get(days.size() - 1);
      if (last.isEmpty() || copy.receivedAt().isAfter(last.get(0).receivedAt().plus(DAY))) {
        days.add(new ArrayList<>(List.of(copy)));
      } else {
        last.add(copy);
      }
    }
    return days;
  }

  private int sweep(Inbox.Session session, List<UnsafeCopy> wanted, Instant now, Removal removal)
      throws MailTransportException {
    Instant from = wanted.get(0).receivedAt().minus(ROUNDED);
    Instant until =
        wanted.stream().map(UnsafeCopy::lastAt).reduce(from, CopySweep::later).plus(ROUNDED);
    Map<String, UnsafeCopy> left = new HashMap<>();
    wanted.forEach(copy -> left.put(copy.sha256(), copy));
    Set<String> found = new HashSet<>();
    List<MailLocation> places = new ArrayList<>();
    for (boolean headers : List.of(false, true)) {
      List<Listing> alike =
          session.arrived(from, until).stream()
              .filter(arrival -> mayBeOneOf(arrival, wanted, headers))
              .map(Arrival::listing)
              .toList();
      for (List<Listing> chunk : portions.of(alike, headers ? HEADER : Long.MAX_VALUE)) {
        for (RawMail mail : headers ? session.fetchHeaders(chunk) : session.fetch(chunk)) {
          String sha256 = Sha256.hex(mail.bytes().octets());
          if (left.containsKey(sha256)) {
            found.add(sha256);
            places.add(mail.location());
          }
        }
      }
    }
    removal.of(places);
    copies.gone(ids(wanted, copy -> found.contains(copy.sha256())));
    List<Long> missed = ids(wanted, copy -> !found.contains(copy.sha256()));
    copies.missed(missed, now.plus(REST));
    List<Long> lost =
        ids(wanted, copy -> missed.contains(copy.mailId()) && copy.tries() >= MOST_TRIES);
    copies.gone(lost);
    lost.forEach(id -> LOG.warn("mail={} has no copy among the processed mails", id));
    return places.size();
  }

  private static boolean mayBeOneOf(Arrival arrival, List<UnsafeCopy> wanted, boolean headers) {
    return wanted.stream()
        .filter(copy -> copy.headerOnly() == headers)
        .anyMatch(
            copy ->
                arrival.listing().size() == copy.size()
                    || near(arrival.receivedAt(), copy.receivedAt())
                    || near(arrival.receivedAt(), copy.lastAt()));
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(ROUNDED) <= 0;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<Long> ids(List<UnsafeCopy> copies, Predicate<UnsafeCopy> which) {
    return copies.stream().filter(which).map(UnsafeCopy::mailId).toList();
  }
}

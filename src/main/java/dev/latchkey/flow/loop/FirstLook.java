package dev.latchkey.flow.loop;

import dev.latchkey.flow.AnswerSince;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.Inbox.Standing;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.store.FirstStart;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past is not answered: when a desk starts for the first time, what is old in its inbox, was
 * read or was answered, is put aside before anything is taken in. Once that is done it is never
 * looked at again, so that no mail is lost that came while the desk, or its mailbox, was away.
 */
public final class FirstLook {
  private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
  private static final int CHUNK = 200;

  /** Mails that a server cannot tell about; then it is taken for away. */
  private static final int MOST_FAILURES = 3;

  private final Inbox inbox;
  private final FirstStart start;
  private final AnswerSince since;
  private final InstantSource clock;
  private volatile boolean done;

  /**
   * @param since what the settings say
   */
  public FirstLook(Inbox inbox, FirstStart start, AnswerSince since, InstantSource clock) {
    this.inbox = inbox;
    this.start = start;
    this.since = since;
    this.clock = clock;
  }

  /**
   * What waits in the inbox.
   *
   * @param waiting all of it
   * @param read mails that somebody has read or answered
   * @param older the others that are too old
   * @param first whether these are put aside at the next start, or answered like all
   */
  public record Survey(int waiting, int read, int older, boolean first) {
    /** How many are answered. */
    public int answered() {
      return first ? waiting - read - older : waiting;
    }
  }

  /** Mails to be put aside, and of what kind they are. */
  private record Sorted(List<MailLocation> aside, int waiting, int read) {}

  /** Looks, and changes nothing. */
  Survey survey() throws MailTransportException {
    boolean first = !since.all() && !start.isPast();
    Sorted sorted = sort(since.at(clock.instant()), false);
    return new Survey(
        sorted.waiting(), sorted.read(), sorted.aside().size() - sorted.read(), first);
  }

  /** The mails of the inbox that the next start puts aside. */
  Set<MailLocation> aside() throws MailTransportException {
    return since.all() || start.isPast()
        ? Set.of()
        : Set.copyOf(sort(since.at(clock.instant()), false).aside());
  }

  /** Puts aside what is past, unless that was done before. */
  void run() throws MailTransportException {
    if (done) {
      return;
    }
    Instant now = clock.instant();
    FirstStart.Mark mark = Conflicts.retried(() -> start.begin(now, since.at(now)));
    if (!mark.sorted()) {
      if (!since.all()) {
        Sorted sorted = sort(mark.since(), true);
        if (!sorted.aside().isEmpty()) {
          LOG.warn(
              "first start: {} of the {} mails in the inbox are not answered: {} had been read or"
                  + " answered, the others arrived before {} (intake.since). They were moved to the"
                  + " folder for older mails; what is moved back into the inbox is answered, and latchkey"
                  + " import takes in all or some",
              sorted.aside().size(),
              sorted.waiting(),
              sorted.read(),
              mark.since());
        }
      }
      Conflicts.retried(
          () -> {
            start.sorted(clock.instant());
            return mark;
          });
    }
    done = true;
  }

  private Sorted sort(Instant from, boolean move) throws MailTransportException {
    List<MailLocation> all = new ArrayList<>();
    int waiting = 0;
    int read = 0;
    try (Look look = new Look(inbox)) {
      long end = look.session.lastUid();
      long after = 0;
      List<Listing> listings = look.session.list(after, CHUNK);
      while (!listings.isEmpty()) {
        after = listings.get(listings.size() - 1).location().uid();
        waiting += listings.size();
        List<MailLocation> aside = new ArrayList<>();
        for (Standing mail : look.standings(listings)) {
          boolean known = mail.seen() || mail.answered();
          if (known || mail.arrived().isBefore(from)) {
            aside.add(mail.location());
            read += known ? 1 : 0;
          }
        }
        if (move && !aside.isEmpty()) {
          look.session.moveAside(aside);
        }
        all.addAll(aside);
        listings = after < end ? look.session.list(after, CHUNK) : List.of();
      }
    }
    return new Sorted(all, waiting, read);
  }

  /** A mail that the server can tell nothing about holds up no other: it is answered. */
  private static final class Look implements AutoCloseable {
    private final Inbox inbox;
    private Inbox.Session session;
    private int failures;

    Look(Inbox inbox) throws MailTransportException {
      this.inbox = inbox;
      this.session = inbox.open();
    }

    List<Standing> standings(List<Listing> listings) throws MailTransportException {
      try {
        return session.standings(listings);
      } catch (MailTransportException e) {
        session = inbox.open();
        if (listings.size() == 1) {
          failures++;
          LOG.warn("uid={} tells nothing: {}", listings.get(0).location().uid(), e.getMessage());
          if (failures > MOST_FAILURES) {
            throw e;
          }
          return List.of();
        }
      }
      int half = listings.size() / 2;
      List<Standing> standings = new ArrayList<>(standings(listings.subList(0, half)));
      standings.addAll(standings(listings.subList(half, listings.size())));
      return standings;
    }

    @Override
    public void close() {
      session.close();
    }
  }
}

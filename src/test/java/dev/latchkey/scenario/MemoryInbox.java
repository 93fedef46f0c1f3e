package dev.latchkey.scenario;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;

/** A folder that lives in memory and keeps the promises of the port. */
@NullMarked
public final class MemoryInbox implements Inbox {
  private static final String MAILBOX = "support@desk.example/INBOX";
  private final TreeMap<Long, RawMail> waiting = new TreeMap<>();
  private final List<RawMail> movedOut = new ArrayList<>();
  private final List<RawMail> unscanned = new ArrayList<>();
  private final InstantSource clock;
  private long lastUid;
  private boolean away;
  private boolean lostAtMove;

  public MemoryInbox(InstantSource clock) {
    this.clock = clock;
  }

  /** Puts a mail into the folder. */
  public void receive(byte[] octets) {
    MailLocation location = new MailLocation(MAILBOX, 7, ++lastUid);
    waiting.put(
        lastUid,
        new RawMail(location, clock.instant(), octets.length, new MailBytes(octets), false));
  }

  /** Leaves numbers out, as a server does when mails were deleted. */
  void skip(long uids) {
    lastUid += uids;
  }

  /** Cannot be reached, until told otherwise. */
  void away(boolean now) {
    away = now;
  }

  /** Goes away, for as long as it is told so, when mails are to be moved. */
  void lostAtMove(boolean now) {
    lostAtMove = now;
  }

  /** Hands out the same numbers once more, as a server does whose mailbox was restored. */
  public void startAgain() {
    lastUid = 0;
  }

  public int size() {
    return waiting.size();
  }

  public List<RawMail> movedOut() {
    return List.copyOf(movedOut);
  }

  /** What was moved to the folder for mails that nobody could scan. */
  public List<RawMail> unscanned() {
    return List.copyOf(unscanned);
  }

  @Override
  public String mailbox() {
    return MAILBOX;
  }

  @Override
  public Session open() throws MailTransportException {
    if (away) {
      throw new MailTransportException("connection refused", null);
    }
    return new Session() {
      @Override
      public List<Listing> list(long afterUid, int limit) {
        return waiting.tailMap(afterUid, false).values().stream()
            .limit(limit)
            .map(mail -> new Listing(mail.location(), mail.size()))
            .toList();
      }

      @Override
      public List<RawMail> fetch(List<Listing> listings) {
        Set<MailLocation> wanted = locations(listings);
        return waiting.values().stream().filter(m -> wanted.contains(m.location())).toList();
      }

      @Override
      public List<RawMail> fetchHeaders(List<Listing> listings) {
        return fetch(listings).stream().map(MemoryInbox::headerOnly).toList();
      }

      @Override
      public void moveOut(List<MailLocation> locations) throws MailTransportException {
        if (lostAtMove) {
          throw new MailTransportException("the connection is closed", null);
        }
        for (MailLocation location : locations) {
          RawMail mail = waiting.remove(location.uid());
          if (mail != null) {
            movedOut.add(mail);
          }
        }
      }

      @Override
      public List<Arrival> arrived(Instant from, Instant until) {
        return waiting.values().stream()
            .filter(m -> !m.receivedAt().isBefore(from) && !m.receivedAt().isAfter(until))
            .map(m -> new Arrival(new Listing(m.location(), m.size()), m.receivedAt()))
            .toList();
      }

      @Override
      public void delete(List<MailLocation> locations) {
        locations.forEach(location -> waiting.remove(location.uid()));
      }

      @Override
      public void moveUnscanned(List<MailLocation> locations) {
        for (MailLocation location : locations) {
          RawMail mail = waiting.remove(location.uid());
          if (mail != null) {
            unscanned.add(mail);
          }
        }
      }

      @Override
      public void close() {}
    };
  }

  /** The folder of processed mail as it is now; what is deleted there is gone here. */
  @Override
  public Optional<Inbox> processed() {
    MemoryInbox folder = new MemoryInbox(clock);
    movedOut.forEach(mail -> folder.waiting.put(mail.location().uid(), mail));
    MemoryInbox outer = this;
    return Optional.of(
        new Inbox() {
          @Override
          public String mailbox() {
            return folder.mailbox();
          }

          @Override
          public Session open() throws MailTransportException {
            return folder.open();
          }

          @Override
          public String check() {
            return folder.check();
          }

          @Override
          public void close() {
            outer.movedOut.removeIf(mail -> !folder.waiting.containsKey(mail.location().uid()));
            outer.unscanned.addAll(folder.unscanned);
            folder.unscanned.clear();
          }
        });
  }

  @Override
  public String check() {
    return "in memory";
  }

  private static Set<MailLocation> locations(List<Listing> listings) {
    return Set.copyOf(listings.stream().map(Listing::location).toList());
  }

  private static RawMail headerOnly(RawMail mail) {
    String all = new String(mail.bytes().octets(), StandardCharsets.ISO_8859_1);
    String header = all.substring(0, all.indexOf("\r\n\r\n") + 4);
    return new RawMail(
        mail.location(),
        mail.receivedAt(),
        mail.size(),
        new MailBytes(header.getBytes(StandardCharsets.ISO_8859_1)),
        true);
  }
}

package dev.latchkey.flow.loop;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.DeskStore;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Mails of some folders, downloaded a portion at a time when it is asked for. */
final class Downloads implements DeskStore.Arrivals, AutoCloseable {
  private final Portions portions;
  private final long sizeLimit;
  private final Queue<Portion> left = new ArrayDeque<>();
  private long all;
  private @Nullable Inbox folder;
  private @Nullable InboxVisit visit;

  private record Portion(Inbox folder, List<Listing> listings) {}

  /**
   * @param portions how much is held at a time
   * @param sizeLimit octets above which only the header section of a mail is downloaded
   */
  Downloads(Portions portions, long sizeLimit) {
    this.portions = portions;
    this.sizeLimit = sizeLimit;
  }

  /** Has these downloaded after those of before. */
  void add(Inbox from, List<Listing> listings) {
    portions.of(listings, sizeLimit).forEach(some -> left.add(new Portion(from, some)));
    all += listings.size();
  }

  /** How many mails there are in all. */
  long all() {
    return all;
  }

  @Override
  public Optional<List<RawMail>> next() throws MailTransportException {
    Portion portion = left.poll();
    if (portion == null) {
      return Optional.empty();
    }
    InboxVisit current = visit;
    if (current == null || portion.folder() != folder) {
      close();
      current = new InboxVisit(portion.folder(), sizeLimit, new ConcurrentHashMap<>());
      visit = current;
      folder = portion.folder();
    }
    return Optional.of(current.fetch(portion.listings()));
  }

  @Override
  public void close() {
    InboxVisit open = visit;
    if (open != null) {
      open.close();
      visit = null;
    }
  }
}

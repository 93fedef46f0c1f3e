package dev.latchkey.flow.loop;

import dev.latchkey.mail.Inbox.Listing;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a folder is downloaded at once: few enough octets for the memory of the process,
 * which holds several copies of a mail while it comes in.
 *
 * @param octets of mails that are held at a time; one mail may be larger
 */
public record Portions(long octets) {
  /** Mails that are held at a time. */
  private static final int MOST = 100;

  /** More at once makes nothing faster. */
  private static final long ENOUGH = 32 << 20;

  /**
   * Of the memory that a process may have: while one portion is taken in, another is worked on,
   * each of them is held sealed, plain and on its way to the database, and half of the memory is
   * everything else's.
   */
  private static final int SHARE = 32;

  /**
   * The portions for a process.
   *
   * @param memory octets that it may have, as {@link Runtime#maxMemory} tells
   */
  public static Portions of(long memory) {
    return new Portions(Math.min(ENOUGH, memory / SHARE));
  }

  /**
   * The same mails in the same order, as many at once as may be, as far as sizes are true.
   *
   * @param limit octets that are downloaded of a mail at most
   */
  List<List<Listing>> of(List<Listing> listings, long limit) {
    List<List<Listing>> portions = new ArrayList<>();
    List<Listing> portion = new ArrayList<>();
    long held = 0;
    for (Listing listing : listings) {
      long size = Math.min(listing.size(), limit);
      if (portion.size() == MOST || (!portion.isEmpty() && held + size > octets)) {
        portions.add(portion);
        portion = new ArrayList<>();
        held = 0;
      }
      portion.add(listing);
      held += size;
    }
    if (!portion.isEmpty()) {
      portions.add(portion);
    }
    return portions;
  }
}

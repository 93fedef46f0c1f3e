package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How large a mail may be that is kept whole: what the settings allow, and no more than the
 * database takes at once ({@code max_allowed_packet}). Of a larger one only the header section is
 * read, as of any that is too large: it never stays in the inbox to be downloaded again and again.
 */
public final class LargestMail {
  private static final Logger LOG = LoggerFactory.getLogger(LargestMail.class);
  private static final int MEGABYTE = 1_000_000;

  private final Database database;
  private final long sizeLimit;
  private volatile long last;

  /**
   * @param sizeLimit octets, as the settings have it
   */
  public LargestMail(Database database, long sizeLimit) {
    this.database = database;
    this.sizeLimit = sizeLimit;
    this.last = sizeLimit;
  }

  /**
   * Octets of the largest mail that a database takes.
   *
   * @param packet its {@code max_allowed_packet}; a part of it goes to what stands around the
   *     octets
   */
  public static long of(long packet) {
    return packet / 16 * 15;
  }

  /**
   * Asks the database.
   *
   * @return octets
   * @throws StoreUnavailableException when it cannot be reached
   */
  public long octets() {
    long packet = database.largestPacket();
    long octets = Math.min(sizeLimit, of(packet));
    if (octets < last) {
      LOG.warn("database: {}", told(packet));
    }
    last = octets;
    return octets;
  }

  /** Whole megabytes of it, by what the database said last; at least 1. */
  public int megabytes() {
    return Math.toIntExact(Math.max(1, last / MEGABYTE));
  }

  /** What an operator can do about a database that takes less than the settings allow. */
  public static String told(long packet) {
    return ("max_allowed_packet is %d: of mails over %d MB only the header is read, although"
            + " desk.size-limit is larger; set max_allowed_packet = 64M in the server's settings,"
            + " or a smaller desk.size-limit")
        .formatted(packet, of(packet) / MEGABYTE);
  }
}

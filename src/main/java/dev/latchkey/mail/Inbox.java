package dev.latchkey.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The folder that people write to. Opening it may take a network connection. */
public interface Inbox extends AutoCloseable {

  /** The account and folder, the {@link MailLocation#mailbox()} of every mail in it. */
  String mailbox();

  /**
   * Opens the folder.
   *
   * @throws MailTransportException when the server is away, refuses the login or lacks the folder
   */
  Session open() throws MailTransportException;

  /**
   * Logs in and looks at what is needed, changing nothing but to make the folder for processed
   * mail.
   *
   * @return how the mailbox is worked with, in words for an operator
   * @throws MailTransportException with one line that says what an operator can do
   */
  String check() throws MailTransportException;

  /** The folder that mails are moved to, where it can be looked at; nothing is moved out of it. */
  default Optional<Inbox> processed() {
    return Optional.empty();
  }

  /**
   * The folder of mails that were put aside when the desk started for the first time, moved out of
   * it like out of the inbox; where there is one.
   */
  default Optional<Inbox> older() {
    return Optional.empty();
  }

  /**
   * Has somebody told as soon as new mail may have come, until the watch is closed. A hint and no
   * more: it may come for nothing, late or never, and mail is found by looking all the same.
   *
   * @param news is quick and may be called by any thread
   */
  default Watch watch(Runnable news) {
    return () -> {};
  }

  /** Ends what is kept open between sessions; it may be opened again. */
  @Override
  default void close() {}

  /** Somebody who waits for new mail. */
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    /** Waits no longer, at once; news may be told once more. */
    @Override
    void close();
  }

  /** The open folder. Sequence numbers are never used; every call is a constant number of trips. */
  interface Session extends AutoCloseable {

    /**
     * The mails of the folder with a UID above {@code afterUid}, lowest first, at most {@code
     * limit}; sizes are known, nothing is downloaded and no flag changes.
     */
    List<Listing> list(long afterUid, int limit) throws MailTransportException;

    /** The highest UID of the folder as it is now; 0 when it is empty. */
    default long lastUid() throws MailTransportException {
      List<Listing> all = list(0, Integer.MAX_VALUE);
      return all.isEmpty() ? 0 : all.get(all.size() - 1).location().uid();
    }

    /**
     * Downloads mails whole, in one trip, without setting {@code \Seen}. A mail that another client
     * took away meanwhile is absent from the answer; a partial one never appears. An answer that
     * leaves a doubt about which mail stands under which UID is an error.
     */
    List<RawMail> fetch(List<Listing> listings) throws MailTransportException;

    /** Downloads the header sections only, for mails over the size limit. */
    List<RawMail> fetchHeaders(List<Listing> listings) throws MailTransportException;

    /** Moves mails to the folder for what the database owns, in one trip. Absent UIDs are fine. */
    void moveOut(List<MailLocation> locations) throws MailTransportException;

    /** The mails that their server received in a span of time; nothing is downloaded. */
    List<Arrival> arrived(Instant from, Instant until) throws MailTransportException;

    /** Deletes mails for good, and no others. Absent UIDs are fine. */
    void delete(List<MailLocation> locations) throws MailTransportException;

    /**
     * What the server tells of mails without downloading them; those of which it tells nothing are
     * absent.
     */
    default List<Standing> standings(List<Listing> listings) throws MailTransportException {
      return List.of();
    }

    /** Moves mails to the folder for those that are not answered, which is made when missing. */
    default void moveAside(List<MailLocation> locations) throws MailTransportException {}

    /**
     * Moves mails to the folder for those whose files nobody scanned, which is made when missing.
     */
    void moveUnscanned(List<MailLocation> locations) throws MailTransportException;

    @Override
    void close();
  }

  /**
   * A mail that waits.
   *
   * @param size octets, as the server states them (RFC822.SIZE)
   */
  record Listing(MailLocation location, long size) {}

  /**
   * A mail and when its server received it.
   *
   * @param receivedAt IMAP INTERNALDATE, to the second
   */
  record Arrival(Listing listing, Instant receivedAt) {}

  /**
   * What a mail's server tells of it.
   *
   * @param arrived when it first came to a server of ours, as far as anything tells: when its
   *     server took it (INTERNALDATE) or what its header says, whichever is earlier; a mail that
   *     was copied from elsewhere bears its age in its header only
   * @param seen somebody has read it
   * @param answered somebody has answered it
   */
  record Standing(MailLocation location, Instant arrived, boolean seen, boolean answered) {}
}

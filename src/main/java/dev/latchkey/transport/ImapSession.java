package dev.latchkey.transport;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * The folder as it stands on a kept connection: every call is one command, whatever the number of
 * mails (a listing that finds something is two).
 */
final class ImapSession implements Inbox.Session {
  private static final long LARGEST_UID = 0xFFFF_FFFFL;
  private static final String HEADER = "HEADER";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

  /** Octets of a header section that are downloaded, more than any parser here reads. */
  private static final int LARGEST_HEADER = 512 * 1024;

  /** Octets of the trace of a mail, whose newest line stands on top. */
  private static final int LARGEST_TRACE = 8 * 1024;

  private final ImapConnection connection;
  private final UidCommands commands;
  private final ImapSettings settings;
  private final String mailbox;

  ImapSession(ImapConnection connection, ImapSettings settings, String mailbox) {
    this.connection = connection;
    this.commands = new UidCommands(connection, settings.maxLiteral());
    this.settings = settings;
    this.mailbox = mailbox;
  }

  @Override
  public List<Inbox.Listing> list(long afterUid, int limit) throws MailTransportException {
    if (afterUid >= LARGEST_UID) {
      return List.of();
    }
    NavigableSet<Long> uids = commands.uids("UID SEARCH UID " + (afterUid + 1) + ":*");
    // "n:*" always names the last mail, also when its UID is below n (RFC 9051 section 6.4.9).
    List<Long> wanted = uids.tailSet(afterUid, false).stream().limit(limit).toList();
    Map<Long, Long> sizes = new HashMap<>();
    for (FetchResponse fetched : commands.fetched(wanted, "(UID RFC822.SIZE)", 0)) {
      UID uid = fetched.getItem(UID.class);
      RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
      if (uid != null && size != null) {
        sizes.put(uid.uid, size.size);
      }
    }
    List<Inbox.Listing> listings = new ArrayList<>();
    for (Long uid : wanted) {
      Long size = sizes.get(uid);
      if (size != null) {
        listings.add(new Inbox.Listing(location(uid), size));
      }
    }
    return listings;
  }

  @Override
  public long lastUid() throws MailTransportException {
    NavigableSet<Long> uids = commands.uids("UID SEARCH UID 1:*");
    return uids.isEmpty() ? 0 : uids.last();
  }

  @Override
  public List<RawMail> fetch(List<Inbox.Listing> listings) throws MailTransportException {
    return download(listings, "");
  }

  @Override
  public List<RawMail> fetchHeaders(List<Inbox.Listing> listings) throws MailTransportException {
    return download(listings, HEADER);
  }

  private List<RawMail> download(List<Inbox.Listing> listings, String section)
      throws MailTransportException {
    Map<Long, Inbox.Listing> wanted = new HashMap<>();
    long announced = 0;
    for (Inbox.Listing listing : listings) {
      if (isHere(listing.location())) {
        wanted.put(listing.location().uid(), listing);
        announced += Math.min(listing.size(), settings.maxLiteral());
      }
    }
    Map<Long, RawMail> mails = new HashMap<>();
    // A header section may be as large as a mail: what is beyond its limit stays on the server.
    String part = section.isEmpty() ? "" : "<0." + LARGEST_HEADER + ">";
    String items = "(UID INTERNALDATE RFC822.SIZE BODY.PEEK[" + section + "]" + part + ")";
    for (FetchResponse fetched : commands.fetched(wanted.keySet(), items, announced)) {
      UID uid = fetched.getItem(UID.class);
      Inbox.Listing listing = uid == null ? null : wanted.get(uid.uid);
      if (listing != null) {
        read(fetched, listing, section, mails);
      } else if (fetched.getItem(BODY.class) != null) {
        // Which UID these octets stand under nobody knows, nor of the others in this answer.
        throw new MailTransportException("the server gives out a mail nobody asked for", null);
      }
    }
    List<RawMail> inOrder = new ArrayList<>();
    for (Inbox.Listing listing : listings) {
      RawMail mail = mails.get(listing.location().uid());
      if (mail != null && mail.location().equals(listing.location())) {
        inOrder.add(mail);
      }
    }
    return inOrder;
  }

  private static void read(
      FetchResponse fetched, Inbox.Listing listing, String section, Map<Long, RawMail> mails)
      throws MailTransportException {
    BODY body = fetched.getItem(BODY.class);
    INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
    if (body == null || !body.getSection().equalsIgnoreCase(section)) {
      return; // news about flags that nobody asked for
    }
    if (body.getByteArray() == null
        || (body.getByteArray().getCount() == 0 && listing.size() > 0)) {
      return; // another client took it away (RFC 2180 section 4.1.3)
    }
    if (body.getOrigin() > (section.isEmpty() ? -1 : 0) || date == null) {
      throw new MailTransportException("the server answers with something else than a mail", null);
    }
    boolean headerOnly = !section.isEmpty();
    byte[] octets = body.getByteArray().getNewBytes();
    RawMail before =
        mails.put(
            listing.location().uid(),
            new RawMail(
                listing.location(),
                date.getDate().toInstant(),
                headerOnly ? listing.size() : octets.length,
                new MailBytes(octets),
                headerOnly));
    if (before != null && !Arrays.equals(before.bytes().octets(), octets)) {
      throw new MailTransportException("the server gives out two mails under one UID", null);
    }
  }

  @Override
  public List<Inbox.Standing> standings(List<Inbox.Listing> listings)
      throws MailTransportException {
    List<Inbox.Standing> standings = new ArrayList<>();
    List<Long> uids = listings.stream().map(listing -> listing.location().uid()).toList();
    String items =
        "(UID FLAGS INTERNALDATE BODY.PEEK[HEADER.FIELDS (RECEIVED DATE)]<0."
            + LARGEST_TRACE
            + ">)";
    for (FetchResponse fetched :
        commands.fetched(uids, items, (long) uids.size() * LARGEST_TRACE)) {
      standing(fetched).ifPresent(standings::add);
    }
    return standings;
  }

  private Optional<Inbox.Standing> standing(FetchResponse fetched) {
    UID uid = fetched.getItem(UID.class);
    INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
    if (uid == null || date == null || date.getDate() == null) {
      return Optional.empty();
    }
    BODY header = fetched.getItem(BODY.class);
    byte[] octets =
        header == null || header.getByteArray() == null
            ? new byte[0]
            : header.getByteArray().getNewBytes();
    Instant taken = date.getDate().toInstant();
    Instant arrived =
        TraceDate.of(new String(octets, StandardCharsets.ISO_8859_1))
            .filter(taken::isAfter)
            .orElse(taken);
    FLAGS flags = fetched.getItem(FLAGS.class);
    return Optional.of(
        new Inbox.Standing(
            location(uid.uid),
            arrived,
            flags != null && flags.contains(Flags.Flag.SEEN),
            flags != null && flags.contains(Flags.Flag.ANSWERED)));
  }

  @Override
  public void moveOut(List<MailLocation> locations) throws MailTransportException {
    move(locations, settings.processedFolder());
  }

  @Override
  public void moveAside(List<MailLocation> locations) throws MailTransportException {
    connection.ensureFolder(settings.olderFolder());
    move(locations, settings.olderFolder());
  }

  @Override
  public void moveUnscanned(List<MailLocation> locations) throws MailTransportException {
    if (!locations.isEmpty()) {
      connection.ensureFolder(settings.unscannedFolder());
      move(locations, settings.unscannedFolder());
    }
  }

  private void move(List<MailLocation> locations, String folder) throws MailTransportException {
    Collection<Long> uids = locations.stream().filter(this::isHere).map(MailLocation::uid).toList();
    Argument target = connection.folderName(folder);
    for (String set : UidSet.of(uids)) {
      if (connection.canMove()) {
        commands.say("UID MOVE ", set, "", target);
      } else {
        commands.say("UID COPY ", set, "", target);
        expunge(set);
      }
    }
  }

  private void expunge(String set) throws MailTransportException {
    commands.say("UID STORE ", set, " +FLAGS.SILENT (\\Deleted)", null);
    commands.say("UID EXPUNGE ", set, "", null);
  }

  /** SEARCH knows days only, of the server's own time zone: a day more on either side. */
  @Override
  public List<Inbox.Arrival> arrived(Instant from, Instant until) throws MailTransportException {
    String since = day(from.minus(Duration.ofDays(1)));
    String before = day(until.plus(Duration.ofDays(2)));
    NavigableSet<Long> uids = commands.uids("UID SEARCH SINCE " + since + " BEFORE " + before);
    List<Inbox.Arrival> arrivals = new ArrayList<>();
    for (FetchResponse fetched : commands.fetched(uids, "(UID INTERNALDATE RFC822.SIZE)", 0)) {
      UID uid = fetched.getItem(UID.class);
      RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
      INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
      if (uid != null && size != null && date != null) {
        Instant at = date.getDate().toInstant();
        if (!at.isBefore(from) && !at.isAfter(until)) {
          arrivals.add(new Inbox.Arrival(new Inbox.Listing(location(uid.uid), size.size), at));
        }
      }
    }
    return arrivals;
  }

  private static String day(Instant at) {
    return DAY.format(at.atZone(ZoneOffset.UTC));
  }

  @Override
  public void delete(List<MailLocation> locations) throws MailTransportException {
    Collection<Long> uids = locations.stream().filter(this::isHere).map(MailLocation::uid).toList();
    if (!uids.isEmpty() && !connection.canExpunge()) {
      // A plain EXPUNGE would take along what somebody else marked.
      throw new MailTransportException("single mails can be deleted with UIDPLUS only", null);
    }
    for (String set : UidSet.of(uids)) {
      expunge(set);
    }
  }

  /** A UID of before the folder was made anew names another mail now. */
  private boolean isHere(MailLocation location) {
    return location.mailbox().equals(mailbox) && location.uidValidity() == connection.uidValidity();
  }

  private MailLocation location(long uid) {
    return new MailLocation(mailbox, connection.uidValidity(), uid);
  }

  /** Leaves the connection to the next session. */
  @Override
  public void close() {}
}

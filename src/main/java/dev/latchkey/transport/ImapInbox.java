package dev.latchkey.transport;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailTransportException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desk's folder on an IMAP server (RFC 9051, RFC 3501).
 *
 * <p>The connection is kept from one session to the next and tried with a NOOP before it is used
 * again; one that failed is replaced. One session at a time.
 */
public final class ImapInbox implements Inbox {
  private final ImapSettings settings;
  private final boolean make;
  private @Nullable ImapConnection kept;

  public ImapInbox(ImapSettings settings) {
    this(settings, false);
  }

  /**
   * @param make whether the folder itself is made when it is missing
   */
  private ImapInbox(ImapSettings settings, boolean make) {
    this.settings = settings;
    this.make = make;
  }

  /** How the server can move mail; one of the two is needed. */
  record Abilities(boolean move, boolean uidPlus) {}

  @Override
  public String mailbox() {
    return settings.user() + "/" + settings.folder();
  }

  @Override
  public synchronized Session open() throws MailTransportException {
    return new ImapSession(connection(), settings, mailbox());
  }

  private ImapConnection connection() throws MailTransportException {
    ImapConnection candidate = kept;
    if (candidate == null || !answers(candidate)) {
      close();
      candidate = ImapConnection.open(settings, make);
      kept = candidate;
    }
    return candidate;
  }

  private static boolean answers(ImapConnection connection) {
    try {
      connection.ask("NOOP", null);
      return true;
    } catch (MailTransportException e) {
      return false;
    }
  }

  @Override
  public Optional<Inbox> processed() {
    return Optional.of(new ImapInbox(settings.reversed()));
  }

  @Override
  public Optional<Inbox> older() {
    return Optional.of(new ImapInbox(settings.older(), true));
  }

  @Override
  public String check() throws MailTransportException {
    return "%s, mails are moved to %s by %s"
        .formatted(
            settings,
            settings.processedFolder(),
            abilities().move() ? "MOVE" : "COPY and UID EXPUNGE (UIDPLUS)");
  }

  /** Logs in anew, opens both folders, and asks what the server can do. */
  synchronized Abilities abilities() throws MailTransportException {
    close();
    ImapConnection connection = connection();
    connection.ask("STATUS", connection.statusOf(settings.processedFolder()));
    return new Abilities(connection.canMove(), connection.canExpunge());
  }

  /** Ends the kept connection; the inbox may be opened again. */
  @Override
  public synchronized void close() {
    if (kept != null) {
      kept.disconnect();
      kept = null;
    }
  }
}

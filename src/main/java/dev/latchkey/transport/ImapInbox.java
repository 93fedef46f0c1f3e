package dev.latchkey.transport;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailTransportException;
import java.time.InstantSource;
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
  private final AccessTokens tokens;
  private final boolean make;
  private @Nullable ImapConnection kept;

  /** One whose tokens, where it needs any, are forgotten with it. */
  public ImapInbox(ImapSettings settings) {
    this(settings, new AccessTokens(KeptSecrets.inMemory(), InstantSource.system()));
  }

  public ImapInbox(ImapSettings settings, AccessTokens tokens) {
    this(settings, tokens, false);
  }

  /**
   * @param make whether the folder itself is made when it is missing
   */
  private ImapInbox(ImapSettings settings, AccessTokens tokens, boolean make) {
    this.settings = settings;
    this.tokens = tokens;
    this.make = make;
  }

  /**
   * What the server can.
   *
   * @param move it has MOVE; one that has not has UIDPLUS
   * @param idle tell of new mail by itself
   */
  record Abilities(boolean move, boolean idle) {}

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
      candidate = ImapConnection.open(settings, tokens, make);
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
    return Optional.of(new ImapInbox(settings.reversed(), tokens));
  }

  @Override
  public Optional<Inbox> older() {
    return Optional.of(new ImapInbox(settings.older(), tokens, true));
  }

  @Override
  public String check() throws MailTransportException {
    Abilities abilities = abilities();
    return "%s, logged in %s, mails are moved to %s by %s, %s"
        .formatted(
            settings,
            settings.credentials().describe(),
            settings.processedFolder(),
            abilities.move() ? "MOVE" : "COPY and UID EXPUNGE (UIDPLUS)",
            news(abilities));
  }

  private String news(Abilities abilities) {
    if (!settings.idle()) {
      return "new mail is found by the poll, since imap.idle is false";
    }
    return abilities.idle()
        ? "the server tells of new mail at once (IDLE)"
        : "the server has no IDLE, so new mail is found by the poll";
  }

  @Override
  public Watch watch(Runnable news) {
    return settings.idle() ? ImapWatcher.start(settings, tokens, news) : () -> {};
  }

  /** Logs in anew, opens both folders, and asks what the server can do. */
  synchronized Abilities abilities() throws MailTransportException {
    close();
    ImapConnection connection = connection();
    connection.ask("STATUS", connection.statusOf(settings.processedFolder()));
    return new Abilities(connection.canMove(), connection.canIdle());
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

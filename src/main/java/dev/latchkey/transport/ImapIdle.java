package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits on an {@link ImapConnection} for news of mails (IDLE, RFC 2177). */
final class ImapIdle {
  private static final Logger LOG = LoggerFactory.getLogger(ImapIdle.class);

  private final ImapConnection connection;
  private final ImapSettings settings;

  ImapIdle(ImapConnection connection, ImapSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /**
   * One IDLE: waits, and tells of every word of the server about how many mails there are. Ends
   * when nothing was said for as long as a read may take, or when {@code until} has come. A server
   * that does not answer to the end of it within another read is gone.
   *
   * @param until in {@link System#nanoTime}
   */
  void hear(Runnable news, long until) throws MailTransportException {
    try {
      String tag = connection.writeCommand("IDLE", null);
      boolean ended = false;
      Optional<Response> response = connection.hear(true);
      while (!response.filter(said -> said.isTagged() && said.getTag().equals(tag)).isPresent()) {
        if (response.filter(Response::isBYE).isPresent()) {
          throw connection.failure("the server ends the connection");
        }
        if (response.filter(ImapIdle::tellsOfMails).isPresent()) {
          news.run();
        }
        if (!ended && (response.isEmpty() || System.nanoTime() - until > 0)) {
          connection.sayLine("DONE");
          ended = true;
        }
        response = connection.hear(!ended);
      }
      connection.handleResult(response.get());
      if (!ended) {
        throw connection.failure("the server ends IDLE by itself");
      }
    } catch (IOException | ProtocolException | RuntimeException e) {
      throw Failure.exception(settings.host(), settings.port(), e);
    }
  }

  /** Takes leave in the midst of {@link #hear}, called by another thread; waits for nothing. */
  void leave() {
    try {
      connection.sayLine("DONE\r\nEND LOGOUT");
    } catch (IOException e) {
      LOG.debug("{} was gone already: {}", settings.host(), Failure.line(e.getMessage()));
    } finally {
      connection.disconnect();
    }
  }

  private static boolean tellsOfMails(Response response) {
    return response instanceof IMAPResponse said && said.keyEquals("EXISTS");
  }
}

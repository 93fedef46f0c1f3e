package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Commands about mails by their UIDs. What a server refuses because some of them were taken away
 * meanwhile is said again of those that are left.
 */
final class UidCommands {
  /** So often something is said of mails of which another round moves some. */
  private static final int MOST_TRIES = 5;

  private final ImapConnection connection;
  private final int largest;

  /**
   * @param largest octets of one literal at the most
   */
  UidCommands(ImapConnection connection, int largest) {
    this.connection = connection;
    this.largest = largest;
  }

  /** The UIDs that a SEARCH finds. */
  NavigableSet<Long> uids(String search) throws MailTransportException {
    NavigableSet<Long> uids = new TreeSet<>();
    for (Response response : connection.ask(search, null)) {
      if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
        for (long uid = found.readLong(); uid > 0; uid = found.readLong()) {
          uids.add(uid);
        }
      }
    }
    return uids;
  }

  /**
   * The FETCH answers about mails.
   *
   * @param announced octets that the server states; they may be half of the real ones
   */
  List<FetchResponse> fetched(Collection<Long> uids, String items, long announced)
      throws MailTransportException {
    long total = ImapConnection.PLAIN_ANSWER + 2 * announced;
    List<FetchResponse> answers = new ArrayList<>();
    for (String mails : UidSet.of(uids)) {
      about(
          mails,
          set -> {
            String command = "UID FETCH " + set + " " + items;
            for (Response response : connection.askOfMails(command, null, total, largest)) {
              if (response instanceof FetchResponse fetched) {
                answers.add(fetched);
              }
            }
          },
          MOST_TRIES);
    }
    return answers;
  }

  /**
   * Says {@code verb} of mails.
   *
   * @param mails a set of UIDs, as {@link UidSet} writes it
   * @param more stands behind them
   */
  void say(String verb, String mails, String more, @Nullable Argument argument)
      throws MailTransportException {
    about(
        mails,
        set ->
            connection.askOfMails(
                verb + set + more,
                argument,
                ImapConnection.PLAIN_ANSWER,
                ImapConnection.PLAIN_ANSWER),
        MOST_TRIES);
  }

  /** Says something of some mails. */
  @FunctionalInterface
  private interface Saying {
    void of(String set) throws MailTransportException;
  }

  /**
   * Says something of mails. A server may refuse all of it when another round or client takes some
   * of them away at this moment; then it is said of those that are left.
   */
  private void about(String set, Saying saying, int times) throws MailTransportException {
    try {
      saying.of(set);
    } catch (MailTransportException e) {
      for (String left : leftAfter(e, set, times)) {
        about(left, saying, times - 1);
      }
    }
  }

  /**
   * What is left of the mails that something was refused for; all of them: it has another cause.
   */
  private List<String> leftAfter(MailTransportException failure, String set, int times)
      throws MailTransportException {
    if (!ImapConnection.isRefusal(failure)) {
      throw failure;
    }
    List<String> left = List.of(set);
    if (times > 1) {
      connection.ask("NOOP", null);
      left = UidSet.of(uids("UID SEARCH UID " + set));
    }
    if (times == 1 || (left.equals(List.of(set)) && !ImapConnection.someAreGone(failure))) {
      connection.disconnect();
      throw failure;
    }
    return left;
  }
}

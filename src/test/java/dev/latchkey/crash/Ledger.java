package dev.latchkey.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.check.HistoryCheck;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.TicketViews;
import dev.latchkey.ticket.Reference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what people sent, what the database holds, and what the mail server delivered. */
final class Ledger {
  private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)");

  /** A letter whose process ends before its answer is handed over once more, never twice. */
  private static final int MOST_HAND_OVERS = 2;

  /** A code that waited for most of its time: a new one went in its place. */
  private static final String RENEWED =
      "COALESCE(last_answer, '') LIKE 'late, then not sent: a new code%'";

  private final Town town;

  Ledger(Town town) {
    this.town = town;
  }

  /**
   * Nothing is lost and nothing was done twice, when all work is done.
   *
   * @param tickets how many there are
   * @param deliveries once, and once more for each process that ended between the server's answer
   *     and our note of it
   */
  void balances(int tickets, int deliveries) throws SQLException, MailTransportException {
    everyMailEndedOnce();
    everyEffectHappenedOnce(tickets);
    everyLetterArrived(deliveries);
  }

  private void everyMailEndedOnce() throws SQLException, MailTransportException {
    assertThat(messageIds("INBOX")).as("left in the inbox").isEmpty();
    assertThat(messageIds("Processed"))
        .as("moved out of the inbox")
        .containsOnlyOnceElementsOf(town.written())
        .hasSameSizeAs(town.written());
    assertThat(column("SELECT message_id FROM mail WHERE state = 'HANDLED' AND outcome <> ''"))
        .as("handled with an outcome")
        .containsExactlyInAnyOrderElementsOf(town.written());
    assertThat(column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
    assertThat(
            column(
                "SELECT m.id FROM mail m LEFT JOIN mail_position p ON p.mail_id = m.id"
                    + " GROUP BY m.id HAVING COUNT(p.uid) <> 1"))
        .as("mails without exactly one place")
        .isEmpty();
    assertThat(column("SELECT m.outcome FROM raw_mail r JOIN mail m ON m.id = r.mail_id"))
        .as("ends of the mails whose octets are kept")
        .allMatch(outcome -> Outcome.valueOf(outcome).decides());
  }

  private void everyEffectHappenedOnce(int tickets) throws SQLException {
    assertThat(column("SELECT id FROM ticket")).hasSize(tickets);
    assertThat(
            column(
                "SELECT mail_id FROM history WHERE mail_id IS NOT NULL"
                    + " GROUP BY mail_id, event HAVING COUNT(*) > 1"))
        .as("mails with the same effect twice")
        .isEmpty();
    try (Desk desk = town.open(Failpoints.NONE)) {
      TicketViews views = desk.tickets();
      HistoryCheck check = new HistoryCheck();
      for (Reference reference : views.listReferences(0, 1000)) {
        assertThat(views.chain(reference))
            .hasValueSatisfying(chain -> assertThat(check.find(chain)).isEmpty());
      }
    }
  }

  private void everyLetterArrived(int deliveries) throws SQLException {
    List<String> unsent =
        column(
            "SELECT COALESCE(last_answer, '') FROM outbox WHERE state <> 'SENT' AND NOT "
                + RENEWED);
    if (deliveries <= MOST_HAND_OVERS) {
      assertThat(unsent).isEmpty();
    }
    // What two processes had in hand when they ended may have arrived: it waits for a person.
    assertThat(unsent).allMatch(answer -> answer.startsWith("handed over twice"));
    for (String letter : List.of("ACKNOWLEDGEMENT", "CODE")) {
      assertThat(
              column(
                  "SELECT t.id FROM ticket t LEFT JOIN outbox o ON o.ticket_id = t.id"
                      + " AND o.letter = '"
                      + letter
                      + "' AND o.recipient = t.requester AND NOT ("
                      + RENEWED
                      + ") GROUP BY t.id HAVING COUNT(o.id) <> 1"))
          .as(
              "tickets without exactly one %s among %s",
              letter, column("SELECT DISTINCT letter FROM outbox"))
          .isEmpty();
    }
    Map<String, Integer> arrived = new HashMap<>();
    for (EmailAddress reader : town.readers()) {
      for (MailBytes mail : town.mail().delivered(reader)) {
        arrived.merge(messageId(mail), 1, Integer::sum);
      }
    }
    assertThat(arrived.keySet())
        .containsExactlyInAnyOrderElementsOf(
            column("SELECT message_id FROM outbox WHERE NOT " + RENEWED));
    assertThat(arrived)
        .allSatisfy(
            (id, times) -> assertThat(times).isBetween(1, Math.min(deliveries, MOST_HAND_OVERS)));
  }

  private List<String> messageIds(String folder) throws MailTransportException {
    List<String> ids = new ArrayList<>();
    try (Inbox inbox = town.place().inbox(folder);
        Inbox.Session session = inbox.open()) {
      for (RawMail mail : session.fetch(session.list(0, 1000))) {
        ids.add(messageId(mail.bytes()));
      }
    } catch (MailTransportException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return ids;
  }

  static String messageId(MailBytes mail) {
    Matcher id = MESSAGE_ID.matcher(new String(mail.octets(), StandardCharsets.ISO_8859_1));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  /** The first column of every row. */
  List<String> column(String query) throws SQLException {
    try (Connection connection = town.schema().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}

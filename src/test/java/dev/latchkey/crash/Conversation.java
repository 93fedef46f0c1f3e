package dev.latchkey.crash;

import dev.latchkey.Desk;
import dev.latchkey.TestDesk;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mails of a story of {@code src/test/resources/scenario}, sent by SMTP by people who read what
 * the mail server delivered to them.
 */
final class Conversation {
  private static final Path STORY = Path.of("src/test/resources/scenario/01-complete-recovery");
  private static final Pattern REPLY_TO = Pattern.compile("(?m)^Reply-To: <?([^>\\s]+)>?\\s*$");
  private static final Pattern FROM = Pattern.compile("(?m)^From: .*<([^>]+)>");
  private static final Pattern TO = Pattern.compile("(?m)^To: <?([^>\\s]+)>?\\s*$");
  private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (<[^>]+>)");
  private static final Pattern CODE =
      Pattern.compile("(?m)^ {4,5}((?:[A-Z2-7]{4}-){3,6}[A-Z2-7]{2,4}|[A-Z2-7]{8})\\s*$");
  private static final EmailAddress DORA = EmailAddress.of("dora@mail.example");
  private static final EmailAddress OTHER_DORA = EmailAddress.of("dora@other.example");

  private final Town town;

  /** One in a town where nobody else lives. */
  Conversation(Town town) throws IOException {
    this.town = town;
    town.addPerson(DORA);
    town.addPerson(OTHER_DORA);
    Files.writeString(town.place().accounts(), Files.readString(STORY.resolve("accounts.csv")));
  }

  /** Everything until the cooling-off of Dora's approved ticket is over. */
  void untilItIsToBeExecuted(Desk desk) throws IOException, MessagingException, SQLException {
    untilItIsApproved(desk);
    desk.loops().round();
    town.after(Duration.ofDays(2));
    desk.loops().round();
    town.after(Duration.ofDays(1));
  }

  /** Everything until Alice's approval lies in the inbox. */
  void untilItIsApproved(Desk desk) throws IOException, MessagingException, SQLException {
    send(Files.readString(STORY.resolve("01-request.eml")));
    desk.loops().round();
    answer("02-code-from-the-first-address.eml", "CODE", DORA);
    desk.loops().round();
    answer("03-code-from-the-second-address.eml", "CODE", OTHER_DORA);
    desk.loops().round();
    town.after(Duration.ofHours(2));
    answer("04-alice-approves.eml", "CASE", Place.ALICE);
  }

  private void answer(String file, String letter, EmailAddress reader)
      throws IOException, MessagingException, SQLException {
    String read = last(letter, reader);
    send(
        Files.readString(STORY.resolve(file))
            .replace("%REPLY_TO%", first(REPLY_TO, read))
            .replace("%MESSAGE_ID%", first(ID, read))
            .replace("%CODE%", first(CODE, read)));
  }

  private void send(String mail) throws MessagingException {
    String to = first(TO, mail);
    town.send(
        EmailAddress.of(first(FROM, mail)),
        to.isEmpty() ? TestDesk.ADDRESS : EmailAddress.of(to),
        first(ID, mail),
        mail);
  }

  private String last(String letter, EmailAddress reader) throws SQLException {
    List<String> ids =
        new Ledger(town).column("SELECT message_id FROM outbox WHERE letter = '" + letter + "'");
    String found = "";
    for (MailBytes mail : town.mail().delivered(reader)) {
      if (ids.contains(Ledger.messageId(mail))) {
        found = new String(mail.octets(), StandardCharsets.ISO_8859_1);
      }
    }
    if (found.isEmpty()) {
      throw new AssertionError("no " + letter + " came to " + reader);
    }
    return found;
  }

  private static String first(Pattern pattern, String mail) {
    Matcher found = pattern.matcher(mail);
    if (!found.find()) {
      throw new AssertionError("no " + pattern + " in " + mail);
    }
    return found.group(1);
  }
}

package dev.latchkey.crash;

import dev.latchkey.Desk;
import dev.latchkey.TestSettings;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Inbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Where the servers of a test are and which folder holds its accounts: enough for another process
 * to open a desk on them, which is the real one but for the action it has carried out.
 */
record Place(String url, String user, String password, int smtpPort, int imapPort, Path folder) {
  static final EmailAddress ALICE = EmailAddress.of("alice@staff.example");
  static final EmailAddress BOB = EmailAddress.of("bob@staff.example");

  static Place of(List<String> words) {
    return new Place(
        words.get(0),
        words.get(1),
        words.get(2),
        Integer.parseInt(words.get(3)),
        Integer.parseInt(words.get(4)),
        Path.of(words.get(5)));
  }

  List<String> words() {
    return List.of(
        url,
        user,
        password,
        Integer.toString(smtpPort),
        Integer.toString(imapPort),
        folder.toString());
  }

  /** The same with other ports of the mail server. */
  Place behind(int smtp, int imap) {
    return new Place(url, user, password, smtp, imap, folder);
  }

  /** The same with another port of the database. */
  Place withDatabaseAt(int port) {
    return new Place(
        url.replaceFirst(":\\d+/", ":" + port + "/"), user, password, smtpPort, imapPort, folder);
  }

  /** The same that leaves a database which is silent for so long; it gives up a second before. */
  Place leavingItAfter(Duration silence) {
    String own =
        url
            + "&socketTimeout="
            + silence.toMillis()
            + "&sessionVariables=idle_transaction_timeout="
            + (silence.toSeconds() - 1);
    return new Place(own, user, password, smtpPort, imapPort, folder);
  }

  Desk openDesk(InstantSource clock, Failpoints failpoints) {
    Settings settings = settings("INBOX", "Processed");
    Desk.Outside outside = Desk.Outside.of(settings, clock);
    return Desk.open(
        settings,
        new Desk.Outside(
            outside.inbox(),
            outside.sender(),
            outside.directory(),
            new LoggedAction(orders()),
            outside.proofs(),
            outside.registry(),
            outside.clock(),
            outside.random(),
            outside.names(),
            outside.scanner()),
        failpoints,
        (mailId, outcome, ticketId, reason) -> {});
  }

  /**
   * What the desk's account on the IMAP server has in a folder, which may be another than the one
   * people write to.
   */
  Inbox inbox(String folder) {
    return Desk.Outside.of(settings(folder, "Elsewhere"), InstantSource.system()).inbox();
  }

  private Settings settings(String folder, String processed) {
    return new TestSettings(
            url,
            user,
            password,
            smtpPort,
            imapPort,
            accounts(),
            folder,
            processed,
            TestSettings.KEY)
        .read();
  }

  Path accounts() {
    return folder.resolve("accounts.csv");
  }

  /** A line for each call of the account system: the idempotency key. */
  Path orders() {
    return folder.resolve("orders.txt");
  }
}

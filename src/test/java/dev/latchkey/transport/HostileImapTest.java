package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileImapTest {
  private static final String ITEMS = "INTERNALDATE \"17-Jul-2026 02:44:25 -0700\" RFC822.SIZE 21 ";
  private static final String MAIL = "Subject: a\r\n\r\nhello\r\n";
  private static final String GOOD =
      "* 1 FETCH (UID 1 " + ITEMS + "BODY[] {21}\r\n" + MAIL + ")\r\n%t OK done\r\n";
  private static final Duration SHORT = Duration.ofMillis(300);

  private static ImapSettings settings(int port, Security security) {
    return new ImapSettings(
        "127.0.0.1",
        port,
        security,
        "support@desk.example",
        "hunter2 secret",
        "INBOX",
        "Processed",
        new Timeouts(SHORT, SHORT, SHORT),
        1 << 20);
  }

  private static List<RawMail> fetchOne(ScriptedServer server, long size)
      throws MailTransportException {
    try (ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      Inbox.Session session = inbox.open();
      return session.fetch(List.of(listing(session, inbox, size)));
    }
  }

  private static Inbox.Listing listing(Inbox.Session session, ImapInbox inbox, long size) {
    assertThat(session).isNotNull();
    return new Inbox.Listing(new MailLocation(inbox.mailbox(), 7, 1), size);
  }

  private static ScriptedServer answeringFetchWith(String answer) throws IOException {
    return ScriptedServer.imap(
        "MOVE UIDPLUS",
        command ->
            command.startsWith("UID SEARCH UID 1")
                ? "* SEARCH 1\r\n%t OK done\r\n"
                : on("UID FETCH", answer).apply(command));
  }

  private static Function<String, String> on(String verb, String answer) {
    return command -> command.startsWith(verb) ? answer : "";
  }

  @Test
  void aWholeAnswerIsAMail() throws Exception {
    try (ScriptedServer server = answeringFetchWith(GOOD)) {
      RawMail mail = fetchOne(server, 21).get(0);
      assertThat(mail.bytes().octets()).asString().isEqualTo(MAIL);
      assertThat(mail.receivedAt()).isEqualTo("2026-07-17T09:44:25Z");
    }
  }

  @Test
  void anAnswerCutAnywhereIsAnErrorAndNeverAMail() throws Exception {
    for (int cut = 0; cut < GOOD.indexOf("%t OK done") + 10; cut++) {
      try (ScriptedServer server =
          answeringFetchWith(GOOD.substring(0, cut) + ScriptedServer.CUT)) {
        assertThatThrownBy(() -> fetchOne(server, 21))
            .as("cut after %s octets", cut)
            .isInstanceOf(MailTransportException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 13, 19, 20, 22, 23, 24, 30, 40, 2_000, 1_000_000})
  void aLiteralOfAnotherLengthThanItsTextIsAnError(int stated) throws Exception {
    String answer = GOOD.replace("{21}", "{" + stated + "}") + "* 2 EXISTS\r\n";
    try (ScriptedServer server = answeringFetchWith(answer)) {
      assertThatThrownBy(() -> fetchOne(server, 21)).isInstanceOf(MailTransportException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1100000", "99999999", "2147483630", "2147483647", "4294967296", "-1", "9e9", ""})
  void anEnormousLiteralIsNeverAllocated(String stated) throws Exception {
    String answer = GOOD.replace("{21}", "{" + stated + "}") + "\r\n";
    try (ScriptedServer server = answeringFetchWith(answer)) {
      assertThatThrownBy(() -> fetchOne(server, 21)).isInstanceOf(MailTransportException.class);
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() throws Exception {
    String flood = "* 1 FETCH (UID 9 FLAGS (\\Seen))\r\n".repeat(100_000);
    try (ScriptedServer server = answeringFetchWith(flood)) {
      assertThatThrownBy(() -> fetchOne(server, 21))
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("more than it should");
    }
  }

  @Test
  void anEndlessLineIsCutOff() throws Exception {
    try (ScriptedServer server = answeringFetchWith("* OK " + "x".repeat(20 << 20))) {
      assertThatThrownBy(() -> fetchOne(server, 21)).isInstanceOf(MailTransportException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* BYE shutting down\r\n<cut>",
        "%t NO [UNAVAILABLE] try later\r\n",
        "%t BAD what\r\n",
        "* BYE\r\n%t OK done\r\n",
        "garbage\r\n",
        "* 1 FETCH (UID\r\n%t OK done\r\n",
        "* 1 FETCH (UID 1 INTERNALDATE \"soon\" BODY[] {2}\r\nab)\r\n%t OK done\r\n",
        "* 1 FETCH (UID 1 BODY[] {2}\r\nab)\r\n%t OK done\r\n",
        "* 1 FETCH (UID 1 " + ITEMS + "BODY[]<0> {2}\r\nab)\r\n%t OK done\r\n",
        "* 9 FETCH (UID 9 " + ITEMS + "BODY[] {2}\r\nab)\r\n%t OK done\r\n",
      })
  void aServerThatSaysNoOrNonsenseIsAnError(String answer) throws Exception {
    try (ScriptedServer server = answeringFetchWith(answer)) {
      assertThatThrownBy(() -> fetchOne(server, 21)).isInstanceOf(MailTransportException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%t OK done\r\n",
        "* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n%t OK done\r\n",
        "* 1 FETCH (UID 1 " + ITEMS + "BODY[] NIL)\r\n%t OK done\r\n",
        "* 1 FETCH (UID 1 " + ITEMS + "BODY[] \"\")\r\n%t OK done\r\n",
      })
  void aMailThatIsGoneIsAbsent(String answer) throws Exception {
    try (ScriptedServer server = answeringFetchWith(answer)) {
      assertThat(fetchOne(server, 21)).isEmpty();
    }
  }

  @Test
  void aSilentServerIsLeftAfterTheTimeout() throws Exception {
    try (ScriptedServer server = answeringFetchWith("* OK thinking\r\n")) {
      assertThatThrownBy(() -> fetchOne(server, 21))
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("UID FETCH");
    }
  }

  @Test
  void anErrorLeadsToANewConnection() throws Exception {
    try (ScriptedServer server = answeringFetchWith("%t NO later\r\n");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      Inbox.Session session = inbox.open();
      assertThatThrownBy(() -> session.fetch(List.of(listing(session, inbox, 21))))
          .isInstanceOf(MailTransportException.class);
      inbox.open().close();
      assertThat(server.heard).filteredOn(line -> line.contains("SELECT")).hasSize(2);
    }
  }

  @Test
  void theConnectionIsKeptFromOneSessionToTheNext() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("MOVE", command -> "");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      inbox.open().close();
      inbox.open().close();
      assertThat(server.heard).filteredOn(line -> line.contains("SELECT")).hasSize(1);
      assertThat(server.heard.get(server.heard.size() - 1)).contains("NOOP");
    }
  }

  @Test
  void noPasswordIsSaidWithoutTls() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("MOVE", command -> "");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.STARTTLS))) {
      assertThatThrownBy(inbox::open)
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("STARTTLS");
      assertThat(server.heard).noneMatch(line -> line.contains("LOGIN") || line.contains("AUTH"));
    }
  }

  @Test
  void aServerWithoutTlsHearsNothingButGreetings() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("MOVE", command -> "");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.TLS))) {
      assertThatThrownBy(inbox::open).hasMessageContaining("no TLS with 127.0.0.1");
      assertThat(server.heard).noneMatch(line -> line.contains("hunter2"));
    }
  }

  @Test
  void aServerThatClaimsToKnowUsAlreadyIsNotBelieved() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                "* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS MOVE] welcome\r\n", line -> "");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.STARTTLS))) {
      assertThatThrownBy(inbox::open)
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("STARTTLS");
    }
  }

  @Test
  void aRefusedLoginTellsTheUserButNotThePassword() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.imap("MOVE", on("LOGIN", "%t NO bad password hunter2 secret\r\n"));
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      assertThatThrownBy(inbox::open)
          .hasMessageContaining("login of support@desk.example refused")
          .hasMessageNotContaining("hunter2");
    }
    assertThat(settings(993, Security.TLS).toString()).doesNotContain("hunter2");
  }

  @Test
  void aServerThatCannotMoveSafelyIsRefused() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("IDLE", command -> "");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      assertThatThrownBy(inbox::open).hasMessageContaining("neither MOVE");
    }
  }

  @Test
  void withoutMoveMailIsCopiedAndExpungedByUid() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("UIDPLUS", command -> "");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      Inbox.Session session = inbox.open();
      session.moveOut(
          List.of(
              new MailLocation(inbox.mailbox(), 7, 3),
              new MailLocation(inbox.mailbox(), 7, 1),
              new MailLocation(inbox.mailbox(), 7, 2),
              new MailLocation(inbox.mailbox(), 6, 9)));
      List<String> heard = server.heard;
      assertThat(heard.subList(heard.size() - 3, heard.size()))
          .extracting(line -> line.substring(line.indexOf(' ') + 1))
          .containsExactly(
              "UID COPY 1:3 Processed",
              "UID STORE 1:3 +FLAGS.SILENT (\\Deleted)",
              "UID EXPUNGE 1:3");
    }
  }

  /** As Dovecot refuses all of a MOVE of which some are gone (RFC 5530 section 3). */
  @Test
  void whatAnotherRoundHasMovedMeanwhileIsNoError() throws Exception {
    Function<String, String> answer =
        command ->
            command.startsWith("UID MOVE 1:3")
                ? "%t NO [EXPUNGEISSUED] Some of the requested messages no longer exist\r\n"
                : command.startsWith("UID SEARCH UID 1:3") ? "* SEARCH 2\r\n%t OK done\r\n" : "";
    try (ScriptedServer server = ScriptedServer.imap("MOVE", answer);
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      inbox
          .open()
          .moveOut(
              List.of(
                  new MailLocation(inbox.mailbox(), 7, 1),
                  new MailLocation(inbox.mailbox(), 7, 2),
                  new MailLocation(inbox.mailbox(), 7, 3)));
      assertThat(server.heard).last().asString().endsWith("UID MOVE 2 Processed");
    }
    Function<String, String> always =
        command ->
            command.startsWith("UID MOVE")
                ? "%t NO [EXPUNGEISSUED] Some of the requested messages no longer exist\r\n"
                : command.startsWith("UID SEARCH") ? "* SEARCH 2\r\n%t OK done\r\n" : "";
    try (ScriptedServer server = ScriptedServer.imap("MOVE", always);
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      Inbox.Session session = inbox.open();
      assertThatThrownBy(() -> session.moveOut(List.of(new MailLocation(inbox.mailbox(), 7, 2))))
          .as("a server that says so for ever")
          .hasMessageContaining("EXPUNGEISSUED");
    }
  }

  /** As GreenMail refuses it, and servers that know no such code. */
  @Test
  void whateverIsRefusedBecauseMailsAreGoneIsSaidOfThoseThatAreLeft() throws Exception {
    Function<String, String> answer =
        command ->
            command.startsWith("UID SEARCH UID 1:*")
                ? "* SEARCH 1 2 3\r\n%t OK done\r\n"
                : command.startsWith("UID SEARCH UID 1:3")
                    ? "* SEARCH 2\r\n%t OK done\r\n"
                    : command.matches("UID [A-Z]+ 1:3.*")
                        ? "%t NO UID failed. No such message with uid 1 in folder INBOX\r\n"
                        : command.startsWith("UID FETCH 2 ")
                            ? "* 1 FETCH (UID 2 RFC822.SIZE 9)\r\n%t OK done\r\n"
                            : "";
    for (String abilities : List.of("MOVE UIDPLUS", "UIDPLUS")) {
      try (ScriptedServer server = ScriptedServer.imap(abilities, answer);
          ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
        Inbox.Session session = inbox.open();
        List<MailLocation> three =
            List.of(
                new MailLocation(inbox.mailbox(), 7, 1),
                new MailLocation(inbox.mailbox(), 7, 2),
                new MailLocation(inbox.mailbox(), 7, 3));
        assertThat(session.list(0, 10)).containsExactly(new Inbox.Listing(three.get(1), 9));
        session.moveOut(three);
        session.delete(three);

        assertThat(server.heard)
            .filteredOn(line -> line.matches(".*UID (MOVE|COPY|STORE|EXPUNGE) 2( .*)?"))
            .hasSize(abilities.startsWith("MOVE") ? 3 : 5);
        assertThat(server.heard).filteredOn(line -> line.contains("LOGIN")).hasSize(1);
      }
    }
  }

  @Test
  void nothingIsAboveTheLargestUid() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("MOVE", command -> "");
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      assertThat(inbox.open().list(0xFFFF_FFFFL, 10)).isEmpty();
      assertThat(server.heard).noneMatch(line -> line.contains("SEARCH"));
    }
  }

  @Test
  void aServerThatListsWhatItDoesNotHaveIsNotBelieved() throws Exception {
    String foreign =
        """
        * 1 FETCH (UID 2 RFC822.SIZE 5)
        * 2 FETCH (UID 9 RFC822.SIZE 5)
        %t OK done
        """
            .replace("\n", "\r\n");
    Function<String, String> answer =
        command ->
            command.startsWith("UID SEARCH")
                ? "* SEARCH 3 1 2\r\n%t OK done\r\n"
                : command.startsWith("UID FETCH") ? foreign : "";
    try (ScriptedServer server = ScriptedServer.imap("MOVE", answer);
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      assertThat(inbox.open().list(1, 10))
          .containsExactly(new Inbox.Listing(new MailLocation(inbox.mailbox(), 7, 2), 5));
    }
  }

  @Test
  void aMissingFolderIsMade() throws Exception {
    try (ScriptedServer server = ScriptedServer.imap("MOVE", on("LIST", "%t OK none\r\n"));
        ImapInbox inbox = new ImapInbox(settings(server.port(), Security.NONE))) {
      inbox.open().close();
      assertThat(server.heard).anyMatch(line -> line.endsWith("CREATE Processed"));
    }
  }

  @Test
  void everyConnectionHasTimeoutsAndChecksTheServersName() {
    assertThat(Timeouts.usual().properties("imap"))
        .containsEntry("mail.imap.connectiontimeout", "20000")
        .containsEntry("mail.imap.timeout", "60000")
        .containsEntry("mail.imap.writetimeout", "60000")
        .containsEntry("mail.imap.ssl.checkserveridentity", "true");
  }

  @Test
  void plainConnectionsGoNowhereButToThisMachine() {
    assertThatThrownBy(
            () ->
                new ImapSettings(
                    "mail.example",
                    143,
                    Security.NONE,
                    "u",
                    "p",
                    "INBOX",
                    "Processed",
                    Timeouts.usual(),
                    1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

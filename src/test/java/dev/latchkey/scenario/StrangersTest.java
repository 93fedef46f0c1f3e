package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What somebody sends who belongs to no ticket, or not to this one: the ticket that they aim at
 * stays as it is, and nobody gets a letter in its name because of them.
 */
@NullMarked
class StrangersTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String DORA = "dora@mail.example";
  private static final String EVE = "eve@attacker.example";
  private static final String DESK = "support@desk.example";

  /** A mail that is made for a desk before which LK-1001 lies. */
  @FunctionalInterface
  private interface Sent {
    String by(Conversation desk) throws IOException, SQLException;
  }

  @TestFactory
  Stream<DynamicTest> theTicketOfSomebodyElseStaysAsItIs() throws IOException, SQLException {
    Conversation desk = Conversation.inReviewOfBoth(StrangersTest.class);
    return sent().entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(),
                    () -> {
                      List<String> before = ticket(desk);
                      int letters = desk.sender().sent().size();

                      desk.receive(one.getValue().by(desk));

                      assertThat(ticket(desk)).as(desk.desk().lastReason()).isEqualTo(before);
                      assertThat(desk.sender().sent().subList(letters, desk.sender().sent().size()))
                          .noneMatch(letter -> letter.recipient().toString().startsWith("dora@"))
                          .noneMatch(
                              letter ->
                                  letter.recipient().toString().equals(EVE)
                                      && (letter.subject() + letter.body()).contains("LK-1001"));
                    }))
        .onClose(desk::close);
  }

  private static List<String> ticket(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT CONCAT_WS(' ', state, version, (SELECT COUNT(*) FROM approval), (SELECT COUNT(*)"
            + " FROM evidence), (SELECT COUNT(*) FROM warning), (SELECT COUNT(*) FROM token WHERE"
            + " ticket_id = 1001 AND used_at IS NOT NULL)) FROM ticket WHERE id = 1001");
  }

  private static Map<String, Sent> sent() {
    Map<String, Sent> sent = new LinkedHashMap<>();
    for (String guess : List.of("100", "1001", "aaaaaaaaaaaaaaaaaaaa", "recovery-1001")) {
      sent.put(
          "to an address that is guessed: " + guess,
          desk ->
              desk.stamped(
                  EVE,
                  "support+" + guess + "@desk.example",
                  "Re: LK-1001",
                  "In-Reply-To: <1@desk.example>\n",
                  "Please approve this now."));
    }
    sent.put(
        "in answer to a letter that another person got",
        desk -> {
          OutboundMail theirs = desk.last("CODE", DORA);
          return desk.stamped(
              EVE, DESK, "Re: x", "In-Reply-To: " + theirs.messageId() + "\n", "Please go on.");
        });
    sent.put(
        "with many ids of ours among its references",
        desk ->
            desk.stamped(
                EVE,
                DESK,
                "Re: x",
                "References: "
                    + desk.last("CODE", DORA).messageId()
                    + "\n "
                    + desk.last("CASE", ALICE).messageId()
                    + "\n",
                "APPROVE"));
    sent.put(
        "a bounce of an owner's mailbox that nobody's server sent",
        desk ->
            desk.stamped(EVE, DESK, "Undelivered Mail", "", bounce(desk.last("CODE", DORA)))
                .replace(
                    "text/plain; charset=utf-8",
                    "multipart/report; report-type=delivery-status; boundary=b"));
    sent.put(
        "the same of nobody",
        desk ->
            "Return-Path: <>\n"
                + desk.stamped(
                        "mailer-daemon@attacker.example",
                        DESK,
                        "Undelivered Mail",
                        "Auto-Submitted: auto-replied\n",
                        bounce(desk.last("CODE", DORA)))
                    .replace(
                        "text/plain; charset=utf-8",
                        "multipart/report; report-type=delivery-status; boundary=b"));
    sent.put(
        "a stop word that is guessed",
        desk -> desk.stamped(EVE, DESK, "Stop", "", "STOP-AAAA-BBBB-CCCC-DDDD"));
    sent.put(
        "a code of the ticket in a mail of one's own",
        desk -> desk.stamped(EVE, DESK, "Code", "", code(desk, ALICE)));
    sent.put(
        "a receipt is asked for, and pictures are to be loaded",
        desk ->
            desk.stamped(
                    EVE,
                    DESK,
                    "Re: LK-1001",
                    "Disposition-Notification-To: <"
                        + DORA
                        + ">\nReturn-Receipt-To: <"
                        + DORA
                        + ">\nList-Unsubscribe: <http://127.0.0.1:9/x>\n",
                    "<p>Hello</p><img src='http://127.0.0.1:9/x.png'>")
                .replace("text/plain", "text/html"));
    return sent;
  }

  /** The code in the last case to somebody. */
  private static String code(Conversation desk, String member) throws SQLException {
    return Conversation.code(desk.last("CASE", member)).orElseThrow();
  }

  private static String bounce(OutboundMail letter) {
    return """
        --b
        Content-Type: text/plain

        The mail could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.mail.example

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.1.1
        --b
        Content-Type: text/rfc822-headers

        From: <support@desk.example>
        To: <%s>
        Message-ID: <made-up.%s>
        --b--
        """
        .formatted(letter.recipient(), letter.recipient(), "1@desk.example");
  }

  @Test
  void theReplyAddressOfAnOwnerCommandsNothingWhoeverIsNamed() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StrangersTest.class)) {
      String command = "APPROVE " + code(desk, ALICE);
      OutboundMail theirs = desk.last("CODE", DORA);
      desk.receive(desk.answer(EVE, theirs, command, "Reply-To: " + ALICE + "\n"));
      desk.receive(desk.answer(ALICE, theirs, command));

      // Words to an owner's reply address may stop: a person of the staff reads them.
      assertThat(desk.state(1001)).isIn("IN_REVIEW", "ON_HOLD");
      assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
    }
  }

  @Test
  void whoTakesTheMessageIdOfAnApprovalBeforeItDoesNotSilenceIt() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StrangersTest.class)) {
      String approval = desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%");
      String id = approval.replaceFirst("(?s)^.*\nMessage-ID: (\\S+)\n.*$", "$1");
      desk.receive(
          desk.stamped(EVE, DESK, "Hello", "", "Do you sell bicycles?")
              .replaceFirst("Message-ID: \\S+", "Message-ID: " + id));

      desk.receive(approval);

      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void theSameApprovalTwiceIsOneApproval() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StrangersTest.class)) {
      String approval = desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%");
      desk.receive(approval);
      String notices = "SELECT COUNT(*) FROM outbox WHERE letter = 'NOTICE_APPROVED'";
      List<String> told = desk.column(notices);
      desk.receive(approval);
      desk.receive("X-Hop: again\n" + approval);

      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      assertThat(desk.column("SELECT staff FROM approval")).hasSize(1);
      assertThat(desk.column(notices)).isEqualTo(told);
    }
  }

  @TestFactory
  Stream<DynamicTest> codesGoToRegisteredAddressesWhateverARequestAsksFor() {
    return Stream.of(
            "Please send the code to dora@mail.example, eve@attacker.example.",
            "{\"email\": [\"dora@mail.example\", \"eve@attacker.example\"]}",
            "email: dora@mail.example\ncc: eve@attacker.example\nbcc: eve@attacker.example",
            "My address is dora@mail.example%0d%0aBcc:eve@attacker.example",
            "Registered address: \"dora@mail.example\"@attacker.example")
        .map(
            wish ->
                DynamicTest.dynamicTest(
                    wish,
                    () -> {
                      try (Conversation desk = empty()) {
                        desk.receive(
                            Conversation.mail(STORY.resolve("01-request.eml"))
                                .replace("Hello,", "Hello,\n\n" + wish));

                        assertThat(
                                desk.column("SELECT recipient FROM outbox WHERE letter = 'CODE'"))
                            .isSubsetOf("dora@mail.example", "dora@other.example")
                            .isNotEmpty();
                        assertThat(desk.column("SELECT DISTINCT recipient FROM outbox"))
                            .doesNotContain(EVE);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> nothingThatAFieldHoldsRunsOrBecomesAField() {
    return Stream.of(
            "=?utf-8?q?x=0d=0aBcc:_eve=40attacker.example?=",
            "${7*7} {{7*7}} {% raw %} #{7*7} %{7*7} <#assign x=7>",
            "${jndi:ldap://127.0.0.1:9/x} ${env:PATH}",
            "<script>alert(1)</script> [x](javascript:alert(1)) \u001b[31mred",
            "=?utf-8?q?=E2=80=AEtxet?= \u0007 x",
            "=HYPERLINK(\"http://x.example\") +cmd| -2+3 @SUM(1)",
            "INFO approved LK-1001=?utf-8?q?=0aERROR=20all=20is=20lost?=")
        .map(
            value ->
                DynamicTest.dynamicTest(
                    value,
                    () -> {
                      try (Conversation desk = empty()) {
                        desk.receive(
                            Conversation.mail(STORY.resolve("01-request.eml"))
                                .replace(
                                    "Subject: Account recovery request",
                                    "Subject: Account recovery request " + value)
                                .replace(
                                    "From: Dora <",
                                    "From: \"" + value.replace("\"", "").replace("\\", "") + "\" <")
                                .replace("Hello,", "Hello,\n\nMy project is " + value));

                        assertThat(desk.sender().sent()).isNotEmpty();
                        for (OutboundMail letter : desk.sender().sent()) {
                          assertThat(letter.subject()).doesNotContain("\r", "\n", "\u001b");
                          assertThat(letter.recipient().toString()).isNotEqualTo(EVE);
                          assertThat(letter.subject() + letter.body())
                              .doesNotContain("49", "\u001b", "\u202e", "\u0007");
                        }
                      }
                    }));
  }

  @Test
  void whatComesFromTheDeskItselfIsAnsweredByNobody() throws SQLException {
    try (Conversation desk = empty()) {
      for (String own : List.of(DESK, "support+abc@desk.example", "Support@Desk.Example")) {
        desk.receive(
            desk.stamped(
                own, DESK, "Account recovery", "", "I lost my phone. My account is `dora`."));
      }
      desk.receive(
          "Return-Path: <>\n"
              + desk.stamped(
                  "mailer-daemon@mail.example", DESK, "Undeliverable", "", "It was not sent."));

      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter <> 'ALARM'")).isEmpty();
      assertThat(desk.column("SELECT id FROM ticket")).isEmpty();
    }
  }

  @Test
  void peopleOfOtherLettersAreReadRightly() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("From: Dora <", "From: =?utf-8?q?D=C3=B6ra_M=C3=BCller?= <")
              .replace("Subject: Account", "Subject: =?utf-8?q?=F0=9F=94=91?= Account"));

      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'CODE'")).hasSize(2);
    }
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(StrangersTest.class), STORY.resolve("accounts.csv"));
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts from the mail with which Alice approves LK-1001 in story 01, which is perfect, and breaks
 * exactly one thing: nothing may be approved. Its harmless twins, as real clients write them, must
 * be understood.
 */
@NullMarked
class StaffAttackTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String PASSED =
      """
      Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=staff.example;
       dkim=pass header.d=staff.example; dmarc=pass header.from=staff.example
      """;
  private static final String RECEIVED =
      "Received: from mail.staff.example by mx.desk.example; Mon, 02 Mar 2026 09:00:00 +0000\n";
  private static final String FROM = "From: Alice <alice@staff.example>\n";
  private static final String TEXT = "Content-Type: text/plain; charset=utf-8\n";

  @TestFactory
  Stream<DynamicTest> oneBrokenThingAndNothingIsApproved() throws IOException, SQLException {
    Conversation desk = Conversation.inReview(StaffAttackTest.class);
    String perfect = perfect(desk);
    String code = code(desk, "alice");
    Stream<DynamicTest> broken =
        attacks().entrySet().stream()
            .map(
                attack ->
                    DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> {
                          String mail = attack.getValue().apply(perfect, code);
                          assertThat(mail).isNotEqualTo(perfect);

                          desk.receive(mail);

                          assertRefused(desk);
                        }));
    DynamicTest whole =
        DynamicTest.dynamicTest(
            "and the perfect mail still approves",
            () -> {
              desk.receive(perfect);
              assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
            });
    return Stream.concat(broken, Stream.of(whole)).onClose(desk::close);
  }

  private static Map<String, BinaryOperator<String>> attacks() {
    Map<String, BinaryOperator<String>> attacks = new TreeMap<>();
    attacks.put(
        "from another domain",
        (mail, code) ->
            mail.replace("alice@staff.example", "alice@stafff.example")
                .replace("=staff.example", "=stafff.example"));
    attacks.put(
        "from another person of the domain",
        (mail, code) -> mail.replace("alice@staff.example", "carol@staff.example"));
    attacks.put("no Authentication-Results", (mail, code) -> mail.replace(PASSED, ""));
    attacks.put("dmarc fails", (mail, code) -> mail.replace("dmarc=pass", "dmarc=fail"));
    attacks.put("dmarc is none", (mail, code) -> mail.replace("dmarc=pass", "dmarc=none"));
    attacks.put("no dkim, only spf", (mail, code) -> mail.replace("dkim=pass", "dkim=none"));
    attacks.put(
        "dkim of another domain",
        (mail, code) -> mail.replace("header.d=staff.example", "header.d=bulk.example"));
    attacks.put(
        "Authentication-Results of another server",
        (mail, code) -> mail.replace("Results: mx.desk.example", "Results: mx.evil.example"));
    attacks.put(
        "Authentication-Results below Received",
        (mail, code) -> mail.replace(PASSED + RECEIVED, RECEIVED + PASSED));
    attacks.put(
        "a forged second Authentication-Results below a failed one",
        (mail, code) ->
            mail.replace(PASSED + RECEIVED, PASSED.replace("=pass", "=fail") + RECEIVED + PASSED));
    attacks.put(
        "a forged Authentication-Results beside a failed one",
        (mail, code) -> mail.replace(PASSED, PASSED + PASSED.replace("=pass", "=fail")));
    attacks.put(
        "results inside a comment",
        (mail, code) ->
            mail.replace("dmarc=pass header.from=staff.example", "dmarc=fail (dmarc=pass)"));
    attacks.put(
        "Reply-To differs",
        (mail, code) -> mail.replace(FROM, FROM + "Reply-To: alice@evil.example\n"));
    attacks.put(
        "Sender names the staff member, From does not",
        (mail, code) -> mail.replace(FROM, "From: m@evil.example\nSender: alice@staff.example\n"));
    attacks.put(
        "two From fields", (mail, code) -> mail.replace(FROM, FROM + "From: m@evil.example\n"));
    attacks.put(
        "two addresses in From",
        (mail, code) -> mail.replace(FROM, "From: alice@staff.example, m@evil.example\n"));
    attacks.put(
        "an encoded word for an address",
        (mail, code) ->
            mail.replace(FROM, "From: =?utf-8?q?alice=40staff.example?= <m@evil.example>\n"));
    attacks.put(
        "the address only in the display name",
        (mail, code) -> mail.replace(FROM, "From: \"alice@staff.example\" <m@evil.example>\n"));
    attacks.put("wrong code", (mail, code) -> mail.replace("APPROVE " + code, "APPROVE AAAAAAAA"));
    attacks.put("no code", (mail, code) -> mail.replace("APPROVE " + code, "APPROVE"));
    attacks.put(
        "a code with a look-alike",
        (mail, code) -> mail.replace(code, "\u00d0\u0090" + code.substring(1)));
    attacks.put(
        "automatic", (mail, code) -> mail.replace(FROM, FROM + "Auto-Submitted: auto-replied\n"));
    attacks.put(
        "through a list",
        (mail, code) -> mail.replace(FROM, FROM + "List-Id: <staff.lists.example>\n"));
    attacks.put(
        "two commands", (mail, code) -> mail.replace(code + "\n", code + "\nREJECT not hers\n"));
    attacks.put(
        "a digest in a reply to one case",
        (mail, code) ->
            mail.replace(
                "APPROVE " + code, "APPROVE LK-1001 " + code + "\nREJECT LK-1002 not hers"));
    attacks.put(
        "about another ticket",
        (mail, code) -> mail.replace("APPROVE " + code, "APPROVE LK-1002 " + code));
    attacks.put(
        "command in the quote only",
        (mail, code) -> mail.replace("APPROVE " + code, "> APPROVE " + code));
    attacks.put(
        "command below an attribution",
        (mail, code) ->
            mail.replace(
                "APPROVE " + code,
                "Thanks!\n\nOn Mon, 2 Mar 2026 at 09:00, Bob <bob@staff.example> wrote:\n> APPROVE "
                    + code));
    attacks.put(
        "command in the signature",
        (mail, code) -> mail.replace("APPROVE " + code, "Thanks!\n-- \nAPPROVE " + code));
    attacks.put(
        "command after a line separator",
        (mail, code) -> mail.replace("APPROVE " + code, "Fine.\u00e2\u0080\u00a8APPROVE " + code));
    attacks.put(
        "command in the subject only",
        (mail, code) ->
            mail.replace("APPROVE " + code, "Thanks!")
                .replace("Subject: Re: case", "Subject: APPROVE " + code));
    attacks.put(
        "command in an attachment only",
        (mail, code) ->
            multipart(
                mail,
                "mixed",
                part("text/plain; charset=utf-8", "See the file."),
                part(
                    "text/plain; name=a.txt\nContent-Disposition: attachment", "APPROVE " + code)));
    attacks.put(
        "an HTML twin that says something else",
        (mail, code) ->
            multipart(
                mail,
                "alternative",
                part("text/plain; charset=utf-8", "APPROVE " + code),
                part("text/html; charset=utf-8", "<p>REJECT she is not the owner</p>")));
    attacks.put(
        "a command that the reader of the HTML does not see",
        (mail, code) ->
            mail.replace(TEXT, "Content-Type: text/html; charset=utf-8\n")
                .replace(
                    "APPROVE " + code,
                    "<p style=\"display:none\">APPROVE " + code + "</p><p>I will look at it</p>"));
    attacks.put(
        "to the desk instead of the reply address",
        (mail, code) -> mail.replaceAll("(?m)^To: .*$", "To: support@desk.example"));
    attacks.put(
        "a reply address with one letter changed",
        (mail, code) -> mail.replaceAll("(?m)^To: (.*)[a-z2-7]@", "To: $11@"));
    return attacks;
  }

  @TestFactory
  Stream<DynamicTest> harmlessTwinsAreUnderstood() {
    return twins().entrySet().stream()
        .map(
            twin ->
                DynamicTest.dynamicTest(
                    twin.getKey(),
                    () -> {
                      try (Conversation desk = Conversation.inReview(StaffAttackTest.class)) {
                        desk.receive(twin.getValue().apply(perfect(desk), code(desk, "alice")));

                        assertThat(desk.outcome())
                            .as(desk.desk().lastReason())
                            .isEqualTo(Outcome.COMMAND_DONE);
                        assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
                      }
                    }));
  }

  private static Map<String, BinaryOperator<String>> twins() {
    Map<String, BinaryOperator<String>> twins = new TreeMap<>();
    twins.put("as it is", (mail, code) -> mail);
    twins.put(
        "Gmail",
        (mail, code) ->
            mail.replace(
                "> the case",
                "On Mon, Mar 2, 2026 at 9:00\u00e2\u0080\u00afAM Example Index Support <\n"
                    + "support@desk.example> wrote:\n\n> Approve only when sure:\n> APPROVE "
                    + code));
    twins.put(
        "Outlook",
        (mail, code) ->
            mail.replace(
                "> the case",
                """
                ________________________________
                From: Example Index Support <support@desk.example>
                Sent: Monday, March 2, 2026 9:00 AM
                To: Alice <alice@staff.example>
                Subject: Case LK-1001

                Answer with REJECT or with APPROVE and the code.
                """));
    twins.put(
        "Apple Mail",
        (mail, code) ->
            mail.replace(
                "> the case",
                "Sent from my iPhone\n\n> On 2 Mar 2026, at 09:00, Example Index Support"
                    + " <support@desk.example> wrote:\n> \n> \ufeffREJECT".replace("\ufeff", "")));
    twins.put(
        "a signature",
        (mail, code) -> mail.replace("> the case", "-- \nAlice\nExample Index\n\n> the case"));
    twins.put(
        "the server's name in capitals, and its version",
        (mail, code) -> mail.replace("Results: mx.desk.example;", "Results: MX.DESK.EXAMPLE 1;"));
    twins.put(
        "through somebody who passes mail on as it is",
        (mail, code) -> mail.replace("spf=pass", "spf=fail"));
    twins.put(
        "a signature of a service beside that of the domain",
        (mail, code) ->
            mail.replace(
                " dkim=pass", " dkim=pass header.d=bulk.example header.s=x9;\n dkim=pass"));
    twins.put(
        "a name of other letters",
        (mail, code) -> mail.replace("From: Alice", "From: =?utf-8?q?=C3=84lice_=E5=B1=B1?="));
    twins.put(
        "quoted-printable, in soft lines",
        (mail, code) ->
            mail.replace(TEXT, TEXT + "Content-Transfer-Encoding: quoted-printable\n")
                .replace("APPROVE " + code, "APPR=\nOVE=20" + code));
    twins.put("lower case", (mail, code) -> mail.replace("APPROVE", "approve"));
    twins.put(
        "slash and full stop",
        (mail, code) -> mail.replace("APPROVE " + code, "/approve " + code + "."));
    twins.put(
        "the reference in the command",
        (mail, code) -> mail.replace("APPROVE " + code, "APPROVE LK-1001 " + code));
    twins.put(
        "Reply-To is From",
        (mail, code) -> mail.replace(FROM, FROM + "Reply-To: " + FROM.substring(6)));
    twins.put(
        "base64",
        (mail, code) ->
            mail.substring(0, mail.indexOf("\n\n"))
                + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder()
                    .encodeToString(
                        ("APPROVE " + code + "\r\n").getBytes(StandardCharsets.US_ASCII))
                + "\n");
    twins.put(
        "an HTML twin that says the same",
        (mail, code) ->
            multipart(
                mail,
                "alternative",
                part("text/plain; charset=utf-8", "APPROVE " + code),
                part("text/html; charset=utf-8", "<div dir=\"ltr\">APPROVE " + code + "</div>")));
    twins.put(
        "HTML only",
        (mail, code) ->
            mail.replace(TEXT, "Content-Type: text/html; charset=utf-8\n")
                .replace("APPROVE " + code, "<div>APPROVE " + code + "</div>")
                .replace("> the case", "<blockquote type=\"cite\">the case</blockquote>"));
    return twins;
  }

  @Test
  void theAddressAndCodeOfAColleagueCountForNobodyElse() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReviewOfBoth(StaffAttackTest.class)) {
      OutboundMail bobs = desk.last("CASE", "bob@staff.example");
      desk.receive(desk.mail(STORY.resolve("04-alice-approves.eml"), bobs));

      assertRefused(desk);
    }
  }

  @Test
  void theCodeOfAColleagueIsNotMine() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReviewOfBoth(StaffAttackTest.class)) {
      desk.receive(perfect(desk).replace(code(desk, "alice"), code(desk, "bob")));

      assertRefused(desk);
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void aUsedReplyAddressApprovesNothing() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffAttackTest.class)) {
      String perfect = perfect(desk);
      desk.change(
          "UPDATE token SET used_at = issued_at WHERE purpose = 'DECIDE' AND recipient ="
              + " 'alice@staff.example'");
      desk.receive(perfect);

      assertRefused(desk);
    }
  }

  @Test
  void anExpiredReplyAddressApprovesNothing() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffAttackTest.class)) {
      String perfect = perfect(desk);
      desk.after(Duration.ofDays(15));
      desk.receive(perfect);

      assertRefused(desk);
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void whatWasNotShownIsNotApproved() throws IOException, SQLException {
    for (String meanwhile :
        new String[] {
          "INSERT INTO warning VALUES (1001, 'SEVERAL_CLAIMANTS', 'x', NOW(6))",
          "INSERT INTO evidence (ticket_id, class, source, at)"
              + " VALUES (1001, 'SECOND_CODE', 'kim@mail.example', NOW(6))",
          "DELETE FROM evidence WHERE ticket_id = 1001 AND class = 'REGISTERED_SENDER'",
          "UPDATE ticket SET round = 2 WHERE id = 1001"
        }) {
      try (Conversation desk = Conversation.inReview(StaffAttackTest.class)) {
        String perfect = perfect(desk);
        desk.change(meanwhile);
        desk.receive(perfect);

        assertRefused(desk);
        assertThat(desk.outcome()).as(meanwhile).isEqualTo(Outcome.COMMAND_REFUSED);
      }
    }
  }

  @Test
  void nobodyApprovesTheirOwnRequest() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffAttackTest.class)) {
      String perfect = perfect(desk);
      desk.change("UPDATE ticket SET requester = 'alice@staff.example' WHERE id = 1001");
      desk.receive(perfect);

      assertRefused(desk);
    }
  }

  @Test
  void nobodyApprovesTheRecoveryOfTheirOwnAccount(@TempDir Path folder)
      throws IOException, SQLException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        Files.readString(STORY.resolve("accounts.csv"))
            .replace(
                "dora@mail.example verified since 2021-03-01;",
                "dora@mail.example verified since 2021-03-01;"
                    + " alice@staff.example verified since 2021-03-01;"));
    try (Conversation desk =
        new Conversation(TestDatabase.emptyFor(StaffAttackTest.class), accounts)) {
      desk.proveOwnership(STORY);
      // The case goes to Bob; she asks for it.
      desk.receive(
          desk.stamped(
              "alice@staff.example", "support@desk.example", "a case", "", "STATUS LK-1001"));
      desk.receive(perfect(desk));

      assertRefused(desk);
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void belowTheFloorNobodyApproves(@TempDir Path folder) throws IOException, SQLException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        Files.readString(STORY.resolve("accounts.csv")).replace(",yes,no,yes,", ",yes,yes,yes,"));
    try (Conversation desk =
        new Conversation(TestDatabase.emptyFor(StaffAttackTest.class), accounts)) {
      desk.proveOwnership(STORY);
      desk.receive(perfect(desk));

      assertRefused(desk);
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
    }
  }

  @Test
  void theSameApprovalTwiceIsOneApproval() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffAttackTest.class)) {
      String perfect = perfect(desk);
      desk.receive(perfect);
      desk.receive(perfect.replace("<story.1@", "<story.9@"));

      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.column("SELECT staff FROM approval")).hasSize(1);
    }
  }

  @Test
  void aCaseIsNoTaskAndCannotBeDone() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffAttackTest.class)) {
      String perfect = perfect(desk);
      desk.receive(perfect);
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofDays(2));
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");

      desk.receive(perfect.replaceAll("APPROVE .*", "DONE"));

      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  private static void assertRefused(Conversation desk) throws SQLException {
    assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("IN_REVIEW");
    assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
    assertThat(desk.outcome()).isNotIn(Outcome.COMMAND_DONE, Outcome.FAILED);
    assertThat(desk.column("SELECT id FROM mail WHERE state = 'RECEIVED'")).isEmpty();
  }

  private static String perfect(Conversation desk) throws IOException, SQLException {
    return desk.mail(
        STORY.resolve("04-alice-approves.eml"), desk.last("CASE", "alice@staff.example"));
  }

  private static String code(Conversation desk, String staff) throws SQLException {
    return Conversation.code(desk.last("CASE", staff + "@staff.example")).orElseThrow();
  }

  private static String multipart(String mail, String kind, String... parts) {
    String header = mail.substring(0, mail.indexOf("\n\n"));
    return header.replace(TEXT.strip(), "Content-Type: multipart/" + kind + "; boundary=\"cut\"")
        + "\n\n"
        + String.join("", parts)
        + "--cut--\n";
  }

  private static String part(String type, String text) {
    return "--cut\nContent-Type: " + type + "\n\n" + text + "\n";
  }
}

package dev.latchkey.scenario;

import static dev.latchkey.scenario.Stage.ALICE;
import static dev.latchkey.scenario.Stage.DESK;
import static dev.latchkey.scenario.Stage.DORA;
import static dev.latchkey.scenario.Stage.EVE;
import static dev.latchkey.scenario.Stage.STORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a stranger sends into a recovery of somebody else's, and what programs of the owner's send
 * on their own: nothing is proved, stopped or ended by it, and nothing of the owner goes out. Each
 * ends with the owner's own mail, which counts.
 */
@NullMarked
class TwistedClaimsTest {
  @TempDir private Path folder;

  /** While Dora's codes are out. */
  @Test
  void nobodyProvesOrEndsWhatIsDoras() throws IOException, SQLException {
    try (Conversation desk = desk()) {
      desk.receive(Stage.request());
      OutboundMail letter = desk.last("CODE", DORA);
      Map<String, String> mails = new LinkedHashMap<>();
      strangers(desk, letter, mails);
      machines(desk, letter, mails);
      List<String> broken = new ArrayList<>();
      for (Map.Entry<String, String> one : mails.entrySet()) {
        desk.receive(one.getValue());
        if (!desk.state(1001).equals("PROVING")
            || desk.outcome() == Outcome.FAILED
            || !proofs(desk).isEmpty()
            || !desk.column("SELECT kind FROM warning WHERE ticket_id = 1001").isEmpty()) {
          broken.add(
              one.getKey()
                  + ": "
                  + desk.state(1001)
                  + " "
                  + desk.outcome()
                  + " "
                  + proofs(desk)
                  + desk.column("SELECT kind FROM warning WHERE ticket_id = 1001"));
          if (!desk.state(1001).equals("PROVING") || !proofs(desk).isEmpty()) {
            break;
          }
          desk.change("DELETE FROM warning");
        }
      }

      assertThat(broken).isEmpty();
      assertThat(to(desk, EVE)).doesNotContain(DORA, "dora@other.example");
      mails.clear();
      codes(desk, letter, mails);
      for (Map.Entry<String, String> one : mails.entrySet()) {
        desk.receive(one.getValue());
        assertThat(proofs(desk)).as(one.getKey()).isEmpty();
      }
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));
      assertThat(proofs(desk)).as(desk.desk().lastReason()).containsExactly("CODE");
    }
  }

  /** Case E16 of the shared attacks: both of her mailboxes are of one organisation. */
  @Test
  void twoMailboxesOfOneOrganisationAreNoRecommendation() throws IOException, SQLException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.csv"),
            Files.readString(STORY.resolve("accounts.csv"))
                .replace("dora@other.example", "dora@eu.mail.example"));
    try (Conversation desk = Stage.desk(TwistedClaimsTest.class, accounts)) {
      desk.receive(Stage.request());
      for (String who : List.of(DORA, "dora@eu.mail.example")) {
        desk.receive(desk.answer(who, desk.last("CODE", who), "%CODE%"));
      }
      assertThat(proofs(desk)).containsExactly("CODE", "CODE");

      desk.after(Duration.ofDays(8));
      desk.receive(desk.stamped(ALICE, DESK, "Re: account", "", "STATUS LK-1001"));
      desk.receive(desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%"));
      assertThat(desk.last("CASE", ALICE).body()).contains("not recommended");
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
    }
  }

  /** While it cools off: who stops it must be somebody. */
  @Test
  void nobodyStopsWhatIsDoras() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(TwistedClaimsTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      OutboundMail notice = desk.last("NOTICE_APPROVED", "dora@other.example");
      Map<String, String> mails = new LinkedHashMap<>();
      strangers(desk, notice, mails);
      machines(desk, notice, mails);
      mails.put("not me", stranger(desk, "Re: LK-1001", "", "This was not me! Stop LK-1001."));
      mails.put(
          "not me, in her name",
          forged(
              desk,
              "Re: LK-1001",
              "In-Reply-To: " + notice.messageId() + "\n",
              "This was not me!"));
      mails.put(
          "a stop word that is guessed", stranger(desk, "STOP-AAAA", "", "STOP-AAAA-BBBB-CCCC-DD"));
      mails.put("an order", stranger(desk, "HOLD LK-1001", "", "HOLD LK-1001\nREJECT LK-1001"));
      mails.put(
          "an order in Alice's name",
          forged(desk, "Re: x", "Sender: alice@staff.example\n", "HOLD LK-1001"));
      List<String> broken = new ArrayList<>();
      for (Map.Entry<String, String> one : mails.entrySet()) {
        desk.receive(one.getValue());
        if (!desk.state(1001).equals("COOLING_OFF") || desk.outcome() == Outcome.FAILED) {
          broken.add(one.getKey() + ": " + desk.state(1001) + " " + desk.outcome());
          break;
        }
      }

      assertThat(broken).isEmpty();
      assertThat(to(desk, EVE)).doesNotContain(DORA, "dora@other.example");
      desk.receive(desk.answer("dora@other.example", notice, "This was not me, please stop it."));
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
    }
  }

  private static void strangers(Conversation desk, OutboundMail letter, Map<String, String> mails) {
    String id = letter.messageId();
    String chain =
        IntStream.range(0, 5000)
            .mapToObj(i -> "<x" + i + "@attacker.example>\n ")
            .collect(Collectors.joining());
    mails.put(
        "it answers Dora's letter and says that all is well",
        stranger(
            desk,
            "Re: account",
            "In-Reply-To: " + id + "\n",
            "It is solved, I am back in. Thanks!"));
    mails.put(
        "and at the end of a chain",
        stranger(
            desk,
            "Re: account",
            "References: " + chain + id + "\n",
            "It is solved, I am back in. Thanks!"));
    mails.put(
        "in her name, unproved",
        forged(
            desk,
            "Re: account",
            "In-Reply-To: " + id + "\n",
            "It is solved, please close LK-1001."));
    mails.put(
        "in her name, and the Sender is another",
        forged(
            desk,
            "Re: account",
            "Sender: " + EVE + "\nIn-Reply-To: " + id + "\n",
            "I am back in, close LK-1001."));
    mails.put(
        "its From names her first",
        stranger(desk, "LK-1001", "", "Please close it.")
            .replace("From: <" + EVE + ">", "From: " + DORA + " <" + EVE + ">"));
    mails.put(
        "its From names her in an encoded word",
        stranger(desk, "LK-1001", "", "I am back in, thanks.")
            .replace(
                "From: <", "From: =?utf-8?q?dora=40mail.example_=3Cdora=40mail.example=3E?= <"));
    mails.put(
        "a group of both",
        stranger(desk, "LK-1001", "", "I am back in, thanks.")
            .replace("From: <" + EVE + ">", "From: us: " + DORA + ", " + EVE + ";"));
    mails.put(
        "two From", stranger(desk, "LK-1001", "From: <" + DORA + ">\n", "I am back in, thanks."));
    mails.put(
        "its Reply-To is hers",
        stranger(desk, "LK-1001", "Reply-To: " + DORA + "\n", "I am back in, thanks."));
    mails.put(
        "it names the ticket and asks how it goes",
        stranger(desk, "STATUS LK-1001", "", "How is LK-1001 going? Which addresses got codes?"));
    mails.put(
        "it wants a code sent to it",
        stranger(
            desk, "LK-1001", "", "I am Dora. Please send my new code for LK-1001 to " + EVE + "."));
    mails.put(
        "it corrects her answer",
        stranger(
            desk,
            "Re: LK-1001",
            "In-Reply-To: " + id + "\n",
            "Sorry, my account name is evelyn, not dora."));
    mails.put(
        "through a list of its own",
        stranger(
            desk,
            "LK-1001",
            "List-Id: <dora.mail.example>\nX-Original-Sender: " + DORA + "\n",
            "I am back in, thanks."));
    mails.put(
        "a reply address that is made up",
        stranger(desk, "Re: account", "", "I am back in, thanks.")
            .replace("To: " + DESK, "To: support+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@desk.example"));
    mails.put(
        "for a program of Google alone",
        twoForms(
            stranger(desk, "LK-1001", "", "%BODY%"),
            "Hello",
            "text/x-amp-html",
            "I am back in, close LK-1001."));
  }

  /** What programs send, of her domain or in its name. */
  private static void machines(Conversation desk, OutboundMail letter, Map<String, String> mails) {
    String id = letter.messageId();
    String guessed = id.replaceFirst("lk[.].", "lk.z");
    String returned =
        "Content-Type: message/rfc822\n\nFrom: support@desk.example\nTo: "
            + DORA
            + "\nMessage-ID: "
            + id
            + "\nSubject: "
            + letter.subject()
            + "\n\n"
            + letter.body();
    String failed =
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.mail.example\n\nFinal-Recipient: rfc822; "
            + DORA
            + "\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n";
    for (String from : List.of("mailer-daemon@attacker.example", "mailer-daemon@mail.example")) {
      mails.put(
          "a bounce of " + from,
          parts(
              desk.stamped(
                  from,
                  DESK,
                  "Undelivered",
                  "Auto-Submitted: auto-replied\nReturn-Path: <>\n",
                  "%BODY%"),
              "report; report-type=delivery-status",
              "Content-Type: text/plain\n\nNo such user.",
              failed,
              "Content-Type: text/rfc822-headers\n\nMessage-ID: " + guessed + "\nTo: " + DORA));
    }
    mails.put(
        "a bounce that brings the letter",
        parts(
            desk.answer("mailer-daemon@mail.example", letter, "%BODY%", "Return-Path: <>\n"),
            "report; report-type=delivery-status",
            "Content-Type: text/plain\n\nIt will be tried again.",
            failed.replace("failed", "delayed").replace("5.1.1", "4.2.2"),
            returned));
    mails.put(
        "a receipt that brings the letter",
        parts(
            desk.answer(DORA, letter, "%BODY%", ""),
            "report; report-type=disposition-notification",
            "Content-Type: text/plain\n\nYour message was displayed.",
            "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;"
                + DORA
                + "\nDisposition: automatic-action/MDN-sent-automatically; displayed",
            returned));
    mails.put(
        "a receipt in one text",
        desk.answer(
            DORA,
            letter,
            "Your message was read on Monday.\n\n" + letter.body(),
            "Auto-Submitted: auto-replied\n"));
    mails.put(
        "an out-of-office with all of it",
        desk.answer(
            DORA,
            letter,
            "I am out of the office until Monday.\n\n" + letter.body(),
            "Auto-Submitted: auto-replied\nX-Autoreply: yes\n"));
    mails.put(
        "a help desk that opened a case",
        desk.answer(
            DORA,
            letter,
            "We received your request [#4711] and will be back soon.\n\n" + letter.body(),
            "Auto-Submitted: auto-generated\n"));
    mails.put(
        "a meeting that was accepted",
        twoForms(
            desk.answer(
                DORA,
                letter,
                "%BODY%",
                "Content-Class: urn:content-classes:calendarmessage\nAuto-Submitted: auto-generated\n"),
            "Accepted: " + letter.subject(),
            "text/calendar; method=REPLY",
            "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nDESCRIPTION:"
                + Conversation.code(letter).orElse("")
                + "\nEND:VEVENT\nEND:VCALENDAR"));
    mails.put(
        "a complaint of a mailbox provider",
        parts(
            desk.stamped("fbl@mail.example", DESK, "complaint", "", "%BODY%"),
            "report; report-type=feedback-report",
            "Content-Type: text/plain\n\nAn abuse report.",
            "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1",
            returned));
    mails.put(
        "another desk's acknowledgement",
        desk.stamped(
            "support@other.example",
            DESK,
            "[LK-1001] We got your request",
            "Auto-Submitted: auto-replied\nIn-Reply-To: " + id + "\n",
            "Your request LK-1001 is withdrawn. I am back in."));
  }

  private static void codes(Conversation desk, OutboundMail letter, Map<String, String> mails) {
    String code = Conversation.code(letter).orElseThrow();
    mails.put(
        "the name of a file",
        parts(
            desk.answer(DORA, letter, "%BODY%", ""),
            "mixed",
            "Content-Type: text/plain\n\nsee the file",
            "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\""
                + code
                + ".txt\"\n\nx"));
    mails.put(
        "within a file",
        parts(
            desk.answer(DORA, letter, "%BODY%", ""),
            "mixed",
            "Content-Type: text/plain\n\nsee the file",
            "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n"
                + code));
    mails.put(
        "backwards",
        desk.answer(DORA, letter, "\u202e" + new StringBuilder(code).reverse() + "\u202c", ""));
    mails.put(
        "a Cyrillic letter", desk.answer(DORA, letter, code.replaceFirst("[A-Z]", "\u0416"), ""));
    mails.put(
        "the name of its writer",
        desk.answer(DORA, letter, "Hello, what is this?", "")
            .replace("From: <", "From: \"" + code + "\" <"));
    mails.put("behind a mark", desk.answer(DORA, letter, "What is this?\n\n> " + code, ""));
    mails.put(
        "in another's letter",
        desk.answer(
            DORA,
            letter,
            "---------- Forwarded message ---------\nFrom: support@desk.example\nSubject: x\n\n"
                + code,
            ""));
    mails.put(
        "in what nobody sees",
        desk.answer(
                DORA, letter, "<p>What is this?</p><p style='display:none'>" + code + "</p>", "")
            .replace("text/plain", "text/html"));
    mails.put(
        "in her name, and the server says that it is not",
        desk.answer(DORA, letter, code, "").replace("dmarc=pass", "dmarc=fail"));
  }

  private static String stranger(Conversation desk, String subject, String fields, String text) {
    return desk.stamped(EVE, DESK, subject, fields, text);
  }

  /** In Dora's name, and nothing proves it. */
  private static String forged(Conversation desk, String subject, String fields, String text) {
    return desk.stamped(DORA, DESK, subject, fields, text)
        .replace("spf=pass", "spf=softfail")
        .replace("dkim=pass header.d=mail.example; dmarc=pass", "dkim=none; dmarc=none");
  }

  private static String twoForms(String mail, String plain, String type, String other) {
    return parts(
        mail,
        "alternative",
        "Content-Type: text/plain\n\n" + plain,
        "Content-Type: " + type + "\n\n" + other);
  }

  private static String parts(String mail, String kind, String... parts) {
    String body =
        Arrays.stream(parts).map(part -> "--b\n" + part + "\n").collect(Collectors.joining())
            + "--b--\n";
    return mail.replace(
            "Content-Type: text/plain; charset=utf-8\n",
            "Content-Type: multipart/" + kind + "; boundary=b\n")
        .replace("Content-Transfer-Encoding: 8bit\n", "")
        .replace("%BODY%", Stage.octets(body));
  }

  private static List<String> proofs(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT class FROM evidence WHERE ticket_id = 1001 AND class NOT IN ('REGISTERED_SENDER')");
  }

  private static String to(Conversation desk, String who) {
    return desk.sender().sent().stream()
        .filter(mail -> mail.recipient().toString().equals(who))
        .map(OutboundMail::body)
        .collect(Collectors.joining("\n"));
  }

  private static Conversation desk() {
    Conversation desk = Stage.desk(TwistedClaimsTest.class);
    desk.passes(Duration.ofMinutes(1));
    return desk;
  }
}

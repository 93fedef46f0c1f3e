package dev.latchkey.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Approvals that are none, in forms that stand in no list of ours or of the shared corpus: each is
 * Alice's perfect mail with one thing about it that is not hers, or that a person would not see as
 * she meant it. The twins are mails as people's programs write them, and each counts.
 */
@NullMarked
class FreshTricksTest {
  private static final String PLAIN = "Content-Type: text/plain; charset=utf-8";
  private static final String EIGHT_BIT = "Content-Transfer-Encoding: 8bit\n";
  private static final String DKIM = "dkim=pass header.d=staff.example";
  private static final String DMARC = "dmarc=pass header.from=staff.example";
  private static final String FROM = "From: <alice@staff.example>\n";

  @Test
  void nothingIsApprovedThatAliceDidNotPlainlyWrite() throws IOException, SQLException {
    Stage.noneApproves(FreshTricksTest.class, tricks());
  }

  @Test
  void whatPeoplesProgramsWriteCounts() throws IOException, SQLException {
    Stage.allApprove(FreshTricksTest.class, twins());
  }

  private static Map<String, BinaryOperator<String>> tricks() {
    Map<String, BinaryOperator<String>> tricks = new LinkedHashMap<>();
    results(tricks);
    senders(tricks);
    machines(tricks);
    texts(tricks);
    structures(tricks);
    return tricks;
  }

  private static void results(Map<String, BinaryOperator<String>> tricks) {
    tricks.put(
        "the server found nothing, and a better result stands below its Received",
        (mail, code) ->
            mail.replace(
                    mail.substring(0, mail.indexOf("Received:")),
                    "Authentication-Results: mx.desk.example; none\n")
                .replace(FROM, mail.substring(0, mail.indexOf("Received:")) + FROM));
    swap(
        tricks,
        "DMARC passed for the domain of somebody else",
        DMARC,
        "dmarc=pass header.from=mail.example");
    swap(tricks, "the signer's domain ends in ours", DKIM, "dkim=pass header.d=xstaff.example");
    swap(
        tricks,
        "the signer's domain begins with ours",
        DKIM,
        "dkim=pass header.d=staff.example.attacker.example");
    swap(
        tricks,
        "a reason that names our domain",
        DKIM,
        "dkim=pass reason=\"header.d=staff.example\" header.d=attacker.example");
    swap(
        tricks,
        "a comment that names our domain",
        DKIM,
        "dkim=pass (header.d=staff.example) header.d=attacker.example");
    swap(
        tricks,
        "a signer given twice",
        DKIM,
        "dkim=pass header.d=staff.example header.d=attacker.example");
    swap(
        tricks,
        "DMARC within the reason of SPF",
        DMARC,
        "spf=fail reason=\"; dmarc=pass header.from=staff.example\"");
    swap(tricks, "DMARC passed by a policy of the receiver", "dmarc=pass", "dmarc=policy");
    swap(tricks, "a comment that does not end", DMARC, "(dmarc=pass header.from=staff.example");
    swap(
        tricks,
        "an identity of another organisation",
        DKIM,
        "dkim=pass header.i=alice@staff.example@attacker.example");
    swap(
        tricks,
        "a name of the server in quotes that goes on",
        "Results: mx.desk.example;",
        "Results: \"mx.desk.example attacker\";");
    swap(
        tricks,
        "a version that there is not",
        "Results: mx.desk.example;",
        "Results: mx.desk.example 9;");
  }

  private static void senders(Map<String, BinaryOperator<String>> tricks) {
    swap(tricks, "a full stop behind the domain", FROM, "From: <alice@staff.example.>\n");
    swap(tricks, "an ideographic full stop", FROM, "From: <alice@staff\u3002example>\n");
    swap(tricks, "letters of full width", FROM, "From: <\uff41lice@staff.example>\n");
    swap(tricks, "another From in small letters", FROM, FROM + "from: <eve@attacker.example>\n");
    swap(
        tricks,
        "a From below the Subject with a space",
        "Subject: Re: account\n",
        "Subject: Re: account\nFrom : <eve@attacker.example>\n");
    swap(
        tricks,
        "a name around the real address",
        FROM,
        "From: alice@staff.example via <eve@attacker.example>\n");
    swap(tricks, "an address literal", FROM, "From: <alice@[staff.example]>\n");
    swap(tricks, "a bang path", FROM, "From: <attacker.example!alice@staff.example>\n");
    swap(tricks, "a percent route", FROM, "From: <alice%staff.example@attacker.example>\n");
    swap(
        tricks,
        "two addresses in Reply-To",
        FROM,
        FROM + "Reply-To: alice@staff.example, eve@attacker.example\n");
    swap(
        tricks,
        "two Reply-To",
        FROM,
        FROM + "Reply-To: alice@staff.example\nReply-To: eve@attacker.example\n");
    swap(tricks, "an empty From and a Sender", FROM, "From: <>\nSender: <alice@staff.example>\n");
  }

  private static void machines(Map<String, BinaryOperator<String>> tricks) {
    for (String subject :
        List.of(
            "Automatic reply: case",
            "Autosvar: case",
            "Automatisch antwoord: case",
            "Risposta automatica: case",
            "R\u00e9ponse automatique : case",
            "Respuesta autom\u00e1tica: case",
            "Resposta autom\u00e1tica: case",
            "Automatische Antwort: case",
            "Abwesend: case",
            "\u81ea\u52d5\u5fdc\u7b54: case",
            "\u81ea\u52a8\u7b54\u590d: case",
            "Odpowied\u017a automatyczna: case",
            "Automaattinen vastaus: case",
            "Out of office: case",
            "On holiday")) {
      swap(tricks, "subject " + subject, "Subject: Re: account\n", "Subject: " + subject + "\n");
    }
    for (String field :
        List.of(
            "X-Autoreply: yes",
            "X-Autorespond: 1",
            "X-AutoReply-From: alice@staff.example",
            "X-Mail-Autoreply: true",
            "Precedence: auto_reply",
            "Precedence: list",
            "Auto-Submitted: auto-generated (vacation)",
            "X-Mailman-Version: 3.3",
            "Mailing-List: contact staff-help@lists.example",
            "X-Autogenerated: Reply",
            "Return-Path: <>")) {
      swap(tricks, field, FROM, field + "\n" + FROM);
    }
  }

  private static void texts(Map<String, BinaryOperator<String>> tricks) {
    say(tricks, "nothing seen within the word", "AP\u200bPROVE %s");
    say(tricks, "a hyphen that is not seen", "APP\u00adROVE %s");
    say(tricks, "Greek letters", "\u0391PPROVE %s");
    say(tricks, "a word of another script behind the code", "APPROVE %s\u0430");
    say(tricks, "a question", "APPROVE %s?");
    say(tricks, "an order with a doubt in it", "APPROVE %s is what Bob would do, I would not.");
    say(tricks, "a word before it", "Do not APPROVE %s");
    say(tricks, "in the words of somebody else", "Bob wrote me: APPROVE %s");
    say(tricks, "in quotation marks", "\"APPROVE %s\"");
    say(tricks, "behind a mark of full width", "\uff1e APPROVE %s");
    say(tricks, "behind a bar", "| APPROVE %s");
    say(tricks, "behind an angle mark", "\u00bb APPROVE %s");
    say(tricks, "behind a name and a mark", "Bob> APPROVE %s");
    say(tricks, "behind a percent sign", "%% APPROVE %s");
    say(
        tricks,
        "a line of a forwarded mail",
        "---------- Forwarded message ---------\nFrom: Bob <bob@staff.example>\n\nAPPROVE %s");
    say(
        tricks,
        "a line of a forwarded mail of Apple",
        "Begin forwarded message:\n\nFrom: Bob <bob@staff.example>\nSubject: x\n\nAPPROVE %s");
    say(
        tricks,
        "a line of a forwarded mail in German",
        "-------- Weitergeleitete Nachricht --------\nVon: Bob <bob@staff.example>\n\nAPPROVE %s");
    say(
        tricks,
        "below a letter of Outlook",
        "________________________________\nFrom: Bob <bob@staff.example>\nSent: Monday\nTo: Alice\nSubject: x\n\nAPPROVE %s");
    say(tricks, "behind a form feed", "ok\fAPPROVE %s");
    say(tricks, "behind a next line", "ok\u0085APPROVE %s");
    say(tricks, "behind a vertical tab", "ok\u000bAPPROVE %s");
    say(tricks, "in a block of code", "```\nAPPROVE %s\n```");
    say(tricks, "in a block that is taken back", "~~APPROVE %s~~");
    say(tricks, "an option", "[ ] APPROVE %s");
    say(tricks, "a choice of three", "APPROVE %1$s / REJECT / HOLD");
    say(tricks, "both", "APPROVE %1$s or HOLD %1$s");
    say(tricks, "backwards", "\u202e%s EVORPPA");
    say(
        tricks,
        "away, and the letter comes back",
        "I am out of the office until Monday and cannot answer.\n\nAPPROVE %s");
  }

  private static void structures(Map<String, BinaryOperator<String>> tricks) {
    swap(
        tricks,
        "the whole mail is a file",
        EIGHT_BIT,
        EIGHT_BIT + "Content-Disposition: attachment; filename=approve.txt\n");
    swap(
        tricks, "an encoding that nobody knows", EIGHT_BIT, "Content-Transfer-Encoding: x-rot13\n");
    swap(
        tricks,
        "two encodings",
        EIGHT_BIT,
        EIGHT_BIT + "Content-Transfer-Encoding: quoted-printable\n");
    swap(tricks, "two types", PLAIN, PLAIN + "\nContent-Type: text/html");
    swap(
        tricks,
        "a type with a space before its colon",
        PLAIN,
        "Content-Type : text/html\n" + PLAIN);
    swap(
        tricks,
        "two character sets",
        PLAIN,
        "Content-Type: text/plain; charset=utf-8; charset=utf-7");
    swap(tricks, "rich text", PLAIN, "Content-Type: text/rtf");
    swap(
        tricks,
        "a part of a mail",
        PLAIN,
        "Content-Type: message/partial; id=x; number=1; total=2");
    swap(
        tricks,
        "a mail elsewhere",
        PLAIN,
        "Content-Type: message/external-body; access-type=url; url=\"https://x.example\"");
    tricks.put(
        "a character set in pieces",
        (mail, code) ->
            mail.replace(PLAIN, "Content-Type: text/plain; charset*0=ut; charset*1=f-7")
                .replace("APPROVE", "+AEE-PPROVE"));
    tricks.put(
        "base64 that ends twice",
        (mail, code) -> base64(mail, "Tm8u\nTm8=\n" + encoded("\nAPPROVE " + code)));
    tricks.put(
        "base64 with a word of its own in it",
        (mail, code) ->
            base64(mail, encoded("APPROVE " + code).replaceFirst("^(.{4})", "$1 !NOT YET! ")));
    tricks.put(
        "before the first boundary",
        (mail, code) ->
            multipart(
                mail,
                "mixed; boundary=b",
                "APPROVE " + code + "\n--b\n" + PLAIN + "\n\nI am looking at it.\n--b--\n"));
    tricks.put(
        "behind the last boundary",
        (mail, code) ->
            multipart(
                mail,
                "mixed; boundary=b",
                "--b\n" + PLAIN + "\n\n\n--b--\n\nAPPROVE " + code + "\n"));
    tricks.put(
        "a boundary that is not said",
        (mail, code) ->
            multipart(mail, "mixed", "--b\n" + PLAIN + "\n\nAPPROVE " + code + "\n--b--\n"));
    tricks.put(
        "a digest of mails",
        (mail, code) ->
            multipart(
                mail,
                "digest; boundary=b",
                "--b\n\nFrom: bob@staff.example\nSubject: x\n\nAPPROVE " + code + "\n--b--\n"));
    tricks.put(
        "side by side",
        (mail, code) ->
            multipart(
                mail,
                "parallel; boundary=b",
                "--b\n"
                    + PLAIN
                    + "\n\nNot yet.\n--b\n"
                    + PLAIN
                    + "\n\nAPPROVE "
                    + code
                    + "\n--b--\n"));
    tricks.put(
        "a second text behind an empty one",
        (mail, code) ->
            multipart(
                mail,
                "mixed; boundary=b",
                "--b\n"
                    + PLAIN
                    + "\n\n\n--b\n"
                    + PLAIN
                    + "\nContent-Disposition: inline; filename=a.txt\n\nAPPROVE "
                    + code
                    + "\n--b--\n"));
    tricks.put(
        "HTML that a plain form denies",
        (mail, code) ->
            multipart(
                mail,
                "alternative; boundary=b",
                "--b\n"
                    + PLAIN
                    + "\n\nI will not.\n--b\nContent-Type: text/html\n\n<p>APPROVE "
                    + code
                    + "</p>\n--b--\n"));
  }

  private static Map<String, BinaryOperator<String>> twins() {
    Map<String, BinaryOperator<String>> twins = new LinkedHashMap<>();
    swap(
        twins,
        "a name with a comma in quotes",
        FROM,
        "From: \"Smith, Alice\" <alice@staff.example>\n");
    swap(twins, "an encoded name", FROM, "From: =?utf-8?q?Alic=C3=A9?= <alice@staff.example>\n");
    swap(twins, "the domain in capitals", FROM, "From: Alice <alice@STAFF.example>\n");
    swap(twins, "a bare address", FROM, "From: alice@staff.example\n");
    swap(
        twins,
        "comments in the results",
        DMARC,
        "dmarc=pass (p=REJECT sp=NONE dis=NONE)\n\theader.from=staff.example (policy=reject)");
    swap(
        twins,
        "methods that nobody knows",
        DMARC,
        DMARC + "; arc=none; x-ptr=pass smtp.helo=a.example; iprev=fail policy.iprev=1.2.3.4");
    swap(
        twins,
        "two fields of the server",
        "; dmarc",
        "\nAuthentication-Results: mx.desk.example; dmarc");
    swap(
        twins,
        "another signature that failed",
        DKIM,
        DKIM + " header.s=a; dkim=fail header.d=bulk.example header.s=b");
    swap(
        twins,
        "fields of Exchange",
        FROM,
        FROM
            + "Thread-Index: AdXYZ==\nX-Auto-Response-Suppress: DR, OOF, AutoReply\nX-MS-Has-Attach:\nAccept-Language: de-DE\nImportance: normal\n");
    swap(twins, "an empty Reply-To", FROM, FROM + "Reply-To:\n");
    swap(
        twins, "a Sender of the same person", FROM, FROM + "Sender: Alice <alice@staff.example>\n");
    swap(twins, "no automatic answer", FROM, FROM + "Auto-Submitted: no\n");
    swap(
        twins,
        "an answer in another language",
        "Subject: Re: account\n",
        "Subject: AW: WG: account\n");
    swap(twins, "flowed", PLAIN, PLAIN + "; format=flowed; delsp=yes");
    swap(twins, "a Japanese character set", PLAIN, "Content-Type: text/plain; charset=iso-2022-jp");
    swap(twins, "Windows letters", PLAIN, "Content-Type: text/plain; charset=\"Windows-1252\"");
    say(twins, "two blank lines above", "\n\nAPPROVE %s");
    say(twins, "thanks below", "APPROVE %s\n\nThanks, looks fine.\n\nAlice");
    say(twins, "a telephone's line", "APPROVE %s\n\nSent from my phone");
    say(
        twins,
        "a banner above",
        "CAUTION: This email originated from outside of the organization.\n\nAPPROVE %s");
    say(
        twins,
        "a disclaimer",
        "APPROVE %s\n\n--\nStaff Ltd.\nThis email is confidential. If you are not the intended recipient, please delete it.");
    say(twins, "blanks behind it", "APPROVE %s   ");
    tw(
        twins,
        "base64",
        (mail, code) -> base64(mail, encoded("APPROVE " + code + "\r\n\r\nThanks")));
    tw(
        twins,
        "quoted-printable",
        (mail, code) ->
            mail.replace(EIGHT_BIT, "Content-Transfer-Encoding: quoted-printable\n")
                .replace("APPROVE", "APP=\nROVE"));
    tw(
        twins,
        "a picture of the firm",
        (mail, code) ->
            multipart(
                mail,
                "mixed; boundary=b",
                "--b\n"
                    + PLAIN
                    + "\n\nAPPROVE "
                    + code
                    + "\n--b\nContent-Type: image/png; name=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"));
    tw(
        twins,
        "both forms of Gmail",
        (mail, code) ->
            multipart(
                mail,
                "alternative; boundary=b",
                "--b\nContent-Type: text/plain; charset=\"UTF-8\"\n\nAPPROVE "
                    + code
                    + "\n--b\nContent-Type: text/html; charset=\"UTF-8\"\n\n<div dir=\"ltr\">APPROVE "
                    + code
                    + "</div>\n--b--\n"));
    return twins;
  }

  private static void tw(
      Map<String, BinaryOperator<String>> mails, String name, BinaryOperator<String> how) {
    mails.put(name, how);
  }

  private static void swap(
      Map<String, BinaryOperator<String>> mails, String name, String from, String to) {
    mails.put(name, (mail, code) -> mail.replace(from, to));
  }

  private static void say(Map<String, BinaryOperator<String>> mails, String name, String words) {
    mails.put(
        name,
        (mail, code) -> mail.substring(0, mail.indexOf("\n\n") + 2) + words.formatted(code) + "\n");
  }

  private static String base64(String mail, String body) {
    return mail.substring(0, mail.indexOf("\n\n") + 2).replace("8bit", "base64") + body + "\n";
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String multipart(String mail, String kind, String body) {
    return mail.substring(0, mail.indexOf("\n\n") + 2)
            .replace(PLAIN, "Content-Type: multipart/" + kind)
            .replace(EIGHT_BIT, "")
        + body;
  }
}

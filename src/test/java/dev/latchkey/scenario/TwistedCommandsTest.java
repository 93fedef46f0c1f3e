package dev.latchkey.scenario;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Orders that a person reads otherwise than they stand in the octets: lines that a program joins,
 * parts of which only one is shown, codes in pieces, words above and below that say no. Each twin
 * is what people's programs write, and counts.
 */
@NullMarked
class TwistedCommandsTest {
  private static final String TEXT = "Content-Type: text/plain; charset=utf-8\n";
  private static final String HTML = "Content-Type: text/html; charset=utf-8\n";
  private static final String FROM = "From: <alice@staff.example>\n";

  /** A header's lines of the body's kind, a blank line, and the body; {@code %s} is the code. */
  private final Map<String, String> bodies = new LinkedHashMap<>();

  /** What is done to Alice's whole mail. */
  private final Map<String, UnaryOperator<String>> mails = new LinkedHashMap<>();

  @Test
  void noneOfThemApproves() throws IOException, SQLException {
    lines();
    parts();
    codes();
    places();
    marked();
    headers();
    Stage.noneApproves(TwistedCommandsTest.class, all());
  }

  @Test
  void theirTwinsDo() throws IOException, SQLException {
    twins();
    Stage.allApprove(TwistedCommandsTest.class, all());
  }

  private void lines() {
    bodies.put("flowed", "Content-Type: text/plain; format=flowed\n\nDo not \nAPPROVE %s");
    bodies.put(
        "flowed, its blank taken away",
        "Content-Type: text/plain; format=flowed; delsp=yes\n\nI would not  \nAPPROVE %s");
    bodies.put(
        "a soft end of a line",
        "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nDo not =\nAPPROVE %s");
    bodies.put("a bare CR in base64", base64("Do not\rAPPROVE %s", StandardCharsets.UTF_8));
    bodies.put("a line separator", TEXT + "\nDo not\u2028APPROVE %s");
    bodies.put("a paragraph separator", TEXT + "\nDo not\u2029APPROVE %s");
    bodies.put("a DIV in line", html("Do not <div style='display:inline'>APPROVE %s</div>"));
    bodies.put("a P in line", html("Do not <p style='display:inline'>APPROVE %s</p>"));
    bodies.put("a BR that is none", html("Do not <br style='display:none'>APPROVE %s"));
    bodies.put(
        "blocks beside each other",
        html(
            "<div style='display:inline-block'>Do not</div><div style='display:inline-block'>APPROVE"
                + " %s</div>"));
    bodies.put(
        "floats beside each other",
        html("<div style='float:left'>Do not</div><div style='float:left'>APPROVE %s</div>"));
    bodies.put(
        "boxes in a row",
        html("<div style='display:flex'><div>Do not</div><div>APPROVE %s</div></div>"));
    bodies.put(
        "cells in a row", html("<table><tr><td>Do not</td><td>APPROVE %s</td></tr></table>"));
    bodies.put(
        "cells by style",
        html(
            "<div style='display:table-row'><div style='display:table-cell'>Do not</div><div"
                + " style='display:table-cell'>APPROVE %s</div></div>"));
    bodies.put(
        "words before that are set in a list in line",
        html("<ul><li style='display:inline'>Do not<li style='display:inline'>APPROVE %s</ul>"));
    bodies.put(
        "preformatted that is not",
        html("<pre style='white-space:normal'>Do not\nAPPROVE %s</pre>"));
    bodies.put(
        "not preformatted that is",
        html("<div style='white-space:pre'>> Bob\n> APPROVE %s\nNot me.</div>"));
    bodies.put("small capitals", html("<p style='text-transform:lowercase'>APPROVE %s?</p>"));
    for (String style :
        List.of("inline", "inline-block", "contents", "table-cell", "inline-table")) {
      bodies.put(
          "goes on in a DIV " + style,
          html(
              "APPROVE %s<div style='display:"
                  + style
                  + "'> is what Bob wants, I think it is wrong</div>"));
    }
    bodies.put(
        "goes on in a P in line",
        html(
            "<p style='display:inline'>APPROVE %s</p><p style='display:inline'> is wrong here</p>"));
    bodies.put(
        "goes on behind a BR that is none",
        html("APPROVE %s<br style='display:none'> is wrong here"));
    bodies.put(
        "goes on in a box beside it",
        html("<div style='display:flex'><div>APPROVE %s</div><div>is wrong here</div></div>"));
    bodies.put(
        "goes on in a float",
        html("<div style='float:left'>APPROVE %s</div><div>is wrong here</div>"));
    bodies.put(
        "goes on in lines that are none",
        html("<pre style='white-space:normal'>APPROVE %s\nis wrong here</pre>"));
    bodies.put(
        "lines that are none in a float",
        html(
            "<div style='white-space:nowrap'>APPROVE %s<br style='content:none'>is wrong here</div>"));
    bodies.put(
        "rows from below",
        html(
            "<div style='display:flex;flex-direction:column-reverse'><div>APPROVE %s</div><div>Do"
                + " not do this:</div></div>"));
  }

  private void parts() {
    bodies.put(
        "in a mail that is attached",
        multipart(
            "mixed",
            TEXT + "\nSee Bob's mail.",
            "Content-Type: message/rfc822\n\n" + FROM + "Subject: x\n\nAPPROVE %s"));
    bodies.put(
        "in a mail that is all",
        "Content-Type: message/rfc822\n\n" + FROM + "Subject: x\n\nAPPROVE %s");
    bodies.put(
        "in a mail for the whole world",
        "Content-Type: message/global\n\n" + FROM + "Subject: x\n\nAPPROVE %s");
    bodies.put(
        "behind a mail that is attached",
        multipart(
            "mixed",
            "Content-Type: message/rfc822\n\n" + FROM + "\nLook at this.",
            "Content-Type: text/plain\nContent-Disposition: attachment\n\nAPPROVE %s"));
    bodies.put(
        "the root of what belongs together is another",
        "Content-Type: multipart/related; boundary=b; start=\"<two>\"\n\n--b\n"
            + TEXT
            + "Content-ID: <one>\n\nAPPROVE %s\n--b\n"
            + TEXT
            + "Content-ID: <two>\n\nI will not.\n--b--\n");
    bodies.put(
        "for a program of Google alone",
        multipart(
            "alternative",
            TEXT + "\nI am looking at it.",
            "Content-Type: text/x-amp-html\n\n<!doctype html><html amp4email><body>APPROVE %s</body></html>"));
    bodies.put(
        "plain, and another word for a program of Google",
        multipart(
            "alternative",
            TEXT + "\nAPPROVE %s",
            "Content-Type: text/x-amp-html\n\n<!doctype html><html amp4email><body>I will not.</body></html>"));
    bodies.put(
        "in a calendar",
        multipart(
            "alternative",
            TEXT + "\nDeclined",
            "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nDESCRIPTION:APPROVE %s\nEND:VEVENT\nEND:VCALENDAR"));
    bodies.put(
        "an answer to a meeting",
        multipart(
            "alternative",
            TEXT + "\nAPPROVE %s",
            "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=DECLINED:mailto:alice@staff.example\nEND:VEVENT\nEND:VCALENDAR"));
    bodies.put(
        "only a calendar",
        "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nDESCRIPTION:x\nAPPROVE %s\nEND:VCALENDAR");
    bodies.put(
        "a report of delivery",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
            + TEXT
            + "\nAPPROVE %s\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.staff.example\n\nFinal-Recipient: rfc822; alice@staff.example\nAction: failed\nStatus: 5.1.1\n--b--\n");
    bodies.put(
        "a receipt",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n"
            + TEXT
            + "\nAPPROVE %s\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;alice@staff.example\nDisposition: automatic-action/MDN-sent-automatically; displayed\n--b--\n");
    bodies.put(
        "a receipt without its report type",
        "Content-Type: multipart/report; boundary=b\n\n--b\n"
            + TEXT
            + "\nAPPROVE %s\n--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n");
    bodies.put(
        "encrypted in name alone",
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: text/plain\n\nAPPROVE %s\n--b--\n");
    bodies.put(
        "the signature of a signed mail",
        "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; boundary=b\n\n--b\n"
            + TEXT
            + "\nOk.\n--b\nContent-Type: text/plain\n\nAPPROVE %s\n--b--\n");
    bodies.put(
        "two forms within two",
        multipart(
            "alternative",
            "Content-Type: multipart/mixed; boundary=c\n\n--c\n"
                + TEXT
                + "\nNo.\n--c\n"
                + TEXT
                + "\nAPPROVE %s\n--c--",
            HTML + "\n<p>No.</p>"));
    bodies.put("a card", "Content-Type: text/vcard\n\nBEGIN:VCARD\nNOTE:x\nAPPROVE %s\nEND:VCARD");
    bodies.put("style", "Content-Type: text/css\n\nAPPROVE %s");
    bodies.put("a table of numbers", "Content-Type: text/csv\n\nAPPROVE %s");
    bodies.put("a program's text", "Content-Type: application/json\n\nAPPROVE %s");
    bodies.put("a field of a mail as its text", "Content-Type: text/rfc822-headers\n\nAPPROVE %s");
    bodies.put(
        "parts that begin alike",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n"
            + TEXT
            + "\nNo.\n--bb--\n--b\n"
            + TEXT
            + "\nAPPROVE %s\n--b--\n");
  }

  private void codes() {
    bodies.put("one of its letters is Cyrillic", TEXT + "\nAPPROVE %s".replace("%s", "\u0410%s"));
    bodies.put("in two parts", multipart("mixed", TEXT + "\nAPPROVE", TEXT + "\n%s"));
    bodies.put("its word and it on two lines of a quotation", TEXT + "\nAPPROVE\n> %s");
    bodies.put("turned around", TEXT + "\nAPPROVE \u202e%r\u202c");
    bodies.put(
        "in the name of a file",
        multipart(
            "mixed",
            TEXT + "\nAPPROVE",
            "Content-Type: text/plain; name=\"%s.txt\"\nContent-Disposition: attachment; filename=\"%s.txt\"\n\n-"));
    bodies.put(
        "an order in the name of a file",
        multipart(
            "mixed",
            TEXT + "\nok",
            "Content-Type: text/plain\nContent-Disposition: attachment; filename=\"APPROVE %s\"\n\n-"));
    bodies.put("in a link", html("APPROVE <a href='mailto:x?body=%s'>this</a>"));
    bodies.put("where a link leads", html("<a href='x:APPROVE %s'>no</a>"));
    bodies.put("the words of a picture", html("<img src='cid:x' alt='APPROVE %s'>"));
    bodies.put("a title", html("<span title='APPROVE %s'>no</span>"));
    bodies.put("the title of the page", html("<title>APPROVE %s</title><p>no"));
    bodies.put("in a field", html("<input value='APPROVE %s'>"));
    bodies.put("in a large field", html("<textarea>APPROVE %s</textarea>"));
    bodies.put("a choice", html("<select><option>HOLD<option selected>APPROVE %s</select>"));
    bodies.put("a button", html("<button>APPROVE %s</button>"));
    bodies.put("for who has no scripts", html("<noscript>APPROVE %s</noscript>"));
    bodies.put("a template", html("<template>APPROVE %s</template>"));
    bodies.put("for Outlook alone", html("<!--[if mso]>APPROVE %s<![endif]-->no"));
    bodies.put("drawn", html("<svg><text>APPROVE %s</text></svg>"));
    bodies.put("a formula", html("<math><mtext>APPROVE %s</mtext></math>"));
    bodies.put("in place of an object", html("<object data='x'>APPROVE %s</object>"));
    bodies.put("in a frame", html("<iframe srcdoc='APPROVE %s'></iframe>"));
    bodies.put("that moves", html("<marquee>APPROVE %s</marquee>"));
    bodies.put("beside a letter", html("<ruby>no<rp>(</rp><rt>APPROVE %s</rt></ruby>"));
    bodies.put("a dialogue", html("<dialog>APPROVE %s</dialog>"));
    bodies.put(
        "what a sheet adds", html("<style>p::before{content:'Do not '}</style><p>APPROVE %s"));
    bodies.put("quoted", html("<q>APPROVE %s</q>"));
    bodies.put(
        "struck by a line of its own",
        html("<u style='text-decoration:line-through'>APPROVE %s</u>"));
    bodies.put("code in another bracket", html("<blockquote type=cite>APPROVE %s</blockquote>"));
    bodies.put(
        "code of Japan",
        "Content-Type: text/plain; charset=iso-2022-jp\n\n\u001b$B%D%s\u001b(B\nAPPROVE");
    bodies.put("EBCDIC", base64("APPROVE %s", Charset.forName("Cp037")));
    bodies.put("a character set that is none", base64("APPROVE %s", StandardCharsets.UTF_16LE));
  }

  private void places() {
    bodies.put("in the signature", TEXT + "\nok\n\n-- \nAPPROVE %s");
    bodies.put("in an old signature", TEXT + "\nok\n\n--\nAlice\nAPPROVE %s");
    for (String line :
        List.of(
            "On Mon, 2 Mar 2026 at 10:00, Latchkey <support@desk.example> wrote:",
            "Am Mo., 2. M\u00e4rz 2026 um 10:00 Uhr schrieb Latchkey <support@desk.example>:",
            "Le lun. 2 mars 2026 \u00e0 10:00, Latchkey <support@desk.example> a \u00e9crit :",
            "El lun, 2 mar 2026 a las 10:00, Latchkey (<support@desk.example>) escribi\u00f3:",
            "Em seg., 2 de mar. de 2026 \u00e0s 10:00, Latchkey <support@desk.example> escreveu:",
            "Il giorno lun 2 mar 2026 alle ore 10:00 Latchkey <support@desk.example> ha scritto:",
            "Op ma 2 mrt 2026 om 10:00 schreef Latchkey <support@desk.example>:",
            "Den m\u00e5n 2 mars 2026 kl 10:00 skrev Latchkey <support@desk.example>:",
            "pon., 2 mar 2026 o 10:00 Latchkey <support@desk.example> napisa\u0142(a):",
            "2026\u5e743\u67082\u65e5(\u6708) 10:00 Latchkey <support@desk.example>:",
            "\u5728 2026\u5e743\u67082\u65e5\u5468\u4e00 10:00\uff0cLatchkey <support@desk.example> \u5199\u9053\uff1a",
            "\u043f\u043d, 2 \u043c\u0430\u0440. 2026 \u0433. \u0432 10:00, Latchkey <support@desk.example>:",
            "2 Mar 2026 Pzt, 10:00 tarihinde Latchkey <support@desk.example> \u015funu yazd\u0131:")) {
      bodies.put("below " + line, TEXT + "\nI am looking at it.\n\n" + line + "\n\nAPPROVE %s");
      bodies.put("only below " + line, TEXT + "\n" + line + "\n\nAPPROVE %s");
    }
    bodies.put(
        "below a line of Outlook",
        TEXT + "\nok\n\n-----Original Message-----\nFrom: Latchkey\n\nAPPROVE %s");
    bodies.put(
        "below a line of Outlook in French",
        TEXT + "\nok\n\n-----Message d'origine-----\nDe : Latchkey\n\nAPPROVE %s");
    bodies.put(
        "below a field of four",
        TEXT + "\nok\n\nVan: Latchkey\nVerzonden: maandag\nAan: Alice\nOnderwerp: x\n\nAPPROVE %s");
  }

  private void marked() {
    bodies.put("and another word", TEXT + "\nAPPROVE %s\nREJECT %s");
    bodies.put("behind another word", TEXT + "\nHOLD\n\nAPPROVE %s");
    bodies.put("for another ticket", TEXT + "\nAPPROVE LK-1002 %s");
    bodies.put("for two", TEXT + "\nAPPROVE LK-1001 LK-1002 %s");
    bodies.put("if", TEXT + "\nAPPROVE %s if Bob agrees");
    bodies.put("a wish", TEXT + "\nShould I APPROVE %s?");
    bodies.put("two codes", TEXT + "\nAPPROVE AAAA2222 %s");
    bodies.put("a question below", TEXT + "\nAPPROVE %s\n\nOr should we wait? I am not sure.");
    bodies.put("a table of words", TEXT + "\n| APPROVE %s | HOLD |");
    bodies.put("a remark of a program", TEXT + "\n# APPROVE %s");
    bodies.put("a line of a difference", TEXT + "\n+ APPROVE %s");
    bodies.put("a line that is taken away", TEXT + "\n- APPROVE %s");
    bodies.put("an indented line", TEXT + "\nBob wrote:\n\n    APPROVE %s");
    bodies.put("LaTeX", TEXT + "\n\\iffalse\nAPPROVE %s\n\\fi");
    bodies.put("a comment", TEXT + "\n<!--\nAPPROVE %s\n-->");
    bodies.put("spelt", TEXT + "\nA P P R O V E %s");
    bodies.put("its past", TEXT + "\nAPPROVED %s");
    bodies.put("and a doubt on its line", TEXT + "\nAPPROVE %s - not!");
  }

  private void headers() {
    mails.put(
        "in the subject alone",
        mail -> body(mail, TEXT + "\n").replace("Subject: Re: account", "Subject: " + order(mail)));
    mails.put(
        "in the subject, and a look in the text",
        mail ->
            body(mail, TEXT + "\nSTATUS")
                .replace("Subject: Re: account", "Subject: Re: " + order(mail)));
    mails.put(
        "sent by somebody else for her",
        mail -> mail.replace(FROM, FROM + "Sender: Bob <bob@staff.example>\n"));
    mails.put(
        "sent by a stranger for her",
        mail -> mail.replace(FROM, FROM + "Sender: <eve@attacker.example>\n"));
    mails.put(
        "sent on by somebody else",
        mail -> "Resent-From: <eve@attacker.example>\nResent-To: x@desk.example\n" + mail);
    mails.put(
        "an address in an encoded word",
        mail ->
            mail.replace(
                FROM, "From: =?utf-8?q?=3Calice=40staff.example=3E?= <eve@attacker.example>\n"));
    mails.put(
        "an address that is an encoded word",
        mail -> mail.replace(FROM, "From: =?utf-8?q?alice=40staff.example?=\n"));
    mails.put(
        "a local part that is an encoded word",
        mail -> mail.replace(FROM, "From: <=?utf-8?q?alice?=@staff.example>\n"));
    mails.put(
        "a NUL in an encoded word",
        mail ->
            mail.replace(
                FROM, "From: =?utf-8?q?alice=40staff.example=00?= <eve@attacker.example>\n"));
    mails.put("a group", mail -> mail.replace(FROM, "From: staff: alice@staff.example;\n"));
    mails.put(
        "an empty group before her",
        mail -> mail.replace(FROM, "From: undisclosed:;, <alice@staff.example>\n"));
    mails.put("her name with a tag", mail -> mail.replace(FROM, "From: <alice+x@staff.example>\n"));
    mails.put("her name with dots", mail -> mail.replace(FROM, "From: <al.ice@staff.example>\n"));
    mails.put(
        "her name with a letter of another script",
        mail -> mail.replace(FROM, "From: <\u0430lice@staff.example>\n"));
    mails.put(
        "her domain with a letter of another script",
        mail -> mail.replace(FROM, "From: <alice@st\u0430ff.example>\n"));
    mails.put("two subjects", mail -> mail.replace(FROM, FROM + "Subject: Automatic reply\n"));
    mails.put(
        "two dates", mail -> mail.replace(FROM, FROM + "Date: Tue, 03 Mar 2026 09:00:00 +0000\n"));
    mails.put("two numbers", mail -> mail.replace(FROM, FROM + "Message-ID: <x@staff.example>\n"));
    mails.put("two lists of readers", mail -> mail.replace(FROM, FROM + "To: x@desk.example\n"));
    mails.put("Bob with her letter", mail -> mail.replace(FROM, "From: <bob@staff.example>\n"));
    mails.put(
        "to nobody of ours",
        mail ->
            mail.replaceAll("(?m)^To: .*$", "To: support@desk.example")
                .replaceAll("(?m)^In-Reply-To: .*\n", ""));
    mails.put(
        "a reply address with more behind it",
        mail -> mail.replaceAll("(?m)^(To: [^@]*)@", "$1x@"));
    mails.put(
        "a reply address within the name of another",
        mail -> mail.replaceAll("(?m)^To: (.*)@(.*)$", "To: \"$1@$2\" <support@desk.example>"));
    mails.put(
        "a reply address elsewhere",
        mail -> mail.replaceAll("(?m)^(To: .*)@.*$", "$1@attacker.example"));
    mails.put(
        "a reply address by way of elsewhere",
        mail -> mail.replaceAll("(?m)^To: (.*)@(.*)$", "To: $1%$2@attacker.example"));
  }

  private void twins() {
    bodies.put(
        "flowed",
        "Content-Type: text/plain; format=flowed\n\nAPPROVE %s\n\nI looked at all of it and \nit is fine.");
    bodies.put("a DIV a line", html("<div>APPROVE %s</div><div>Thanks</div>"));
    bodies.put(
        "a table for the layout",
        html("<table><tr><td>APPROVE %s</td></tr><tr><td>Alice</td></tr></table>"));
    bodies.put("preformatted", html("<pre>APPROVE %s\n\nAlice</pre>"));
    bodies.put(
        "a DIV a line that is set so",
        html(
            "<div style='display:block;white-space:pre-wrap'>APPROVE %s</div><br style='font-size:12pt'><div style='display:block'>Thanks</div>"));
    bodies.put(
        "beside a picture",
        html("<div>APPROVE %s</div><img src='cid:x' style='float:left'><div>Alice</div>"));
    bodies.put("spans in a paragraph", html("<p><span>APPROVE </span><span>%s</span></p>"));
    bodies.put(
        "signed by a program of hers",
        "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; boundary=b\n\n--b\n"
            + TEXT
            + "\nAPPROVE %s\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n--b--\n");
    bodies.put(
        "with her card",
        multipart(
            "mixed",
            TEXT + "\nAPPROVE %s",
            "Content-Type: text/vcard; name=alice.vcf\nContent-Disposition: attachment; filename=alice.vcf\n\nBEGIN:VCARD\nEND:VCARD"));
    bodies.put(
        "with our letter attached",
        multipart(
            "mixed",
            TEXT + "\nAPPROVE %s",
            "Content-Type: message/rfc822\nContent-Disposition: attachment\n\nFrom: support@desk.example\nSubject: x\n\nThe case."));
    bodies.put(
        "above the letter in German",
        TEXT
            + "\nAPPROVE %s\n\nAm Mo., 2. M\u00e4rz 2026 um 10:00 Uhr schrieb Latchkey <support@desk.example>:\n> der Fall");
    bodies.put("in small letters", TEXT + "\napprove %s");
    bodies.put("its picture", html("<div>APPROVE %s</div><img src='cid:logo' alt='Staff Ltd.'>"));
    mails.put(
        "by a secretary who is herself",
        mail -> mail.replace(FROM, FROM + "Sender: <alice@staff.example>\n"));
    mails.put(
        "a name in an encoded word",
        mail -> mail.replace(FROM, "From: =?utf-8?q?Alice_=28Staff=29?= <alice@staff.example>\n"));
    mails.put("a reader besides", mail -> mail.replace(FROM, FROM + "Cc: bob@staff.example\n"));
    mails.put(
        "with a name of the desk",
        mail -> mail.replaceAll("(?m)^To: (.*)$", "To: \"Latchkey, the desk\" <$1>"));
  }

  private Map<String, BinaryOperator<String>> all() {
    Map<String, BinaryOperator<String>> all = new LinkedHashMap<>();
    bodies.forEach((name, body) -> all.put(name, (mail, code) -> body(mail, body)));
    mails.forEach((name, trick) -> all.put(name, (mail, code) -> trick.apply(mail)));
    return all;
  }

  private static String html(String words) {
    return HTML + "\n<html><body>" + words + "</body></html>";
  }

  private static String multipart(String kind, String one, String other) {
    return "Content-Type: multipart/"
        + kind
        + "; boundary=b\n\n--b\n"
        + one
        + "\n--b\n"
        + other
        + "\n--b--\n";
  }

  /** Encoded when its code is known. */
  private static String base64(String text, Charset charset) {
    return "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + "%base64 "
        + charset.name()
        + " "
        + text
        + "%";
  }

  /** Her mail with another body. */
  private static String body(String mail, String body) {
    String code = order(mail).substring("APPROVE ".length());
    String filled = body.replace("%s", code).replace("%r", new StringBuilder(code).reverse());
    int coded = filled.indexOf("%base64 ");
    if (coded >= 0) {
      String[] words = filled.substring(coded + 8, filled.length() - 1).split(" ", 2);
      filled =
          filled.substring(0, coded)
              + Base64.getEncoder().encodeToString(words[1].getBytes(Charset.forName(words[0])));
    }
    return mail.substring(0, mail.indexOf("MIME-Version: 1.0\n") + 18) + filled + "\n";
  }

  /** What it orders. */
  private static String order(String mail) {
    int begin = mail.indexOf("APPROVE ");
    return mail.substring(begin, mail.indexOf('\n', begin));
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each mail is Alice's perfect approval with one thing about it forged, smuggled or said in another
 * way: nothing may come of it, and the perfect one counts after all of them.
 */
@NullMarked
class ForgedMailTest {
  private static final String ALICE = "alice@staff.example";
  private static final String EVE = "eve@attacker.example";
  private static final String FROM = "From: <" + ALICE + ">\n";

  /** Stands for a line feed that no carriage return goes before. */
  private static final char BARE = '\u0001';

  @TestFactory
  Stream<DynamicTest> nothingComesOfWhatTwoProgramsReadDifferently()
      throws IOException, SQLException {
    return all(senders());
  }

  @TestFactory
  Stream<DynamicTest> nothingComesOfWhatTheServerDidNotProve() throws IOException, SQLException {
    return all(proofs());
  }

  @TestFactory
  Stream<DynamicTest> nothingComesOfWhatWasNotWrittenPlainly() throws IOException, SQLException {
    return all(bodies());
  }

  private static Stream<DynamicTest> all(Map<String, UnaryOperator<String>> forgeries)
      throws IOException, SQLException {
    Conversation desk = Conversation.inReview(ForgedMailTest.class);
    OutboundMail theCase = desk.last("CASE", ALICE);
    Stream<DynamicTest> forged =
        forgeries.entrySet().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> {
                          String perfect = desk.answer(ALICE, theCase, "APPROVE %CODE%");
                          String mail = one.getValue().apply(perfect);
                          assertThat(mail).isNotEqualTo(perfect);

                          receive(desk, mail);

                          assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
                          assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
                          assertThat(desk.column("SELECT id FROM mail WHERE state = 'RECEIVED'"))
                              .isEmpty();
                        }));
    DynamicTest perfect =
        DynamicTest.dynamicTest(
            "and the perfect mail approves",
            () -> {
              desk.receive(desk.answer(ALICE, theCase, "APPROVE %CODE%"));
              assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
            });
    return Stream.concat(forged, Stream.of(perfect)).onClose(desk::close);
  }

  private static void receive(Conversation desk, String mail) {
    String wire = mail.replace("\r\n", "\n").replace("\n", "\r\n").replace(BARE, '\n');
    desk.inbox().receive(wire.getBytes(StandardCharsets.ISO_8859_1));
    desk.after(Duration.ofSeconds(7));
  }

  private static UnaryOperator<String> from(String fields) {
    return mail -> mail.replace(FROM, fields);
  }

  private static Map<String, UnaryOperator<String>> senders() {
    Map<String, UnaryOperator<String>> forged = new LinkedHashMap<>();
    forged.put("blank before the colon", from("From: <" + EVE + ">\nFrom : <" + ALICE + ">\n"));
    forged.put("blank before the colon, the other way", from(FROM + "From : <" + EVE + ">\n"));
    forged.put(
        "an address in an encoded word",
        from("From: =?utf-8?B?PGFsaWNlQHN0YWZmLmV4YW1wbGU+?=,<" + EVE + ">\n"));
    forged.put("a route", from("From: <@attacker.example,@x.example:" + ALICE + ">\n"));
    forged.put("a comma with a backslash", from("From: <" + ALICE + ">\\,<" + EVE + ">\n"));
    forged.put("an address behind the bracket", from("From: <" + EVE + ">" + ALICE + "\n"));
    forged.put(
        "an address in a comment", from("From: eve(&email=" + ALICE + "&)@attacker.example\n"));
    forged.put("a comment for a domain", from("From: " + ALICE + "(@attacker.example)\n"));
    forged.put("quotes around an address", from("From: \"" + ALICE + "\"@attacker.example\n"));
    forged.put("a group", from("From: Staff:" + ALICE + ";\n"));
    forged.put("a NUL", from("From: <" + ALICE + "\0@attacker.example>\n"));
    forged.put("a NUL at the end", from("From: <" + ALICE + "\0>\n"));
    forged.put("a lone CR", from("From: <" + EVE + ">\rFrom: <" + ALICE + ">\n"));
    forged.put("a lone LF", from("From: <" + EVE + ">" + BARE + "From: <" + ALICE + ">\n"));
    forged.put("an open quote", from("From: \"" + ALICE + " <" + EVE + ">\n"));
    forged.put("two pairs of brackets", from("From: <" + ALICE + "><" + EVE + ">\n"));
    forged.put("a zero-width space", from("From: <a\u00e2\u0080\u008blice@staff.example>\n"));
    forged.put(
        "a name that runs from right to left",
        from("From: \"\u00e2\u0080\u00ae" + ALICE + "\" <" + EVE + ">\n"));
    forged.put("a letter that folds to hers", from("From: <al\u00c4\u00b1ce@staff.example>\n"));
    forged.put("no From, a Sender", from("Sender: <" + ALICE + ">\n"));
    forged.put("a Resent-From", from("From: <" + EVE + ">\nResent-From: <" + ALICE + ">\n"));
    forged.put("a Reply-To", from("From: <" + EVE + ">\nReply-To: <" + ALICE + ">\n"));
    forged.put("her address as a name", from("From: \"Alice <" + ALICE + ">\" <" + EVE + ">\n"));
    for (String field : new String[] {"Subject", "To", "Message-ID", "Date", "Content-Type"}) {
      forged.put(
          "two of " + field,
          mail -> mail.replaceFirst("(?m)^" + field + ":(.*)$", field + ": x\n" + field + ":$1"));
    }
    forged.put(
        "a second mail within",
        mail -> mail.replace("\n\nAPPROVE", "\n\nHello," + BARE + ".\n" + mail));
    forged.put("a folded empty From", from("From:\n <" + EVE + ">\n ,<" + ALICE + ">\n"));
    return forged;
  }

  private static Map<String, UnaryOperator<String>> proofs() {
    Map<String, UnaryOperator<String>> forged = new LinkedHashMap<>();
    String id = "Authentication-Results: mx.desk.example;";
    forged.put("another server's name, longer", id(id, "mx.desk.example.attacker.example"));
    forged.put("the name in quotes with a blank", id(id, "\"mx.desk.example \""));
    forged.put("a name and a path", id(id, "mx.desk.example/1"));
    forged.put("a comment before the name", id(id, "(x) mx.desk.example"));
    forged.put("a name with a dot behind it", id(id, "mx.desk.example."));
    forged.put("a name of other letters", id(id, "mx.desk.ex\u00d0\u00b0mple"));
    forged.put("another version", id(id, "mx.desk.example 2"));
    forged.put(
        "another field of the server's",
        mail -> mail.replace(id, "Authentication-Results-Original: mx.desk.example;"));
    forged.put(
        "an ARC result",
        mail -> mail.replace(id, "ARC-Authentication-Results: i=1; mx.desk.example;"));
    forged.put("the filter was down", mail -> mail.substring(mail.indexOf("Received:")));
    forged.put(
        "the filter was down, and the sender wrote one",
        mail -> {
          int received = mail.indexOf("Received:");
          int from = mail.indexOf("From: <");
          return mail.substring(received, from)
              + mail.substring(0, received)
              + mail.substring(from);
        });
    forged.put("DMARC fails", mail -> mail.replace("dmarc=pass", "dmarc=fail"));
    forged.put("DMARC is none", mail -> mail.replace("dmarc=pass", "dmarc=none"));
    forged.put("a temporary error", mail -> mail.replace("dmarc=pass", "dmarc=temperror"));
    forged.put("signed by a service", domain("d=staff.example", "d=mailer.example"));
    forged.put("signed by the parent", domain("d=staff.example", "d=example"));
    forged.put("signed below", domain("d=staff.example", "d=it.staff.example"));
    forged.put(
        "a subdomain's sender",
        mail -> mail.replace("<" + ALICE + ">", "<alice@it.staff.example>"));
    forged.put("a cousin's sender", mail -> mail.replace("staff.example", "staff-example.example"));
    forged.put(
        "a public suffix signs",
        mail -> mail.replace(ALICE, "user@foo.github.io").replace("=staff.example", "=github.io"));
    forged.put(
        "a suffix that nobody knows signs",
        mail ->
            mail.replace(ALICE, "alice@x.nowhere-at-all")
                .replace("=staff.example", "=nowhere-at-all"));
    forged.put("two DMARC results", mail -> mail.replace("dmarc=pass", "dmarc=fail; dmarc=pass"));
    forged.put("SHA-1", signed("v=1; a=rsa-sha1; d=staff.example; h=" + ALL + "; b=x"));
    forged.put(
        "a part of the body",
        signed("v=1; a=rsa-sha256; l=18; d=staff.example; h=" + ALL + "; b=x"));
    forged.put(
        "no Subject", signed("v=1; a=rsa-sha256; d=staff.example; h=from:date:content-type; b=x"));
    forged.put("a machine", from(FROM + "Auto-Submitted: auto-replied\n"));
    forged.put("nobody's envelope", mail -> "Return-Path: <>\n" + mail);
    forged.put("a list", from(FROM + "List-Id: <staff.lists.example>\n"));
    forged.put(
        "a receipt",
        mail ->
            mail.replace(
                "text/plain; charset=utf-8",
                "multipart/report; report-type=disposition-notification; boundary=b"));
    return forged;
  }

  private static final String ALL = "from:subject:date:content-type:content-transfer-encoding";

  private static UnaryOperator<String> id(String id, String other) {
    return mail -> mail.replace(id, "Authentication-Results: " + other + ";");
  }

  private static UnaryOperator<String> domain(String one, String other) {
    return mail -> mail.replace("header." + one, "header." + other);
  }

  private static UnaryOperator<String> signed(String tags) {
    return from("DKIM-Signature: " + tags + "\n" + FROM);
  }

  private static Map<String, UnaryOperator<String>> bodies() {
    Map<String, UnaryOperator<String>> forged = new LinkedHashMap<>();
    forged.put("NEL in a quoted line", said("> quoted\u00c2\u0085APPROVE %"));
    forged.put("a line separator", said("> quoted\u00e2\u0080\u00a8APPROVE %"));
    forged.put("a lone CR in the body", said("> quoted\rAPPROVE %"));
    forged.put("two commands", said("REJECT not the owner\nAPPROVE %"));
    forged.put("two commands, the other way", said("APPROVE %\nREJECT not the owner"));
    forged.put("a twin that says no", alternative("APPROVE %", "<p>Please reject this one.</p>"));
    forged.put("a twin that says yes", alternative("Please reject.", "<p>APPROVE %</p>"));
    forged.put(
        "a comment and a sheet",
        html("<!-- APPROVE % --><style>APPROVE % {}</style><p>I will look at it.</p>"));
    forged.put("a quote in HTML", html("<blockquote type=cite>APPROVE %</blockquote>"));
    forged.put(
        "a mail that is attached",
        mail ->
            multipart(
                mail,
                "mixed",
                "text/plain\n\nFYI\n",
                "message/rfc822\n\nFrom: <e@x.example>\n\n#\n"));
    forged.put(
        "a second text",
        mail -> multipart(mail, "mixed", "text/plain\n\nHello\n", "text/plain\n\n#\n"));
    forged.put("UTF-7", mail -> charset(mail, "utf-7").replace("APPROVE", "+AEEAUABQAFIATwBWAEU-"));
    forged.put("an unknown charset", mail -> charset(mail, "x-unknown"));
    forged.put(
        "two encodings", mail -> mail.replace("8bit", "8bit\nContent-Transfer-Encoding: base64"));
    forged.put(
        "flowed, stuffed before a quote",
        mail -> said(" > APPROVE %").apply(mail).replace("utf-8", "utf-8; format=flowed"));
    forged.put("UTF-16", mail -> charset(mail, "utf-16").replaceAll("(APPROVE .*)", "\0$1"));
    forged.put(
        "letters that run from right to left",
        said("\u00e2\u0080\u00aeAPPROVE\u00e2\u0080\u00ac %"));
    forged.put("a soft hyphen", mail -> mail.replace("APPROVE", "APP\u00c2\u00adROVE"));
    forged.put(
        "a calendar's answer",
        mail -> mail.replace("text/plain; charset=utf-8", "text/calendar; method=REPLY"));
    forged.put(
        "a command in a mail that somebody else signed with OpenPGP",
        mail ->
            multipart(
                mail, "signed", "text/plain\n\nthanks\n", "application/pgp-signature\n\n#\n"));
    forged.put("a signature", said("Thanks\n-- \nAPPROVE %"));
    forged.put(
        "below a header block of Outlook",
        said("From: Bob\nSent: Monday\nTo: Alice\nSubject: x\n\nAPPROVE %"));
    forged.put("Cyrillic", mail -> mail.replace("APPROVE", "APPR\u00d0\u009eVE"));
    forged.put("full width", mail -> mail.replace("APPROVE", "\u00ef\u00bc\u00a1PPROVE"));
    forged.put("a joiner", mail -> mail.replace("APPROVE", "APP\u00e2\u0080\u008dROVE"));
    forged.put(
        "a signed text above which somebody wrote",
        mail ->
            mail.replaceFirst(
                "\n\n(APPROVE .*)",
                "\n\n-----BEGIN PGP SIGNED MESSAGE-----\n\nthanks\n"
                    + "-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----\n$1"));
    forged.put(
        "the subject of an out-of-office",
        mail ->
            mail.replace("APPROVE", "Away until Monday.\n> APPROVE")
                .replace("Subject: Re: account", "Subject: Abwesenheitsnotiz: APPROVE"));
    forged.put(
        "no last boundary",
        mail -> alternative("APPROVE %", "<p>APPROVE %</p>").apply(mail).replace("--b--", ""));
    return forged;
  }

  private static UnaryOperator<String> said(String text) {
    return mail -> {
      int body = mail.indexOf("\n\n") + 2;
      return mail.substring(0, body) + text.replace("%", code(mail)) + "\n";
    };
  }

  private static UnaryOperator<String> html(String text) {
    return mail -> said(text).apply(mail).replace("text/plain", "text/html");
  }

  private static UnaryOperator<String> alternative(String plain, String html) {
    return mail ->
        multipart(
            mail,
            "alternative",
            "text/plain; charset=utf-8\n\n" + plain.replace("%", code(mail)) + "\n",
            "text/html; charset=utf-8\n\n" + html.replace("%", code(mail)) + "\n");
  }

  private static String multipart(String mail, String kind, String one, String other) {
    String command = mail.substring(mail.indexOf("\n\n") + 2);
    String header =
        mail.substring(0, mail.indexOf("\n\n"))
            .replace("text/plain; charset=utf-8", "multipart/" + kind + "; boundary=b");
    return header
        + "\n\n--b\nContent-Type: "
        + one
        + "--b\nContent-Type: "
        + other.replace("#", command)
        + "--b--\n";
  }

  private static String charset(String mail, String charset) {
    return mail.replace("charset=utf-8", "charset=" + charset);
  }

  private static String code(String mail) {
    return mail.substring(mail.indexOf("APPROVE ") + 8).strip();
  }
}

package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The approval that counts, packed so that two programs may take it apart differently; and files
 * that are something else than they say. Neither commands anything, neither is lost.
 */
@NullMarked
class ConfusingMailsTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String PLAIN = "Content-Type: text/plain; charset=utf-8\n\n";
  private static final String ENCODING = "Content-Transfer-Encoding: 8bit\n";

  @TestFactory
  Stream<DynamicTest> whatTwoProgramsTakeApartDifferentlyCommandsNothing()
      throws IOException, SQLException {
    Conversation desk = Conversation.inReview(ConfusingMailsTest.class);
    String perfect = desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%");
    Map<String, UnaryOperator<String>> forms = forms();
    assertThat(forms).hasSizeGreaterThanOrEqualTo(25);
    Stream<DynamicTest> refused =
        forms.entrySet().stream()
            .map(
                form ->
                    DynamicTest.dynamicTest(
                        form.getKey(),
                        () -> {
                          String mail = form.getValue().apply(perfect);
                          assertThat(mail).isNotEqualTo(perfect);

                          desk.receive(mail);

                          assertThat(desk.state(1001))
                              .as(desk.outcome() + " " + desk.desk().lastReason())
                              .isEqualTo("IN_REVIEW");
                          assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
                          assertThat(desk.column("SELECT id FROM mail WHERE state = 'RECEIVED'"))
                              .isEmpty();
                        }));
    return Stream.concat(
            refused,
            Stream.of(
                DynamicTest.dynamicTest(
                    "and as it is, it approves",
                    () -> {
                      desk.receive(perfect);
                      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
                    })))
        .onClose(desk::close);
  }

  private static Map<String, UnaryOperator<String>> forms() {
    Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
    forms.put("no boundary at the end", multipart("mixed; boundary=b", "--b\n%s\n"));
    forms.put(
        "no boundary at the end of the inner one",
        multipart(
            "mixed; boundary=b",
            "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n%s\n--b--\n"));
    forms.put(
        "one boundary begins as the other does",
        multipart("mixed; boundary=b", "--b\n" + PLAIN + "Please reject.\n--bb\n%s\n--b--\n"));
    forms.put(
        "an inner boundary that is the outer one",
        multipart(
            "mixed; boundary=b",
            "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n%s\n--b--\n--b--\n"));
    forms.put(
        "two boundaries named",
        multipart(
            "mixed; boundary=a; boundary=b",
            "--a\n" + PLAIN + "Please reject.\n--a--\n--b\n%s\n--b--\n"));
    forms.put(
        "two boundaries named, the other way",
        multipart(
            "mixed; boundary=b; boundary=a",
            "--a\n" + PLAIN + "Please reject.\n--a--\n--b\n%s\n--b--\n"));
    forms.put(
        "a boundary in two pieces",
        multipart(
            "mixed; boundary*0=a; boundary*1=b; boundary=c",
            "--ab\n%s\n--ab--\n--c\n" + PLAIN + "Please reject.\n--c--\n"));
    forms.put(
        "a boundary with a comment",
        multipart("mixed; boundary=b(c)", "--b\n%s\n--b--\n--b(c)\n%s\n--b(c)--\n"));
    forms.put("a boundary with a blank at its end", multipart("mixed; boundary=\"b \"", part()));
    forms.put("an empty boundary", multipart("mixed; boundary=\"\"", "--\n%s\n----\n"));
    forms.put("no boundary named", multipart("mixed", part()));
    forms.put(
        "a command before the first part",
        mail -> multipart("mixed; boundary=b", "#\n" + part()).apply(mail).replace("#", own(mail)));
    forms.put(
        "a command behind the last part",
        mail ->
            multipart("mixed; boundary=b", "--b\n" + PLAIN + "Fine.\n--b--\n#\n")
                .apply(mail)
                .replace("#", own(mail)));
    forms.put(
        "a part in the words behind the last part",
        multipart("mixed; boundary=b", "--b\n" + PLAIN + "Fine.\n--b--\n--b\n%s\n--b--\n"));
    forms.put(
        "base64 with other letters in it", base64(text -> text.replaceFirst("(....)", "$1*!")));
    forms.put(
        "base64 that ends in its middle", base64(text -> text.replaceFirst("(....)", "$1====")));
    forms.put("base64 with its end cut off", base64(text -> text.substring(0, text.length() - 3)));
    forms.put(
        "two encodings, base64 first",
        mail ->
            base64(text -> text)
                .apply(mail)
                .replace("encoding: base64", "encoding: base64\nContent-Transfer-Encoding: 8bit"));
    forms.put(
        "two encodings, base64 last",
        mail -> mail.replace(ENCODING, ENCODING + "Content-Transfer-Encoding: base64\n"));
    forms.put(
        "an encoding that nobody knows", mail -> mail.replace(": 8bit", ": x-uuencode-or-not"));
    forms.put(
        "an encoding of the whole that its parts have, too",
        mail ->
            multipart("mixed; boundary=b", part())
                .apply(mail)
                .replace("MIME-Version", "Content-Transfer-Encoding: base64\nMIME-Version"));
    forms.put(
        "quoted-printable with broken signs", quoted(text -> text.replace("APPROVE", "=4PPROVE")));
    forms.put(
        "two types",
        mail ->
            mail.replace(
                "Content-Type: text/plain", "Content-Type: text/html\nContent-Type: text/plain"));
    forms.put("a type that is none", mail -> mail.replace("text/plain;", "text;"));
    forms.put("a type in other words", mail -> mail.replace("text/plain;", "text / plain ; x=\";"));
    forms.put(
        "a header line behind an empty line of blanks",
        mail ->
            mail.replace("MIME-Version", " \nMIME-Version").replace("Subject:", "  \nSubject:"));
    forms.put(
        "a line of the header that is none",
        mail -> mail.replace("MIME-Version", "this is no field\nMIME-Version"));
    forms.put(
        "a part whose header is broken",
        multipart("mixed; boundary=b", "--b\nContent-Type text/plain\n%s\n--b--\n"));
    forms.put(
        "two texts of one rank",
        multipart("mixed; boundary=b", "--b\n" + PLAIN + "Please reject.\n--b\n%s\n--b--\n"));
    forms.put(
        "two charsets", mail -> mail.replace("charset=utf-8", "charset=utf-16; charset=utf-8"));
    return forms;
  }

  private static String part() {
    return "--b\n%s\n--b--\n";
  }

  /** The words of the approval and their own fields, as a part. */
  private static UnaryOperator<String> multipart(String type, String body) {
    return mail -> {
      int end = mail.indexOf("\n\n");
      String header = mail.substring(0, end);
      String fields = header.substring(header.indexOf("Content-Type:"));
      String part = fields + "\n\n" + mail.substring(end + 2);
      return header.replace(fields, "Content-Type: multipart/" + type)
          + "\n\n"
          + body.replace("%s", part.stripTrailing());
    };
  }

  private static String own(String mail) {
    return mail.substring(mail.indexOf("\n\n") + 2).strip();
  }

  private static UnaryOperator<String> base64(UnaryOperator<String> broken) {
    return mail -> {
      String words = own(mail) + "\r\nThank you, this one is fine by me.\r\n";
      String encoded =
          Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.ISO_8859_1));
      return mail.substring(0, mail.indexOf("\n\n"))
              .replace(ENCODING.strip(), "Content-Transfer-encoding: base64")
          + "\n\n"
          + broken.apply(encoded)
          + "\n";
    };
  }

  private static UnaryOperator<String> quoted(UnaryOperator<String> broken) {
    return mail -> broken.apply(mail.replace(": 8bit", ": quoted-printable"));
  }

  /** Files that people's programs may open as something else than their name says. */
  private static Map<String, String> files(String address, String command) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "a picture that is a page as well",
        file("image/png; name=me.png", "\u0089PNG\r\n\u001a\n<html><script>" + command));
    files.put(
        "a drawing that asks for something",
        file(
            "image/svg+xml; name=me.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><script href='http://"
                + address
                + "/a.js'/><image href='http://"
                + address
                + "/b.png'/></svg>"));
    files.put(
        "a page",
        file("text/html; name=me.html", "<img src='http://" + address + "/c.png'><p>" + command));
    files.put("a winmail.dat that is none", file("application/ms-tnef; name=winmail.dat", command));
    files.put("a signature that is none", file("application/pkcs7-mime; name=smime.p7m", command));
    files.put(
        "a text that lies elsewhere",
        "Content-Type: message/external-body; access-type=URL; URL=\"http://"
            + address
            + "/d.txt\"\n\nContent-Type: text/plain\n\n"
            + command
            + "\n");
    files.put(
        "a text that lies at another kind of server",
        """
        Content-Type: message/external-body; access-type=anon-ftp; site="127.0.0.1"; name="x"

        Content-Type: text/plain

        """);
    files.put("an archive in an archive", file("application/zip; name=me.zip", "PK\u0003\u0004PK"));
    files.put("a name that is a path", file("image/png; name=\"../../etc/passwd\"", "x"));
    return files;
  }

  private static String file(String type, String octets) {
    return "Content-Type: "
        + type
        + "\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(octets.getBytes(StandardCharsets.ISO_8859_1))
        + "\n";
  }

  @Test
  void aFileCommandsNothingAndNothingIsFetchedForIt() throws IOException, SQLException {
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Conversation desk = Conversation.inReview(ConfusingMailsTest.class)) {
      String command = "APPROVE " + Conversation.code(desk.last("CASE", ALICE)).orElseThrow();
      for (String file : files("127.0.0.1:" + nobody.getLocalPort(), command).values()) {
        String mail = desk.answer(ALICE, desk.last("CASE", ALICE), "See the file.");

        desk.receive(
            multipart("mixed; boundary=b", "--b\n%s\n--b\n" + file + "--b--\n").apply(mail));

        assertThat(desk.state(1001)).as(file).isEqualTo("IN_REVIEW");
        assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
      }
      nobody.setSoTimeout(50);
      try {
        nobody.accept();
        throw new AssertionError("something was fetched for a mail");
      } catch (SocketTimeoutException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> aRequestWithSuchAFileIsARequestAllTheSame() {
    return files("127.0.0.1:9", "STOP").entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      try (Conversation desk =
                          new Conversation(
                              TestDatabase.emptyFor(ConfusingMailsTest.class),
                              STORY.resolve("accounts.csv"))) {
                        String request =
                            desk.stamped(
                                "dora@mail.example",
                                "support@desk.example",
                                "Locked out",
                                "",
                                "I lost my phone and cannot log in. My account name is dora.");
                        desk.receive(
                            multipart(
                                    "mixed; boundary=b",
                                    "--b\n%s\n--b\n" + file.getValue() + "--b--\n")
                                .apply(request));

                        assertThat(desk.outcome())
                            .as(desk.desk().lastReason())
                            .isEqualTo(Outcome.TICKET_OPENED);
                        assertThat(String.join("\n", DeskCanaryTest.tables(desk)))
                            .doesNotContain("../");
                        assertThat(letters(desk)).contains("ACKNOWLEDGEMENT");
                      }
                    }));
  }

  private static List<String> letters(Conversation desk) throws SQLException {
    return desk.column("SELECT letter FROM outbox WHERE recipient = 'dora@mail.example'");
  }
}

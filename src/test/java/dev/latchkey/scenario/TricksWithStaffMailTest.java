package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Mails of a proved member of the staff, with the right code, in which the order stands where their
 * own mail program shows them something else: none approves. The last one, plain, does.
 */
@NullMarked
class TricksWithStaffMailTest {
  private static final String ALICE = "alice@staff.example";

  @SuppressWarnings("NullAway.Init")
  private Conversation desk;

  @TestFactory
  Stream<DynamicTest> anOrderThatItsSenderDidNotSeeApprovesNothing()
      throws IOException, SQLException {
    desk = Conversation.inReview(TricksWithStaffMailTest.class);
    return Stream.concat(
            tricks("").keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> plays(name))),
            Stream.of(
                DynamicTest.dynamicTest(
                    "and the plain one does",
                    () -> {
                      desk.receive(approval());
                      assertThat(desk.state(1001))
                          .as(desk.desk().lastReason())
                          .isEqualTo("COOLING_OFF");
                    })))
        .onClose(() -> desk.close());
  }

  private void plays(String name) throws IOException, SQLException {
    if (!desk.state(1001).equals("IN_REVIEW")) {
      // The one before succeeded, and has told so.
      desk.close();
      desk = Conversation.inReview(TricksWithStaffMailTest.class);
    }
    String perfect = approval();
    String order = perfect.substring(perfect.indexOf("APPROVE ")).strip();
    String mail = Objects.requireNonNull(tricks(order).get(name)).apply(perfect);
    assertThat(mail).isNotEqualTo(perfect);

    desk.receive(mail);

    assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
    assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
    assertThat(desk.column("SELECT id FROM mail WHERE state = 'RECEIVED'")).isEmpty();
  }

  private String approval() throws SQLException {
    return desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%");
  }

  private static Map<String, UnaryOperator<String>> tricks(String order) {
    Map<String, UnaryOperator<String>> tricks = new LinkedHashMap<>();
    String no = "text/plain; charset=utf-8\n\nI will look at it tomorrow.\n";
    String yes = "text/plain; charset=utf-8\n\n" + order + "\n";
    tricks.put("a body that is a file", field("Content-Disposition: attachment"));
    tricks.put("before the first part", body("mixed", order + "\n\n--b\nContent-Type: " + no));
    tricks.put("behind the last part", body("mixed", part(no) + "--b--\n" + order + "\n"));
    tricks.put(
        "a third form for some programs",
        body("alternative", part(yes) + part("text/x-amp-html\n\n<p>No, reject this.</p>\n")));
    tricks.put(
        "a calendar for some programs",
        body("alternative", part(yes) + part("text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n")));
    tricks.put(
        "enriched text beside it",
        body("alternative", part(yes) + part("text/enriched\n\n<bold>Please reject</bold>\n")));
    tricks.put(
        "a start that is not the first",
        body(
            "related; start=\"<2@x>\"",
            part(yes) + part("text/html\nContent-ID: <2@x>\n\n<p>No.</p>\n")));
    tricks.put("a digest", body("digest", "--b\n\nFrom: <a@x.example>\n\n" + order + "\n--b--\n"));
    tricks.put("a part of a larger mail", type("message/partial; number=1; total=2; id=\"x@x\""));
    tricks.put("a body that lies elsewhere", type("message/external-body; access-type=URL"));
    tricks.put("a global mail", type("message/global"));
    tricks.put("a type that is none", type("text"));
    tricks.put("two charsets", type("text/plain; charset=utf-8; charset=utf-7"));
    tricks.put(
        "UTF-7 in pieces",
        mail ->
            type("text/plain; charset*0=\"utf\"; charset*1=\"-7\"")
                .apply(mail)
                .replace("APPROVE", "+AEEAUABQAFIATwBWAEU-"));
    tricks.put(
        "UTF-7 by percent signs",
        mail ->
            type("text/plain; charset*=us-ascii''utf%2D7")
                .apply(mail)
                .replace("APPROVE", "+AEEAUABQAFIATwBWAEU-"));
    tricks.put("uuencode", mail -> mail.replace("8bit", "x-uuencode"));
    tricks.put("an encoding that nobody knows", mail -> mail.replace("8bit", "yEnc"));
    tricks.put(
        "a reaction",
        body(
            "alternative",
            part(yes)
                + part(
                    "text/vnd.google.email-reaction+json\n\n{\"emoji\":\"x\",\"version\":1}\n")));
    for (String hidden :
        new String[] {
          "<template>#</template>",
          "<noscript>#</noscript>",
          "<dialog>#</dialog>",
          "<input value='#'>",
          "<textarea>#</textarea>",
          "<svg><text>#</text></svg>",
          "<select><option>#</option></select>",
          "<iframe srcdoc='#'></iframe>",
          "<object>#</object>",
          "<audio>#</audio>",
          "<video>#</video>",
          "<title>#</title>",
          "<ruby><rp>#</rp></ruby>",
          "<p hidden>#</p>",
          "<p aria-hidden=true style='all: unset; appearance: none; display: none'>#</p>",
          "<img alt='#'>",
          "<math><annotation>#</annotation></math>",
          "<marquee>#</marquee>",
          "<xmp>#</xmp>",
          "<plaintext>#",
          "<noframes>#</noframes>",
          "<frameset><noframes>#</noframes></frameset>",
          "<del>#</del>",
          "<s>#</s>",
          "<font color=white>#</font>",
          "<table bgcolor=black><td><font color=black>#</font></table>",
          "<p title='#' style='font-size:0'>x</p>"
        }) {
      tricks.put(
          hidden,
          mail ->
              type("text/html; charset=utf-8")
                  .apply(mail)
                  .replace(order, hidden.replace("#", order) + "<p>I will look at it later.</p>"));
    }
    return tricks;
  }

  private static String part(String part) {
    return "--b\nContent-Type: " + part + "\n";
  }

  private static UnaryOperator<String> field(String field) {
    return mail -> mail.replace("MIME-Version: 1.0\n", "MIME-Version: 1.0\n" + field + "\n");
  }

  private static UnaryOperator<String> type(String type) {
    return mail -> mail.replace("text/plain; charset=utf-8", type);
  }

  private static UnaryOperator<String> body(String kind, String body) {
    return mail ->
        mail.substring(0, mail.indexOf("\n\n"))
                .replace("text/plain; charset=utf-8", "multipart/" + kind + "; boundary=b")
                .replace("Content-Transfer-Encoding: 8bit\n", "")
            + "\n\n"
            + body
            + (body.endsWith("--b--\n") || body.contains("--b--\n") ? "" : "--b--\n");
  }
}

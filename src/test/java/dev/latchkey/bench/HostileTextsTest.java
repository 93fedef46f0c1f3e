package dev.latchkey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.TriageReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whoever writes to the desk decides what it reads: the time may grow with the length, no faster.
 */
class HostileTextsTest {
  private static final int SIZE = 760_000;

  /** Far more than it takes, far less than any quadratic time. */
  private static final double MOST_SECONDS = 6;

  private final MailParser parser = new MailParser();
  private final TriageReader triage = Desk.triage();

  @Test
  void textsMadeToBeSlowAreReadInTheTimeOfTheirLength() throws MalformedMailException {
    for (Map.Entry<String, String> text : HostileTexts.of(SIZE).entrySet()) {
      assertReadInTime(text.getKey(), "plain", text.getValue());
    }
  }

  @Test
  void pagesMadeToBeSlowAreReadInTheTimeOfTheirLength() throws MalformedMailException {
    String blanks = " ".repeat(SIZE / 4);
    for (String name :
        List.of("color", "background", "width", "font-size", "display", "mso-hide")) {
      for (String end : List.of("x", ":", ";color:red", ":" + blanks + "x")) {
        assertReadInTime(
            name + end.strip(), "html", "<p style=\"" + name + blanks + end + "\">locked out</p>");
      }
    }
    assertReadInTime(
        "sheet", "html", "<style>p" + blanks + "{color" + blanks + "}</style><p>x</p>");
    assertReadInTime("class", "html", "<p class=\"a" + blanks + "b\" id=\"" + blanks + "\">x</p>");
    assertReadInTime("link", "html", "<a href=\"https://" + blanks + "\">" + blanks + "</a>");
  }

  private void assertReadInTime(String name, String subtype, String text)
      throws MalformedMailException {
    byte[] mail =
        ("From: Kim <kim@a.example>\nSubject: Locked out\nMIME-Version: 1.0\n"
                + ("Content-Type: text/" + subtype + "; charset=utf-8\n\n")
                + text)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    triage.read(parser.parse(new MailBytes(mail)));
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
    assertThat(seconds).as(name).isLessThan(MOST_SECONDS);
  }
}

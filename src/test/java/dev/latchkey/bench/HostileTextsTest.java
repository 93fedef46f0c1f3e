package dev.latchkey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.TriageReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whoever writes to the desk decides what it reads: the time may grow with the length, no faster.
 */
class HostileTextsTest {
  private static final int SIZE = 760_000;

  /** Far more than it takes, far less than any quadratic time. */
  private static final double MOST_SECONDS = 6;

  @Test
  void textsMadeToBeSlowAreReadInTheTimeOfTheirLength() throws MalformedMailException {
    MailParser parser = new MailParser();
    TriageReader triage = Desk.triage();
    for (Map.Entry<String, String> text : HostileTexts.of(SIZE).entrySet()) {
      byte[] mail =
          ("From: Kim <kim@a.example>\nSubject: Locked out\nMIME-Version: 1.0\n"
                  + "Content-Type: text/plain; charset=utf-8\n\n"
                  + text.getValue())
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.UTF_8);
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      triage.read(parser.parse(new MailBytes(mail)));
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
      assertThat(seconds).as(text.getKey()).isLessThan(MOST_SECONDS);
    }
  }
}

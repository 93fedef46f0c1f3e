package dev.latchkey.parse;

import dev.latchkey.Desk;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.TriagedMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many mails a second one core parses and triages, and how the time grows with their size.
 *
 * <p>After {@code mvn test-compile}: {@code java -cp target/test-classes:target/classes:$(class
 * path) org.openjdk.jmh.Main ParseBenchmark}. {@code plain} is a request in text/plain with a
 * quoted thread, {@code alternative} the same with its HTML twin, {@code photo} a short request
 * with an attached picture; all have {@code size} octets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ParseBenchmark {
  private static final String TOP =
      """
      Return-Path: <mira@mail.example>
      Received: from mail.example (mail.example [192.0.2.7])
       by mx.desk.example with ESMTPS id 4a1b2c3d; Tue, 03 Mar 2026 10:15:02 +0100
      Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=mail.example;
       dkim=pass header.d=mail.example header.s=s26; dmarc=pass header.from=mail.example
      From: =?UTF-8?Q?Mira_Holt-J=C3=BCrgens?= <mira@mail.example>
      To: Account desk <support@desk.example>
      Subject: Re: [LK-1042] Locked out of my account
      Date: Tue, 03 Mar 2026 10:15:00 +0100
      Message-ID: <5f0f0f0f-1111@mail.example>
      In-Reply-To: <LK-1042.7@desk.example>
      References: <LK-1042.1@desk.example> <LK-1042.7@desk.example>
      MIME-Version: 1.0
      """;
  private static final String WORDS =
      """
      Hello,

      I lost the phone with my second factor and have no recovery codes any more.
      My account name is `mholt` and I maintain the projects tinyfield and barley.
      [x] I agree to the code of conduct

      Thank you
      Mira

      On Mon, 2 Mar 2026 at 09:00, Account desk <support@desk.example> wrote:
      """;
  private static final String QUOTE =
      "> Which address was registered, and since when do you use it? Please tell us.\n";

  private final MailParser parser = new MailParser();
  private final TriageReader triage = Desk.triage();

  @Param({"4096", "40960", "409600", "4194304"})
  public int size;

  @Param({"plain", "alternative", "photo"})
  public String kind = "plain";

  private MailBytes mail = new MailBytes(new byte[0]);

  @Setup
  public void write() {
    String text =
        switch (kind) {
          case "plain" -> TOP + "Content-Type: text/plain; charset=utf-8\n\n" + thread(size - 1400);
          case "alternative" -> alternative();
          default -> photo();
        };
    mail = new MailBytes(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Benchmark
  public InboundMail parse() throws MalformedMailException {
    return parser.parse(mail);
  }

  @Benchmark
  public TriagedMail parseAndTriage() throws MalformedMailException {
    return triage.read(parser.parse(mail));
  }

  private static String thread(int octets) {
    int quoted = Math.max(0, octets - WORDS.length());
    return WORDS + QUOTE.repeat(quoted / QUOTE.length());
  }

  private String alternative() {
    String plain = thread((size - 1500) * 2 / 5);
    return TOP
        + "Content-Type: multipart/alternative; boundary=alt\n\n"
        + "--alt\nContent-Type: text/plain; charset=utf-8\n\n"
        + plain
        + "\n--alt\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>"
        + plain.replace("<", "&lt;").replace("\n", "<br>\n")
        + "</p></body></html>\n--alt--\n";
  }

  private String photo() {
    byte[] picture = new byte[Math.max(0, (size - 2400) * 74 / 102)];
    return TOP
        + "Content-Type: multipart/mixed; boundary=mix\n\n"
        + "--mix\nContent-Type: text/plain; charset=utf-8\n\n"
        + thread(900)
        + "\n--mix\nContent-Type: image/png; name=screen.png\n"
        + "Content-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(picture)
        + "\n--mix--\n";
  }
}

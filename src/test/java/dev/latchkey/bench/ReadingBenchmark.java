package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.EachReader;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.mark.MailKind;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.NullMarked;

/**
 * What reading a mail costs, in CPU time of one thread, so that it tells the truth on a busy
 * machine too: parsing, triage, every reader by itself; sizes from 4 KB to 4 MB; ten hostile texts.
 * Started by {@code src/bench/reading.sh}. With the classes of an older desk as argument old and
 * new are measured in turn, in one JVM, each in a class loader of its own.
 */
@NullMarked
public final class ReadingBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int HOSTILE = 760_000;
  private static final int[] SIZES = {4_096, 40_960, 409_600, 4_194_304};
  private static final double SECOND = 1e9;
  private static final long WARM = 4_000_000_000L;
  private static final long MEASURED = 2_000_000_000L;
  private static final int ROUNDS = 3;

  private static final String TOP =
      """
      Return-Path: <mira@mail.example>
      Received: from mail.example (mail.example [192.0.2.7])
       by mx.desk.example with ESMTPS id 4a1b2c3d; Tue, 03 Mar 2026 10:15:02 +0100
      Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=mail.example;
       dkim=pass header.d=mail.example header.s=s26; dmarc=pass header.from=mail.example
      From: Mira Holt <mira@mail.example>
      To: Account desk <support@desk.example>
      Subject: Locked out of my account
      Date: Tue, 03 Mar 2026 10:15:00 +0100
      Message-ID: <5f0f0f0f-1111@mail.example>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      """;

  private static final String PROSE =
      """
      Hello,

      last Friday my phone fell into the lake, and with it the app that shows the six digits.
      My account name is mholt-7 and I maintain the projects tinyfield and barley there. When I
      set it up I printed a sheet with codes, but that was two moves ago and I have looked in
      every box. The password is fine, I can type it and then I am asked for the digits.

      I have had the address mira@mail.example since 2014 and it is the one on record. What do
      you need from me? I am travelling until the ninth and can only read mail in the evening.
      I read the code of conduct and agree to it, and I know that this may take some weeks.

      """;

  private static final String FORM =
      """
      ## Username

      person7

      ## Reason for the request

      %s
      ## Recovery codes

      - [x] I never generated or have lost access to my recovery codes

      ## Code of Conduct

      - [x] I agree to follow the Code of Conduct

      ## Acknowledgement

      - [x] I understand that this may take some time
      """;

  private static final String LOST =
      "I lost my phone and with it the second factor of my account. 7\n";

  private static final String THREAD =
      "On Mon, 2 Mar 2026 at 09:00, Account desk <support@desk.example> wrote:\n";

  private static final String QUOTE =
      "> Which address was registered, and since when do you use it? Please tell us.\n";

  private ReadingBenchmark() {}

  /** One way to read a mail: parsed only, or triaged as well. */
  public static final class Reading implements ToIntFunction<byte[]> {
    private final MailParser parser = new MailParser();
    private final TriageReader triage = Desk.triage();
    private boolean parseOnly;

    @Override
    public int applyAsInt(byte[] octets) {
      try {
        InboundMail mail = parser.parse(new MailBytes(octets));
        return parseOnly ? mail.headers().size() : asked(triage.read(mail));
      } catch (MalformedMailException e) {
        throw new IllegalStateException(e);
      }
    }

    /** What the desk asks of every mail, and of a person's besides. */
    private static int asked(TriagedMail mail) {
      return mail.kind().kind() == MailKind.HUMAN
          ? mail.request().reasons().size() + mail.language().length() + mail.secrets().size()
          : mail.secrets().size();
    }

    static Reading parsing() {
      Reading reading = new Reading();
      reading.parseOnly = true;
      return reading;
    }
  }

  /** Arguments: the classes of an older desk, if old and new are to be compared. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Map<String, ToIntFunction<byte[]>> readings = new LinkedHashMap<>();
    if (arguments.length > 0) {
      readings.put("old", other(arguments[0]));
    }
    readings.put("new", new Reading());
    mails(readings);
    sizes(readings);
    hostile(readings);
    readers("form, 4 KB", form(4_096));
    readers("prose, 2.7 KB", PROSE.repeat(4));
  }

  /** The same reading of a mail, by other classes. */
  @SuppressWarnings("unchecked")
  private static ToIntFunction<byte[]> other(String classes) throws ReflectiveOperationException {
    List<URL> path = new ArrayList<>();
    List<String> entries = new ArrayList<>(Arrays.asList(classes.split(File.pathSeparator)));
    entries.addAll(Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator)));
    for (String entry : entries) {
      try {
        path.add(Path.of(entry).toUri().toURL());
      } catch (java.net.MalformedURLException e) {
        throw new IllegalArgumentException(entry, e);
      }
    }
    ClassLoader loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    return (ToIntFunction<byte[]>)
        loader.loadClass(Reading.class.getName()).getConstructor().newInstance();
  }

  private static void mails(Map<String, ToIntFunction<byte[]>> readings) {
    System.out.println("| a second, one core, warm | " + String.join(" | ", readings.keySet()));
    Reading parsing = Reading.parsing();
    Map<String, String> mails = new LinkedHashMap<>();
    mails.put("form, 4 KB", form(4_096));
    mails.put("reply, 4 KB", thread(4_096 - TOP.length()));
    mails.put("prose, 2.7 KB", PROSE.repeat(4));
    mails.forEach(
        (name, text) -> {
          byte[] mail = mail(text);
          System.out.printf(
              Locale.ROOT,
              "| parse %s | %,.0f |%n",
              name,
              SECOND / nanos(() -> parsing.applyAsInt(mail), WARM / 2));
          double[] least = new double[readings.size()];
          Arrays.fill(least, Double.MAX_VALUE);
          for (int round = 0; round < ROUNDS; round++) {
            int at = 0;
            for (ToIntFunction<byte[]> reading : readings.values()) {
              least[at] =
                  Math.min(least[at], nanos(() -> reading.applyAsInt(mail), round == 0 ? WARM : 0));
              at++;
            }
          }
          print("parse and triage " + name, least, SECOND);
        });
  }

  private static void print(String name, double[] nanos, double worth) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (double one : nanos) {
      row.append(String.format(Locale.ROOT, " %,.0f |", worth / one));
    }
    System.out.println(row);
  }

  private static void sizes(Map<String, ToIntFunction<byte[]>> readings) {
    System.out.println("| microseconds a KB by size | " + String.join(" | ", readings.keySet()));
    for (int size : SIZES) {
      byte[] reply = mail(thread(size - TOP.length()));
      byte[] prose = mail(PROSE.repeat(size / PROSE.length()));
      times("reply of " + (size >> 10) + " KB", reply, readings);
      times("prose of " + (size >> 10) + " KB", prose, readings);
    }
  }

  private static void times(String name, byte[] mail, Map<String, ToIntFunction<byte[]>> readings) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (ToIntFunction<byte[]> reading : readings.values()) {
      double nanos = nanos(() -> reading.applyAsInt(mail), MEASURED / 4);
      row.append(String.format(Locale.ROOT, " %.1f |", nanos / 1e3 / (mail.length / 1024.0)));
    }
    System.out.println(row);
  }

  private static void hostile(Map<String, ToIntFunction<byte[]>> readings) {
    System.out.println("| seconds for 760 KB | " + String.join(" | ", readings.keySet()));
    HostileTexts.of(HOSTILE)
        .forEach(
            (name, text) -> {
              StringBuilder row = new StringBuilder("| " + name + " |");
              byte[] mail = mail(text);
              for (ToIntFunction<byte[]> reading : readings.values()) {
                double nanos = Double.MAX_VALUE;
                for (int round = 0; round < ROUNDS && (round == 0 || nanos < SECOND); round++) {
                  nanos = Math.min(nanos, once(() -> reading.applyAsInt(mail)));
                }
                row.append(String.format(Locale.ROOT, " %.3f |", nanos / SECOND));
              }
              System.out.println(row);
            });
  }

  private static void readers(String name, String text) {
    EachReader readers =
        new EachReader(parsed(mail(text)), "Locked out of my account", BodyText.plain(text));
    System.out.println("| microseconds of each reader, " + name + " |");
    readers
        .all()
        .forEach((reader, read) -> print(reader, new double[] {1 / nanos(read, MEASURED)}, 1e-3));
  }

  private static InboundMail parsed(byte[] octets) {
    try {
      return new MailParser().parse(new MailBytes(octets));
    } catch (MalformedMailException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What one call costs, on average over two seconds after {@code warm}. */
  private static double nanos(IntSupplier call, long warm) {
    long sink = 0;
    for (long begun = cpu(); cpu() - begun < warm; ) {
      sink += call.getAsInt();
    }
    long begun = cpu();
    long calls = 0;
    while (cpu() - begun < MEASURED) {
      for (int at = 0; at < 5; at++) {
        sink += call.getAsInt();
      }
      calls += 5;
    }
    double nanos = (cpu() - begun) / (double) calls;
    return sink == Long.MIN_VALUE ? 0 : nanos;
  }

  private static double once(IntSupplier call) {
    long begun = cpu();
    int sink = call.getAsInt();
    return cpu() - begun + (sink == Integer.MIN_VALUE ? 1 : 0);
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static String form(int octets) {
    String empty = FORM.formatted("");
    return FORM.formatted(LOST.repeat((octets - TOP.length() - empty.length()) / LOST.length()));
  }

  private static String thread(int octets) {
    int quoted = Math.max(0, octets - PROSE.length() - THREAD.length());
    return PROSE + THREAD + QUOTE.repeat(quoted / QUOTE.length());
  }

  private static byte[] mail(String text) {
    return (TOP + text).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}

package dev.latchkey.transport;

import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.SafeText;
import dev.latchkey.mail.ScanResult;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clamd on this machine, asked over TCP by {@code INSTREAM} (clamd(8)): what it unpacks, and what
 * it knows, is its own affair. A connection a mail. One that is away is left alone for half a
 * minute, so that a thousand mails do not wait for it a thousand times.
 */
public final class ClamdScanner implements FileScanner {
  private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 1_000;
  private static final int LONGEST_SHOWN = 200;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final String FINE = "stream: OK";
  private static final String START = "stream: ";
  private static final String FOUND = " FOUND";

  private final String host;
  private final int port;
  private volatile boolean away;
  private volatile long awaySince;

  /**
   * @param host of the loopback interface: nothing protects the way to a clamd
   * @throws IllegalArgumentException when it is another
   */
  public ClamdScanner(String host, int port) {
    Security.NONE.requireFitFor(host);
    this.host = host;
    this.port = port;
  }

  /** What is said on a connection, and the answer to it. */
  @FunctionalInterface
  private interface Saying {
    void to(DataOutputStream out) throws IOException;
  }

  @Override
  public ScanResult scan(MailBytes octets) {
    if (away && System.nanoTime() - awaySince < QUIET.toNanos()) {
      return ScanResult.UNKNOWN;
    }
    try {
      String answer = ask(out -> stream(octets.octets(), out));
      away = false;
      if (answer.equals(FINE)) {
        return ScanResult.CLEAN;
      }
      if (answer.startsWith(START) && answer.endsWith(FOUND)) {
        return ScanResult.harmful(
            answer.substring(START.length(), answer.length() - FOUND.length()));
      }
      LOG.warn("clamd cannot tell: {}", SafeText.line(answer, LONGEST_SHOWN));
    } catch (IOException e) {
      awaySince = System.nanoTime();
      away = true;
      LOG.warn("clamd at {}:{} does not answer: {}", host, port, e.getMessage());
    }
    return ScanResult.UNKNOWN;
  }

  @Override
  public String check() throws MailTransportException {
    try {
      String version = ask(out -> out.writeBytes("zVERSION\0"));
      if (!ask(out -> stream(new byte[0], out)).equals(FINE)) {
        throw new IOException("it does not take INSTREAM");
      }
      return "%s at %s:%d".formatted(SafeText.line(version, LONGEST_SHOWN), host, port);
    } catch (IOException e) {
      throw new MailTransportException(
          "%s:%d: %s; TCPSocket %d and TCPAddr %s belong into clamd.conf"
              .formatted(host, port, e.getMessage(), port, host),
          e);
    }
  }

  private static void stream(byte[] octets, DataOutputStream out) throws IOException {
    out.writeBytes("zINSTREAM\0");
    for (int at = 0; at < octets.length; at += CHUNK) {
      int length = Math.min(CHUNK, octets.length - at);
      out.writeInt(length);
      out.write(octets, at, length);
    }
    out.writeInt(0);
  }

  private String ask(Saying saying) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT.toMillis()));
      socket.setSoTimeout(Math.toIntExact(ANSWER.toMillis()));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
      try {
        saying.to(out);
        out.flush();
      } catch (IOException e) {
        // What is too large for it is told before all of it was said.
        String told = answer(socket);
        if (told.isEmpty()) {
          throw e;
        }
        return told;
      }
      String answer = answer(socket);
      if (answer.isEmpty()) {
        throw new IOException("it ended without an answer");
      }
      return answer;
    }
  }

  private static String answer(Socket socket) throws IOException {
    byte[] said = socket.getInputStream().readNBytes(LONGEST_ANSWER);
    return new String(said, StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}

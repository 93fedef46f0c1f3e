package dev.latchkey.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An Internet on this machine: names with public addresses, and behind all of these one real server
 * with TLS. Only the last step differs from the real one: what is dialled at a checked address is
 * the server here. Sites may be as they should be, or lie.
 */
public final class LocalInternet implements PublicNetwork, Names, AutoCloseable {
  public static final String PUBLIC = "93.184.215.14";

  /** What a host answers. */
  public interface Site {
    void answer(Asked asked, OutputStream out) throws IOException;
  }

  /** A request as it came; fields by lower-case name, an octet of the body a character. */
  public record Asked(
      String host, String method, String target, Map<String, String> fields, String body) {}

  private final Map<String, Site> sites = new ConcurrentHashMap<>();
  private final Map<String, Deque<List<InetAddress>>> addresses = new ConcurrentHashMap<>();
  private final Map<String, Texts> texts = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<InetAddress> dialled = new CopyOnWriteArrayList<>();
  private final List<String> resolved = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SSLSocketFactory client = LocalCertificates.client().getSocketFactory();
  private final SSLServerSocket server;

  public LocalInternet() {
    this(LocalCertificates.Shown.GENUINE);
  }

  LocalInternet(LocalCertificates.Shown shown) {
    try {
      server =
          (SSLServerSocket)
              LocalCertificates.server(shown)
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** From now on {@code host} has a public address and answers by {@code site}. */
  public LocalInternet serve(String host, Site site) {
    sites.put(host, site);
    return address(host, PUBLIC);
  }

  /** What the next question for {@code host} is answered with; the last answer stays. */
  LocalInternet address(String host, String... numbers) {
    addresses
        .computeIfAbsent(host, name -> new ArrayDeque<>())
        .add(Stream.of(numbers).map(LocalInternet::number).toList());
    return this;
  }

  /** From now on {@code name} has these TXT records. */
  public LocalInternet text(String name, String... lines) {
    texts.put(name, new Texts(List.of(lines), false));
    return this;
  }

  static InetAddress number(String number) {
    try {
      return InetAddress.getByName(number);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A whole answer, with its length. */
  public static Site answer(String status, String type, byte[] body) {
    return (request, out) -> {
      String head =
          "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(status, type, body.length);
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
    };
  }

  public static Site text(String body) {
    return answer("200 OK", "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  static Site status(String status) {
    return answer(status, "text/html", new byte[0]);
  }

  static Site redirect(String location) {
    return raw("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
  }

  /** Octets as they are, and the end. */
  static Site raw(String octets) {
    return (request, out) -> out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
  }

  List<Asked> asked() {
    return asked;
  }

  List<InetAddress> dialled() {
    return dialled;
  }

  List<String> resolved() {
    return resolved;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        SSLSocket socket = (SSLSocket) server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        // It was closed, or a client went away.
      }
    }
  }

  private void serve(SSLSocket socket) {
    try (socket) {
      Asked request = read(socket.getInputStream());
      asked.add(request);
      OutputStream out = socket.getOutputStream();
      sites.getOrDefault(request.host(), status("421 Misdirected Request")).answer(request, out);
      out.flush();
    } catch (IOException e) {
      // The client did not like it, which is what many tests are about.
    }
  }

  private static Asked read(InputStream in) throws IOException {
    String[] first = line(in).split(" ");
    Map<String, String> fields = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
    }
    int length = Integer.parseInt(fields.getOrDefault("content-length", "0"));
    return new Asked(
        fields.getOrDefault("host", ""),
        first[0],
        first[1],
        fields,
        new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("gone");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public Names names() {
    return this;
  }

  @Override
  public SocketAddress dial(InetAddress checked) {
    dialled.add(checked);
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  @Override
  public SSLSocketFactory tls() {
    return client;
  }

  @Override
  public List<InetAddress> addresses(String host, Duration within) throws CannotLookException {
    resolved.add(host);
    Deque<List<InetAddress>> answers = addresses.get(host);
    if (answers == null) {
      throw new CannotLookException(Obstacle.NO_SUCH_HOST);
    }
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  @Override
  public Texts texts(String name, Duration within) {
    return texts.getOrDefault(name, new Texts(new ArrayList<>(), false));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}

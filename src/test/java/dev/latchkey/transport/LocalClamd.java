package dev.latchkey.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;

/**
 * A server that speaks as clamd does, and calls a mail harmful that holds {@link #HARMFUL} as it
 * stands. {@code -Dclamd.port} names a real one in its place, whose signatures know EICAR.
 */
@NullMarked
public final class LocalClamd implements AutoCloseable {
  /** The test file of EICAR, in base64 as a mail carries it. */
  public static final String HARMFUL =
      "WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=";

  private final ServerSocket server;
  private final List<Integer> sizes = new CopyOnWriteArrayList<>();
  private volatile String found = "stream: Eicar-Test FOUND\0";
  private volatile String clean = "stream: OK\0";

  public LocalClamd() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "clamd of a test");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens, or the real one. */
  public int port() {
    return Integer.getInteger("clamd.port", server.getLocalPort());
  }

  /** From now on it says this of everything. */
  public void says(String answer) {
    found = answer;
    clean = answer;
  }

  /** How many octets each mail had that it was given. */
  public List<Integer> sizes() {
    return sizes;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        DataInputStream in = new DataInputStream(client.getInputStream());
        String command = command(in);
        String answer = command.equals("zVERSION") ? "ClamAV of a test\0" : stream(in);
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // The other side is gone, or the test is over.
      }
    }
  }

  private static String command(DataInputStream in) throws IOException {
    StringBuilder command = new StringBuilder();
    for (int octet = in.read(); octet > 0; octet = in.read()) {
      command.append((char) octet);
    }
    return command.toString();
  }

  private String stream(DataInputStream in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      mail.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }
    if (mail.length() > 0) {
      sizes.add(mail.length());
    }
    return mail.toString().replaceAll("\\s", "").contains(HARMFUL) ? found : clean;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

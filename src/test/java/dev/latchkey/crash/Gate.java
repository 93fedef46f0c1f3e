package dev.latchkey.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A port in front of a server. It may be shut, so that the server seems to be gone; it may swallow
 * what its lines carry, as where a machine vanished and nobody was told; and a guard may look at
 * what passes, cut the line, or answer in the server's place.
 */
public final class Gate implements AutoCloseable {
  private static final int CHUNK = 16_384;

  private final ServerSocket door;
  private final int behind;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;
  private volatile Supplier<Guard> guards = () -> Guard.NONE;

  /** Looks at what one line carries; called by one thread for each direction. */
  @FunctionalInterface
  public interface Guard {
    Guard NONE = (fromServer, octets) -> Verdict.pass(octets);

    Verdict look(boolean fromServer, byte[] octets);
  }

  /** What becomes of octets. */
  public static final class Verdict {
    private static final byte[] NOTHING = {};

    /** What goes on in their place. */
    private final byte[] onward;

    /** Whether the line is cut then. */
    private final boolean cut;

    /** What the client hears besides, as if the server had said it. */
    private final byte[] answer;

    private Verdict(byte[] onward, boolean cut, byte[] answer) {
      this.onward = onward;
      this.cut = cut;
      this.answer = answer;
    }

    public static Verdict pass(byte[] octets) {
      return new Verdict(octets, false, NOTHING);
    }

    /** Only the first of them go on, and nothing after them. */
    public static Verdict cutAfter(byte[] octets, int first) {
      return new Verdict(Arrays.copyOf(octets, first), true, NOTHING);
    }

    /** None of them goes on, the client hears something else, and the line is cut. */
    public static Verdict cutWith(byte[] answer) {
      return new Verdict(NOTHING, true, answer);
    }

    /** None of them goes on. */
    public static Verdict answer(byte[] answer) {
      return new Verdict(NOTHING, false, answer);
    }
  }

  /**
   * At any free port.
   *
   * @param behind the port of the server, on the loopback interface
   */
  public Gate(int behind) throws IOException {
    this.behind = behind;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Ends every connection and lets nobody in. */
  public void shut() {
    shut = true;
    cut();
  }

  public void open() {
    shut = false;
  }

  /** Ends every connection, and lets everybody in again. */
  public void cut() {
    lines.forEach(Line::end);
  }

  /** From now on nothing that the lines of this moment carry arrives; new ones are as ever. */
  public void swallow() {
    lines.forEach(line -> line.swallowed = true);
  }

  /** Each line that begins from now on gets a guard of its own; those that are there are cut. */
  public void guardedBy(Supplier<Guard> each) {
    guards = each;
    cut();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (shut) {
          end(client);
        } else {
          enter(client);
        }
      } catch (IOException e) {
        end(door);
      }
    }
  }

  private void enter(Socket client) {
    try {
      Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), behind));
      lines.add(line);
      daemon(() -> line.carry(false));
      daemon(() -> line.carry(true));
    } catch (IOException e) {
      // Nobody is behind; whoever came sees it by that.
      end(client);
    }
  }

  /** A client and the server. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private final Guard guard = guards.get();
    private volatile boolean swallowed;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void carry(boolean fromServer) {
      Socket from = fromServer ? server : client;
      Socket to = fromServer ? client : server;
      byte[] room = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(room); read >= 0; read = in.read(room)) {
          if (!swallowed && !passed(fromServer, Arrays.copyOf(room, read), out)) {
            break;
          }
        }
      } catch (IOException e) {
        // One of the two is gone, and so is the line.
        end();
      }
      if (!swallowed) {
        end();
      }
    }

    private boolean passed(boolean fromServer, byte[] octets, OutputStream out) throws IOException {
      Verdict verdict = guard.look(fromServer, octets);
      out.write(verdict.onward);
      client.getOutputStream().write(verdict.answer);
      return !verdict.cut;
    }

    void end() {
      lines.remove(this);
      Gate.end(client);
      Gate.end(server);
    }
  }

  private static void end(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "gate");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    end(door);
    shut();
  }
}

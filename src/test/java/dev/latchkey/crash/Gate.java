package dev.latchkey.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port in front of a server; while it is shut, the server seems to be gone. */
final class Gate implements AutoCloseable {
  private final ServerSocket door;
  private final int behind;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile boolean shut;

  /**
   * @param behind the port of the server, on the loopback interface
   */
  Gate(int behind) throws IOException {
    this.behind = behind;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Ends every connection and lets nobody in. */
  void shut() {
    shut = true;
    sockets.forEach(Gate::end);
    sockets.clear();
  }

  void open() {
    shut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (shut) {
          end(client);
        } else {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
          sockets.add(client);
          sockets.add(server);
          daemon(() -> carry(client, server));
          daemon(() -> carry(server, client));
        }
      } catch (IOException e) {
        end(door);
      }
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      end(from);
    }
    end(to);
  }

  private static void end(AutoCloseable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

package dev.latchkey.accounts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets of which no read waits for ever. The timeout of a connection ends where the server takes
 * it; the handshake of TLS, which is read after that, would wait for a server that says nothing.
 */
final class TimedSockets extends SocketFactory {
  private final SocketFactory sockets;
  private final int millis;

  /**
   * @param millis that one read may last, in milliseconds
   */
  TimedSockets(SocketFactory sockets, int millis) {
    this.sockets = sockets;
    this.millis = millis;
  }

  @Override
  public Socket createSocket() throws IOException {
    return timed(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return timed(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return timed(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return timed(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return timed(sockets.createSocket(host, port, local, localPort));
  }

  private Socket timed(Socket socket) throws IOException {
    socket.setSoTimeout(millis);
    return socket;
  }
}

package dev.latchkey.proof;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A socket that waits for octets until its deadline and no longer, however slowly they drip: the
 * time-out of a socket alone starts anew with every octet. It goes through no proxy, whatever the
 * JVM is told.
 */
final class DeadlineSocket extends Socket {
  private final Deadline deadline;

  DeadlineSocket(Deadline deadline) {
    super(Proxy.NO_PROXY);
    this.deadline = deadline;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        waitNoLonger();
        return super.read();
      }

      @Override
      public int read(byte[] octets, int from, int length) throws IOException {
        waitNoLonger();
        return super.read(octets, from, length);
      }
    };
  }

  private void waitNoLonger() throws IOException {
    try {
      setSoTimeout(deadline.millis(1));
    } catch (CannotLookException e) {
      SocketTimeoutException over = new SocketTimeoutException("the look has taken long enough");
      over.initCause(e);
      throw over;
    }
  }
}

package dev.latchkey.proof;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** One look at one host, at addresses that were checked; each request has its own connection. */
final class Visit {
  /** So many addresses of a host are tried. */
  private static final int TRIED = 4;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final PublicNetwork network;
  private final LookLimits limits;
  private final String host;
  private final List<InetAddress> checked;
  private final Deadline deadline;

  Visit(
      PublicNetwork network,
      LookLimits limits,
      String host,
      List<InetAddress> checked,
      Deadline deadline) {
    this.network = network;
    this.limits = limits;
    this.host = host;
    this.checked = checked.stream().limit(TRIED).toList();
    this.deadline = deadline;
  }

  /** Whether a redirect may be followed to {@code target}, which is on the same host. */
  interface Course {
    /**
     * Lets {@code target} pass.
     *
     * @throws CannotLookException when it may not be followed
     */
    void keep(HttpsAddress target) throws CannotLookException;
  }

  /**
   * What stands at the address of {@code request}, or where redirects from there lead.
   *
   * @throws CannotLookException when there is no answer, or the redirects leave the host or {@code
   *     course}
   */
  HttpAnswer get(HttpRequest request, Course course) throws CannotLookException {
    HttpRequest next = request;
    for (int followed = 0; followed <= limits.redirects(); followed++) {
      HttpAnswer answer = send(next);
      if (!REDIRECTS.contains(answer.status())) {
        return answer;
      }
      HttpsAddress target = target(answer);
      course.keep(target);
      next = next.to(target);
    }
    throw new CannotLookException(Obstacle.LEADS_IN_CIRCLES);
  }

  private HttpsAddress target(HttpAnswer answer) throws CannotLookException {
    Optional<HttpsAddress> target =
        answer.header("location").flatMap(location -> answer.from().follow(location));
    return target
        .filter(address -> address.host().equals(host))
        .orElseThrow(() -> new CannotLookException(Obstacle.LEADS_AWAY));
  }

  /**
   * The answer to one request; no redirect is followed.
   *
   * @throws CannotLookException when there is none
   */
  HttpAnswer send(HttpRequest request) throws CannotLookException {
    if (!request.address().host().equals(host)) {
      throw new IllegalArgumentException("a visit is to one host");
    }
    try (Socket wire = connect()) {
      SSLSocket tls = (SSLSocket) network.tls().createSocket(wire, host, 443, true);
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      shakeHands(tls);
      tls.getOutputStream().write(request.octets());
      return new HttpReader(tls.getInputStream(), limits.octets()).read(request.address());
    } catch (IOException e) {
      throw new CannotLookException(Obstacle.AWAY, e);
    }
  }

  private Socket connect() throws CannotLookException {
    IOException last = new SocketException("no address");
    for (int tried = 0; tried < checked.size(); tried++) {
      int millis = deadline.millis(checked.size() - tried);
      DeadlineSocket socket = new DeadlineSocket(deadline);
      try {
        socket.connect(network.dial(checked.get(tried)), millis);
        return socket;
      } catch (IOException e) {
        last = e;
        closeQuietly(socket);
      }
    }
    throw new CannotLookException(Obstacle.AWAY, last);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was of no use before.
    }
  }

  /** What goes wrong here is the certificate, unless the connection broke. */
  private static void shakeHands(SSLSocket tls) throws IOException, CannotLookException {
    try {
      tls.startHandshake();
    } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
      throw new CannotLookException(broke(e) ? Obstacle.AWAY : Obstacle.BAD_CERTIFICATE, e);
    } catch (SSLException e) {
      throw new CannotLookException(Obstacle.AWAY, e);
    }
  }

  private static boolean broke(Throwable failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof EOFException) {
        return true;
      }
    }
    return false;
  }
}

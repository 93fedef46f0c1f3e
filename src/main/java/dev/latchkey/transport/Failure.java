package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.MailTransportException.Stage;
import dev.latchkey.mail.SafeText;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/** Says in one line what an operator can do about a server that could not be used. */
final class Failure {
  private static final int LONGEST = 200;

  private Failure() {}

  /** One line about the innermost cause that we know, free of credentials. */
  static String describe(String host, int port, Throwable failure) {
    String server = host + ":" + port;
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof UnknownHostException) {
        return "unknown host " + host;
      }
      if (cause instanceof SocketTimeoutException) {
        return server + " does not answer in time";
      }
      if (cause instanceof SSLException) {
        return "no TLS with " + server + ": " + line(cause.getMessage());
      }
      if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return server + " cannot be reached: " + line(cause.getMessage());
      }
    }
    return server + ": " + line(failure.getMessage());
  }

  /** The same as an exception that says where it failed. */
  static MailTransportException exception(String host, int port, Throwable failure) {
    return new MailTransportException(stage(failure), describe(host, port, failure), failure);
  }

  private static Stage stage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof UnknownHostException) {
        return Stage.NAME;
      }
      if (cause instanceof SSLException) {
        return Stage.TLS;
      }
      if (cause instanceof SocketTimeoutException
          || cause instanceof ConnectException
          || cause instanceof NoRouteToHostException) {
        return Stage.CONNECTION;
      }
    }
    return Stage.OTHER;
  }

  /** Angus keeps the reason of a failed connection beside the usual chain. */
  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof SocketConnectException connect
        ? connect.getException()
        : failure.getCause();
  }

  /** A server's answer to a login, which may repeat what we said. */
  static String withoutPassword(@Nullable String text, String password) {
    return line(text).replace(line(password), "...");
  }

  /** A server's text as one printable line of at most 200 characters. */
  static String line(@Nullable String text) {
    if (text == null) {
      return "no reason given";
    }
    return SafeText.line(text, LONGEST);
  }
}

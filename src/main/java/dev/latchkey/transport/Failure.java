package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.MailTransportException.Stage;
import dev.latchkey.mail.SafeText;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/** Says in one line what an operator can do about a server that could not be used. */
final class Failure {
  private static final int LONGEST = 200;

  /** What Angus writes where a server ended the connection, and gives no cause. */
  private static final List<String> ENDED =
      List.of(
          "[EOF]",
          "Connection dropped by server",
          "Jakarta Mail Exception",
          "Can't send command to SMTP host",
          "Exception reading response");

  /** How Angus begins what it writes of an SMTP server's first line, which stands at its end. */
  private static final String GREETING = "Got bad greeting";

  /** What Java says when a server speaks without TLS. */
  private static final String IN_THE_CLEAR = "Unsupported or unrecognized SSL message";

  private static final String RESPONSE = "response:";

  /** A first line by which a server refuses: RFC 5321 section 3.1, RFC 9051 section 7.1.5. */
  private static final Pattern REFUSAL = Pattern.compile("^(?:[45][0-9][0-9]|[*] BYE)\\b");

  private Failure() {}

  /** One line about the innermost cause that we know, free of credentials. */
  static String describe(String host, int port, Throwable failure) {
    return Fault.of(host, port, failure).told();
  }

  /** The same as an exception that says where it failed. */
  static MailTransportException exception(String host, int port, Throwable failure) {
    Fault fault = Fault.of(host, port, failure);
    return new MailTransportException(fault.stage(), fault.told(), failure);
  }

  /** The same in the midst of a command. */
  static MailTransportException during(String verb, String host, int port, Throwable failure) {
    Fault fault = Fault.of(host, port, failure);
    return new MailTransportException(fault.stage(), fault.told() + " (" + verb + ")", failure);
  }

  /** Where and how it failed. */
  private record Fault(Stage stage, String told) {
    static Fault of(String host, int port, Throwable failure) {
      String server = host + ":" + port;
      for (Throwable cause = failure; cause != null; cause = next(cause)) {
        if (cause instanceof UnknownHostException) {
          return new Fault(Stage.NAME, "unknown host " + host);
        }
        if (cause instanceof SocketTimeoutException) {
          return silent(server);
        }
        if (cause instanceof SSLException) {
          return new Fault(Stage.TLS, "no TLS with " + server + ": " + tls(cause.getMessage()));
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
          return new Fault(
              Stage.CONNECTION, server + " cannot be reached: " + line(cause.getMessage()));
        }
        if (cause instanceof SocketException) {
          return ended(server, " (" + line(cause.getMessage()) + ")");
        }
      }
      return said(server, line(failure.getMessage()));
    }

    private static String tls(@Nullable String text) {
      return IN_THE_CLEAR.equals(text) ? "what it says is not encrypted" : line(text);
    }

    private static Fault silent(String server) {
      return new Fault(Stage.CONNECTION, server + " does not answer in time");
    }

    private static Fault ended(String server, String why) {
      return new Fault(Stage.ENDED, server + " ended the connection" + why);
    }

    /** What Angus tells in a text alone. */
    private static Fault said(String server, String text) {
      if (text.contains("Read timed out")) {
        return silent(server);
      }
      if (ENDED.stream().anyMatch(text::contains)) {
        return ended(server, "");
      }
      int greeting = text.startsWith(GREETING) ? text.indexOf(RESPONSE) : -1;
      if (greeting >= 0) {
        return greeted(server, "SMTP", text.substring(greeting + RESPONSE.length()).strip());
      }
      return text.startsWith("STARTTLS is required")
          ? new Fault(Stage.TLS, server + ": the server does not offer STARTTLS")
          : new Fault(Stage.OTHER, server + ": " + text);
    }

    private static Fault greeted(String server, String protocol, String greeting) {
      return REFUSAL.matcher(greeting).find()
          ? new Fault(Stage.REFUSED, server + " takes no connection now: " + greeting)
          : new Fault(
              Stage.CONNECTION,
              "%s is no %s server: it greets with \"%s\"".formatted(server, protocol, greeting));
    }
  }

  /** A server that lets nobody in, or one of another kind, by the first line that it says. */
  static MailTransportException greeting(
      String host, int port, String protocol, Throwable failure) {
    Fault known = Fault.of(host, port, failure);
    Fault fault =
        known.stage() == Stage.OTHER
            ? Fault.greeted(host + ":" + port, protocol, line(failure.getMessage()))
            : known;
    return new MailTransportException(fault.stage(), fault.told(), failure);
  }

  /** Whether it says nothing but that the conversation broke off, whatever was said in it. */
  static boolean isOfTheLine(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    return text.contains("Read timed out") || ENDED.stream().anyMatch(text::contains);
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

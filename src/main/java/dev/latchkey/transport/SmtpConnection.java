package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the outgoing server that is kept from one mail to the next. */
final class SmtpConnection {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

  /**
   * Replies about the conversation rather than the mail: closing down, bad sequence, log in first,
   * mechanism too weak, login refused, encrypt first (RFC 5321 section 4.2.3, RFC 4954 section 6).
   */
  private static final Set<Integer> ABOUT_US = Set.of(421, 503, 530, 534, 535, 538);

  /** RFC 4954 section 4. */
  private static final int CHALLENGE = 334;

  private static final int LOGGED_IN = 235;

  /** Digits of a reply code, and what stands behind them (RFC 5321 section 4.2). */
  private static final int CODE = 4;

  private final SmtpSettings settings;
  private final AccessTokens tokens;
  private final Session session;
  private final Line line = new Line();
  private @Nullable Transport transport;
  private boolean forgotten;

  SmtpConnection(SmtpSettings settings, AccessTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
    Properties properties = properties(settings);
    properties.put("mail.smtp.socketFactory", line);
    this.session = Session.getInstance(properties);
  }

  /** What Jakarta Mail is told: TLS as configured and never less, passwords only by two ways. */
  static Properties properties(SmtpSettings settings) {
    Properties properties = settings.timeouts().properties("smtp");
    boolean startTls = settings.security() == Security.STARTTLS;
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    boolean password = settings.login().filter(Credentials.Password.class::isInstance).isPresent();
    properties.setProperty("mail.smtp.auth", Boolean.toString(password));
    properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }

  /** Makes sure that the server listens: by a NOOP on a kept connection, else by a new one. */
  void ensureOpen() throws MailTransportException {
    if (transport != null && transport.isConnected()) {
      return;
    }
    close();
    transport =
        settings.login().isPresent()
            ? settings.login().get().logIn(tokens, this::connect)
            : connect(null, null);
  }

  private Transport connect(Credentials.Login login)
      throws MailTransportException, TokenRefusedException {
    if (!login.token()) {
      return connect(login.user(), login.secret());
    }
    Transport connected = connect(null, null);
    boolean ready = false;
    try {
      connected.sayToken(login);
      ready = true;
      return connected;
    } catch (MessagingException e) {
      throw Failure.exception(settings.host(), settings.port(), e);
    } finally {
      if (!ready) {
        leave(connected);
      }
    }
  }

  private Transport connect(@Nullable String user, @Nullable String password)
      throws MailTransportException {
    Transport candidate = new Transport(session);
    try {
      candidate.connect(settings.host(), settings.port(), user, password);
      return candidate;
    } catch (AuthenticationFailedException e) {
      if (Failure.isOfTheLine(e)) {
        throw Failure.exception(settings.host(), settings.port(), e);
      }
      String said = Failure.withoutPassword(e.getMessage(), password == null ? "?" : password);
      throw new MailTransportException(
          MailTransportException.Stage.LOGIN,
          settings.host() + ":" + settings.port() + ": login refused (" + said + ")",
          e);
    } catch (MessagingException e) {
      throw Failure.exception(settings.host(), settings.port(), e);
    }
  }

  /** Sends one mail on the open connection, which is closed when it is of no more use. */
  SendResult send(OutboundMail mail, byte[] octets) {
    Transport open = transport;
    if (open == null) {
      return new SendResult.NoConnection("not connected");
    }
    SendResult result;
    forgotten = false;
    try {
      SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(octets));
      message.setEnvelopeFrom(mail.envelopeFrom().toString());
      open.dotted = false;
      open.sendMessage(
          message, new Address[] {new InternetAddress(mail.recipient().toString(), true)});
      result = new SendResult.Accepted(Failure.line(open.getLastServerResponse()));
    } catch (MessagingException e) {
      result = result(e, open.dotted);
      forgotten = command(e).startsWith("MAIL");
    }
    if (isLost(result)) {
      close();
    }
    return result;
  }

  /**
   * Whether the server did not take the last mail because of its sender, which is us: it may have
   * forgotten who logged in, as when a token ends in the middle of a connection, whatever it says.
   */
  boolean isForgotten() {
    return forgotten;
  }

  /** Whether this connection was of no more use after that. */
  static boolean isLost(SendResult result) {
    return result instanceof SendResult.NoConnection || result instanceof SendResult.NoAnswer;
  }

  private SendResult result(MessagingException failure, boolean dotted) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      int code = code(m);
      String reply = Failure.line(m.getMessage());
      if (code >= 400 && code <= 599 && ABOUT_US.contains(code)) {
        return new SendResult.NoConnection(reply);
      } else if (code >= 400 && code <= 499) {
        return new SendResult.Deferred(code, without(code, reply));
      } else if (code >= 500 && code <= 599) {
        return ServerRefusal.isOfTheLetter(command(m), code, String.valueOf(m.getMessage()))
            ? new SendResult.Refused(code, without(code, reply))
            : new SendResult.RefusedToUs(code, without(code, reply));
      }
    }
    String reason = Failure.describe(settings.host(), settings.port(), failure);
    return dotted
        ? new SendResult.NoAnswer("no answer after the dot: " + reason)
        : new SendResult.NoConnection(reason);
  }

  /** What a server says beside its code, with which it begins. */
  private static String without(int code, String reply) {
    return reply.startsWith(Integer.toString(code))
        ? reply.substring(Math.min(CODE, reply.length())).strip()
        : reply;
  }

  private static String command(MessagingException failure) {
    return failure instanceof SMTPSendFailedException send
        ? String.valueOf(send.getCommand())
        : "RCPT";
  }

  private static int code(MessagingException failure) {
    if (failure instanceof SMTPSendFailedException send) {
      return send.getReturnCode();
    }
    return failure instanceof SMTPAddressFailedException address ? address.getReturnCode() : -1;
  }

  /** Knows whether the server has all of a mail, and how a token is said. */
  private final class Transport extends SMTPTransport {
    private boolean dotted;

    Transport(Session session) {
      super(session, null);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      dotted = true;
      line.patience(settings.timeouts().afterTheDot());
      try {
        super.finishData();
      } finally {
        line.patience(settings.timeouts().read());
      }
    }

    /** Angus has XOAUTH2, too, but gives up when the server complains, and hides the complaint. */
    synchronized void sayToken(Credentials.Login login)
        throws MessagingException, MailTransportException, TokenRefusedException {
      String server = settings.host() + ":" + settings.port();
      if (!supportsAuthentication(Xoauth2.NAME)) {
        throw new MailTransportException(
            server + ": the server does not offer XOAUTH2, which smtp.oauth2 needs", null);
      }
      int code =
          simpleCommand("AUTH XOAUTH2 " + Xoauth2.initialResponse(login.user(), login.secret()));
      String complaint = "";
      if (code == CHALLENGE) {
        String said = getLastServerResponse();
        complaint = "; " + Xoauth2.complaint(said.substring(Math.min(4, said.length())).strip());
        code = simpleCommand("");
      }
      if (code < 0) {
        throw new MessagingException(getLastServerResponse());
      }
      if (code != LOGGED_IN) {
        String why = Failure.withoutPassword(getLastServerResponse(), login.secret()) + complaint;
        throw new TokenRefusedException(
            server + ": login of " + login.user() + " by its access token refused (" + why + ")");
      }
    }
  }

  /** Makes the sockets as everybody does, and knows the newest one below all TLS. */
  private static final class Line extends SocketFactory {
    private Socket newest = new Socket();

    void patience(Duration read) throws SocketException {
      if (!newest.isClosed()) {
        newest.setSoTimeout(Math.toIntExact(read.toMillis()));
      }
    }

    @Override
    public Socket createSocket() {
      newest = new Socket();
      return newest;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      newest = new Socket(host, port);
      return newest;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      newest = new Socket(host, port, from, fromPort);
      return newest;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      newest = new Socket(host, port);
      return newest;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      newest = new Socket(host, port, from, fromPort);
      return newest;
    }
  }

  /** Connects, logs in and takes leave. */
  void check() throws MailTransportException {
    ensureOpen();
    close();
  }

  /** Takes leave without waiting for the answer. */
  void close() {
    Transport open = transport;
    transport = null;
    if (open != null) {
      leave(open);
    }
  }

  private void leave(Transport open) {
    try {
      open.close();
    } catch (MessagingException e) {
      LOG.debug("{} did not take leave: {}", settings.host(), Failure.line(e.getMessage()));
    }
  }
}

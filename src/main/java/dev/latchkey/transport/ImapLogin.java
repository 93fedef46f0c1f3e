package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.MailTransportException.Stage;
import java.io.IOException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;

/** Logs in on a new {@link ImapConnection}, with a password or with an access token. */
final class ImapLogin {
  private final ImapConnection connection;
  private final ImapSettings settings;

  ImapLogin(ImapConnection connection, ImapSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /** Logs in, once the connection is as safe as the settings want it. */
  void with(Credentials.Login login)
      throws ProtocolException, MailTransportException, TokenRefusedException {
    if (settings.security() == Security.STARTTLS) {
      if (connection.isAuthenticated() || !connection.hasCapability("STARTTLS")) {
        throw connection.failure(Stage.TLS, "the server does not offer STARTTLS");
      }
      connection.startTLS();
      connection.capability();
    }
    if (login.token()) {
      sayToken(login);
    } else {
      sayPassword(login);
    }
    connection.capability();
  }

  private void sayPassword(Credentials.Login login) throws MailTransportException {
    try {
      if (connection.hasCapability("AUTH=PLAIN")) {
        connection.authplain(null, login.user(), login.secret());
      } else if (connection.hasCapability("LOGINDISABLED")) {
        throw connection.failure(Stage.TLS, "the server accepts no password on this connection");
      } else {
        connection.login(login.user(), login.secret());
      }
    } catch (ProtocolException e) {
      if (Failure.isOfTheLine(e)) {
        throw Failure.exception(settings.host(), settings.port(), e);
      }
      String said = Failure.withoutPassword(e.getMessage(), login.secret());
      throw connection.failure(Stage.LOGIN, "login of " + login.user() + " refused (" + said + ")");
    }
  }

  /**
   * Angus has this mechanism as well, but answers the complaint of a server with the token again,
   * and does not tell what the complaint was.
   */
  private void sayToken(Credentials.Login login)
      throws ProtocolException, MailTransportException, TokenRefusedException {
    if (!connection.hasCapability("AUTH=" + Xoauth2.NAME)) {
      throw connection.failure("the server does not offer XOAUTH2, which imap.oauth2 needs");
    }
    String initial = Xoauth2.initialResponse(login.user(), login.secret());
    boolean said = connection.hasCapability("SASL-IR");
    boolean answered = false;
    String complaint = "";
    try {
      String tag =
          connection.writeCommand(
              "AUTHENTICATE " + Xoauth2.NAME + (said ? " " + initial : ""), null);
      Response response = connection.readResponse();
      while (!(response.isTagged() && response.getTag().equals(tag)) && !response.isBYE()) {
        if (response.isContinuation() && answered) {
          throw connection.failure("the server asks for more than XOAUTH2 has");
        }
        if (response.isContinuation()) {
          complaint = said ? Xoauth2.complaint(response.getRest()) : "";
          connection.sayLine(said ? "" : initial);
          answered = said;
          said = true;
        }
        response = connection.readResponse();
      }
      if (response.isSynthetic()) {
        throw Failure.exception(
            settings.host(), settings.port(), new ConnectionException(response.toString()));
      }
      if (!response.isOK()) {
        String why = Failure.withoutPassword(response.getRest(), login.secret());
        String told = complaint.isEmpty() ? why : why + "; " + complaint;
        String what = "login of " + login.user() + " by its access token refused (" + told + ")";
        throw new TokenRefusedException(settings.host() + ":" + settings.port() + ": " + what);
      }
      connection.learnCapabilities(response);
    } catch (IOException e) {
      throw Failure.exception(settings.host(), settings.port(), e);
    }
  }
}

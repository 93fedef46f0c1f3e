package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;

/** By what the desk proves to a mail server who it is; the one place that knows. */
public sealed interface Credentials {

  /** The name of the mailbox at its server. */
  String user();

  /** How it is done, for people. */
  String describe();

  /**
   * Logs in, by whatever the attempt does with the secret.
   *
   * @return what the attempt answers
   * @throws MailTransportException when it was refused, or no secret is to be had
   */
  <T> T logIn(AccessTokens tokens, Attempt<T> attempt) throws MailTransportException;

  /** One try to log in. */
  @FunctionalInterface
  interface Attempt<T> {
    /**
     * Tries it.
     *
     * @throws TokenRefusedException when the secret is a token and the server does not take it
     */
    T by(Login login) throws MailTransportException, TokenRefusedException;
  }

  /**
   * What is said to the server.
   *
   * @param secret a password, or an access token
   * @param token which of the two; a token is said by XOAUTH2 only
   */
  record Login(String user, String secret, boolean token) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** A name and its password, which is not shown. */
  record Password(String user, String password) implements Credentials {
    @Override
    public String describe() {
      return "by password";
    }

    @Override
    public <T> T logIn(AccessTokens tokens, Attempt<T> attempt) throws MailTransportException {
      try {
        return attempt.by(new Login(user, password, false));
      } catch (TokenRefusedException e) {
        throw new IllegalStateException("there was no token", e);
      }
    }

    @Override
    public String toString() {
      return user;
    }
  }

  /** A name, and access tokens for it that a token server grants (OAuth 2.0, RFC 6749). */
  record OAuth2(String user, TokenGrant grant) implements Credentials {
    @Override
    public String describe() {
      return "by XOAUTH2, with access tokens of " + grant.url().getHost();
    }

    @Override
    public <T> T logIn(AccessTokens tokens, Attempt<T> attempt) throws MailTransportException {
      return tokens.use(grant, token -> attempt.by(new Login(user, token, true)));
    }

    @Override
    public String toString() {
      return user;
    }
  }
}

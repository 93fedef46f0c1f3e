package dev.latchkey.transport;

/** A mail server did not take an access token. The message is one line and free of the token. */
public final class TokenRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  TokenRefusedException(String message) {
    super(message);
  }
}

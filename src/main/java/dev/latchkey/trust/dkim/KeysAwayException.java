package dev.latchkey.trust.dkim;

/** No resolver says what the key of a signature is: it may later. */
public final class KeysAwayException extends Exception {
  private static final long serialVersionUID = 1;

  public KeysAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}

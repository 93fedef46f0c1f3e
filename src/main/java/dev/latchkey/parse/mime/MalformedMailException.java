package dev.latchkey.parse.mime;

/**
 * A mail that must not be read further: it breaks a limit or the parser. It goes to quarantine and
 * is never answered.
 */
public final class MalformedMailException extends Exception {
  private static final long serialVersionUID = 1;

  /** {@code reason} is one line for the operator, without words of the mail. */
  public MalformedMailException(String reason) {
    super(reason);
  }
}

package dev.latchkey.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail server could not be used: it is away, too slow, or said no. Temporary unless it is known
 * to be otherwise. The message is one line for the operator and carries no credentials.
 */
public final class MailTransportException extends Exception {
  private static final long serialVersionUID = 1;

  public MailTransportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

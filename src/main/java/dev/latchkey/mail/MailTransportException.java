package dev.latchkey.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail server could not be used: it is away, too slow, or said no. Temporary unless it is known
 * to be otherwise. The message is one line for the operator and carries no credentials.
 */
public final class MailTransportException extends Exception {
  private static final long serialVersionUID = 1;

  private final Stage stage;

  /** Where a server could not be used, as far as it is known. */
  public enum Stage {
    /** Nobody knows its name. */
    NAME,
    /** Nobody listens at the port, or nothing answers there. */
    CONNECTION,
    /** It ended the connection, without a word or with a line that is broken. */
    ENDED,
    /** It lets nobody in at the moment, and says so in its first line. */
    REFUSED,
    /** No encrypted connection could be agreed on. */
    TLS,
    /** It does not let the desk in. */
    LOGIN,
    /** A folder of the mailbox is not there, or may not be used. */
    FOLDER,
    /** Anywhere else. */
    OTHER
  }

  public MailTransportException(String message, @Nullable Throwable cause) {
    this(Stage.OTHER, message, cause);
  }

  public MailTransportException(Stage stage, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.stage = stage;
  }

  /** Where it failed. */
  public Stage stage() {
    return stage;
  }
}

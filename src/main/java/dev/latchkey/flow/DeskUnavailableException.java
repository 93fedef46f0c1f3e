package dev.latchkey.flow;

/**
 * Something outside that the desk cannot work without is away: the database, the mailbox, the
 * account directory. The work is done again later; the message is one line for the operator.
 */
public final class DeskUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DeskUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

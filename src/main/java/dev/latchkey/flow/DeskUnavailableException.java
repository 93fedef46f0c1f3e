package dev.latchkey.flow;

/** Something outside that the desk cannot work without is away; the work is done again later. */
final class DeskUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeskUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

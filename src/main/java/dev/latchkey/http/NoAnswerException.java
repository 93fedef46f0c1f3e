package dev.latchkey.http;

/** There is no answer. The message is one line, and never a part of what was sent. */
public final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1;

  NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}

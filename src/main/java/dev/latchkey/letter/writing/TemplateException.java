package dev.latchkey.letter.writing;

import java.util.List;

/** Templates that cannot be used; the start ends here. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  TemplateException(List<String> errors) {
    super("templates cannot be used:\n  " + String.join("\n  ", errors));
    this.errors = List.copyOf(errors);
  }

  /** Everything that is wrong, each as {@code file:line: what}. */
  public List<String> errors() {
    return errors;
  }
}

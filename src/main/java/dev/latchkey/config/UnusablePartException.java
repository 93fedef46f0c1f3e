package dev.latchkey.config;

import java.util.List;

/** A part of the settings that is read when it is asked for first cannot be used. */
public final class UnusablePartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  UnusablePartException(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /** One line each, as of {@link InvalidConfigurationException}. */
  public List<String> errors() {
    return errors;
  }
}

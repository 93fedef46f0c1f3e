package dev.latchkey.config;

import java.util.List;

/** A configuration cannot be used; holds every error in it, each with its key. */
public final class InvalidConfigurationException extends Exception {
  private final List<String> errors;

  public InvalidConfigurationException(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /** One line each: file, line, key, and what is wrong with it. */
  public List<String> errors() {
    return errors;
  }
}

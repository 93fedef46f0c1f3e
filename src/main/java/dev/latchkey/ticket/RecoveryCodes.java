package dev.latchkey.ticket;

import java.util.Locale;
import java.util.Optional;

/** What somebody says about the recovery codes of their account. A claim like any other. */
public enum RecoveryCodes {
  /** Nothing. */
  UNSAID,
  HAVE,
  /** They have to look, or were asked and did not say that they have none. */
  MAYBE,
  LOST,
  NEVER_MADE,
  /** They have none, and it is left open whether these are lost or were never made. */
  NONE;

  /** The word used on the command line, for example {@code never made}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether anything was said. */
  public boolean said() {
    return this != UNSAID;
  }

  /** Whether the box of the form is ticked that says that they have none; empty without it. */
  public Optional<Boolean> box() {
    return said() ? Optional.of(gone()) : Optional.empty();
  }

  /** Whether one may get them in, as far as they say. */
  public boolean held() {
    return this == HAVE || this == MAYBE;
  }

  /** Whether they say that they have none. */
  public boolean gone() {
    return this == LOST || this == NEVER_MADE || this == NONE;
  }
}

package dev.latchkey.store;

import dev.latchkey.mail.ScanResult;
import org.jspecify.annotations.Nullable;

/** How a row keeps what a scanner said: its name for what it found, or that it could not tell. */
final class ScanNote {
  private static final String UNKNOWN = "?";
  private static final String HARMFUL = "! ";

  private ScanNote() {}

  static @Nullable String of(ScanResult result) {
    return switch (result.kind()) {
      case NOT_ASKED, CLEAN -> null;
      case HARMFUL -> HARMFUL + result.name();
      case UNKNOWN -> UNKNOWN;
    };
  }

  static ScanResult read(@Nullable String note) {
    if (note == null) {
      return ScanResult.NOT_ASKED;
    }
    return note.startsWith(HARMFUL)
        ? ScanResult.harmful(note.substring(HARMFUL.length()))
        : ScanResult.UNKNOWN;
  }
}

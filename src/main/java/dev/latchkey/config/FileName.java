package dev.latchkey.config;

/** What is wrong with a name that the file system cannot have. */
public final class FileName {
  private static final int LAST_ASCII = 127;

  private FileName() {}

  /** Why a text names no file here, and what to do: words that stand after the name. */
  public static String refused(String text) {
    return text.chars().anyMatch(letter -> letter > LAST_ASCII)
        ? "has letters that no file can have in the locale of this process; call it with"
            + " LC_ALL=C.UTF-8 in its environment"
        : "is not the name of a file";
  }
}

package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;

/** Tells a code that was typed from long words. */
public final class ShownCode {
  private ShownCode() {}

  /** Whether its writer typed what they take for a code of ours. */
  public static boolean in(Incoming mail) {
    return mail.triaged().typedCodes().stream().anyMatch(ShownCode::isCode);
  }

  /** Codes are upper case, or letters and digits mixed; no word of a language is. */
  private static boolean isCode(String word) {
    boolean digit = word.chars().anyMatch(Character::isDigit);
    boolean lower = word.chars().anyMatch(Character::isLowerCase);
    return digit || !lower;
  }
}

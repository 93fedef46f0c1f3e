package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.letter.OurCodes;

/**
 * What the database keeps of a mail, and its lists and the log show: no code of ours in clear. The
 * code of a case is looked for where the staff write, or somebody in their place.
 */
final class Kept {
  private Kept() {}

  /** Words of a mail, or about it. */
  static String words(FlowContext context, Addressee from, String words) {
    return from instanceof Addressee.Staff
        ? OwnCodes.without(context, words)
        : OurCodes.blackedOut(words);
  }
}

package dev.latchkey.triage.words;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The texts that were read last, in memory only, so that a reader who has nothing but a string
 * finds the words that another cut. A text takes the place of another, so there are never more. For
 * every thread.
 */
final class KnownTexts {
  /** Texts; a power of two. A mail has some ten: its title, all of it, what was typed of it. */
  private static final int MOST = 32;

  /** So many signs are kept; hardly any mail says more. */
  private static final int LONGEST = 32_768;

  private static final AtomicReferenceArray<MailText> KNOWN = new AtomicReferenceArray<>(MOST);

  private KnownTexts() {}

  static MailText of(String text) {
    if (text.length() > LONGEST) {
      return new MailText(text);
    }
    int place = Words.mix(text.hashCode()) & (MOST - 1);
    MailText known = KNOWN.get(place);
    if (known == null || !known.text().equals(text)) {
      known = new MailText(text);
      KNOWN.set(place, known);
    }
    return known;
  }
}

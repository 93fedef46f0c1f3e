package dev.latchkey.mail;

/**
 * What a scanner says of the files in a mail.
 *
 * @param name what it calls what it found, one line for people; empty where it found nothing
 */
public record ScanResult(Kind kind, String name) {
  private static final int LONGEST = 100;

  /** The mail holds nothing to be scanned, or there is no scanner. */
  public static final ScanResult NOT_ASKED = new ScanResult(Kind.NOT_ASKED, "");

  /** It found nothing. */
  public static final ScanResult CLEAN = new ScanResult(Kind.CLEAN, "");

  /** It was away, or could not tell. */
  public static final ScanResult UNKNOWN = new ScanResult(Kind.UNKNOWN, "");

  /** The answers. */
  public enum Kind {
    NOT_ASKED,
    CLEAN,
    /** It found something by its name. */
    HARMFUL,
    /** It was away, or could not tell. */
    UNKNOWN
  }

  public ScanResult {
    name = SafeText.line(name, LONGEST);
  }

  /** It found something, and calls it so. */
  public static ScanResult harmful(String name) {
    return new ScanResult(Kind.HARMFUL, name);
  }
}

package dev.latchkey.mail;

/**
 * One line of a mail's readable text, without its line end.
 *
 * @param mark what the mark-up of an HTML mail said about it; {@link Mark#PLAIN} for plain text
 */
public record TextLine(String text, Mark mark) {

  /** What mark-up told, as opposed to what words tell. */
  public enum Mark {
    PLAIN,
    /** Inside {@code blockquote}, {@code gmail_quote} and their like. */
    QUOTE,
    /** The line that introduces a quote, marked as such by the client. */
    ATTRIBUTION,
    /** Inside a block that the client marked as signature. */
    SIGNATURE
  }

  /** A line that no mark-up says anything of. */
  public static TextLine plain(String text) {
    return new TextLine(text, Mark.PLAIN);
  }
}

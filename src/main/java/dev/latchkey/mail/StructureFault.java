package dev.latchkey.mail;

/**
 * Something in the octets of a mail that two programs may read differently. A mail with a fault may
 * be read by people, but carries no command, no identity and no evidence (THREATS T03).
 */
public enum StructureFault {
  NO_FROM,
  /** More than one From field, or more than one mailbox in it. */
  SEVERAL_FROM,
  /**
   * From is not {@code addr} or {@code name <addr>} with a plain address: group, route, comment,
   * encoded word next to an address, quoted local part, octets outside ASCII in the address.
   */
  FROM_NOT_PLAIN,
  /** A field that RFC 5322 section 3.6 allows once stands twice. */
  REPEATED_FIELD,
  NUL_OCTET,
  /** CR without LF or LF without CR in the header section. */
  BARE_LINE_END,
  /** A line in the header section that is neither a field nor its continuation. */
  BROKEN_HEADER_LINE,
  /** A multipart without boundary, with an unfinished or a nested equal one, or text outside. */
  BROKEN_MULTIPART,
  /**
   * A Content-Type or Content-Transfer-Encoding that cannot be understood or contradicts itself.
   */
  BROKEN_CONTENT_FIELD,
  /** The text/plain and the text/html twin say different things. */
  TWINS_DIFFER,
  /** One of the two says all that the other says, and more: a gateway's warning, a footer. */
  TEXT_ADDED,
  /** More than one text part could be the body, or stands where programs show it below the body. */
  SEVERAL_TEXTS,
  /** All of the text is in a file that few programs open, {@code winmail.dat}. */
  TEXT_IN_FILE,
  /** Of a text longer than people write the middle was not read. */
  LONG_TEXT,
  /** Text that a reader would not see: white on white, zero size, display:none. */
  HIDDEN_TEXT,
  /** Text under a style that is not known to leave it in plain sight. */
  DOUBTFUL_STYLE;

  /** Whether nothing is told differently, only more to one reader than to another. */
  public boolean onlyAdds() {
    return this == TEXT_ADDED
        || this == SEVERAL_TEXTS
        || this == TEXT_IN_FILE
        || this == DOUBTFUL_STYLE;
  }
}

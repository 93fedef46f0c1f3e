package dev.latchkey.parse.mime;

/**
 * Finds the elements of BER and DER (ITU-T X.690 section 8) in octets that may be hostile: no
 * length leads outside, and neither depth nor the number of elements is without a bound.
 */
final class BerReader {
  /** A long mail in pieces of 1000 octets has a third of them. */
  private static final int MOST_ELEMENTS = 100_000;

  private static final int DEEPEST = 16;
  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1F;
  private static final int INDEFINITE = 0x80;
  private static final int LENGTH_OCTETS = 4;

  private final byte[] octets;
  private int elements;

  /**
   * One element.
   *
   * @param tag its identifier octet: class, constructed or not, number
   * @param from index of the first octet of its content
   * @param to index behind the content
   * @param next index behind the element
   */
  record Element(int tag, int from, int to, int next) {}

  /** These octets are no BER that this reader takes. */
  static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;
  }

  BerReader(byte[] octets) {
    this.octets = octets;
  }

  /** The element that begins at {@code at} and ends before or at {@code end}. */
  Element at(int at, int end) throws BrokenException {
    return within(at, end, 0);
  }

  /** The same, which must have that identifier octet. */
  Element at(int at, int end, int tag) throws BrokenException {
    Element found = at(at, end);
    if (found.tag() != tag) {
      throw new BrokenException();
    }
    return found;
  }

  private Element within(int at, int end, int depth) throws BrokenException {
    elements++;
    if (elements > MOST_ELEMENTS || depth > DEEPEST || end - at < 2) {
      throw new BrokenException();
    }
    int tag = octets[at] & 0xFF;
    int length = octets[at + 1] & 0xFF;
    if ((tag & LONG_TAG) == LONG_TAG) {
      throw new BrokenException();
    }
    if (length == INDEFINITE) {
      return indefinite(tag, at + 2, end, depth);
    }
    int from = at + 2;
    long size = length;
    if (length > INDEFINITE) {
      int count = length - INDEFINITE;
      if (count > LENGTH_OCTETS || count > end - from) {
        throw new BrokenException();
      }
      size = 0;
      for (int i = 0; i < count; i++) {
        size = size << 8 | (octets[from + i] & 0xFF);
      }
      from += count;
    }
    if (size > end - from) {
      throw new BrokenException();
    }
    int to = from + (int) size;
    return new Element(tag, from, to, to);
  }

  /** An element that ends with two zero octets (section 8.1.3.6). */
  private Element indefinite(int tag, int from, int end, int depth) throws BrokenException {
    if ((tag & CONSTRUCTED) == 0) {
      throw new BrokenException();
    }
    int at = from;
    while (end - at >= 2 && (octets[at] != 0 || octets[at + 1] != 0)) {
      at = within(at, end, depth + 1).next();
    }
    if (end - at < 2) {
      throw new BrokenException();
    }
    return new Element(tag, from, at, at + 2);
  }
}

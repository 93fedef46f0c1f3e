package dev.latchkey.watch;

/** A piece of a page that is written already: what goes into it as text went through here. */
record Html(String written) {
  /** A text from anywhere. */
  static Html text(String text) {
    return new Html(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
  }

  @Override
  public String toString() {
    return written;
  }
}

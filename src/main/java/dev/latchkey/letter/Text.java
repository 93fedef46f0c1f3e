package dev.latchkey.letter;

/** Words of a person, of any number of lines; a letter shows them marked as such. */
public record Text(String words) {
  /** Nothing. */
  public static final Text NONE = new Text("");
}

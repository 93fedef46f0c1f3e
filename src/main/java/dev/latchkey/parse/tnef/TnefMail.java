package dev.latchkey.parse.tnef;

import java.util.List;

/**
 * What a {@code winmail.dat} says.
 *
 * @param text the message; empty when it has none, or none that can be read
 * @param html whether the text is a page of HTML
 * @param files names of the files in it, as they were given
 */
public record TnefMail(String text, boolean html, List<String> files) {
  /** One that holds nothing. */
  static final TnefMail EMPTY = new TnefMail("", false, List.of());

  public TnefMail {
    files = List.copyOf(files);
  }
}

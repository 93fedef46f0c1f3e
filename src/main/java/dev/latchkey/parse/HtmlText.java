package dev.latchkey.parse;

import dev.latchkey.mail.BodyText;

/**
 * The text of an HTML body in reading order, quotes and signatures marked.
 *
 * @param text what a reader sees
 * @param hidden what a reader does not see
 */
public record HtmlText(BodyText text, String hidden) {

  /** Reads HTML as a mail client would show it. */
  public static HtmlText read(String html) {
    return new HtmlText(BodyText.plain(html), "");
  }
}

/**
 * HTML of a mail to the text that a person would have seen, line by line, with what was quoted.
 *
 * <p>Owns Jsoup, whose types leave this package nowhere. Promises: what a style hides is kept apart
 * from what is shown, and a link is named with its target where the two differ. Never: loads a
 * picture, a style sheet or anything else, and never fails on bad markup.
 */
@NullMarked
package dev.latchkey.parse.html;

import org.jspecify.annotations.NullMarked;

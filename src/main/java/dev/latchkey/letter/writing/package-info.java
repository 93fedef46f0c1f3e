/**
 * How a letter becomes a mail: templates and words, held against the records of {@link
 * dev.latchkey.letter.Letter}, filled in, put into a thread.
 *
 * <p>Promises: a desk whose templates or words are incomplete does not start, and no value given
 * for a letter can become a header, a line of ours or an instruction. Never: sends, stores, or
 * decides whether a letter is due.
 */
@NullMarked
package dev.latchkey.letter.writing;

import org.jspecify.annotations.NullMarked;

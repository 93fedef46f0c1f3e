/**
 * The letters of the desk, from a record to the words of a mail.
 *
 * <p>Owns: which letters there are, a record each, by party ({@link dev.latchkey.letter.Letter}),
 * their templates and words, and how they become mails ({@link
 * dev.latchkey.letter.writing.Composer}). Promises: a desk whose templates or words are incomplete
 * does not start, and no value given for a letter can become a header, a line of ours or an
 * instruction. Never: sends, stores, or decides whether a letter is due.
 */
@NullMarked
package dev.latchkey.letter;

import org.jspecify.annotations.NullMarked;

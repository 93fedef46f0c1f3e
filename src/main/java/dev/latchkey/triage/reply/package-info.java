/**
 * What the sender really wrote, apart from what was quoted, signed, or put in by programs.
 *
 * <p>Owns the split of a text and the words by which clients of many languages introduce a quote
 * and end a mail. Promises: a strict reading, which holds nothing that may be a quote, and a
 * generous one, which loses nothing that may have been typed. Never: asks what a line means.
 */
@NullMarked
package dev.latchkey.triage.reply;

import org.jspecify.annotations.NullMarked;

/**
 * The sentences and half sentences that letters are put together from, each with what it names; the
 * words for them stand in the templates of each language.
 */
@NullMarked
package dev.latchkey.letter.phrase;

import org.jspecify.annotations.NullMarked;

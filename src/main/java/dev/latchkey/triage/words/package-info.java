/**
 * Sentences to meanings, for every language of the desk.
 *
 * <p>Owns the splitting of text into words and clauses, the lexicon of phrases, statements (a
 * thing, a state, denied or not), the signs that weigh them, and the guess at the language.
 * Promises: case, accents and punctuation make no difference to a phrase, and each sum names the
 * signs it was made of. Never: knows a word of a form or of an account system; the vocabulary is
 * handed in. Nothing of {@code triage} lies below it.
 */
@NullMarked
package dev.latchkey.triage.words;

import org.jspecify.annotations.NullMarked;

/**
 * A second opinion on a mail, learned from a corpus of examples: linear models over letters, words
 * and meanings.
 *
 * <p>Owns the file {@code model.bin}, which a class beside the tests makes out of the corpus, and
 * the words of {@code concepts.txt}. Promises: the same text gets the same answer everywhere;
 * reading takes time that grows with the text up to a limit. Never: decides anything; who asks
 * weighs it against what the rules say.
 */
@NullMarked
package dev.latchkey.triage.learned;

import org.jspecify.annotations.NullMarked;

/**
 * What becomes of what people write when they were written to: answers, codes, proofs, corrections,
 * questions, objections and thanks.
 *
 * <p>Owns: the meaning of a later mail for its ticket. Promises: each of them is answered or
 * reaches a person. Never: chooses which flow a mail takes, which {@link dev.latchkey.flow.mail}
 * does.
 */
@NullMarked
package dev.latchkey.flow.reply;

import org.jspecify.annotations.NullMarked;

/**
 * What an answer to the offer of proofs says: which ones its writer has, whom they name for
 * vouching, and what they ask.
 *
 * <p>Never: believes any of it; a proof is what the desk sees itself.
 */
@NullMarked
package dev.latchkey.triage.proof;

import org.jspecify.annotations.NullMarked;

/**
 * Proving: what people are asked to show that an account is theirs, and what counts of it.
 *
 * <p>Owns: the codes to the addresses of an account, the proofs beyond them and when the desk looks
 * for them, vouching, what becomes of a claim whose codes or notices reached nobody, the way from
 * the last proof to the staff. Promises: a proof is recorded once, and whoever gave it hears that
 * it counts. Never: weighs what was proved (package check), or decides for people.
 */
@NullMarked
package dev.latchkey.flow.proving;

import org.jspecify.annotations.NullMarked;

/**
 * Whether a DKIM signature over the octets of a mail holds, as a second opinion beside the mail
 * server's.
 *
 * <p>Owns the verification of RFC 6376 and what is asked of a signature and its key beyond it.
 * Promises: an answer rests on the octets and the key alone, and a new verifier is made for each
 * mail. Never: finds out by itself who may command, nor believes a weak key.
 */
@NullMarked
package dev.latchkey.trust.dkim;

import org.jspecify.annotations.NullMarked;

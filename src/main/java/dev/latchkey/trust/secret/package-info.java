/**
 * The secrets of the desk: keys, tokens, codes, and the addresses and ids that carry a signature.
 *
 * <p>Owns every use of a key. Promises: secrets are compared in constant time and stand in no
 * {@code toString}; of a token only its hash is kept; an address or id that this desk did not sign
 * is not recognised. Never: stores or sends anything.
 */
@NullMarked
package dev.latchkey.trust.secret;

import org.jspecify.annotations.NullMarked;

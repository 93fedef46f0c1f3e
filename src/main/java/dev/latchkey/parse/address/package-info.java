/**
 * The fields that hold addresses: who a mail claims to be from, and whom it was sent to.
 *
 * <p>Promises: there is an originator only when every reader of the field would find the same one;
 * anything else is a fault and no identity. Never: says whether the claim is true, which is the
 * work of {@code trust}.
 */
@NullMarked
package dev.latchkey.parse.address;

import org.jspecify.annotations.NullMarked;

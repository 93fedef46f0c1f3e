/**
 * What the desk looks for by itself at the places that an account has on record: the port {@link
 * dev.latchkey.proof.PublicProof}, a class for each kind of place, and the guarded way out.
 *
 * <p>Promises: a look ends in time, and whatever the other side does or says is a {@link
 * dev.latchkey.proof.Sighting}. Never: opens an address that is not on record, sends a credential,
 * or changes a ticket; what a sighting is worth is for others to judge, the age of a link too.
 */
@NullMarked
package dev.latchkey.proof;

import org.jspecify.annotations.NullMarked;

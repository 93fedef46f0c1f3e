/**
 * What is said of a reset that somebody may not have asked for: agreed, objected, alarmed; and
 * whose account a mail is about.
 *
 * <p>Owns the {@link dev.latchkey.triage.owner.OwnerAnswer}. Promises: an objection needs one
 * reading, an agreement all of them. Never: knows who the owner is.
 */
@NullMarked
package dev.latchkey.triage.owner;

import org.jspecify.annotations.NullMarked;

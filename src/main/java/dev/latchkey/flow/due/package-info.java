/**
 * What time does: a class for each follow-up, and for the two ends of an execution.
 *
 * <p>Owns: reminders, expiry, signs of life, the end of a hold and of a cooling-off, the order to
 * the account system and what its answer does to a ticket. Promises: each works on one ticket that
 * is locked, within the transaction it is given. Never: loops, retries, or knows which ticket is
 * next.
 */
@NullMarked
package dev.latchkey.flow.due;

import org.jspecify.annotations.NullMarked;

/**
 * The gates that a command of the staff has to pass.
 *
 * <p>Owns the members of the staff, the facts about one attempt, and the gates, each with the words
 * that explain it. Promises: an attempt passes a gate only by what was proved, and every gate can
 * be tested alone. Never: asks a database, the network or the clock, and never carries a command
 * out.
 */
@NullMarked
package dev.latchkey.trust.staff;

import org.jspecify.annotations.NullMarked;

/**
 * The case and its letters, as all parties' use cases share them.
 *
 * <p>Owns: the case before the staff, notices to owners, stopping a recovery, rival claims, the
 * reply addresses and codes of letters. Promises: every letter goes to one party, in its own
 * thread, once. Never: reads a mail for what it wants, or decides for people.
 */
@NullMarked
package dev.latchkey.flow.recovery;

import org.jspecify.annotations.NullMarked;

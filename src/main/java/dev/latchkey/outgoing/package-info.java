/**
 * Letters between their writing and a server.
 *
 * <p>Owns: what makes two letters the same ({@link dev.latchkey.outgoing.DedupeKey}), how many may
 * go out ({@link dev.latchkey.outgoing.BudgetRule}) and when one is tried again ({@link
 * dev.latchkey.outgoing.RetryPolicy}). Never: words, sends, stores, or decides whether a letter is
 * due.
 */
@NullMarked
package dev.latchkey.outgoing;

import org.jspecify.annotations.NullMarked;

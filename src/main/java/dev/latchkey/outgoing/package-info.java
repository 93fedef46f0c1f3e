/**
 * The letters of the desk, from a template to a row of the outbox.
 *
 * <p>Owns: which letters there are and what each may say ({@link dev.latchkey.outgoing.Letter}),
 * their templates, how they become mails ({@link dev.latchkey.outgoing.Composer}), how many may go
 * out ({@link dev.latchkey.outgoing.BudgetRule}) and when one is tried again ({@link
 * dev.latchkey.outgoing.RetryPolicy}). Promises: a desk whose templates are incomplete does not
 * start, and no value given for a letter can become a header, a line of ours or an instruction.
 * Never: sends, stores, or decides whether a letter is due.
 */
@NullMarked
package dev.latchkey.outgoing;

import org.jspecify.annotations.NullMarked;

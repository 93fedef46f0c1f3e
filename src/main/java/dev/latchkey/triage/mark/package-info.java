/**
 * What header, sender and structure show of a mail, as values that the rules above weigh.
 *
 * <p>Owns the kinds of mail, the marks of header fields and senders, the phrases of machines, and
 * the search for addresses in text. Promises: each mark names the field or the form that it was
 * read from. Never: decides what a mail is; that is for {@code kind} and {@code bounce}.
 */
@NullMarked
package dev.latchkey.triage.mark;

import org.jspecify.annotations.NullMarked;

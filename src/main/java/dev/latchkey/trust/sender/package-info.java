/**
 * Who a mail is really from, as far as the desk's own mail server proved it.
 *
 * <p>Owns the reading of Authentication-Results (RFC 8601) and of the DKIM signatures they speak
 * of. Promises: only fields of the trusted server count, and whatever cannot be understood counts
 * as not proved. Never: checks a signature itself, asks the DNS, or decides what a sender may do.
 */
@NullMarked
package dev.latchkey.trust.sender;

import org.jspecify.annotations.NullMarked;

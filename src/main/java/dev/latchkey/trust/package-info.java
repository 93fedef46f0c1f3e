/**
 * Who really sent a mail, and the secrets of the desk: reply tokens, codes, keys.
 *
 * <p>Owns: the reading of Authentication-Results, the gates a staff command passes, and every use
 * of a cryptographic primitive. Promises: secrets are compared in constant time and stand in no
 * {@code toString}; whatever cannot be understood counts as not proved. Never: reads a database,
 * sends a mail or changes a ticket.
 */
@NullMarked
package dev.latchkey.trust;

import org.jspecify.annotations.NullMarked;

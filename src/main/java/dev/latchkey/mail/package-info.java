/**
 * The values of a mail and the two ports to the mail servers.
 *
 * <p>Owns: what a mail is before ({@link dev.latchkey.mail.RawMail}) and after ({@link
 * dev.latchkey.mail.InboundMail}) it was parsed, and what a mail of ours is ({@link
 * dev.latchkey.mail.OutboundMail}). Promises: every value is immutable and complete. Never: parses,
 * sends or decides.
 */
@NullMarked
package dev.latchkey.mail;

import org.jspecify.annotations.NullMarked;

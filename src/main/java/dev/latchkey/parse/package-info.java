/** Turns octets into an {@link dev.latchkey.mail.InboundMail}, under hard limits. */
@NullMarked
package dev.latchkey.parse;

import org.jspecify.annotations.NullMarked;

/**
 * The door of the parser: octets to an {@link dev.latchkey.mail.InboundMail}, or to quarantine.
 *
 * <p>Owns {@link dev.latchkey.parse.MailParser}, the one entry for the rest of the desk, which puts
 * together what the packages below it read. Promises: any octets are a mail, what is broken in its
 * structure is read as the common clients read it and noted as a fault, and only a broken limit
 * refuses it. Never: judges who wrote a mail or what it asks for; no package below uses this one.
 */
@NullMarked
package dev.latchkey.parse;

import org.jspecify.annotations.NullMarked;

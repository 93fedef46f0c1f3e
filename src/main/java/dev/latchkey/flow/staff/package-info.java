/**
 * What a member of staff orders by mail.
 *
 * <p>Owns: the gates' order for a command, the commands, and what staff are told of them. Promises:
 * nothing is done before every gate of its command was passed, and who commanded hears what became
 * of it at the address in the roster. Never: believes a mail's own word about its sender.
 */
@NullMarked
package dev.latchkey.flow.staff;

import org.jspecify.annotations.NullMarked;

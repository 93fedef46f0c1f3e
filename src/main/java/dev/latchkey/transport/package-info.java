/** IMAP and SMTP by Jakarta Mail. */
@NullMarked
package dev.latchkey.transport;

import org.jspecify.annotations.NullMarked;

/** Templates, composing, budgets and retry policy of the mails we send. */
@NullMarked
package dev.latchkey.outgoing;

import org.jspecify.annotations.NullMarked;

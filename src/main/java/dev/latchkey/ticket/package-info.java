/** The ticket: its states, events, transitions and history. Pure values. */
@NullMarked
package dev.latchkey.ticket;

import org.jspecify.annotations.NullMarked;

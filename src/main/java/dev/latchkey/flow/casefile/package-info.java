/**
 * The file of a case: what is known of a ticket and its account, and how it is laid before the
 * staff.
 *
 * <p>Owns: the lines of a case letter and the questions that they answer. Promises: what a person
 * wrote is shown as theirs, and what the desk saw as its own. Never: writes a letter.
 */
@NullMarked
package dev.latchkey.flow.casefile;

import org.jspecify.annotations.NullMarked;

/** A second opinion on a mail, learned from examples: linear models over words and letters. */
@NullMarked
package dev.latchkey.triage.learned;

import org.jspecify.annotations.NullMarked;

/**
 * What a mail is, what was really written in it, and what that asks for. Works on words; proves
 * nothing.
 */
@NullMarked
package dev.latchkey.triage;

import org.jspecify.annotations.NullMarked;

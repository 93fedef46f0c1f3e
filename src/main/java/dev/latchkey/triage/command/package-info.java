/**
 * What a member of the staff orders, and which words may be a code of ours.
 *
 * <p>Owns the verbs and their syntax. Promises: a command is complete or it is none, a verb is
 * ASCII and nothing else, and what cannot be understood says why. Never: asks who wrote it, and
 * never carries it out.
 */
@NullMarked
package dev.latchkey.triage.command;

import org.jspecify.annotations.NullMarked;

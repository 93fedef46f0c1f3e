package dev.latchkey.flow;

import dev.latchkey.letter.LetterKind;
import java.time.Instant;

/**
 * A letter about a ticket that was written, whatever became of it.
 *
 * @param recipient the address it was written to
 * @param at when it was written
 */
public record WrittenLetter(LetterKind letter, String recipient, Instant at) {}

package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;

/**
 * Words of a person within a letter to staff, under the desk's own line about who wrote them.
 *
 * @param heading who wrote it, and when
 */
public record Passage(Phrase heading, Text words) {}

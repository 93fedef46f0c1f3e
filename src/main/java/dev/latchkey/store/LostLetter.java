package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;

/** A letter about a ticket that no server accepted, and that is not tried again by itself. */
public record LostLetter(long ticketId, LetterKind letter, String recipient, String lastAnswer) {}

package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that waits for its budget.
 *
 * @param ticketId null for letters about no ticket
 * @param charged the budget it waits for
 */
public record HeldLetter(
    long id,
    @Nullable Long ticketId,
    LetterKind letter,
    String recipient,
    MailClass charged,
    Instant createdAt) {}

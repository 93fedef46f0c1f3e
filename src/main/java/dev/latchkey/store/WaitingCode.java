package dev.latchkey.store;

import dev.latchkey.letter.MailClass;
import java.time.Instant;

/**
 * A letter with a code that waits for its budget.
 *
 * @param claimant who asks for the account, as their mail says
 * @param charged the budget it waits for
 * @param again whether its reader got a code for the same ticket before
 */
public record WaitingCode(
    long id, long ticketId, String claimant, MailClass charged, Instant createdAt, boolean again) {}

package dev.latchkey.store;

/**
 * An approved decision that this process carries out until its lease ends.
 *
 * @param decision the same for every attempt: the idempotency key
 * @param attempts this one included
 */
public record ClaimedExecution(String decision, long ticketId, int attempts) {}

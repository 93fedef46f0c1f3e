package dev.latchkey.store;

import java.time.Instant;

/**
 * An approved decision that this process carries out until its lease ends.
 *
 * @param decision the same for every attempt: the idempotency key
 * @param kind what was ordered
 * @param attempts this one included
 * @param lease until when nobody else carries it out
 */
public record ClaimedExecution(
    String decision, long ticketId, Executions.Kind kind, int attempts, Instant lease) {}

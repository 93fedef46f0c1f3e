package dev.latchkey.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered from the account system and is not done yet: a reset, or that an account be
 * frozen.
 *
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next; while it is being tried, when that is given up
 * @param detail what went wrong the last time
 */
public record OpenOrder(
    long ticketId,
    Executions.Kind kind,
    int attempts,
    Instant nextAttemptAt,
    @Nullable String detail) {}

package dev.latchkey.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a list.
 *
 * @param outcome how it ended; RECEIVED while it waits
 * @param heard who heard it, a {@link Heard}; null while it waits and in quarantine
 */
public record MailLine(
    long id,
    Instant receivedAt,
    @Nullable String sender,
    @Nullable String kind,
    @Nullable String subject,
    String outcome,
    @Nullable String reasons,
    @Nullable Long ticketId,
    @Nullable String heard) {}

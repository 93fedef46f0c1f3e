package dev.latchkey.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A handled mail as people look it up: what came, and what became of it. Secrets are removed. */
public record MailView(
    long id,
    Instant receivedAt,
    @Nullable String sender,
    @Nullable String kind,
    @Nullable String subject,
    @Nullable String written,
    String outcome,
    String reasons,
    @Nullable String heard) {}

package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.outgoing.OutboxState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail of ours as people look it up; its text stays sealed. */
public record OutboxView(
    long id,
    LetterKind letter,
    String recipient,
    Instant createdAt,
    OutboxState state,
    int attempts,
    @Nullable String lastAnswer,
    @Nullable Instant sentAt) {}

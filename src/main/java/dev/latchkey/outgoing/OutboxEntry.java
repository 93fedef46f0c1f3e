package dev.latchkey.outgoing;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.OutboundMail;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter in the outbox.
 *
 * @param dedupeKey digest of its {@link DedupeKey}
 * @param writtenAt the moment of the transaction that wrote it, to the microsecond; the mail's own
 *     date is cut to seconds and is compared with nothing
 * @param attempts how often a server was asked to take it
 * @param nextAttemptAt not before this moment; of meaning only while PENDING
 * @param lastAnswer what the server said last, or why it was held back; one line
 */
public record OutboxEntry(
    long id,
    Optional<Long> ticketId,
    LetterKind letter,
    String dedupeKey,
    OutboundMail mail,
    Instant writtenAt,
    OutboxState state,
    int attempts,
    Instant nextAttemptAt,
    Optional<String> lastAnswer,
    Optional<Instant> sentAt) {}

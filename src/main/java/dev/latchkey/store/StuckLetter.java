package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.outgoing.OutboxState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A letter that an operator may have sent, or dropped.
 *
 * @param charged the budget it waits for, where it waits for one
 * @param busy a process is sending it, or is about to
 */
public record StuckLetter(
    long id,
    @Nullable Long ticketId,
    LetterKind letter,
    String recipient,
    @Nullable MailClass charged,
    Instant createdAt,
    OutboxState state,
    boolean busy) {

  /** The same as one that waits for its budget. */
  public HeldLetter held() {
    return new HeldLetter(
        id,
        ticketId,
        letter,
        recipient,
        Objects.requireNonNullElse(charged, letter.mailClass()),
        createdAt);
  }
}

package dev.latchkey.letter;

import java.time.Instant;

/**
 * What every letter knows besides its own: {@code desk}, {@code deskAddress} and {@code reference}.
 *
 * @param desk what the desk calls itself, one line
 * @param address where people write to
 * @param reference the ticket's public name, or the empty string
 * @param now when it is written, from which days are counted
 */
public record Letterhead(String desk, String address, String reference, Instant now) {}

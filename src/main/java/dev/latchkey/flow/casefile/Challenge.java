package dev.latchkey.flow.casefile;

import java.time.Instant;

/**
 * A reply address and a code, as a mail shows it.
 *
 * @param <R> whose reply address it is: each party's letter takes its own only
 */
public record Challenge<R>(R reply, String code, Instant expiresAt) {}

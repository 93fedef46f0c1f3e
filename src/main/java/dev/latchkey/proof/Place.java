package dev.latchkey.proof;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a token can be shown, for one account.
 *
 * @param shown the exact place as people are told it, in at most 500 characters of ASCII: the
 *     address of a repository, the address of the file, the name in the DNS
 * @param since since when the link behind it is on record; empty when nobody knows
 */
public record Place(String shown, Optional<Instant> since) {}

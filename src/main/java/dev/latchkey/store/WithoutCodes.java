package dev.latchkey.store;

import dev.latchkey.ticket.Reference;

/**
 * A request that waits for codes of which none could go out, as staff were told: its account could
 * not be read, or had no verified address.
 *
 * @param account by the account system's rule
 */
public record WithoutCodes(Reference ticket, String account) {}

package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;

/**
 * An account that shall be closed to everybody until people have looked at it.
 *
 * @param idempotencyKey the same for every attempt at one order
 * @param reference the ticket, {@code LK-1042}
 * @param accountName as the account system writes it
 * @param orderedBy the staff member who ordered it
 */
public record FreezeOrder(
    String idempotencyKey, String reference, String accountName, EmailAddress orderedBy) {}

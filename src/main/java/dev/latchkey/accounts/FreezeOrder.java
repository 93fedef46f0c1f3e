package dev.latchkey.accounts;

/**
 * An account that shall be closed to everybody until people have looked at it.
 *
 * @param idempotencyKey the same for every attempt at one order
 * @param reference the ticket, {@code LK-1042}
 * @param accountName as the account system writes it
 * @param orderedBy who ordered it: the address of a member of staff, or {@code OPERATOR} and a
 *     login
 */
public record FreezeOrder(
    String idempotencyKey, String reference, String accountName, String orderedBy) {}

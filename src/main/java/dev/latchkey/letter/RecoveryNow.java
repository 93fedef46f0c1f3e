package dev.latchkey.letter;

/**
 * How a recovery stands that an owner wrote about.
 *
 * @param waits it stands still until a person decided
 * @param reset it was carried out before
 * @param over it ended otherwise before
 * @param ordered it had been ordered, so that nobody knows yet whether it was carried out
 * @param frozen staff had the account closed to everybody
 */
public record RecoveryNow(
    boolean waits, boolean reset, boolean over, boolean ordered, boolean frozen) implements Part {}

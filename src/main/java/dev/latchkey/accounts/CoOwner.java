package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;

/**
 * Another owner of something that the account owns too.
 *
 * @param project what both own, as the account system writes it
 * @param account the other owner's account, as the account system writes it
 * @param address a verified, current address of that account
 */
public record CoOwner(String project, String account, EmailAddress address) {}

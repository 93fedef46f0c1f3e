/**
 * The account directory and the recovery action: two ports, and their sides.
 *
 * <p>Owns: what an account is and what it has on record to prove with, how its name is compared,
 * where accounts are read ({@link dev.latchkey.accounts.CsvDirectory}, {@link
 * dev.latchkey.accounts.SqlDirectory}, {@link dev.latchkey.accounts.HttpDirectory}), how a recovery
 * is ordered ({@link dev.latchkey.accounts.ManualAction}, {@link dev.latchkey.accounts.HttpAction})
 * and a recovery code offered ({@link dev.latchkey.accounts.SavedCodes}). Promises: a side that is
 * away says so in one line and is asked again without a restart; nothing that comes from outside is
 * believed beyond its documented form. Never: changes an account, or learns a password.
 */
@NullMarked
package dev.latchkey.accounts;

import org.jspecify.annotations.NullMarked;

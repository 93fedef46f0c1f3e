/**
 * Secrets that people send by mistake: found, named by kind, and blacked out.
 *
 * <p>Owns the shapes of tokens, keys, cookies, cards and recovery codes, and the words people put
 * around a password. Promises: what was blacked out cannot be got back from a {@link
 * dev.latchkey.triage.secret.RedactedText}, and the time is linear in the text. Never: keeps, logs
 * or tries a secret.
 */
@NullMarked
package dev.latchkey.triage.secret;

import org.jspecify.annotations.NullMarked;

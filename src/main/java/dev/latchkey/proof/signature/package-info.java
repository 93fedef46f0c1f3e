/**
 * What a signature in a mail proves: that the holder of a key on record wrote the token of this
 * ticket, lately.
 *
 * <p>Owns the reading of OpenPGP signatures (RFC 9580; clear-signed and PGP/MIME, RFC 3156) and of
 * SSH signatures (PROTOCOL.sshsig of OpenSSH), and the library for OpenPGP, whose types leave this
 * package nowhere. Promises: only what was signed is read, never what stands around it; every limit
 * is checked before the work it bounds; whatever a mail holds, the answer is a {@link
 * dev.latchkey.proof.signature.SignatureFinding}, never an exception. Never: looks a key up
 * anywhere, judges how long it has been on record, or knows a ticket.
 */
@NullMarked
package dev.latchkey.proof.signature;

import org.jspecify.annotations.NullMarked;

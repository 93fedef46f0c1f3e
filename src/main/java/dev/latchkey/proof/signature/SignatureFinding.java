package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the signatures in a mail prove about a token. */
public sealed interface SignatureFinding {

  /** The way in which a token was signed. */
  enum Form {
    /** A clear-signed text in the body (RFC 9580 section 7). */
    CLEAR_SIGNED,
    /** An OpenPGP signature in the body without its text, which is the token (section 10.4). */
    DETACHED,
    /** The whole mail is a multipart/signed (RFC 3156 section 5). */
    PGP_MIME,
    /** An SSH signature in the body (PROTOCOL.sshsig of OpenSSH). */
    SSH
  }

  /** The mail holds no signature that could be meant. */
  record NoSignature() implements SignatureFinding {}

  /** There is a signature, and it proves nothing. */
  record Invalid(SignatureRefusal why) implements SignatureFinding {}

  /**
   * The holder of a key on record signed the token.
   *
   * @param key as it is on record; whether it has been there long enough is for the reader to judge
   * @param fingerprint of that key for people: of an OpenPGP primary key in upper-case hexadecimal
   *     digits, of an SSH key as {@code SHA256:…}
   * @param signedAt when the signer says they signed; an SSH signature does not say
   * @param oddities what a person should know of it
   */
  record Valid(
      Form form, BoundKey key, String fingerprint, Optional<Instant> signedAt, Set<Oddity> oddities)
      implements SignatureFinding {
    public Valid {
      oddities = Set.copyOf(oddities);
    }
  }

  /** What does not spoil a signature, but is worth a look. */
  enum Oddity {
    /** It is by a signing subkey that is younger than 30 days. */
    YOUNG_SUBKEY,
    /** The OpenPGP key ends within 30 days of the signature. */
    KEY_ENDS_SOON,
    /** A security key signed without being touched. */
    NOT_TOUCHED
  }
}

package dev.latchkey.proof.signature;

/**
 * Why a signature proves nothing. The further down, the further it came: of several reasons the
 * last one is the one worth telling.
 */
public enum SignatureRefusal {
  /** It stands in an attachment; it counts in the text of the mail only. */
  IN_ATTACHMENT,
  /** An OpenPGP message that is packed or encrypted, so that nobody can read what is signed. */
  NOT_CLEAR,
  /**
   * The mail is signed by PGP/MIME, but not as a whole: the signed part is not the outermost one,
   * or there are more or fewer than two parts (RFC 3156 section 5).
   */
  NOT_THE_WHOLE_MAIL,
  /** Two signed texts, or a signature by several people; exactly one counts. */
  SEVERAL_SIGNATURES,
  /** Cut off, damaged, or of a form that is not read. */
  UNREADABLE,
  /** Longer than any signature or signed text needs to be. */
  TOO_MUCH,
  /** A signature of a key or about a key, not of a text (RFC 9580 section 5.2.1). */
  NOT_A_DOCUMENT_SIGNATURE,
  /** SHA-1, MD5, SHA-224 or the like. */
  WEAK_HASH,
  /** An SSH signature made for something else: its namespace is not ours. */
  OTHER_NAMESPACE,
  /** No key on record can be read, so there is nothing to compare with. */
  RECORD_UNREADABLE,
  /** By no key on record. */
  UNKNOWN_KEY,
  /** By a key on record that may not sign, for example one for encryption only. */
  KEY_NOT_FOR_SIGNING,
  /** RSA below 2048 bits, DSA, or a curve below 256 bits. */
  WEAK_KEY,
  /**
   * It does not fit to the text: that was changed on its way, or is not the text that was signed.
   */
  BAD_SIGNATURE,
  /**
   * The token does not stand on a line of its own in what was signed; of a signature that comes
   * without its text: it is over something else than the token, or damaged.
   */
  NONCE_NOT_SIGNED,
  /** The key on record says nothing valid about itself (no self-signature that counts). */
  KEY_UNUSABLE,
  /** A subkey that its primary key does not bind, or that does not confirm it (0x18 and 0x19). */
  KEY_NOT_BOUND,
  /** Older than the key that is said to have made it. */
  OLDER_THAN_KEY,
  /** The key, or its primary key, had ended when it signed. */
  KEY_EXPIRED,
  /** The key, or its primary key, is revoked; for whatever reason and since whenever. */
  KEY_REVOKED,
  /** The signature itself has ended. */
  SIGNATURE_EXPIRED,
  /** Signed more than 72 hours before the mail came. */
  TOO_OLD,
  /** Signed more than 10 minutes after the mail came. */
  FROM_THE_FUTURE
}

package dev.latchkey.proof.signature;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.jspecify.annotations.NullMarked;

/** Signs a line with an OpenPGP key, as {@code gpg --clear-sign} does. */
@NullMarked
public final class PgpSigner {
  private final MadeKey key;

  /** With a new key. */
  public PgpSigner() throws IOException, PGPException {
    key = MadeKey.good();
  }

  /** The key in armour. */
  public String publicKey() {
    return key.onRecord().material();
  }

  /** Signs a line. */
  public String sign(String line, Instant at) throws IOException, PGPException {
    PGPSignature signature =
        MadeKey.document(
            key.primary,
            PGPSignature.CANONICAL_TEXT_DOCUMENT,
            HashAlgorithmTags.SHA256,
            at,
            says -> {},
            line);
    return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
        + line
        + "\n"
        + MadeKey.armour("PGP SIGNATURE", signature.getEncoded());
  }
}

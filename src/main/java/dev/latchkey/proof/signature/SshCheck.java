package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.proof.signature.SignatureFinding.Form;
import dev.latchkey.proof.signature.SignatureFinding.Oddity;
import dev.latchkey.proof.signature.SignatureFinding.Valid;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a signature of SSH over the token. It does not say when it was made; it is as fresh as the
 * token.
 */
final class SshCheck {
  private final List<SshKey> keys;
  private final SignedToken token;

  /** For the SSH keys among {@code keys}. */
  SshCheck(List<BoundKey> keys, SignedToken token) {
    this.keys =
        keys.stream()
            .filter(key -> key.kind() == BoundKey.Kind.SSH)
            .flatMap(key -> SshKey.of(key).stream())
            .toList();
    this.token = token;
  }

  /** Checks the signature in {@code text}. */
  Valid check(List<String> text) throws RefusedException {
    SshSignature signature = SshSignature.only(text);
    if (keys.isEmpty()) {
      throw new RefusedException(SignatureRefusal.RECORD_UNREADABLE);
    }
    SshKey signer =
        keys.stream()
            .filter(key -> key.made(signature))
            .findFirst()
            .orElseThrow(() -> new RefusedException(SignatureRefusal.UNKNOWN_KEY));
    for (byte[] message : token.messages()) {
      if (signer.fits(signature, message)) {
        Set<Oddity> oddities = SshKey.isTouched(signature) ? Set.of() : Set.of(Oddity.NOT_TOUCHED);
        return new Valid(Form.SSH, signer.key(), signer.fingerprint(), Optional.empty(), oddities);
      }
    }
    throw new RefusedException(SignatureRefusal.NONCE_NOT_SIGNED);
  }
}

package dev.latchkey.proof.signature;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * One signature over a document (RFC 9580 section 5.2, versions 4 and 6), of which everything is
 * known but whether it is genuine.
 */
final class OpenPgpSignature {
  private static final Set<Integer> DOCUMENT_TYPES =
      Set.of(PGPSignature.BINARY_DOCUMENT, PGPSignature.CANONICAL_TEXT_DOCUMENT);
  private static final Set<Integer> STRONG_HASHES =
      Set.of(
          HashAlgorithmTags.SHA256,
          HashAlgorithmTags.SHA384,
          HashAlgorithmTags.SHA512,
          HashAlgorithmTags.SHA3_256,
          HashAlgorithmTags.SHA3_512);

  /** What a signature may insist on being understood, because it is (RFC 9580 section 5.2.3.7). */
  private static final Set<Integer> UNDERSTOOD =
      Set.of(
          SignatureSubpacketTags.CREATION_TIME,
          SignatureSubpacketTags.EXPIRE_TIME,
          SignatureSubpacketTags.EXPORTABLE,
          SignatureSubpacketTags.REVOCABLE,
          SignatureSubpacketTags.KEY_EXPIRE_TIME,
          SignatureSubpacketTags.PREFERRED_SYM_ALGS,
          SignatureSubpacketTags.REVOCATION_KEY,
          SignatureSubpacketTags.ISSUER_KEY_ID,
          SignatureSubpacketTags.PREFERRED_HASH_ALGS,
          SignatureSubpacketTags.PREFERRED_COMP_ALGS,
          SignatureSubpacketTags.KEY_SERVER_PREFS,
          SignatureSubpacketTags.PREFERRED_KEY_SERV,
          SignatureSubpacketTags.PRIMARY_USER_ID,
          SignatureSubpacketTags.POLICY_URL,
          SignatureSubpacketTags.KEY_FLAGS,
          SignatureSubpacketTags.SIGNER_USER_ID,
          SignatureSubpacketTags.REVOCATION_REASON,
          SignatureSubpacketTags.FEATURES,
          SignatureSubpacketTags.EMBEDDED_SIGNATURE,
          SignatureSubpacketTags.ISSUER_FINGERPRINT,
          SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT,
          SignatureSubpacketTags.PREFERRED_AEAD_ALGORITHMS);

  private static final Duration OLDEST = Duration.ofDays(3);
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final PGPSignature signature;
  private final Instant created;

  private OpenPgpSignature(PGPSignature signature, Instant created) {
    this.signature = signature;
    this.created = created;
  }

  /** The only signature in {@code packets}. */
  static OpenPgpSignature read(byte[] packets) throws RefusedException {
    PGPSignature only = only(packets);
    if (!isKnown(only.getVersion())) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    if (!DOCUMENT_TYPES.contains(only.getSignatureType())) {
      throw new RefusedException(SignatureRefusal.NOT_A_DOCUMENT_SIGNATURE);
    }
    if (!isStrong(only)) {
      throw new RefusedException(SignatureRefusal.WEAK_HASH);
    }
    if (!isUnderstood(only) || only.getHashedSubPackets().getSignatureCreationTime() == null) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    return new OpenPgpSignature(only, createdAt(only));
  }

  private static PGPSignature only(byte[] packets) throws RefusedException {
    try {
      PGPObjectFactory objects = new PGPObjectFactory(packets, new BcKeyFingerprintCalculator());
      if (!(objects.nextObject() instanceof PGPSignatureList signatures)) {
        throw new RefusedException(SignatureRefusal.UNREADABLE);
      }
      if (signatures.size() != 1 || objects.nextObject() != null) {
        throw new RefusedException(SignatureRefusal.SEVERAL_SIGNATURES);
      }
      return signatures.get(0);
    } catch (IOException | RuntimeException e) {
      throw new RefusedException(SignatureRefusal.UNREADABLE, e);
    }
  }

  private static boolean isKnown(int version) {
    return version == 4 || version == 6;
  }

  /** Whether nobody can make two texts to which it fits. */
  static boolean isStrong(PGPSignature signature) {
    return STRONG_HASHES.contains(signature.getHashAlgorithm());
  }

  /** Whether it does not insist on anything that is not understood here. */
  static boolean isUnderstood(PGPSignature signature) {
    return signature.getHashedSubPackets() != null
        && Arrays.stream(signature.getHashedSubPackets().getCriticalTags())
            .allMatch(UNDERSTOOD::contains);
  }

  /** When it was made, as it says itself; the epoch when it does not say. */
  static Instant createdAt(PGPSignature signature) {
    return signature.getCreationTime().toInstant();
  }

  /** Whether it had ended at {@code at} (RFC 9580 section 5.2.3.18). */
  static boolean endedBy(PGPSignature signature, Instant at) {
    long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
    return seconds != 0 && !createdAt(signature).plusSeconds(seconds).isAfter(at);
  }

  Instant created() {
    return created;
  }

  /** Whether it says that {@code key} made it. */
  boolean names(PGPPublicKey key) {
    IssuerFingerprint issuer = issuer();
    return issuer == null
        ? signature.getKeyID() == key.getKeyID()
        : Arrays.equals(issuer.getFingerprint(), key.getFingerprint());
  }

  private @Nullable IssuerFingerprint issuer() {
    IssuerFingerprint hashed = signature.getHashedSubPackets().getIssuerFingerprint();
    PGPSignatureSubpacketVector unhashed = signature.getUnhashedSubPackets();
    return hashed != null || unhashed == null ? hashed : unhashed.getIssuerFingerprint();
  }

  /** Whether {@code key} made it over {@code document}, whose lines end in CR LF. */
  boolean fits(PGPPublicKey key, byte[] document) {
    if (signature.getVersion() != key.getVersion()) {
      return false;
    }
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), key);
      signature.update(document);
      return signature.verify();
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  /** Refuses what was not made lately; {@code received} is when the mail came. */
  void requireFresh(Instant received) throws RefusedException {
    if (endedBy(signature, received)) {
      throw new RefusedException(SignatureRefusal.SIGNATURE_EXPIRED);
    }
    if (created.isBefore(received.minus(OLDEST))) {
      throw new RefusedException(SignatureRefusal.TOO_OLD);
    }
    if (created.isAfter(received.plus(AHEAD))) {
      throw new RefusedException(SignatureRefusal.FROM_THE_FUTURE);
    }
  }
}

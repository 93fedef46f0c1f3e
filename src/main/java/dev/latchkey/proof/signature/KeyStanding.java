package dev.latchkey.proof.signature;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Whether a key may sign documents, by what its primary key signed about it (RFC 9580 sections
 * 5.2.1 and 5.2.3, 10.1). Of several statements the newest counts; of revocations any one, whatever
 * its reason and its hash.
 */
final class KeyStanding {
  /** Of signatures that are checked for one key; who carries more of their own is refused. */
  private static final int MOST_CHECKS = 400;

  /** Deprecated, and still in use (RFC 9580 section 9.1). */
  private static final int RSA_SIGN_ONLY = 3;

  /** Of the subpacket: class, algorithm, fingerprint of version 4. */
  private static final int REVOCATION_KEY_OCTETS = 22;

  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_CURVE_BITS = 255;

  private final PGPPublicKey primary;
  private final Instant signedAt;
  private int checks;

  /** The standing of the keys of {@code ring} at {@code signedAt}. */
  KeyStanding(PGPPublicKeyRing ring, Instant signedAt) {
    this.primary = ring.getPublicKey();
    this.signedAt = signedAt;
  }

  /** Refuses what cannot make a signature that is worth checking. */
  static void requireStrength(PGPPublicKey key) throws RefusedException {
    int bits = key.getBitStrength();
    switch (key.getAlgorithm()) {
      case PublicKeyAlgorithmTags.RSA_GENERAL, RSA_SIGN_ONLY ->
          require(bits >= LEAST_RSA_BITS, SignatureRefusal.WEAK_KEY);
      case PublicKeyAlgorithmTags.ECDSA, PublicKeyAlgorithmTags.EDDSA_LEGACY ->
          require(bits >= LEAST_CURVE_BITS, SignatureRefusal.WEAK_KEY);
      case PublicKeyAlgorithmTags.Ed25519, PublicKeyAlgorithmTags.Ed448 -> {}
      case PublicKeyAlgorithmTags.DSA -> throw new RefusedException(SignatureRefusal.WEAK_KEY);
      default -> throw new RefusedException(SignatureRefusal.KEY_NOT_FOR_SIGNING);
    }
  }

  /**
   * Refuses a key that might not sign.
   *
   * @return when it ends, if ever
   */
  Optional<Instant> require(PGPPublicKey key) throws RefusedException {
    List<PGPSignature> selves = selves();
    require(!isRevoked(selves), SignatureRefusal.KEY_REVOKED);
    PGPSignature self = newest(selves, SignatureRefusal.KEY_UNUSABLE);
    Optional<Instant> end = requireAlive(primary, self);
    if (isPrimary(key)) {
      require(maySign(self, true), SignatureRefusal.KEY_NOT_FOR_SIGNING);
      return end;
    }
    requireStrength(primary);
    Predicate<PGPSignature> ofPrimary = signature -> fitsSubkey(signature, primary, key);
    for (PGPSignature revocation : signatures(key, PGPSignature.SUBKEY_REVOCATION)) {
      require(!counted(revocation, ofPrimary), SignatureRefusal.KEY_REVOKED);
    }
    List<PGPSignature> bindings = new ArrayList<>();
    for (PGPSignature binding : signatures(key, PGPSignature.SUBKEY_BINDING)) {
      if (counted(binding, ofPrimary)) {
        bindings.add(binding);
      }
    }
    PGPSignature binding = newest(bindings, SignatureRefusal.KEY_NOT_BOUND);
    require(maySign(binding, false), SignatureRefusal.KEY_NOT_FOR_SIGNING);
    require(confirms(key, binding), SignatureRefusal.KEY_NOT_BOUND);
    Optional<Instant> ownEnd = requireAlive(key, binding);
    return ownEnd.isPresent() && (end.isEmpty() || ownEnd.get().isBefore(end.get())) ? ownEnd : end;
  }

  boolean isPrimary(PGPPublicKey key) {
    return Arrays.equals(key.getFingerprint(), primary.getFingerprint());
  }

  /**
   * What the primary key says of itself, on the key and on each user id that it did not take back.
   */
  private List<PGPSignature> selves() throws RefusedException {
    List<PGPSignature> selves = new ArrayList<>();
    for (PGPSignature direct : signatures(primary, PGPSignature.DIRECT_KEY)) {
      if (counted(direct, signature -> fitsKey(signature, primary))) {
        selves.add(direct);
      }
    }
    Iterator<byte[]> users = primary.getRawUserIDs();
    while (users.hasNext()) {
      byte[] user = users.next();
      Predicate<PGPSignature> own = signature -> fitsUser(signature, user);
      List<PGPSignature> said = new ArrayList<>();
      for (PGPSignature signature : all(primary.getSignaturesForID(user))) {
        boolean meant = signature.isCertification() || takesBack(signature);
        if (meant && counted(signature, own)) {
          said.add(signature);
        }
      }
      said.sort(
          Comparator.comparing(OpenPgpSignature::createdAt).thenComparing(KeyStanding::takesBack));
      if (!said.isEmpty() && !takesBack(said.get(said.size() - 1))) {
        said.stream().filter(PGPSignature::isCertification).forEach(selves::add);
      }
    }
    return selves;
  }

  private static boolean takesBack(PGPSignature signature) {
    return signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION;
  }

  private boolean isRevoked(List<PGPSignature> selves) throws RefusedException {
    for (PGPSignature revocation : signatures(primary, PGPSignature.KEY_REVOCATION)) {
      boolean byItself = counted(revocation, signature -> fitsKey(signature, primary));
      if (byItself || selves.stream().anyMatch(self -> letsRevoke(self, revocation))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@code self} names the issuer of {@code revocation} as one who may revoke (RFC 9580
   * section 5.2.3.23). That key is not at hand, so that the revocation is believed.
   */
  private static boolean letsRevoke(PGPSignature self, PGPSignature revocation) {
    return Arrays.stream(
            self.getHashedSubPackets().getSubpackets(SignatureSubpacketTags.REVOCATION_KEY))
        .map(SignatureSubpacket::getData)
        .anyMatch(
            data ->
                data.length == REVOCATION_KEY_OCTETS
                    && ByteBuffer.wrap(data).getLong(REVOCATION_KEY_OCTETS - Long.BYTES)
                        == revocation.getKeyID());
  }

  /** The newest of what counts: strong, understood and not ended. */
  private PGPSignature newest(List<PGPSignature> signatures, SignatureRefusal none)
      throws RefusedException {
    Optional<PGPSignature> newest =
        signatures.stream()
            .filter(OpenPgpSignature::isStrong)
            .filter(OpenPgpSignature::isUnderstood)
            .filter(signature -> !OpenPgpSignature.endedBy(signature, signedAt))
            .max(Comparator.comparing(OpenPgpSignature::createdAt));
    if (newest.isEmpty()) {
      boolean weak = signatures.stream().anyMatch(one -> !OpenPgpSignature.isStrong(one));
      throw new RefusedException(weak ? SignatureRefusal.WEAK_HASH : none);
    }
    return newest.get();
  }

  private Optional<Instant> requireAlive(PGPPublicKey key, PGPSignature statement)
      throws RefusedException {
    Instant made = key.getCreationTime().toInstant();
    require(!signedAt.isBefore(made), SignatureRefusal.OLDER_THAN_KEY);
    long seconds = statement.getHashedSubPackets().getKeyExpirationTime();
    if (seconds == 0) {
      return Optional.empty();
    }
    Instant end = made.plusSeconds(seconds);
    require(signedAt.isBefore(end), SignatureRefusal.KEY_EXPIRED);
    return Optional.of(end);
  }

  private static boolean maySign(PGPSignature statement, boolean silent) {
    PGPSignatureSubpacketVector hashed = statement.getHashedSubPackets();
    return hashed.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
        ? (hashed.getKeyFlags() & KeyFlags.SIGN_DATA) != 0
        : silent;
  }

  /** Whether the subkey itself says that it belongs there (RFC 9580 section 5.2.1.9). */
  private boolean confirms(PGPPublicKey key, PGPSignature binding) throws RefusedException {
    for (PGPSignature inner : embedded(binding)) {
      if (inner.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
          && OpenPgpSignature.isStrong(inner)
          && OpenPgpSignature.isUnderstood(inner)
          && !OpenPgpSignature.endedBy(inner, signedAt)) {
        count();
        if (fitsSubkey(inner, key, key)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<PGPSignature> embedded(PGPSignature binding) {
    List<PGPSignature> all = new ArrayList<>();
    try {
      for (PGPSignatureSubpacketVector area :
          Arrays.asList(binding.getHashedSubPackets(), binding.getUnhashedSubPackets())) {
        PGPSignatureList found = area == null ? null : area.getEmbeddedSignatures();
        if (found != null) {
          found.forEach(all::add);
        }
      }
    } catch (PGPException | RuntimeException e) {
      return all;
    }
    return all;
  }

  private static List<PGPSignature> signatures(PGPPublicKey key, int type) {
    return all(key.getSignaturesOfType(type));
  }

  private static List<PGPSignature> all(Iterator<PGPSignature> signatures) {
    List<PGPSignature> all = new ArrayList<>();
    signatures.forEachRemaining(all::add);
    return all;
  }

  /** Whether the primary key says it made {@code signature}, and did. */
  private boolean counted(PGPSignature signature, Predicate<PGPSignature> genuine)
      throws RefusedException {
    if (signature.getKeyID() != primary.getKeyID()) {
      return false;
    }
    count();
    return genuine.test(signature);
  }

  private void count() throws RefusedException {
    checks++;
    require(checks <= MOST_CHECKS, SignatureRefusal.TOO_MUCH);
  }

  private boolean fitsUser(PGPSignature signature, byte[] user) {
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), primary);
      return signature.verifyCertification(user, primary);
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  private static boolean fitsKey(PGPSignature signature, PGPPublicKey key) {
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), key);
      return signature.verifyCertification(key);
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  private boolean fitsSubkey(PGPSignature signature, PGPPublicKey signer, PGPPublicKey subkey) {
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), signer);
      return signature.verifyCertification(primary, subkey);
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  private static void require(boolean holds, SignatureRefusal otherwise) throws RefusedException {
    if (!holds) {
      throw new RefusedException(otherwise);
    }
  }
}

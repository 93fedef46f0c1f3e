package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** An OpenPGP key as it is on record: a primary key, its subkeys, and what is signed about them. */
record OpenPgpRecord(BoundKey key, PGPPublicKeyRing ring) {
  /** In one armour; somebody's old and new key may stand together. */
  private static final int MOST_RINGS = 8;

  private static final String LABEL = "PGP PUBLIC KEY BLOCK";

  /** The keys in the material of {@code key}; none when it cannot be read. */
  static List<OpenPgpRecord> of(BoundKey key) {
    List<OpenPgpRecord> records = new ArrayList<>();
    try {
      byte[] packets = Armour.only(Armour.lines(key.material()), LABEL, Armour.LONGEST);
      PGPObjectFactory objects = new PGPObjectFactory(packets, new BcKeyFingerprintCalculator());
      while (records.size() < MOST_RINGS && objects.nextObject() instanceof PGPPublicKeyRing ring) {
        records.add(new OpenPgpRecord(key, ring));
      }
    } catch (RefusedException | IOException | RuntimeException e) {
      return records;
    }
    return records;
  }

  /** The key that {@code signature} says made it. */
  Optional<PGPPublicKey> signer(OpenPgpSignature signature) {
    for (PGPPublicKey key : ring) {
      if (signature.names(key)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(ring.getPublicKey().getFingerprint());
  }
}

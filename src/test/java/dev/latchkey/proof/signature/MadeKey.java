package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicSubkeyPacket;
import org.bouncycastle.bcpg.UserIDPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/**
 * An OpenPGP key that a test puts together packet by packet, so that each of its statements can be
 * missing, weak or false.
 */
final class MadeKey {
  static final Instant BORN = Instant.parse("2025-01-01T00:00:00Z");
  static final Instant SIGNED = Instant.parse("2026-11-26T08:30:00Z");
  static final String DORA = "Dora <dora@mail.example>";

  private static final SecureRandom RANDOM = new SecureRandom();

  final PGPKeyPair primary;
  private final ByteArrayOutputStream packets = new ByteArrayOutputStream();

  private MadeKey(PGPKeyPair primary) throws IOException {
    this.primary = primary;
    packets.writeBytes(primary.getPublicKey().getPublicKeyPacket().getEncoded());
  }

  static MadeKey of(PGPKeyPair primary) throws IOException {
    return new MadeKey(primary);
  }

  /** A key of version 4 that says of itself that it may sign. */
  static MadeKey good() throws IOException, PGPException {
    return of(ed25519(4)).user(DORA, says -> says.setKeyFlags(true, KeyFlags.SIGN_DATA));
  }

  /** A key of version 4 that only certifies, and does not sign itself. */
  static MadeKey certifier() throws IOException, PGPException {
    return of(ed25519(4)).user(DORA, says -> says.setKeyFlags(true, KeyFlags.CERTIFY_OTHER));
  }

  static PGPKeyPair ed25519(int version) throws PGPException {
    return ed25519(version, BORN);
  }

  static PGPKeyPair ed25519(int version, Instant born) throws PGPException {
    Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
    generator.init(new Ed25519KeyGenerationParameters(RANDOM));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return new BcPGPKeyPair(version, PublicKeyAlgorithmTags.Ed25519, pair, Date.from(born));
  }

  static PGPKeyPair rsa(int bits) throws PGPException {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), RANDOM, bits, 80));
    return new BcPGPKeyPair(
        4, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), Date.from(BORN));
  }

  /** What a signature is made over. */
  interface Over {
    PGPSignature generate(PGPSignatureGenerator generator) throws PGPException;
  }

  static PGPSignature sign(
      PGPKeyPair signer,
      int type,
      int hash,
      Instant at,
      Consumer<PGPSignatureSubpacketGenerator> says,
      Over over)
      throws PGPException {
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(signer.getPublicKey().getAlgorithm(), hash),
            signer.getPublicKey());
    generator.init(type, signer.getPrivateKey());
    PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
    hashed.setSignatureCreationTime(true, Date.from(at));
    hashed.setIssuerFingerprint(false, signer.getPublicKey());
    says.accept(hashed);
    generator.setHashedSubpackets(hashed.generate());
    return over.generate(generator);
  }

  /** A signature over {@code text}, whose lines end in CR LF. */
  static PGPSignature document(PGPKeyPair signer, String text) throws PGPException {
    return document(signer, PGPSignature.CANONICAL_TEXT_DOCUMENT, HashAlgorithmTags.SHA256, text);
  }

  static PGPSignature document(PGPKeyPair signer, int type, int hash, String text)
      throws PGPException {
    return document(signer, type, hash, SIGNED, says -> {}, text);
  }

  static PGPSignature document(
      PGPKeyPair signer,
      int type,
      int hash,
      Instant at,
      Consumer<PGPSignatureSubpacketGenerator> says,
      String text)
      throws PGPException {
    return sign(
        signer,
        type,
        hash,
        at,
        says,
        generator -> {
          generator.update(text.getBytes(StandardCharsets.UTF_8));
          return generator.generate();
        });
  }

  MadeKey user(String id, Consumer<PGPSignatureSubpacketGenerator> says)
      throws IOException, PGPException {
    return user(id, PGPSignature.POSITIVE_CERTIFICATION, HashAlgorithmTags.SHA256, BORN, says);
  }

  /** A user id, or one more statement about the user id before. */
  MadeKey user(
      String id, int type, int hash, Instant at, Consumer<PGPSignatureSubpacketGenerator> says)
      throws IOException, PGPException {
    if (at.equals(BORN)) {
      BCPGOutputStream out = new BCPGOutputStream(packets);
      new UserIDPacket(id).encode(out);
      out.flush();
    }
    return add(
        sign(
            primary,
            type,
            hash,
            at,
            says,
            generator -> generator.generateCertification(id, primary.getPublicKey())));
  }

  /** A statement of {@code signer} about the primary key; it stands before user ids. */
  MadeKey about(
      PGPKeyPair signer, int type, int hash, Consumer<PGPSignatureSubpacketGenerator> says)
      throws IOException, PGPException {
    return add(
        sign(
            signer,
            type,
            hash,
            BORN,
            says,
            generator -> generator.generateCertification(primary.getPublicKey())));
  }

  /** A subkey without any statement. */
  MadeKey subkey(PGPKeyPair subkey) throws IOException {
    packets.writeBytes(
        new PublicSubkeyPacket(
                subkey.getPublicKey().getVersion(),
                subkey.getPublicKey().getAlgorithm(),
                subkey.getPublicKey().getCreationTime(),
                subkey.getPublicKey().getPublicKeyPacket().getKey())
            .getEncoded());
    return this;
  }

  /** A statement of the primary key about the subkey before: bound or revoked. */
  MadeKey binding(
      PGPKeyPair subkey, int type, int hash, Consumer<PGPSignatureSubpacketGenerator> says)
      throws IOException, PGPException {
    return add(
        sign(
            primary,
            type,
            hash,
            BORN,
            says,
            generator ->
                generator.generateCertification(primary.getPublicKey(), subkey.getPublicKey())));
  }

  /** The subkey's word that it belongs to {@code owner}. */
  static Consumer<PGPSignatureSubpacketGenerator> confirmed(
      PGPKeyPair subkey, PGPKeyPair owner, int hash) {
    return says -> {
      try {
        says.setKeyFlags(true, KeyFlags.SIGN_DATA);
        says.addEmbeddedSignature(
            false,
            sign(
                subkey,
                PGPSignature.PRIMARYKEY_BINDING,
                hash,
                BORN,
                none -> {},
                generator ->
                    generator.generateCertification(owner.getPublicKey(), subkey.getPublicKey())));
      } catch (IOException | PGPException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** Any packet, as it is. */
  MadeKey raw(byte[] packet) {
    packets.writeBytes(packet);
    return this;
  }

  private MadeKey add(PGPSignature signature) throws IOException {
    packets.writeBytes(signature.getEncoded());
    return this;
  }

  /** The key as it is on record. */
  BoundKey onRecord() {
    return SignedMails.key(
        BoundKey.Kind.OPENPGP, armour("PGP PUBLIC KEY BLOCK", packets.toByteArray()));
  }

  static String armour(String label, byte[] octets) {
    return "-----BEGIN "
        + label
        + "-----\n\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** A mail with a clear-signed text of one line. */
  static byte[] mail(String line, PGPSignature... signatures) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (PGPSignature signature : signatures) {
      all.writeBytes(signature.getEncoded());
    }
    return SignedMails.plain(
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
            + line
            + "\n"
            + armour("PGP SIGNATURE", all.toByteArray()));
  }
}

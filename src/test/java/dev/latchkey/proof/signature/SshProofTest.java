package dev.latchkey.proof.signature;

import static dev.latchkey.SshWire.blob;
import static dev.latchkey.SshWire.document;
import static dev.latchkey.SshWire.join;
import static dev.latchkey.SshWire.point;
import static dev.latchkey.SshWire.text;
import static dev.latchkey.SshWire.wire;
import static dev.latchkey.proof.signature.SignedMails.NONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.mail.Sha256;
import dev.latchkey.proof.signature.SignatureFinding.Oddity;
import dev.latchkey.proof.signature.SignatureFinding.Valid;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SSH signatures that are put together here, octet by octet; those of ssh-keygen are files. */
class SshProofTest {
  private static final String DEVICE_TYPE = "sk-ssh-ed25519@openssh.com";
  private static final byte[] COUNTER = {0, 0, 0, 7};

  @Test
  void aSignatureOfASecurityKeyProvesAndWithoutATouchIsOdd() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text(DEVICE_TYPE), point(pair), text("ssh:"));
    Valid touched = (Valid) look(device(pair, wire, (byte) 1, "ssh:"), DEVICE_TYPE, wire);
    assertThat(touched.oddities()).isEmpty();
    assertThat(touched.signedAt()).isEmpty();
    Valid untouched = (Valid) look(device(pair, wire, (byte) 0, "ssh:"), DEVICE_TYPE, wire);
    assertThat(untouched.oddities()).containsExactly(Oddity.NOT_TOUCHED);
  }

  @Test
  void whatASecurityKeySignedForAnotherApplicationProvesNothing() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text(DEVICE_TYPE), point(pair), text("ssh:"));
    SignatureFinding found =
        look(device(pair, wire, (byte) 1, "https://login.example"), DEVICE_TYPE, wire);
    assertThat(SignedMails.word(found)).isEqualTo("NONCE_NOT_SIGNED");
  }

  @Test
  void aFlagThatWasSetLaterProvesNothing() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text(DEVICE_TYPE), point(pair), text("ssh:"));
    byte[] blob = device(pair, wire, (byte) 0, "ssh:");
    blob[blob.length - 5] = 1;
    assertThat(SignedMails.word(look(blob, DEVICE_TYPE, wire))).isEqualTo("NONCE_NOT_SIGNED");
  }

  @Test
  void anEcdsaSecurityKeyProves() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    String type = "sk-ecdsa-sha2-nistp256@openssh.com";
    byte[] wire = wire(text(type), text("nistp256"), uncompressed(pair), text("ssh:"));
    byte[] signed = join(Sha256.of(text("ssh:")), new byte[] {1}, COUNTER, Sha256.of(signed()));
    byte[] pairOfNumbers = sign("SHA256withECDSAinP1363Format", pair, signed);
    byte[] numbers =
        wire(
            new BigInteger(1, Arrays.copyOf(pairOfNumbers, 32)).toByteArray(),
            new BigInteger(1, Arrays.copyOfRange(pairOfNumbers, 32, 64)).toByteArray());
    byte[] made = join(wire(text(type), numbers), new byte[] {1}, COUNTER);
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", made), type, wire)))
        .isEqualTo("SSH");
  }

  @Test
  void anEcdsaSignatureOfZerosProvesNothing() throws Exception {
    BoundKey key = fileKey("ssh-ecdsa256");
    byte[] wire = Base64.getDecoder().decode(key.material().split(" ")[1]);
    String type = "ecdsa-sha2-nistp256";
    for (byte[] number : List.of(new byte[] {0}, new byte[] {1}, new byte[40], new byte[0])) {
      byte[] made = wire(text(type), wire(number, number));
      assertThat(SignedMails.look(mail(blob(wire, "latchkey", "sha512", made)), List.of(key)))
          .isInstanceOf(SignatureFinding.Invalid.class);
    }
  }

  @Test
  void anRsaSignatureWithSha1ProvesNothing() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    byte[] wire =
        wire(
            text("ssh-rsa"), key.getPublicExponent().toByteArray(), key.getModulus().toByteArray());
    byte[] old = wire(text("ssh-rsa"), sign("SHA1withRSA", pair, signed()));
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", old), "ssh-rsa", wire)))
        .isEqualTo("WEAK_HASH");
    byte[] good = wire(text("rsa-sha2-256"), sign("SHA256withRSA", pair, signed()));
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", good), "ssh-rsa", wire)))
        .isEqualTo("SSH");
    byte[] crossed = wire(text("rsa-sha2-512"), sign("SHA256withRSA", pair, signed()));
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", crossed), "ssh-rsa", wire)))
        .isEqualTo("NONCE_NOT_SIGNED");
  }

  @Test
  void aSignatureThatNamesTheAlgorithmOfAnotherKeyProvesNothing() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text("ssh-ed25519"), point(pair));
    byte[] signature = sign("Ed25519", pair, signed());
    byte[] made = wire(text("rsa-sha2-256"), signature);
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", made), "ssh-ed25519", wire)))
        .isEqualTo("BAD_SIGNATURE");
    byte[] right = wire(text("ssh-ed25519"), signature);
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", right), "ssh-ed25519", wire)))
        .isEqualTo("SSH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5", "sha1", "SHA512", ""})
  void onlyTheTwoHashesOfTheProtocolCount(String hash) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text("ssh-ed25519"), point(pair));
    byte[] made = wire(text("ssh-ed25519"), sign("Ed25519", pair, signed()));
    assertThat(SignedMails.word(look(blob(wire, "latchkey", hash, made), "ssh-ed25519", wire)))
        .isEqualTo("WEAK_HASH");
  }

  @Test
  void aBareEd25519SignatureOverTheTokenProvesNothing() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text("ssh-ed25519"), point(pair));
    byte[] made = wire(text("ssh-ed25519"), sign("Ed25519", pair, text(NONCE)));
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", made), "ssh-ed25519", wire)))
        .isEqualTo("NONCE_NOT_SIGNED");
  }

  @Test
  void aSignatureCutAnywhereOrWithAnOctetMoreProvesNothing() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text("ssh-ed25519"), point(pair));
    byte[] made = wire(text("ssh-ed25519"), sign("Ed25519", pair, signed()));
    byte[] whole = blob(wire, "latchkey", "sha512", made);
    for (int length = 0; length < whole.length; length++) {
      assertThat(look(Arrays.copyOf(whole, length), "ssh-ed25519", wire))
          .isInstanceOf(SignatureFinding.Invalid.class);
    }
    assertThat(look(Arrays.copyOf(whole, whole.length + 1), "ssh-ed25519", wire))
        .isInstanceOf(SignatureFinding.Invalid.class);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) 0x80;
      assertThat(look(changed, "ssh-ed25519", wire)).isInstanceOf(SignatureFinding.Invalid.class);
    }
  }

  @Test
  void aKeyOnRecordWhoseTypeIsNotThatOfItsOctetsIsNotRead() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] wire = wire(text("ssh-ed25519"), point(pair));
    byte[] made = wire(text("ssh-ed25519"), sign("Ed25519", pair, signed()));
    assertThat(SignedMails.word(look(blob(wire, "latchkey", "sha512", made), "ssh-rsa", wire)))
        .isEqualTo("RECORD_UNREADABLE");
  }

  @Test
  void theFingerprintIsThatOfSshKeygen() throws Exception {
    Valid valid =
        (Valid) SignedMails.look(SignedMails.mail("ssh-ed25519"), List.of(fileKey("ssh-ed25519")));
    assertThat(valid.fingerprint()).matches("SHA256:[A-Za-z0-9+/]{43}");
    assertThat(valid.key()).isEqualTo(fileKey("ssh-ed25519"));
  }

  private static BoundKey fileKey(String name) throws Exception {
    return SignedMails.key(
        BoundKey.Kind.SSH, Files.readString(SignedMails.FILES.resolve(name + ".pub")));
  }

  /** What is signed for the token, made here a second time. */
  private static byte[] signed() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(text(NONCE + "\n"));
    return document("latchkey", "sha512", hash);
  }

  private static byte[] device(KeyPair pair, byte[] wire, byte flags, String application)
      throws Exception {
    byte[] signed =
        join(Sha256.of(text(application)), new byte[] {flags}, COUNTER, Sha256.of(signed()));
    byte[] made =
        join(wire(text(DEVICE_TYPE), sign("Ed25519", pair, signed)), new byte[] {flags}, COUNTER);
    return blob(wire, "latchkey", "sha512", made);
  }

  private static SignatureFinding look(byte[] blob, String type, byte[] wire) throws Exception {
    String line = type + " " + Base64.getEncoder().encodeToString(wire) + " dora@laptop";
    return SignedMails.look(mail(blob), List.of(SignedMails.key(BoundKey.Kind.SSH, line)));
  }

  private static byte[] mail(byte[] blob) {
    return SignedMails.plain(MadeKey.armour("SSH SIGNATURE", blob).replace("-----\n\n", "-----\n"));
  }

  private static byte[] sign(String algorithm, KeyPair pair, byte[] octets) throws Exception {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(pair.getPrivate());
    signature.update(octets);
    return signature.sign();
  }

  private static byte[] uncompressed(KeyPair pair) {
    byte[] encoded = ((ECPublicKey) pair.getPublic()).getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length);
  }
}

package dev.latchkey;

import static dev.latchkey.SshWire.blob;
import static dev.latchkey.SshWire.document;
import static dev.latchkey.SshWire.point;
import static dev.latchkey.SshWire.text;
import static dev.latchkey.SshWire.wire;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.NullMarked;

/** Signs a line with an SSH key, as {@code ssh-keygen -Y sign} does (PROTOCOL.sshsig). */
@NullMarked
public final class SshSigner {
  private final KeyPair pair;

  private SshSigner(KeyPair pair) {
    this.pair = pair;
  }

  /** The key that such a number stands for: the same each time, so that stories can name it. */
  public static SshSigner of(int number) throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
    keys.initialize(NamedParameterSpec.ED25519, new Numbered(number));
    return new SshSigner(keys.generateKeyPair());
  }

  /** No chance at all. */
  private static final class Numbered extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final int number;

    Numbered(int number) {
      this.number = number;
    }

    @Override
    public void nextBytes(byte[] octets) {
      Arrays.fill(octets, (byte) 7);
      ByteBuffer.wrap(octets).putInt(number);
    }
  }

  /** The key as a line of {@code authorized_keys}. */
  public String publicKey() {
    return "ssh-ed25519 "
        + Base64.getEncoder().encodeToString(wire(text("ssh-ed25519"), point(pair)));
  }

  /** Signs a line as whoever is asked to would, for the namespace that our letters name. */
  public String sign(String line) throws GeneralSecurityException {
    return sign(line, "latchkey");
  }

  /** Signs a line for another namespace. */
  public String sign(String line, String namespace) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(text(line + "\n"));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(document(namespace, "sha512", hash));
    byte[] made = wire(text("ssh-ed25519"), signature.sign());
    byte[] blob = blob(wire(text("ssh-ed25519"), point(pair)), namespace, "sha512", made);
    return "-----BEGIN SSH SIGNATURE-----\n"
        + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(blob)
        + "\n-----END SSH SIGNATURE-----";
  }
}

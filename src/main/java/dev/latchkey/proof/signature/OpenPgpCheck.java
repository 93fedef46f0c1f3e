package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.mail.BodyText;
import dev.latchkey.proof.signature.SignatureFinding.Form;
import dev.latchkey.proof.signature.SignatureFinding.Oddity;
import dev.latchkey.proof.signature.SignatureFinding.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * Checks a signature of OpenPGP. In this order: it can be read and is strong; a key on record made
 * it; the token stands in what was signed; that key might sign; it was made lately.
 */
final class OpenPgpCheck {
  private static final Duration MONTH = Duration.ofDays(30);

  private final List<OpenPgpRecord> records;
  private final SignedToken token;
  private final Instant received;

  /** For the OpenPGP keys among {@code keys}. */
  OpenPgpCheck(List<BoundKey> keys, SignedToken token, Instant received) {
    this.records =
        keys.stream()
            .filter(key -> key.kind() == BoundKey.Kind.OPENPGP)
            .flatMap(key -> OpenPgpRecord.of(key).stream())
            .toList();
    this.token = token;
    this.received = received;
  }

  /**
   * Checks {@code packets}.
   *
   * @param document what they are said to sign, as octets
   * @param text the same for people; asked for only when the signature is genuine
   */
  Valid check(Form form, byte[] packets, byte[] document, Supplier<BodyText> text)
      throws RefusedException {
    OpenPgpSignature signature = OpenPgpSignature.read(packets);
    if (records.isEmpty()) {
      throw new RefusedException(SignatureRefusal.RECORD_UNREADABLE);
    }
    List<RefusedException> refused = new ArrayList<>();
    for (OpenPgpRecord record : records) {
      try {
        Optional<PGPPublicKey> signer = record.signer(signature);
        if (signer.isPresent()) {
          return by(signer.get(), record, form, signature, document, text);
        }
      } catch (RefusedException e) {
        refused.add(e);
      }
    }
    throw refused.stream()
        .max(Comparator.comparing(RefusedException::why))
        .orElseGet(() -> new RefusedException(SignatureRefusal.UNKNOWN_KEY));
  }

  /** Checks the only signature in {@code lines}, which comes without what it signs. */
  Valid detached(List<String> lines) throws RefusedException {
    byte[] packets = Armour.only(lines, ClearSigned.SIGNATURE, ClearSigned.LONGEST_SIGNATURE);
    BodyText text = BodyText.plain(token.value());
    for (byte[] message : token.messages()) {
      try {
        return check(Form.DETACHED, packets, message, () -> text);
      } catch (RefusedException e) {
        if (e.why() != SignatureRefusal.BAD_SIGNATURE) {
          throw e;
        }
      }
    }
    throw new RefusedException(SignatureRefusal.NONCE_NOT_SIGNED);
  }

  private Valid by(
      PGPPublicKey signer,
      OpenPgpRecord record,
      Form form,
      OpenPgpSignature signature,
      byte[] document,
      Supplier<BodyText> text)
      throws RefusedException {
    KeyStanding.requireStrength(signer);
    if (!signature.fits(signer, document)) {
      throw new RefusedException(SignatureRefusal.BAD_SIGNATURE);
    }
    if (!token.standsIn(text.get())) {
      throw new RefusedException(SignatureRefusal.NONCE_NOT_SIGNED);
    }
    KeyStanding standing = new KeyStanding(record.ring(), signature.created());
    Optional<Instant> end = standing.require(signer);
    signature.requireFresh(received);
    Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    Instant made = signer.getCreationTime().toInstant();
    if (!standing.isPrimary(signer) && made.isAfter(signature.created().minus(MONTH))) {
      oddities.add(Oddity.YOUNG_SUBKEY);
    }
    if (end.isPresent() && end.get().isBefore(signature.created().plus(MONTH))) {
      oddities.add(Oddity.KEY_ENDS_SOON);
    }
    return new Valid(
        form, record.key(), record.fingerprint(), Optional.of(signature.created()), oddities);
  }
}

package dev.latchkey.proof.signature;

import static dev.latchkey.proof.signature.SignedMails.NONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.proof.signature.SignatureFinding.Oddity;
import dev.latchkey.proof.signature.SignatureFinding.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of keys that are made here, good ones and lies; each lie breaks one thing. */
class OpenPgpProofTest {
  private static final int SHA256 = HashAlgorithmTags.SHA256;
  private static final int SHA1 = HashAlgorithmTags.SHA1;

  private static void nothing(PGPSignatureSubpacketGenerator says) {}

  private static void maySign(PGPSignatureSubpacketGenerator says) {
    says.setKeyFlags(true, KeyFlags.SIGN_DATA);
  }

  private static SignatureFinding find(byte[] mail, MadeKey... keys) throws Exception {
    return SignedMails.look(mail, Arrays.stream(keys).map(MadeKey::onRecord).toList());
  }

  private static String judge(PGPKeyPair signer, MadeKey... keys) throws Exception {
    return SignedMails.word(find(MadeKey.mail(NONCE, MadeKey.document(signer, NONCE)), keys));
  }

  private static String judge(MadeKey key, PGPSignature signature) throws Exception {
    return SignedMails.word(find(MadeKey.mail(NONCE, signature), key));
  }

  @Test
  void aGoodKeyProvesAndIsNamedWithItsRecord() throws Exception {
    MadeKey key = MadeKey.good();
    Valid valid = (Valid) find(MadeKey.mail(NONCE, MadeKey.document(key.primary, NONCE)), key);
    assertThat(valid.fingerprint())
        .isEqualTo(
            HexFormat.of()
                .formatHex(key.primary.getPublicKey().getFingerprint())
                .toUpperCase(Locale.ROOT));
    assertThat(valid.key()).isEqualTo(key.onRecord());
    assertThat(valid.signedAt()).contains(MadeKey.SIGNED);
    assertThat(valid.oddities()).isEmpty();
  }

  @Test
  void aKeyOfVersionSixProves() throws Exception {
    PGPKeyPair pair = MadeKey.ed25519(6);
    MadeKey foreign =
        MadeKey.of(pair)
            .about(MadeKey.ed25519(6), PGPSignature.DIRECT_KEY, SHA256, OpenPgpProofTest::maySign);
    assertThat(judge(pair, foreign)).isEqualTo("KEY_UNUSABLE");
    MadeKey own =
        MadeKey.of(pair).about(pair, PGPSignature.DIRECT_KEY, SHA256, OpenPgpProofTest::maySign);
    assertThat(judge(pair, own)).isEqualTo("CLEAR_SIGNED");
  }

  @Test
  void aSubkeyOfVersionSixProves() throws Exception {
    PGPKeyPair pair = MadeKey.ed25519(6);
    PGPKeyPair sub = MadeKey.ed25519(6);
    MadeKey key =
        MadeKey.of(pair)
            .about(pair, PGPSignature.DIRECT_KEY, SHA256, OpenPgpProofTest::nothing)
            .subkey(sub)
            .binding(
                sub, PGPSignature.SUBKEY_BINDING, SHA256, MadeKey.confirmed(sub, pair, SHA256));
    assertThat(judge(sub, key)).isEqualTo("CLEAR_SIGNED");
  }

  @Test
  void aSigningSubkeyProvesAndAYoungOneIsOdd() throws Exception {
    MadeKey key = MadeKey.certifier();
    PGPKeyPair sub = MadeKey.ed25519(4, MadeKey.SIGNED.minus(Duration.ofDays(3)));
    key.subkey(sub)
        .binding(
            sub, PGPSignature.SUBKEY_BINDING, SHA256, MadeKey.confirmed(sub, key.primary, SHA256));
    SignatureFinding found = find(MadeKey.mail(NONCE, MadeKey.document(sub, NONCE)), key);
    assertThat(((Valid) found).oddities()).containsExactly(Oddity.YOUNG_SUBKEY);
    assertThat(judge(key.primary, key)).isEqualTo("KEY_NOT_FOR_SIGNING");
  }

  @Test
  void aSubkeyThatDoesNotConfirmItsOwnerProvesNothing() throws Exception {
    PGPKeyPair sub = MadeKey.ed25519(4);
    MadeKey silent =
        MadeKey.certifier()
            .subkey(sub)
            .binding(sub, PGPSignature.SUBKEY_BINDING, SHA256, OpenPgpProofTest::maySign);
    assertThat(judge(sub, silent)).isEqualTo("KEY_NOT_BOUND");

    MadeKey thief = MadeKey.certifier();
    thief
        .subkey(sub)
        .binding(
            sub,
            PGPSignature.SUBKEY_BINDING,
            SHA256,
            MadeKey.confirmed(sub, MadeKey.certifier().primary, SHA256));
    assertThat(judge(sub, thief)).isEqualTo("KEY_NOT_BOUND");

    MadeKey weak = MadeKey.certifier();
    weak.subkey(sub)
        .binding(
            sub, PGPSignature.SUBKEY_BINDING, SHA256, MadeKey.confirmed(sub, weak.primary, SHA1));
    assertThat(judge(sub, weak)).isEqualTo("KEY_NOT_BOUND");
  }

  @Test
  void aSubkeyThatNobodyBoundOrSomebodyElseBoundProvesNothing() throws Exception {
    PGPKeyPair sub = MadeKey.ed25519(4);
    MadeKey bare = MadeKey.certifier().subkey(sub);
    assertThat(judge(sub, bare)).isEqualTo("KEY_NOT_BOUND");

    MadeKey victim = MadeKey.good().subkey(sub);
    PGPKeyPair eve = MadeKey.ed25519(4);
    byte[] foreign =
        MadeKey.sign(
                eve,
                PGPSignature.SUBKEY_BINDING,
                SHA256,
                MadeKey.BORN,
                MadeKey.confirmed(sub, victim.primary, SHA256),
                generator ->
                    generator.generateCertification(
                        victim.primary.getPublicKey(), sub.getPublicKey()))
            .getEncoded();
    assertThat(judge(sub, victim.raw(foreign))).isEqualTo("KEY_NOT_BOUND");
  }

  @Test
  void aSubkeyForEncryptionProvesNothing() throws Exception {
    PGPKeyPair sub = MadeKey.rsa(2048);
    MadeKey key =
        MadeKey.good()
            .subkey(sub)
            .binding(
                sub,
                PGPSignature.SUBKEY_BINDING,
                SHA256,
                says -> says.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE));
    assertThat(judge(sub, key)).isEqualTo("KEY_NOT_FOR_SIGNING");
  }

  @Test
  void aRevokedKeyProvesNothingWhateverTheReason() throws Exception {
    for (byte reason : new byte[] {0, 1, 2, 3}) {
      PGPKeyPair pair = MadeKey.ed25519(4);
      MadeKey key =
          MadeKey.of(pair)
              .about(
                  pair,
                  PGPSignature.KEY_REVOCATION,
                  SHA1,
                  says -> says.setRevocationReason(false, reason, ""))
              .user(MadeKey.DORA, OpenPgpProofTest::maySign);
      assertThat(judge(pair, key)).isEqualTo("KEY_REVOKED");
    }
  }

  @Test
  void aRevocationBySomebodyElseCountsOnlyFromWhomTheKeyNames() throws Exception {
    PGPKeyPair other = MadeKey.ed25519(4);
    PGPKeyPair pair = MadeKey.ed25519(4);
    MadeKey stranger =
        MadeKey.of(pair)
            .about(other, PGPSignature.KEY_REVOCATION, SHA256, OpenPgpProofTest::nothing)
            .user(MadeKey.DORA, OpenPgpProofTest::maySign);
    assertThat(judge(pair, stranger)).isEqualTo("CLEAR_SIGNED");

    MadeKey named =
        MadeKey.of(pair)
            .about(other, PGPSignature.KEY_REVOCATION, SHA256, OpenPgpProofTest::nothing)
            .user(
                MadeKey.DORA,
                says -> {
                  says.setKeyFlags(true, KeyFlags.SIGN_DATA);
                  says.addCustomSubpacket(mayRevoke(other));
                });
    assertThat(judge(pair, named)).isEqualTo("KEY_REVOKED");
  }

  private static SignatureSubpacket mayRevoke(PGPKeyPair other) {
    byte[] data = new byte[22];
    data[0] = (byte) 0x80;
    data[1] = (byte) other.getPublicKey().getAlgorithm();
    System.arraycopy(other.getPublicKey().getFingerprint(), 0, data, 2, 20);
    return new SignatureSubpacket(SignatureSubpacketTags.REVOCATION_KEY, false, false, data) {};
  }

  @Test
  void aRevokedSubkeyProvesNothing() throws Exception {
    MadeKey key = MadeKey.certifier();
    PGPKeyPair sub = MadeKey.ed25519(4);
    key.subkey(sub)
        .binding(sub, PGPSignature.SUBKEY_REVOCATION, SHA256, OpenPgpProofTest::nothing)
        .binding(
            sub, PGPSignature.SUBKEY_BINDING, SHA256, MadeKey.confirmed(sub, key.primary, SHA256));
    assertThat(judge(sub, key)).isEqualTo("KEY_REVOKED");
  }

  @Test
  void aKeyWhoseUserIdsAreAllTakenBackIsUnusable() throws Exception {
    Instant later = MadeKey.BORN.plusSeconds(60);
    MadeKey key =
        MadeKey.good()
            .user(
                MadeKey.DORA,
                PGPSignature.CERTIFICATION_REVOCATION,
                SHA256,
                later,
                OpenPgpProofTest::nothing);
    assertThat(judge(key.primary, key)).isEqualTo("KEY_UNUSABLE");
    key.user(
        MadeKey.DORA,
        PGPSignature.POSITIVE_CERTIFICATION,
        SHA256,
        later.plusSeconds(60),
        OpenPgpProofTest::maySign);
    assertThat(judge(key.primary, key)).isEqualTo("CLEAR_SIGNED");
  }

  @Test
  void aKeyThatHasEndedProvesNothingAndOneThatEndsSoonIsOdd() throws Exception {
    assertThat(judgeWithLife(MadeKey.SIGNED)).isEqualTo("KEY_EXPIRED");
    assertThat(judgeWithLife(MadeKey.SIGNED.plusSeconds(1))).isEqualTo("CLEAR_SIGNED");
    MadeKey key = withEnd(MadeKey.SIGNED.plus(Duration.ofDays(10)));
    Valid valid = (Valid) find(MadeKey.mail(NONCE, MadeKey.document(key.primary, NONCE)), key);
    assertThat(valid.oddities()).containsExactly(Oddity.KEY_ENDS_SOON);
  }

  private static String judgeWithLife(Instant end) throws Exception {
    MadeKey key = withEnd(end);
    return judge(key.primary, key);
  }

  private static MadeKey withEnd(Instant end) throws Exception {
    return MadeKey.of(MadeKey.ed25519(4))
        .user(
            MadeKey.DORA,
            says -> {
              says.setKeyFlags(true, KeyFlags.SIGN_DATA);
              says.setKeyExpirationTime(true, Duration.between(MadeKey.BORN, end).toSeconds());
            });
  }

  @Test
  void theNewestStatementSaysWhenAKeyEnds() throws Exception {
    MadeKey key = withEnd(MadeKey.SIGNED.minusSeconds(60));
    key.user(
        MadeKey.DORA,
        PGPSignature.POSITIVE_CERTIFICATION,
        SHA256,
        MadeKey.BORN.plusSeconds(60),
        OpenPgpProofTest::maySign);
    assertThat(judge(key.primary, key)).isEqualTo("CLEAR_SIGNED");
  }

  @Test
  void aSubkeyOfAnEndedKeyAndAnEndedSubkeyProveNothing() throws Exception {
    PGPKeyPair sub = MadeKey.ed25519(4);
    MadeKey ended = withEnd(MadeKey.SIGNED.minusSeconds(1));
    ended
        .subkey(sub)
        .binding(
            sub,
            PGPSignature.SUBKEY_BINDING,
            SHA256,
            MadeKey.confirmed(sub, ended.primary, SHA256));
    assertThat(judge(sub, ended)).isEqualTo("KEY_EXPIRED");

    MadeKey alive = MadeKey.certifier();
    alive
        .subkey(sub)
        .binding(
            sub,
            PGPSignature.SUBKEY_BINDING,
            SHA256,
            MadeKey.confirmed(sub, alive.primary, SHA256)
                .andThen(says -> says.setKeyExpirationTime(true, 3600)));
    assertThat(judge(sub, alive)).isEqualTo("KEY_EXPIRED");
  }

  @Test
  void aKeyThatSaysNothingOfItselfOrWeaklyProvesNothing() throws Exception {
    MadeKey bare = MadeKey.of(MadeKey.ed25519(4));
    assertThat(judge(bare.primary, bare)).isEqualTo("KEY_UNUSABLE");
    MadeKey weak =
        MadeKey.of(MadeKey.ed25519(4))
            .user(
                MadeKey.DORA,
                PGPSignature.POSITIVE_CERTIFICATION,
                SHA1,
                MadeKey.BORN,
                OpenPgpProofTest::maySign);
    assertThat(judge(weak.primary, weak)).isEqualTo("WEAK_HASH");
  }

  @Test
  void aSignatureOlderThanItsKeyProvesNothing() throws Exception {
    PGPKeyPair pair = MadeKey.ed25519(4, MadeKey.SIGNED.plusSeconds(1));
    MadeKey key = MadeKey.of(pair).user(MadeKey.DORA, OpenPgpProofTest::maySign);
    assertThat(judge(pair, key)).isEqualTo("OLDER_THAN_KEY");
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1536})
  void aShortRsaKeyProvesNothing(int bits) throws Exception {
    PGPKeyPair pair = MadeKey.rsa(bits);
    assertThat(judge(pair, MadeKey.of(pair).user(MadeKey.DORA, OpenPgpProofTest::maySign)))
        .isEqualTo("WEAK_KEY");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        HashAlgorithmTags.MD5,
        HashAlgorithmTags.SHA1,
        HashAlgorithmTags.RIPEMD160,
        HashAlgorithmTags.SHA224
      })
  void aWeakHashProvesNothing(int hash) throws Exception {
    PGPKeyPair pair = MadeKey.rsa(2048);
    MadeKey key = MadeKey.of(pair).user(MadeKey.DORA, OpenPgpProofTest::maySign);
    PGPSignature signature =
        MadeKey.document(pair, PGPSignature.CANONICAL_TEXT_DOCUMENT, hash, NONCE);
    assertThat(judge(key, signature)).isEqualTo("WEAK_HASH");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0x02, 0x10, 0x11, 0x12, 0x13, 0x18, 0x19, 0x1F, 0x20, 0x28, 0x30, 0x40, 0x50})
  void onlyASignatureOfADocumentCounts(int type) throws Exception {
    MadeKey key = MadeKey.good();
    PGPSignature signature =
        MadeKey.sign(
            key.primary,
            type,
            SHA256,
            MadeKey.SIGNED,
            OpenPgpProofTest::nothing,
            generator -> {
              generator.update(NONCE.getBytes(StandardCharsets.UTF_8));
              return generator.generate();
            });
    assertThat(judge(key, signature)).isEqualTo("NOT_A_DOCUMENT_SIGNATURE");
  }

  @Test
  void aCertificationOfAUserIdThatIsTheTokenIsNoSignatureOverIt() throws Exception {
    MadeKey key = MadeKey.good();
    PGPSignature signature =
        MadeKey.sign(
            key.primary,
            PGPSignature.DEFAULT_CERTIFICATION,
            SHA256,
            MadeKey.SIGNED,
            OpenPgpProofTest::nothing,
            generator -> generator.generateCertification(NONCE, key.primary.getPublicKey()));
    assertThat(judge(key, signature)).isEqualTo("NOT_A_DOCUMENT_SIGNATURE");
  }

  @Test
  void binaryAndTextSignaturesCount() throws Exception {
    MadeKey key = MadeKey.good();
    for (int type : List.of(PGPSignature.BINARY_DOCUMENT, PGPSignature.CANONICAL_TEXT_DOCUMENT)) {
      assertThat(judge(key, MadeKey.document(key.primary, type, SHA256, NONCE)))
          .isEqualTo("CLEAR_SIGNED");
    }
  }

  @Test
  void theTimeOfASignatureIsBoundedOnBothSides() throws Exception {
    Instant received = SignedMails.RECEIVED;
    assertThat(judgeAt(received.minus(Duration.ofDays(3)).plusSeconds(1)))
        .isEqualTo("CLEAR_SIGNED");
    assertThat(judgeAt(received.minus(Duration.ofDays(3)).minusSeconds(1))).isEqualTo("TOO_OLD");
    assertThat(judgeAt(received.plus(Duration.ofMinutes(10)))).isEqualTo("CLEAR_SIGNED");
    assertThat(judgeAt(received.plus(Duration.ofMinutes(10)).plusSeconds(1)))
        .isEqualTo("FROM_THE_FUTURE");
  }

  private static String judgeAt(Instant at) throws Exception {
    MadeKey key = MadeKey.good();
    return judge(
        key,
        MadeKey.document(
            key.primary,
            PGPSignature.BINARY_DOCUMENT,
            SHA256,
            at,
            OpenPgpProofTest::nothing,
            NONCE));
  }

  @Test
  void whatASignatureInsistsOnHasToBeUnderstood() throws Exception {
    MadeKey key = MadeKey.good();
    assertThat(
            judge(key, saying(key, says -> says.addNotationData(true, true, "a@b.example", "1"))))
        .isEqualTo("UNREADABLE");
    assertThat(
            judge(
                key,
                saying(
                    key,
                    says ->
                        says.addCustomSubpacket(
                            new SignatureSubpacket(101, true, false, new byte[] {1}) {}))))
        .isEqualTo("UNREADABLE");
    assertThat(
            judge(key, saying(key, says -> says.addNotationData(false, true, "a@b.example", "1"))))
        .isEqualTo("CLEAR_SIGNED");
  }

  private static PGPSignature saying(MadeKey key, Consumer<PGPSignatureSubpacketGenerator> says)
      throws Exception {
    return MadeKey.document(
        key.primary, PGPSignature.BINARY_DOCUMENT, SHA256, MadeKey.SIGNED, says, NONCE);
  }

  @Test
  void aSignatureWithoutASignedTimeProvesNothing() throws Exception {
    MadeKey key = MadeKey.good();
    PGPSignature signature =
        saying(
            key,
            says -> {
              says.removePacketsOfType(2);
              says.setSignatureExpirationTime(true, 0);
            });
    assertThat(judge(key, signature)).isIn("UNREADABLE", "TOO_OLD", "FROM_THE_FUTURE");
  }

  @Test
  void aSignatureThatHasEndedProvesNothing() throws Exception {
    MadeKey key = MadeKey.good();
    assertThat(judge(key, saying(key, says -> says.setSignatureExpirationTime(true, 60))))
        .isEqualTo("SIGNATURE_EXPIRED");
  }

  @Test
  void twoSignaturesInOneArmourProveNothing() throws Exception {
    MadeKey key = MadeKey.good();
    PGPSignature one = MadeKey.document(key.primary, NONCE);
    PGPSignature two = MadeKey.document(MadeKey.ed25519(4), NONCE);
    assertThat(SignedMails.word(find(MadeKey.mail(NONCE, one, two), key)))
        .isEqualTo("SEVERAL_SIGNATURES");
  }

  @Test
  void ofTwoKeysOnRecordTheOneThatSignedIsFoundAndTheOldestEntryOfIt() throws Exception {
    MadeKey key = MadeKey.good();
    BoundKey young =
        new BoundKey(BoundKey.Kind.OPENPGP, key.onRecord().material(), Optional.of(MadeKey.SIGNED));
    BoundKey ageless =
        new BoundKey(BoundKey.Kind.OPENPGP, key.onRecord().material(), Optional.empty());
    SignatureFinding found =
        SignedMails.look(
            MadeKey.mail(NONCE, MadeKey.document(key.primary, NONCE)),
            List.of(ageless, MadeKey.good().onRecord(), young, key.onRecord()));
    assertThat(((Valid) found).key()).isEqualTo(key.onRecord());
  }

  @Test
  void withoutAReadableKeyOnRecordThatIsSaid() throws Exception {
    MadeKey key = MadeKey.good();
    byte[] mail = MadeKey.mail(NONCE, MadeKey.document(key.primary, NONCE));
    assertThat(SignedMails.word(SignedMails.look(mail, List.of()))).isEqualTo("RECORD_UNREADABLE");
    BoundKey broken =
        SignedMails.key(
            BoundKey.Kind.OPENPGP, MadeKey.armour("PGP PUBLIC KEY BLOCK", new byte[400]));
    assertThat(SignedMails.word(SignedMails.look(mail, List.of(broken))))
        .isEqualTo("RECORD_UNREADABLE");
    assertThat(SignedMails.word(SignedMails.look(mail, List.of(broken, key.onRecord()))))
        .isEqualTo("CLEAR_SIGNED");
  }

  @Test
  void aSignatureThatNamesAnotherKeyIsNotTriedWithOurs() throws Exception {
    MadeKey key = MadeKey.good();
    PGPKeyPair other = MadeKey.ed25519(4);
    PGPSignature signature =
        saying(
            key,
            says -> {
              says.removePacketsOfType(33);
              says.setIssuerFingerprint(false, other.getPublicKey());
            });
    assertThat(judge(key, signature)).isEqualTo("UNKNOWN_KEY");
  }

  @Test
  void aKeyWithMoreStatementsThanAnyoneNeedsIsTooMuch() throws Exception {
    MadeKey key = MadeKey.good();
    for (int i = 1; i <= 401; i++) {
      key.user(
          MadeKey.DORA,
          PGPSignature.POSITIVE_CERTIFICATION,
          SHA256,
          MadeKey.BORN.plusSeconds(i),
          OpenPgpProofTest::maySign);
    }
    assertThat(judge(key.primary, key)).isEqualTo("TOO_MUCH");
  }
}

package dev.latchkey.proof.signature;

import static dev.latchkey.proof.signature.SignedMails.NONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.mail.BodyText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for signatures of every kind: limits, damage, several at once, nothing at all. */
class SignatureProofTest {
  private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----\n";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n";

  private static String word(byte[] mail) throws Exception {
    return SignedMails.word(SignedMails.look(mail, SignedMails.keys()));
  }

  private static String body(String name) throws IOException {
    String mail = new String(SignedMails.mail(name), StandardCharsets.ISO_8859_1);
    return mail.substring(mail.indexOf("\r\n\r\n") + 4).replace("\r\n", "\n");
  }

  @Test
  void aMailWithoutASignatureHasNone() throws Exception {
    assertThat(word(SignedMails.plain("Hello,\n" + NONCE + "\n"))).isEqualTo("NONE");
    assertThat(word(SignedMails.plain("> " + body("gpg-clearsign").replace("\n", "\n> "))))
        .isEqualTo("NONE");
  }

  @Test
  void anEncryptedMailIsNotClear() throws Exception {
    byte[] mail =
        SignedMails.mail(
            "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
            """
            --b
            Content-Type: application/pgp-encrypted

            Version: 1
            --b
            Content-Type: application/octet-stream

            x
            --b--
            """);
    assertThat(word(mail)).isEqualTo("NOT_CLEAR");
  }

  @Test
  void withoutKeysOnRecordNothingCounts() throws Exception {
    for (String mail : List.of("gpg-clearsign", "mutt", "ssh-ed25519", "detached")) {
      assertThat(SignedMails.word(SignedMails.look(SignedMails.mail(mail), List.of())))
          .isEqualTo("RECORD_UNREADABLE");
    }
  }

  @Test
  void tenMegabytesOfArmourAreTooMuch() throws Exception {
    String much =
        "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB\n".repeat(160_000);
    long start = System.nanoTime();
    for (String text :
        List.of(
            SIGNED
                + "\n"
                + NONCE
                + "\n"
                + SIGNATURE
                + "\n"
                + much
                + "-----END PGP SIGNATURE-----\n",
            SIGNED + "\n" + NONCE + "\n" + SIGNATURE + "\n" + much,
            SIGNATURE + "\n" + much + "-----END PGP SIGNATURE-----\n",
            "-----BEGIN SSH SIGNATURE-----\n" + much + "-----END SSH SIGNATURE-----\n",
            SIGNED + "\n" + much + NONCE + "\n" + SIGNATURE + "\n-----END PGP SIGNATURE-----\n")) {
      assertThat(word(SignedMails.plain(text))).isEqualTo("TOO_MUCH");
    }
    String mail = new String(SignedMails.mail("mutt"), StandardCharsets.ISO_8859_1);
    String fat = mail.replace(SIGNATURE.strip(), SIGNATURE + "\n" + much);
    assertThat(word(fat.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("TOO_MUCH");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void aHundredKilobytesOfArmourAreTooMuchToo() throws Exception {
    String much =
        "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB\n".repeat(1_600);
    assertThat(
            word(
                SignedMails.plain(
                    SIGNED
                        + "\n"
                        + NONCE
                        + "\n"
                        + SIGNATURE
                        + "\n"
                        + much
                        + "-----END PGP SIGNATURE-----\n")))
        .isEqualTo("TOO_MUCH");
  }

  @Test
  void garbageInAnArmourIsUnreadable() throws Exception {
    for (String octets : List.of("", "!!!!", "AAAA", "wsBzBAABCAAnBQ", "////////")) {
      String armour = SIGNATURE + "\n" + octets + "\n-----END PGP SIGNATURE-----\n";
      assertThat(word(SignedMails.plain(SIGNED + "Hash: SHA256\n\n" + NONCE + "\n" + armour)))
          .as(octets)
          .isEqualTo("UNREADABLE");
      assertThat(word(SignedMails.plain(armour))).as(octets).isEqualTo("UNREADABLE");
    }
  }

  @Test
  void aHeaderLineOfAClearSignedTextThatIsNotHashIsRefused() throws Exception {
    String good = body("gpg-clearsign");
    assertThat(word(SignedMails.plain(good))).isEqualTo("CLEAR_SIGNED");
    assertThat(word(SignedMails.plain(good.replace("Hash: ", "Comment: x\nHash: "))))
        .isEqualTo("UNREADABLE");
    assertThat(word(SignedMails.plain(good.replace("Hash: ", NONCE + "\nHash: "))))
        .isEqualTo("UNREADABLE");
  }

  @Test
  void aLineOfDashesThatIsNotEscapedIsRefused() throws Exception {
    String good = body("gpg-clearsign-among-words");
    assertThat(word(SignedMails.plain(good))).isEqualTo("CLEAR_SIGNED");
    assertThat(word(SignedMails.plain(good.replace("- - it", "- it")))).isEqualTo("BAD_SIGNATURE");
    assertThat(word(SignedMails.plain(good.replace("- - it", "-it")))).isEqualTo("UNREADABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpg-clearsign", "mutt", "ssh-ed25519", "detached", "thunderbird"})
  void aMailWithDamageIsJudgedAndProvesOnlyWhatWasSigned(String name) throws Exception {
    List<BoundKey> keys = SignedMails.keys();
    byte[] good = SignedMails.mail(name);
    Random random = new Random(398814);
    int begin = new String(good, StandardCharsets.ISO_8859_1).indexOf("-----BEGIN") + 40;
    for (int i = 0; i < 150; i++) {
      byte[] bad = good.clone();
      for (int j = 0; j <= i % 4; j++) {
        bad[begin + random.nextInt(bad.length - begin)] = (byte) random.nextInt(256);
      }
      assertThat(SignedMails.look(bad, keys)).isNotNull();
    }
  }

  @Test
  void anAutomaticSignatureOfAnUnknownKeyDoesNotSpoilWhatIsPasted() throws Exception {
    String mail = new String(SignedMails.mail("pgp-mime-unknown-key"), StandardCharsets.ISO_8859_1);
    String pasted =
        mail.replace("\r\nDora\r\n", "\r\n" + body("ssh-ed25519").replace("\n", "\r\n"));
    String readable = pasted.replace("quoted-printable", "8bit");
    assertThat(readable).contains("BEGIN SSH SIGNATURE");
    assertThat(word(readable.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("SSH");
  }

  @Test
  void blanksOfHtmlInAPastedTextAreReadAsBlanks() throws Exception {
    String text = body("gpg-clearsign-among-words");
    String html = text.replace(" ", "&nbsp;").replace("\n", "<br>\n");
    byte[] mail = SignedMails.mail("text/html; charset=UTF-8", "<html><body>" + html);
    assertThat(word(mail)).isEqualTo("CLEAR_SIGNED");
  }

  @Test
  void aTokenHasToBeOne() {
    for (String none :
        List.of("", "short", "> 7q2m4xa9kp3d5t8w", "two words of it", "tökentökentöken")) {
      assertThatThrownBy(() -> new SignedToken(none)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NONCE,
        "  " + NONCE + "\t",
        "Account: dora\nEmail: dora@mail.example\nTicket: LK-1001\n\n" + NONCE,
        "On 26.11.26 Desk <desk@bot.example> wrote:\n> sign this\n\n" + NONCE,
        "-- \nDora\n" + NONCE,
        "see https://bot.example:\n" + NONCE
      })
  void aTokenOnALineOfItsOwnCounts(String text) {
    assertThat(new SignedToken(NONCE).standsIn(BodyText.plain(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> " + NONCE,
        ">" + NONCE,
        "token: " + NONCE,
        NONCE + ".",
        "x" + NONCE,
        "What?\n\nOn 26.11.26 Eve <eve@mail.example> wrote:\n" + NONCE,
        "What?\n\n________________________________\nFrom: Eve\n" + NONCE,
        "What?\n-------- Forwarded Message --------\n\n" + NONCE,
        "What?\n\nDe : Eve <eve@mail.example>\nEnvoyé : jeudi 26 novembre 2026 09:01\nÀ : Dora\n\n"
            + NONCE
      })
  void aTokenThatIsQuotedOrPartOfALineDoesNot(String text) {
    assertThat(new SignedToken(NONCE).standsIn(BodyText.plain(text))).isFalse();
  }
}

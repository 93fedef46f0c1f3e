package dev.latchkey.triage.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mails that arrived and that nobody can read, each beside one that can be read. */
class UnreadableRuleTest {
  private static final String PGP =
      "-----BEGIN PGP MESSAGE-----\n\nhQEMA5vYmF0\n=abcd\n-----END PGP MESSAGE-----\n";

  @Test
  void encryptedBodiesAreLockedUp() throws MalformedMailException {
    assertThat(why("a subject", "application/pkcs7-mime; smime-type=enveloped-data", "MIIB"))
        .contains(UnreadableBody.ENCRYPTED);
    assertThat(why("a subject", "text/plain", PGP)).contains(UnreadableBody.ENCRYPTED_PGP);
    assertThat(
            why(
                "a subject",
                "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
                "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\n"
                    + "Content-Type: application/octet-stream\n\n"
                    + PGP
                    + "--b--\n"))
        .contains(UnreadableBody.ENCRYPTED_PGP);
    assertThat(why("a subject", "text/plain", "I forgot my password.\n\n" + PGP)).isEmpty();
  }

  @Test
  void whatKindOfLockItIsStandsInTheObject() throws MalformedMailException {
    String enveloped = "MIAGCSqGSIb3DQEHA6CAMIACAQAxADCABgkqhkiG9w0BBwEAAAAA";
    String authEnveloped = "MBkGCyqGSIb3DQEJEAEXoAowCAIBADADBgEA";
    String signed = "MIAGCSqGSIb3DQEHAqCAMIACAQExADCABgkqhkiG9w0BBwEAAAAA";
    String compressed = "MIAGCyqGSIb3DQEJEAEJoIAwgAIBAA==";

    assertThat(smime("enveloped-data", enveloped)).contains(UnreadableBody.ENCRYPTED);
    assertThat(smime("signed-data", enveloped)).contains(UnreadableBody.ENCRYPTED);
    assertThat(smime("authEnveloped-data", authEnveloped)).contains(UnreadableBody.ENCRYPTED);
    assertThat(smime("signed-data", signed)).contains(UnreadableBody.PACKED);
    assertThat(smime("enveloped-data", signed)).contains(UnreadableBody.PACKED);
    assertThat(smime("compressed-data", compressed)).contains(UnreadableBody.PACKED);
    assertThat(smime("certs-only", "MIIB")).contains(UnreadableBody.PACKED);
    assertThat(smime("enveloped-data", "")).contains(UnreadableBody.ENCRYPTED);
  }

  private static Optional<UnreadableBody> smime(String type, String base64)
      throws MalformedMailException {
    return why(
        "a subject",
        "application/pkcs7-mime; name=smime.p7m; smime-type="
            + type
            + "\nContent-Transfer-Encoding: base64",
        base64);
  }

  @Test
  void openPgpIsKnownAlsoWhereExchangeTookItApart() throws MalformedMailException {
    String apart =
        "--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: application/octet-stream;"
            + " name=\"%s\"\n\nx\n--b--\n";
    for (String name : new String[] {"encrypted.asc", "message.pgp", "mail.txt.gpg"}) {
      assertThat(why("a subject", "multipart/mixed; boundary=b", apart.formatted(name)))
          .contains(UnreadableBody.ENCRYPTED_PGP);
    }
    assertThat(why("a subject", "multipart/mixed; boundary=b", apart.formatted("key.asc")))
        .contains(UnreadableBody.ONLY_FILES);
  }

  @Test
  void rightsManagementLocksAsWell() throws MalformedMailException {
    assertThat(
            why(
                "a subject",
                "multipart/mixed; boundary=b",
                "--b\nContent-Type: application/x-microsoft-rpmsg-message;"
                    + " name=message.rpmsg\n\nx\n--b--\n"))
        .contains(UnreadableBody.ENCRYPTED);
  }

  @Test
  void theTextOfAnOldOutlookIsInAFile() throws MalformedMailException {
    String tnef = "--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: %s\n\nx\n--b--\n";
    assertThat(why("Help", "multipart/mixed; boundary=b", tnef.formatted("application/ms-tnef")))
        .contains(UnreadableBody.WINMAIL);
    assertThat(
            why(
                "Help",
                "multipart/mixed; boundary=b",
                tnef.formatted("application/octet-stream; name=\"WINMAIL.DAT\"")))
        .contains(UnreadableBody.WINMAIL);
  }

  @Test
  void aPictureWithoutAWordSaysNothing() throws MalformedMailException {
    String picture =
        "--b\nContent-Type: text/plain\n\n%s\n--b\nContent-Type: image/png\n\nx\n--b--\n";
    assertThat(why("", "multipart/mixed; boundary=b", picture.formatted("")))
        .contains(UnreadableBody.ONLY_FILES);
    assertThat(why("", "multipart/mixed; boundary=b", picture.formatted("see below"))).isEmpty();
  }

  @Test
  void anEmptyMailMaySayEverythingInItsSubject() throws MalformedMailException {
    assertThat(why("", "text/plain", "\n\n")).contains(UnreadableBody.EMPTY);
    assertThat(why("Help", "text/plain", "")).contains(UnreadableBody.EMPTY);
    assertThat(why("I forgot my password", "text/plain", "")).isEmpty();
  }

  private static Optional<UnreadableBody> why(String subject, String type, String body)
      throws MalformedMailException {
    String mail =
        "From: kim@mail.example\nSubject: %s\nMIME-Version: 1.0\nContent-Type: %s\n\n%s"
            .formatted(subject, type, body);
    InboundMail parsed = new MailParser().parse(new MailBytes(mail.getBytes(UTF_8)));
    return UnreadableRule.why(parsed, parsed.text().asString());
  }
}

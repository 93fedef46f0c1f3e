package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nora signs the token with the SSH key of her account, as {@code ssh-keygen -Y sign} does. */
@NullMarked
class SignedAnswerTest {
  private static final String NORA = "nora@mail.example";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");

  @TempDir Path folder;

  private KeyPair pair = new KeyPair(null, null);

  @BeforeEach
  void makeKey() throws Exception {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Test
  void aSignatureByAKeyOnRecordCompletesTheCase() throws Exception {
    try (Conversation conversation = proved("2024-01-01")) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", NORA);
      conversation.receive(conversation.answer(NORA, wanted, signed(token(wanted), "latchkey")));

      assertThat(conversation.outcome()).isEqualTo(Outcome.PROOF_ACCEPTED);
      assertThat(conversation.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(conversation.last("CASE", "alice@staff.example").body())
          .contains("Approval is recommended", "signature by SSH SHA256:");
    }
  }

  @Test
  void aSignatureOverSomethingElseIsToldAndProvesNothing() throws Exception {
    try (Conversation conversation = proved("2024-01-01")) {
      OutboundMail wanted = conversation.last("PROOF_WANTED", NORA);
      conversation.receive(
          conversation.answer(NORA, wanted, signed("recovery-of-another-one", "latchkey")));

      assertThat(conversation.outcome()).isEqualTo(Outcome.PROOF_REFUSED);
      assertThat(conversation.state(1001)).isEqualTo("PROVING");
      assertThat(conversation.last("PROOF_NOT_SEEN", NORA).body()).contains(token(wanted));
    }
  }

  /** Whoever took the account over may have added the key: it is not even asked for. */
  @Test
  void aYoungKeyIsNotAskedForAndWarns() throws Exception {
    try (Conversation conversation = proved("2026-02-20")) {
      assertThat(conversation.sender().sent())
          .noneMatch(letter -> TOKEN.matcher(letter.body()).find());
      assertThat(conversation.last("CASE", "alice@staff.example").body())
          .contains("was set within 30 days before the request");
    }
  }

  /** Up to the letter that asks for more than the code. */
  private Conversation proved(String since) throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,keys\n"
            + "nora,nora@mail.example verified since 2021-03-01,yes,no,yes,"
            + "ssh "
            + publicKey()
            + " since "
            + since
            + "\n");
    Conversation conversation =
        new Conversation(TestDatabase.emptyFor(SignedAnswerTest.class), accounts);
    conversation.receive(
        Conversation.mail(
            Conversation.STORIES.resolve("160-branch-after-the-code").resolve("01-request.eml")));
    conversation.receive(conversation.answer(NORA, conversation.last("CODE", NORA), "%CODE%"));
    return conversation;
  }

  private static String token(OutboundMail letter) {
    Matcher token = TOKEN.matcher(letter.body());
    assertThat(token.find()).isTrue();
    return token.group();
  }

  private String publicKey() throws IOException {
    return "ssh-ed25519 " + Base64.getEncoder().encodeToString(wire(text("ssh-ed25519"), point()));
  }

  /** PROTOCOL.sshsig of OpenSSH. */
  private String signed(String line, String namespace) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(text(line + "\n"));
    byte[] document = join(text("SSHSIG"), wire(text(namespace), text(""), text("sha512"), hash));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(document);
    byte[] blob =
        join(
            text("SSHSIG"),
            new byte[] {0, 0, 0, 1},
            wire(
                wire(text("ssh-ed25519"), point()),
                text(namespace),
                text(""),
                text("sha512"),
                wire(text("ssh-ed25519"), signature.sign())));
    return "-----BEGIN SSH SIGNATURE-----\n"
        + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(blob)
        + "\n-----END SSH SIGNATURE-----";
  }

  /** The 32 octets at the end of an Ed25519 key in X.509. */
  private byte[] point() {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] wire(byte[]... strings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] string : strings) {
      new DataOutputStream(out).writeInt(string.length);
      out.write(string);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}

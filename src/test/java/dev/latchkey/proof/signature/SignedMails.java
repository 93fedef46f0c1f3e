package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tests of signatures share: the files beside {@code make.py}, and a look at a mail. */
final class SignedMails {
  static final Path FILES = Path.of("src/test/resources/signature");
  static final String NONCE = "latchkey-7q2m4xa9kp3d5t8w";
  static final Instant RECEIVED = Instant.parse("2026-11-26T08:31:07.398814Z");
  static final Optional<Instant> SINCE = Optional.of(Instant.parse("2024-03-02T00:00:00Z"));

  private SignedMails() {}

  /** Every public key of the files, as an account has them on record. */
  static List<BoundKey> keys() throws IOException {
    List<BoundKey> keys = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(".asc")) {
        keys.add(key(BoundKey.Kind.OPENPGP, Files.readString(file)));
      } else if (name.endsWith(".pub")) {
        keys.add(key(BoundKey.Kind.SSH, Files.readString(file)));
      }
    }
    return keys;
  }

  static BoundKey key(BoundKey.Kind kind, String material) {
    return BoundKey.find(kind, material, SINCE).orElseThrow();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  static byte[] mail(String name) throws IOException {
    return Files.readAllBytes(FILES.resolve(name + ".eml"));
  }

  /** A mail of this header field for content, and body. */
  static byte[] mail(String contentType, String body) {
    String text =
        "From: Dora <dora@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: "
            + contentType
            + "\r\n\r\n"
            + body.replace("\r\n", "\n").replace("\n", "\r\n");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] plain(String body) {
    return mail("text/plain; charset=UTF-8", body);
  }

  static SignatureFinding look(byte[] octets, List<BoundKey> keys) throws MalformedMailException {
    return look(octets, keys, RECEIVED);
  }

  static SignatureFinding look(byte[] octets, List<BoundKey> keys, Instant received)
      throws MalformedMailException {
    MailParser parser = new MailParser();
    MailBytes raw = new MailBytes(octets);
    return new SignatureProof(parser).look(raw, parser.parse(raw), NONCE, keys, received);
  }

  /** The form of a valid finding, the reason of an invalid one, or {@code NONE}. */
  static String word(SignatureFinding finding) {
    if (finding instanceof SignatureFinding.Valid valid) {
      return valid.form().name();
    }
    return finding instanceof SignatureFinding.Invalid invalid ? invalid.why().name() : "NONE";
  }
}

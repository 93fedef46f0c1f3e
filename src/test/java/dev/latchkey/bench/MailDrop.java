package dev.latchkey.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** Brings requests into the mailbox as a mail server does: written beside it, moved there whole. */
@NullMarked
final class MailDrop {
  private final Path box;
  private final FaultLedger ledger;

  MailDrop(Path box, FaultLedger ledger) {
    this.box = box;
    this.ledger = ledger;
  }

  /** The request of a person, who is entered into the ledger. */
  void put(int mail) throws IOException {
    write(mail, text(mail), "");
  }

  /** The same with a file of so many octets. */
  void put(int mail, int octets) throws IOException {
    byte[] file = new byte[octets];
    new Random(mail).nextBytes(file);
    String[] parts = text(mail).split("\n\n", 2);
    write(
        mail,
        parts[0]
            + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=parts\n\n"
            + "--parts\nContent-Type: text/plain; charset=utf-8\n\n"
            + parts[1]
            + "\n--parts\nContent-Type: image/png; name=screen.png\n"
            + "Content-Disposition: attachment; filename=screen.png\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(file)
            + "\n--parts--\n",
        "");
  }

  /** The same octets once more, at another place of the mailbox. */
  void again(int mail) throws IOException {
    write(mail, text(mail), ".again");
  }

  private void write(int mail, String text, String more) throws IOException {
    String name = "%d.M%06dP2%s.bench".formatted(Instant.now().getEpochSecond(), mail, more);
    Path written =
        Files.writeString(box.resolve("tmp").resolve(name), text, StandardCharsets.UTF_8);
    Files.setOwner(
        written,
        written.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    ledger.put(mail);
    Files.move(written, box.resolve("new").resolve(name));
  }

  private static String text(int mail) {
    return """
    Return-Path: <p%1$d@outside.example>
    Authentication-Results: mx.bench.example; dkim=pass header.d=outside.example; dmarc=pass header.from=outside.example
    From: Person %1$d <p%1$d@outside.example>
    To: desk@bench.example
    Message-ID: <m%1$d@outside.example>
    Subject: Account recovery request %1$d

    ## Username

    person%1$d

    ## Reason for the request

    I lost my phone and with it the second factor of my account.

    ## Recovery codes

    - [x] I never generated or have lost access to my recovery codes

    ## Code of Conduct

    - [x] I agree to follow the Code of Conduct

    ## Acknowledgement

    - [x] I understand that this may take some time
    """
        .formatted(mail);
  }
}

package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.parse.mime.SignedMultipart;
import dev.latchkey.proof.signature.SignatureFinding.Form;
import dev.latchkey.proof.signature.SignatureFinding.Invalid;
import dev.latchkey.proof.signature.SignatureFinding.NoSignature;
import dev.latchkey.proof.signature.SignatureFinding.Valid;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a mail holds a valid signature over the token of a ticket by one of the keys on record.
 *
 * <p>Three forms count: the mail as a whole as PGP/MIME; one clear-signed text in its body, or one
 * signature of OpenPGP there over the token alone; one SSH signature in its body over the token
 * alone. Each has to be the only one of its form. "The token alone" is it as {@code echo} or {@code
 * echo -n} writes it, and three ways of Windows: see {@link SignedToken#messages()}. One valid form
 * is enough: a client that signs every mail with another key does not spoil what is pasted into it.
 */
public final class SignatureProof {
  /** Other ways in which a body may have been written before it was signed, per text part. */
  private static final int MOST_PARTS = 4;

  /** In characters; a longer text is no answer of a person. */
  private static final int LONGEST_TEXT = 1024 * 1024;

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));

  private final MailParser parser;

  /** {@code parser} reads the signed part of a mail once its signature has proved genuine. */
  public SignatureProof(MailParser parser) {
    this.parser = parser;
  }

  /**
   * Looks at a mail.
   *
   * @param raw the octets of the mail, untouched
   * @param mail the same, parsed, nothing blacked out
   * @param nonce the token that was asked to be signed: 12 visible ASCII characters or more
   * @param keys what is on record for the account; a key that cannot be read is passed over
   * @param received when the server received the mail, not when it is read
   */
  public SignatureFinding look(
      MailBytes raw, InboundMail mail, String nonce, List<BoundKey> keys, Instant received) {
    SignedToken token = new SignedToken(nonce);
    List<BoundKey> oldestFirst =
        keys.stream().sorted(Comparator.comparing(key -> key.since().orElse(Instant.MAX))).toList();
    OpenPgpCheck openPgp = new OpenPgpCheck(oldestFirst, token, received);
    SshCheck ssh = new SshCheck(oldestFirst, token);
    Search search = new Search();
    search.attempt(() -> wholeMail(raw, openPgp));
    boolean cut = mail.faults().contains(StructureFault.LONG_TEXT);
    for (String text : texts(mail)) {
      if (cut || text.length() > LONGEST_TEXT) {
        search.refused(SignatureRefusal.TOO_MUCH);
        continue;
      }
      List<String> lines = Armour.lines(text);
      for (Charset charset : CHARSETS) {
        search.attempt(() -> clearSigned(lines, charset, openPgp));
      }
      if (SshSignature.standsIn(lines)) {
        search.attempt(() -> Optional.of(ssh.check(lines)));
      }
      if (lines.contains("-----BEGIN PGP MESSAGE-----")) {
        search.refused(SignatureRefusal.NOT_CLEAR);
      }
    }
    mail.parts().stream().filter(MailPart::attachment).forEach(search::attached);
    return search.finding();
  }

  private Optional<Valid> wholeMail(MailBytes raw, OpenPgpCheck openPgp) throws RefusedException {
    SignedMultipart mail;
    try {
      mail = SignedMultipart.of(raw).filter(SignatureProof::isOpenPgp).orElse(null);
    } catch (MalformedMailException e) {
      throw new RefusedException(SignatureRefusal.TOO_MUCH, e);
    }
    if (mail == null) {
      return Optional.empty();
    }
    if (!mail.whole() || !mail.signatureType().equals("application/pgp-signature")) {
      throw new RefusedException(SignatureRefusal.NOT_THE_WHOLE_MAIL);
    }
    String armour = new String(mail.signature().octets(), StandardCharsets.ISO_8859_1);
    byte[] packets =
        Armour.only(Armour.lines(armour), ClearSigned.SIGNATURE, ClearSigned.LONGEST_SIGNATURE);
    byte[] content = mail.content().octets();
    return Optional.of(openPgp.check(Form.PGP_MIME, packets, content, () -> text(mail.content())));
  }

  private static boolean isOpenPgp(SignedMultipart mail) {
    return mail.protocol().equalsIgnoreCase("application/pgp-signature")
        || mail.signatureType().equals("application/pgp-signature");
  }

  /** The text of a signed part, which is a mail without From. */
  private BodyText text(MailBytes content) {
    try {
      return parser.parse(content).text();
    } catch (MalformedMailException e) {
      return BodyText.EMPTY;
    }
  }

  private static Optional<Valid> clearSigned(
      List<String> lines, Charset charset, OpenPgpCheck openPgp) throws RefusedException {
    Optional<ClearSigned> found = ClearSigned.find(lines);
    if (found.isEmpty()) {
      return lines.contains(Armour.begin(ClearSigned.SIGNATURE))
          ? Optional.of(openPgp.detached(lines))
          : Optional.empty();
    }
    ClearSigned signed = found.get();
    byte[] document = signed.text().getBytes(charset);
    BodyText text = BodyText.plain(signed.text());
    return Optional.of(openPgp.check(Form.CLEAR_SIGNED, signed.signature(), document, () -> text));
  }

  /**
   * The body as it is read, and as it may have been before it was sent: with the line ends that
   * {@code format=flowed} takes for soft ones, without the blanks that it puts before some lines
   * (RFC 3676 sections 4.2 and 4.4), with plain blanks for those of HTML. Only what was signed
   * fits, so that trying costs nothing but time.
   */
  private static Set<String> texts(InboundMail mail) {
    Set<String> texts = new LinkedHashSet<>();
    texts.add(mail.text().asString());
    mail.parts().stream()
        .filter(part -> !part.attachment() && part.mediaType().equals("text/plain"))
        .limit(MOST_PARTS)
        .forEach(
            part -> {
              texts.add(part.text());
              texts.add(part.text().replace("\n ", "\n"));
            });
    for (String text : List.copyOf(texts)) {
      texts.add(text.replace('\u00A0', ' '));
    }
    texts.removeIf(text -> !text.contains("-----BEGIN "));
    return texts;
  }

  /** The best that was found so far. */
  private static final class Search {
    private final List<Valid> valid = new ArrayList<>();
    private final Set<SignatureRefusal> refusals = new LinkedHashSet<>();

    private interface Attempt {
      Optional<Valid> make() throws RefusedException;
    }

    void attempt(Attempt attempt) {
      if (valid.isEmpty()) {
        try {
          attempt.make().ifPresent(valid::add);
        } catch (RefusedException e) {
          refused(e.why());
        }
      }
    }

    void refused(SignatureRefusal why) {
      refusals.add(why);
    }

    /** A signature that stands where it is not read. */
    void attached(MailPart part) {
      String name = part.name().orElse("").toLowerCase(Locale.ROOT);
      if (part.mediaType().equals("application/pgp-signature")) {
        refused(SignatureRefusal.NOT_THE_WHOLE_MAIL);
      } else if (part.mediaType().equals("application/pgp-encrypted")) {
        refused(SignatureRefusal.NOT_CLEAR);
      } else if (name.endsWith(".sig")
          || part.text().contains("-----BEGIN PGP SIG")
          || part.text().contains("-----BEGIN SSH SIG")) {
        refused(SignatureRefusal.IN_ATTACHMENT);
      }
    }

    SignatureFinding finding() {
      if (!valid.isEmpty()) {
        return valid.get(0);
      }
      return refusals.isEmpty()
          ? new NoSignature()
          : new Invalid(refusals.stream().max(Comparator.naturalOrder()).orElseThrow());
    }
  }
}

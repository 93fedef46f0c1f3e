package dev.latchkey.transport;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InlinePicture;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes a mail of ours as the octets that go over the wire: plain text, {@code format=flowed}, all
 * of it 7-bit (RFC 5322, RFC 2047, RFC 3676), with a picture beside it where it has one
 * (multipart/related, RFC 2387). The same mail always yields the same octets.
 *
 * <p>What was written is read again by {@link HeaderGuard} before anyone may send it.
 */
public final class MimeRenderer {
  /** Octets of a line without its end (RFC 5322 section 2.1.1). */
  private static final int LONGEST_LINE = 998;

  /** What becomes 60 characters of Base64, so that word and field name fit on a line of 78. */
  private static final int OCTETS_OF_A_WORD = 45;

  private static final String CRLF = "\r\n";

  /**
   * The whole mail, lines ended by CRLF.
   *
   * @throws IllegalStateException when the header section is not exactly the one intended: a bug
   */
  public byte[] render(OutboundMail mail) {
    List<String> lines = FlowedBody.of(mail.body());
    boolean plain =
        lines.stream().allMatch(line -> line.length() <= LONGEST_LINE && isPrintable(line));
    String encoding = plain ? "7bit" : "quoted-printable";
    String boundary = boundary(mail);
    String header = header(mail, encoding, boundary);
    HeaderGuard.requireIntended(header, mail);
    byte[] text = (String.join(CRLF, lines) + CRLF).getBytes(StandardCharsets.UTF_8);
    try {
      ByteArrayOutputStream octets = new ByteArrayOutputStream(header.length() + 2 * text.length);
      octets.write(header.getBytes(StandardCharsets.US_ASCII));
      if (mail.picture().isEmpty()) {
        octets.write(plain ? text : quotedPrintable(text));
        return octets.toByteArray();
      }
      octets.write(ascii("--" + boundary + CRLF + typeOfText(encoding) + CRLF));
      octets.write(plain ? text : quotedPrintable(text));
      octets.write(ascii(picture(mail.picture().get(), boundary)));
      return octets.toByteArray();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }

  /** No line of a text has it: it names the mail. */
  private static String boundary(OutboundMail mail) {
    return "=_" + Sha256.hex(mail.messageId()).substring(0, 32);
  }

  private static String typeOfText(String encoding) {
    StringBuilder fields = new StringBuilder();
    add(fields, "Content-Type", "text/plain; charset=utf-8; format=flowed");
    add(fields, "Content-Transfer-Encoding", encoding);
    return fields.toString();
  }

  private static String picture(InlinePicture picture, String boundary) {
    StringBuilder part = new StringBuilder(CRLF + "--" + boundary + CRLF);
    add(part, "Content-Type", "image/png");
    add(part, "Content-Transfer-Encoding", "base64");
    add(part, "Content-ID", "<" + picture.contentId() + ">");
    add(part, "Content-Disposition", "inline; filename=\"numbers.png\"");
    return part.append(CRLF)
        .append(Base64.getMimeEncoder().encodeToString(picture.png().octets()))
        .append(CRLF)
        .append("--")
        .append(boundary)
        .append("--")
        .append(CRLF)
        .toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String header(OutboundMail mail, String encoding, String boundary) {
    StringBuilder header = new StringBuilder(700);
    mail.claims().forEach(claim -> add(header, "Authentication-Results", claim));
    add(header, "Date", new MailDateFormat().format(Date.from(mail.date())));
    add(header, "From", mailbox(mail.from(), mail.fromName()));
    add(header, "To", mail.recipient().toString());
    mail.replyTo().ifPresent(address -> add(header, "Reply-To", address.toString()));
    add(header, "Message-ID", mail.messageId());
    mail.inReplyTo().ifPresent(id -> add(header, "In-Reply-To", id));
    if (!mail.references().isEmpty()) {
      add(header, "References", String.join(CRLF + " ", mail.references()));
    }
    add(header, "Subject", subject(mail.subject()));
    add(header, "Auto-Submitted", mail.autoSubmitted().value());
    // Exchange and Outlook do not know Auto-Submitted.
    add(header, "X-Auto-Response-Suppress", "All");
    add(header, "MIME-Version", "1.0");
    if (mail.picture().isPresent()) {
      add(
          header,
          "Content-Type",
          "multipart/related; type=\"text/plain\";" + CRLF + " boundary=\"" + boundary + "\"");
    } else {
      header.append(typeOfText(encoding));
    }
    return header.append(CRLF).toString();
  }

  private static void add(StringBuilder header, String name, String value) {
    header.append(name).append(": ").append(value).append(CRLF);
  }

  private static String mailbox(EmailAddress address, String name) {
    try {
      return new InternetAddress(address.toString(), name, "UTF-8").toString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
  }

  /** Folded text; encoded words when it is not plain or would itself be read as one. */
  private static String subject(String text) {
    return isPrintable(text) && !text.contains("=?")
        ? MimeUtility.fold("Subject: ".length(), text)
        : encodedWords(text);
  }

  /** RFC 2047: words of at most 75 characters, none of which splits a character. */
  private static String encodedWords(String text) {
    StringJoiner words = new StringJoiner("?=" + CRLF + " =?utf-8?B?", "=?utf-8?B?", "?=");
    StringBuilder word = new StringBuilder();
    int octets = 0;
    for (int code : text.codePoints().toArray()) {
      String character = Character.toString(code);
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > OCTETS_OF_A_WORD) {
        words.add(base64(word));
        word.setLength(0);
        octets = 0;
      }
      word.append(character);
      octets += length;
    }
    return words.add(base64(word)).toString();
  }

  private static String base64(CharSequence text) {
    return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A tab is printable, other control characters are not: they go encoded. */
  private static boolean isPrintable(String line) {
    return line.chars().allMatch(c -> (c >= 0x20 && c <= 0x7E) || c == '\t');
  }

  private static byte[] quotedPrintable(byte[] text) throws IOException, MessagingException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(2 * text.length);
    try (OutputStream encoder = MimeUtility.encode(encoded, "quoted-printable")) {
      encoder.write(text);
    }
    return encoded.toByteArray();
  }
}

package dev.latchkey.year;

import dev.latchkey.Authenticator;
import dev.latchkey.mail.OutboundMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail as a person's program sends it, with the stamp that the desk's mail server puts on mail
 * whose sender it could prove.
 *
 * @param to the desk's address, or the reply address of a letter
 * @param answers the letter that it answers
 */
record PersonMail(
    String from, String to, String subject, String body, Optional<OutboundMail> answers) {
  static final String DESK = "support@desk.example";

  /** A mail of somebody's own. */
  static PersonMail fresh(String from, String subject, String body) {
    return new PersonMail(from, DESK, subject, body, Optional.empty());
  }

  /** A reply to a letter, written above what it quotes. */
  static PersonMail reply(String from, OutboundMail letter, String body) {
    return bare(from, letter, body + "\n\nOn Monday, Support wrote:\n" + quote(letter.body()));
  }

  /** A reply that quotes nothing, or has its quotes already. */
  static PersonMail bare(String from, OutboundMail letter, String body) {
    return new PersonMail(
        from,
        letter.replyTo().map(Object::toString).orElse(DESK),
        "Re: " + letter.subject(),
        body,
        Optional.of(letter));
  }

  /** With a subject of their own. */
  PersonMail about(String words) {
    return new PersonMail(from, to, words, body, answers);
  }

  /** Written at this moment: with the digits that the app shows now, where there are any. */
  PersonMail at(Instant now) {
    return body.contains(Authenticator.DIGITS)
        ? new PersonMail(
            from,
            to,
            subject,
            body.replace(Authenticator.DIGITS, Authenticator.digits(now)),
            answers)
        : this;
  }

  static String quote(String text) {
    return "> " + text.strip().replace("\n", "\n> ");
  }

  /**
   * As it arrives.
   *
   * @param number tells it from every other mail
   */
  byte[] octets(int number) {
    String domain = from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    String threads =
        answers
            .map(letter -> "In-Reply-To: %1$s\nReferences: %1$s\n".formatted(letter.messageId()))
            .orElse("");
    String header =
        """
        Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=%1$s;
         dkim=pass header.d=%1$s; dmarc=pass header.from=%1$s
        Received: from mail.%1$s by mx.desk.example; Mon, 02 Mar 2026 09:00:00 +0000
        From: %2$s
        To: %3$s
        Subject: =?utf-8?b?%4$s?=
        Date: Mon, 02 Mar 2026 09:00:00 +0000
        Message-ID: <year.%5$d@%1$s>
        %6$sMIME-Version: 1.0
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: base64

        """
            .formatted(domain, from, to, base64(subject), number, threads);
    String text = body.replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n";
    return (header.replace("\n", "\r\n")
            + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.latchkey.transport;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Mails that tests send. */
@NullMarked
final class Mails {
  private Mails() {}

  static OutboundMail plain(String body) {
    return mail("Your request LK-1042", body, EmailAddress.of("maya@outside.example"));
  }

  /** The same mail to each. */
  static List<OutboundMail> toEach(String... recipients) {
    return Stream.of(recipients)
        .map(recipient -> mail("Your request LK-1042", "hello\n", EmailAddress.of(recipient)))
        .toList();
  }

  static OutboundMail mail(String subject, String body, EmailAddress recipient) {
    return new OutboundMail(
        EmailAddress.of("bounce+7@desk.example"),
        "Recovery desk",
        EmailAddress.of("support@desk.example"),
        recipient,
        Optional.of(EmailAddress.of("support+k3j@desk.example")),
        "<lk-1@desk.example>",
        Instant.parse("2026-03-04T05:06:07Z"),
        Optional.of("<q1@outside.example>"),
        List.of("<q0@outside.example>", "<q1@outside.example>"),
        OutboundMail.AutoSubmitted.AUTO_REPLIED,
        subject,
        body,
        Optional.empty());
  }
}

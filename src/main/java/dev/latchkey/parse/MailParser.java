package dev.latchkey.parse;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the octets of a mail into an {@link InboundMail}, or refuses them. */
public final class MailParser {

  /**
   * Parses a mail.
   *
   * @throws MalformedMailException when a limit is broken
   */
  public InboundMail parse(MailBytes bytes) throws MalformedMailException {
    if (bytes.size() == 0) {
      throw new MalformedMailException("the mail is empty");
    }
    String all = new String(bytes.octets(), StandardCharsets.UTF_8);
    return new InboundMail(
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        BodyText.plain(all.substring(Math.max(0, all.indexOf("\r\n\r\n")))),
        "",
        List.of(),
        Set.of());
  }
}

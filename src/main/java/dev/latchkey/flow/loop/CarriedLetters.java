package dev.latchkey.flow.loop;

import dev.latchkey.flow.Carried;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.SafeText;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.StopWordReader;
import dev.latchkey.trust.secret.HashValue;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for letters of ours in all of a mail: subject, text with its quotes, attached mails. */
final class CarriedLetters {
  private static final Logger LOG = LoggerFactory.getLogger(CarriedLetters.class);

  /** Letters of ours are short, and stand near the top of what forwards them. */
  private static final int LONGEST = 100_000;

  private static final String MAIL = "message/";
  private static final int MOST_MAILS = 3;
  private static final int MOST = 5;
  private final StopWordReader stopWords = new StopWordReader();
  private final MailParser parser;

  CarriedLetters(MailParser parser) {
    this.parser = parser;
  }

  /** What it carries; of an attached mail that cannot be read, nothing. */
  Carried in(MailBytes octets, InboundMail mail) {
    StringBuilder all = new StringBuilder();
    add(mail, all);
    if (mail.parts().stream().anyMatch(part -> part.mediaType().startsWith(MAIL))) {
      addAttached(octets, all);
    }
    String text = all.toString();
    List<Reference> references = Reference.allIn(text).distinct().limit(MOST).toList();
    List<HashValue> words = stopWords.read(text).stream().map(HashValue::of).toList();
    return words.isEmpty() && references.isEmpty()
        ? Carried.NOTHING
        : new Carried(words, references, List.of());
  }

  private void addAttached(MailBytes octets, StringBuilder all) {
    try {
      for (MailBytes attached : parser.attachedMails(octets).stream().limit(MOST_MAILS).toList()) {
        add(parser.parse(attached), all);
      }
    } catch (MalformedMailException e) {
      LOG.info("what is attached to a mail cannot be read for letters of ours: {}", e.getMessage());
    }
  }

  private static void add(InboundMail mail, StringBuilder all) {
    all.append(mail.subject())
        .append("\n.\n")
        .append(SafeText.cut(mail.text().asString(), LONGEST))
        .append("\n.\n");
  }
}

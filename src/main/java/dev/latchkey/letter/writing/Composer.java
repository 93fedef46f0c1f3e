package dev.latchkey.letter.writing;

import dev.latchkey.letter.ChartPainter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.Letterhead;
import dev.latchkey.letter.MailThread;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InlinePicture;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.OutboundMail.AutoSubmitted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes mails out of letters: the words of the template, the place in the conversation, and a foot
 * that names the desk, its address and the ticket.
 */
public final class Composer {
  private final Supplier<TemplateCatalog> templates;
  private final String deskName;
  private final EmailAddress deskAddress;
  private final LongFunction<String> messageIds;
  private final LongFunction<EmailAddress> returnAddresses;
  private final ChartPainter painter;

  /**
   * @param templates asked when the first letter is written
   * @param deskName display name, one line
   * @param messageIds the Message-ID, with its angle brackets, of an outbox row
   * @param returnAddresses the envelope sender of an outbox row, by which bounces are recognised
   * @param painter of the pictures that letters show
   */
  public Composer(
      Supplier<TemplateCatalog> templates,
      String deskName,
      EmailAddress deskAddress,
      LongFunction<String> messageIds,
      LongFunction<EmailAddress> returnAddresses,
      ChartPainter painter) {
    this.templates = templates;
    this.deskName = deskName;
    this.deskAddress = deskAddress;
    this.messageIds = messageIds;
    this.returnAddresses = returnAddresses;
    this.painter = painter;
  }

  /**
   * The mail of outbox row {@code outboxId}. The same arguments give the same mail.
   *
   * @param now its date, cut to the seconds that a mail header has
   */
  public OutboundMail compose(Envelope envelope, long outboxId, Instant now) {
    TemplateCatalog catalog = templates.get();
    RenderedLetter written =
        catalog.write(
            envelope.letter(),
            envelope.beside(),
            envelope.languages(),
            new Letterhead(deskName, deskAddress.toString(), envelope.reference(), now),
            envelope.remarks());
    return new OutboundMail(
        returnAddresses.apply(outboxId),
        deskName,
        deskAddress,
        envelope.recipient(),
        envelope.replyTo(),
        messageIds.apply(outboxId),
        now.truncatedTo(ChronoUnit.SECONDS),
        envelope.thread().inReplyTo(),
        references(envelope.thread()),
        autoSubmitted(envelope),
        written.subject(),
        written.body(),
        picture(
            envelope.letter(),
            envelope.languages().spoken(catalog, envelope.letter().kind()).get(0),
            messageIds.apply(outboxId)));
  }

  private Optional<InlinePicture> picture(Letter letter, String language, String messageId) {
    TemplateCatalog catalog = templates.get();
    return letter
        .chart()
        .map(
            chart ->
                chart.bars().stream()
                    .map(
                        bar ->
                            new ChartPainter.Labelled(
                                catalog.say(bar.what(), language), bar.count()))
                    .toList())
        .flatMap(painter::paint)
        .map(
            png ->
                new InlinePicture(
                    "picture." + messageId.substring(1, messageId.length() - 1), png));
  }

  /** RFC 5322 section 3.6.4: the references of the mail that is answered, then its own id. */
  private static List<String> references(MailThread thread) {
    List<String> references = thread.references();
    return thread
        .inReplyTo()
        .filter(id -> !references.contains(id))
        .map(id -> Stream.concat(references.stream(), Stream.of(id)).toList())
        .orElse(references);
  }

  private static AutoSubmitted autoSubmitted(Envelope envelope) {
    boolean answers =
        envelope.letter() instanceof RequesterLetter && envelope.thread().inReplyTo().isPresent();
    return answers ? AutoSubmitted.AUTO_REPLIED : AutoSubmitted.AUTO_GENERATED;
  }
}

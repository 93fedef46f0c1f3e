package dev.latchkey.outgoing;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.OutboundMail.AutoSubmitted;
import dev.latchkey.ticket.Reference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes mails out of drafts: the words of the template, the place in the conversation, and a
 * signature that names the desk and the ticket.
 */
public final class Composer {
  private final TemplateCatalog catalog;
  private final String deskName;
  private final EmailAddress deskAddress;
  private final LongFunction<String> messageIds;
  private final LongFunction<EmailAddress> returnAddresses;

  /**
   * @param deskName display name, one line
   * @param messageIds the Message-ID, with its angle brackets, of an outbox row
   * @param returnAddresses the envelope sender of an outbox row, by which bounces are recognised
   */
  public Composer(
      TemplateCatalog catalog,
      String deskName,
      EmailAddress deskAddress,
      LongFunction<String> messageIds,
      LongFunction<EmailAddress> returnAddresses) {
    this.catalog = catalog;
    this.deskName = deskName;
    this.deskAddress = deskAddress;
    this.messageIds = messageIds;
    this.returnAddresses = returnAddresses;
  }

  /**
   * The mail of outbox row {@code outboxId}. The same arguments give the same mail.
   *
   * @param now its date, cut to the seconds that a mail header has
   * @throws IllegalArgumentException when the draft lacks a variable of its letter or has another
   */
  public OutboundMail compose(Draft draft, long outboxId, Instant now) {
    String reference = draft.ticketId().map(id -> new Reference(id).toString()).orElse("");
    Map<String, @Nullable Object> variables = new HashMap<>(draft.variables());
    variables.putIfAbsent("desk", deskName);
    variables.putIfAbsent("reference", reference);
    RenderedLetter letter = catalog.render(draft.letter(), draft.language(), variables);

    StringBuilder body = new StringBuilder(letter.body());
    if (draft.last()) {
      body.append('\n').append(catalog.lastForNow(draft.language())).append('\n');
    }
    body.append('\n').append(deskName).append('\n');
    if (!reference.isEmpty()) {
      body.append(reference).append('\n');
    }

    return new OutboundMail(
        returnAddresses.apply(outboxId),
        deskName,
        deskAddress,
        draft.recipient(),
        draft.replyTo(),
        messageIds.apply(outboxId),
        now.truncatedTo(ChronoUnit.SECONDS),
        draft.thread().inReplyTo(),
        references(draft.thread()),
        autoSubmitted(draft),
        letter.subject(),
        body.toString());
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

  private static AutoSubmitted autoSubmitted(Draft draft) {
    boolean answers =
        draft.letter().audience() == Audience.REQUESTER && draft.thread().inReplyTo().isPresent();
    return answers ? AutoSubmitted.AUTO_REPLIED : AutoSubmitted.AUTO_GENERATED;
  }
}

package dev.latchkey.triage.bounce;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.bounce.DeliveryStatusReader.Outcome;
import dev.latchkey.triage.bounce.DeliveryStatusReader.Recipient;
import dev.latchkey.triage.mark.MailKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a mail that is known to be a bounce: its delivery status where it has one (RFC 3464), else
 * its words; who was not reached, how final that is, and which mail it was.
 */
public final class BounceReader {
  private final InboundMail mail;
  private final BounceNotice notice;

  public BounceReader(InboundMail mail, BounceNotice notice) {
    this.mail = mail;
    this.notice = notice;
  }

  /**
   * The reading.
   *
   * @param evidence why the mail is a bounce at all
   */
  public BounceReading read(String evidence) {
    List<Recipient> told =
        mail.parts().stream()
            .filter(part -> part.mediaType().equals("message/delivery-status"))
            .flatMap(part -> DeliveryStatusReader.read(part.text()).stream())
            .toList();
    // Gateways that break the structure leave the fields standing in the text.
    List<Recipient> groups =
        told.isEmpty() ? DeliveryStatusReader.readWithin(mail.text().asString()) : told;
    return groups.isEmpty() ? words(evidence) : fields(evidence, groups);
  }

  private BounceReading words(String evidence) {
    FreeFormBounceReader.Reading read = FreeFormBounceReader.read(mail.subject(), notice);
    return reading(
        read.kind(),
        BouncedRecipients.find(mail, notice),
        read.status(),
        List.of(evidence, read.why()));
  }

  private BounceReading fields(String evidence, List<Recipient> told) {
    Outcome outcome =
        Stream.of(Outcome.values())
            .filter(one -> told.stream().anyMatch(recipient -> recipient.outcome() == one))
            .findFirst()
            .orElseThrow();
    List<Recipient> meant =
        told.stream().filter(recipient -> isMeant(recipient.outcome(), outcome)).toList();
    List<String> addresses =
        meant.stream().flatMap(one -> one.addresses().stream()).distinct().toList();
    return reading(
        kind(outcome),
        addresses.isEmpty() ? BouncedRecipients.find(mail, notice) : addresses,
        told.stream()
            .filter(recipient -> recipient.outcome() == outcome)
            .flatMap(recipient -> recipient.status().stream())
            .findFirst(),
        List.of(evidence, "its delivery status says " + outcome.name().toLowerCase(Locale.ROOT)));
  }

  /** A bounce lists everybody who was given up, for now or for good. */
  private static boolean isMeant(Outcome outcome, Outcome deciding) {
    return outcome == deciding || (deciding == Outcome.PERMANENT && outcome == Outcome.TEMPORARY);
  }

  private static MailKind kind(Outcome outcome) {
    return switch (outcome) {
      case PERMANENT -> MailKind.BOUNCE_PERMANENT;
      case TEMPORARY -> MailKind.BOUNCE_TEMPORARY;
      case DELAYED -> MailKind.DELIVERY_DELAY;
      case SUCCESS -> MailKind.DSN_SUCCESS;
    };
  }

  private BounceReading reading(
      MailKind kind, List<String> recipients, Optional<String> status, List<String> why) {
    return new BounceReading(kind, new Bounce(recipients, status, originalMessageId()), why);
  }

  /** Out of the returned mail, else what the bounce says it answers (Gmail, Exchange). */
  private Optional<String> originalMessageId() {
    return notice
        .returned()
        .messageId()
        .or(
            () ->
                mail.field("X-Original-Message-ID")
                    .map(HeaderField::raw)
                    .flatMap(ReturnedMail::messageIdIn))
        .or(() -> mail.answeredIds().stream().findFirst());
  }
}

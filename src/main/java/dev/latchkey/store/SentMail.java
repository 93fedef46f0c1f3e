package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.OutboxEntry;
import java.util.Optional;

/** What a mail of ours was, to whom it went and about which ticket. */
public record SentMail(
    long id, Optional<Long> ticketId, LetterKind letter, EmailAddress recipient) {

  static SentMail of(OutboxEntry entry) {
    return new SentMail(entry.id(), entry.ticketId(), entry.letter(), entry.mail().recipient());
  }

  static SentMail of(OutboxMapper.Sent row) {
    return new SentMail(
        row.id(),
        Optional.ofNullable(row.ticketId()),
        row.letter(),
        EmailAddress.of(row.recipient()));
  }
}

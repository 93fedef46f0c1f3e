package dev.latchkey.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote, as the staff read it. Each message stands before them once as something new:
 * in a case, or in the digest.
 */
public final class Messages {
  private final MailMapper mapper;
  private final List<EndedMail> ended;
  private final Set<Long> readTickets = new HashSet<>();
  private final Set<Long> readMails = new HashSet<>();
  private final Set<Long> untold = new HashSet<>();
  private final Set<Long> missed = new HashSet<>();

  Messages(MailMapper mapper, List<EndedMail> ended) {
    this.mapper = mapper;
    this.ended = ended;
  }

  /** What was written to a ticket, oldest first, this transaction's mails included. */
  public List<Message> ofTicket(long ticketId) {
    return Stream.concat(
            mapper.listMessages(ticketId).stream().map(this::message),
            ended.stream()
                .filter(mail -> mail.ticketId().filter(id -> id == ticketId).isPresent())
                .flatMap(mail -> message(mail).stream()))
        .toList();
  }

  /** What waits to stand before the staff, oldest first, as it was before this transaction. */
  public List<Unread> unread(int limit) {
    return mapper.listUnread(limit);
  }

  /**
   * A mail whose words wait.
   *
   * @param ticketId the ticket it belongs to; null when it belongs to none
   */
  public record Unread(long mailId, @Nullable Long ticketId) {}

  /** The message of a mail, when a person wrote it, be it of this transaction. */
  public Optional<Message> find(long mailId) {
    return ended.stream()
        .filter(mail -> mail.mail().id() == mailId)
        .findFirst()
        .flatMap(this::message)
        .or(() -> Optional.ofNullable(mapper.findMessage(mailId)).map(this::message));
  }

  /** All that was written to a ticket so far, this transaction's mails included, was shown. */
  public void read(long ticketId) {
    readTickets.add(ticketId);
  }

  /** These mails were shown. */
  public void readMails(Collection<Long> mailIds) {
    readMails.addAll(mailIds);
  }

  /** The writer of this mail was not told what it did: its words are for the staff. */
  public void untold(long mailId) {
    untold.add(mailId);
  }

  /** Whether that was said of this mail. */
  public boolean isUntold(long mailId) {
    return untold.contains(mailId);
  }

  /** A letter to the staff that shows the words of this mail is not sent: they are not read yet. */
  public void missed(long mailId) {
    missed.add(mailId);
  }

  /** Whether the words of a mail that ended in this transaction wait to stand before the staff. */
  boolean waits(EndedMail mail) {
    if (mail.writer().isPresent() && missed.contains(mail.mail().id())) {
      return true;
    }
    return mail.writer().isPresent()
        && (mail.standing() == Message.Standing.NEW || untold.contains(mail.mail().id()))
        && !readMails.contains(mail.mail().id())
        && mail.ticketId().filter(readTickets::contains).isEmpty();
  }

  void flush() {
    if (!readTickets.isEmpty()) {
      mapper.markTicketsRead(readTickets);
    }
    if (!readMails.isEmpty()) {
      mapper.markMailsRead(readMails);
    }
  }

  private Message message(MailMapper.Written row) {
    boolean read =
        readMails.contains(row.id())
            || (row.ticketId() != null && readTickets.contains(row.ticketId()));
    return new Message(
        row.id(),
        Message.Writer.valueOf(row.writer()),
        Objects.requireNonNullElse(row.sender(), ""),
        row.receivedAt(),
        Objects.requireNonNullElse(row.subject(), ""),
        Objects.requireNonNullElse(row.written(), ""),
        row.unreadSince() != null && !read,
        ScanNote.read(row.files()));
  }

  private Optional<Message> message(EndedMail mail) {
    return mail.writer()
        .map(
            writer ->
                new Message(
                    mail.mail().id(),
                    writer,
                    mail.sender().orElse(""),
                    mail.mail().receivedAt(),
                    mail.subject().orElse(""),
                    mail.written().orElse(""),
                    waits(mail),
                    mail.files()));
  }
}

package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.OurCodes;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What people wrote to a ticket, as staff read it: each under who wrote it, as far as is known. */
public final class CaseMessages {
  private final FlowContext context;
  private final CaseFile file;
  private final Ticket ticket;
  private final List<HistoryEntry> history;

  public CaseMessages(FlowContext context, CaseFile file) {
    this(context, file, context.work().tickets().history(file.ticket().id()));
  }

  /**
   * @param history the ticket's, where it was loaded before
   */
  public CaseMessages(FlowContext context, CaseFile file, List<HistoryEntry> history) {
    this.context = context;
    this.file = file;
    this.ticket = file.ticket();
    this.history = history;
  }

  /** What people wrote, oldest first; also to tickets that were merged into this one. */
  public List<Passage> all() {
    return which(written -> true);
  }

  private List<Passage> which(Predicate<Written> which) {
    return Stream.concat(
            written(ticket, history),
            TakenIn.by(context, ticket).stream()
                .flatMap(one -> written(one, context.work().tickets().history(one.id()))))
        .filter(which)
        .sorted(Comparator.comparing(Written::at))
        .map(Written::passage)
        .toList();
  }

  private record Written(Instant at, Passage passage) {}

  private Stream<Written> written(Ticket one, List<HistoryEntry> lines) {
    return context.work().messages().ofTicket(one.id()).stream()
        .filter(message -> !message.words().isBlank())
        .map(
            message ->
                new Written(
                    message.receivedAt(),
                    new Passage(
                        writer(one, lines, message), new Text(withoutCodes(message.words())))));
  }

  /** What people wrote after a moment, oldest first; also to tickets that were merged into it. */
  public List<Passage> since(Instant then) {
    return which(written -> written.at().isAfter(then));
  }

  /** A code of ours is for the one who got it. */
  public static String withoutCodes(String words) {
    return OurCodes.blackedOut(words);
  }

  /**
   * Whose words they are of two: what the requester wrote in answer to a letter to their own
   * registered address is theirs.
   */
  static Phrase byRequesterOrOwner(Ticket ticket, Message message) {
    return message.writer() == Message.Writer.REQUESTER || isFromRequester(ticket, message)
        ? new MessagePhrase.WrittenByRequester(message.from(), message.receivedAt())
        : new MessagePhrase.WrittenByOwner(message.from(), message.receivedAt());
  }

  private static boolean isFromRequester(Ticket ticket, Message message) {
    return EmailAddress.find(message.from()).filter(ticket.requester()::equals).isPresent();
  }

  /** Whoever asked in a ticket that was merged into this one may be somebody else. */
  private Phrase writer(Ticket one, List<HistoryEntry> lines, Message message) {
    if (message.writer() == Message.Writer.REQUESTER
        && !one.requester().equals(ticket.requester())) {
      return new MessagePhrase.WrittenByOther(message.from(), message.receivedAt());
    }
    boolean failed = causes(lines, message).anyMatch(Cause::failed);
    return switch (message.writer()) {
      case REQUESTER ->
          unproved(lines, message)
              ? new MessagePhrase.WrittenUnproved(message.from(), message.receivedAt())
              : new MessagePhrase.WrittenByRequester(message.from(), message.receivedAt());
      case OWNER ->
          failed
              ? new MessagePhrase.WrittenAsOwner(message.from(), message.receivedAt())
              : isFromRequester(ticket, message) || registered(message)
                  ? byRequesterOrOwner(ticket, message)
                  : new MessagePhrase.WrittenWithOwnersEmail(message.from(), message.receivedAt());
      case STRANGER ->
          causes(lines, message).anyMatch(cause -> cause.actor().kind() == Actor.Kind.VOUCHER)
              ? new MessagePhrase.WrittenByVoucher(message.from(), message.receivedAt())
              : new MessagePhrase.WrittenByOther(message.from(), message.receivedAt());
    };
  }

  /** Whoever has read a letter to an owner can answer it, from any address. */
  private boolean registered(Message message) {
    return EmailAddress.find(message.from())
        .filter(
            from ->
                file.account().stream()
                    .flatMap(account -> account.addresses().stream())
                    .anyMatch(known -> known.address().equals(from)))
        .isPresent();
  }

  private static boolean unproved(List<HistoryEntry> lines, Message message) {
    return causes(lines, message)
        .filter(cause -> cause.actor().kind() == Actor.Kind.REQUESTER)
        .anyMatch(cause -> !cause.proved());
  }

  private static Stream<Cause> causes(List<HistoryEntry> lines, Message message) {
    return lines.stream()
        .map(HistoryEntry::cause)
        .filter(cause -> cause.mailId().equals(OptionalLong.of(message.mailId())));
  }
}

package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The references in a mail that are not those of requests of its writer's: an answer from another
 * address names one in its subject. Nothing proves that it is theirs, and nobody outside the staff
 * learns which of them there are.
 */
final class OthersNamed {
  private static final int MOST = 5;

  private OthersNamed() {}

  /** Whether it names one, be there such a request or not. */
  static boolean any(FlowContext context, Incoming mail, Ticket inquiry) {
    return all(context, mail)
        .anyMatch(
            named ->
                find(context, named).filter(ticket -> isWriters(ticket, mail, inquiry)).isEmpty());
  }

  /** Those that there are, for the staff, in one line. */
  static String references(FlowContext context, Incoming mail, Ticket inquiry) {
    return all(context, mail)
        .filter(
            named ->
                find(context, named)
                    .filter(ticket -> !isWriters(ticket, mail, inquiry))
                    .isPresent())
        .map(Reference::toString)
        .collect(Collectors.joining(", "));
  }

  /** Those in its words, and those to whose reply address it came. */
  private static Stream<Reference> all(FlowContext context, Incoming mail) {
    String text = mail.triaged().mail().subject() + "\n" + mail.triaged().reply().generous();
    Stream<Reference> answered =
        mail.replyTokens().stream()
            .flatMap(token -> context.work().tokens().find(token).stream())
            .flatMap(token -> context.work().tickets().find(token.ticketId()).stream())
            .map(Ticket::reference);
    return Stream.concat(answered, Reference.allIn(text)).distinct().limit(MOST);
  }

  private static Optional<Ticket> find(FlowContext context, Reference named) {
    return context.work().tickets().find(named.number());
  }

  private static boolean isWriters(Ticket ticket, Incoming mail, Ticket inquiry) {
    EmailAddress writer = mail.sender().orElse(inquiry.requester());
    return ticket.id() == inquiry.id() || ticket.requester().equals(writer);
  }
}

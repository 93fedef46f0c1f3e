package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an owner's objection adds to those that stand already. One person writes from each of their
 * addresses, within moments: everybody has read of it, and a second alarm would say nothing.
 */
public final class SaidBefore {
  private SaidBefore() {}

  /** Whether the ticket stands still because of what this owner, or another one, said. */
  public static boolean stands(FlowContext context, Ticket ticket, EmailAddress owner) {
    return KeptStops.contest(context, ticket)
        && (OwnerObjections.by(context, ticket, owner)
            || Objectors.undecided(context, ticket).stream()
                .anyMatch(other -> OwnerObjections.by(context, ticket, other)));
  }

  /** Whether an owner told of a break-in since it stands still. */
  public static boolean breakIn(FlowContext context, Ticket ticket) {
    Set<EmailAddress> undecided = Objectors.undecided(context, ticket);
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.event() == TicketEvent.BREAK_IN_REPORTED)
        .map(entry -> entry.cause().actor())
        .filter(actor -> actor.kind() == Actor.Kind.OWNER)
        .flatMap(actor -> actor.address().stream())
        .anyMatch(undecided::contains);
  }

  /**
   * Whether the staff have read each word of it from an address of the account. What comes from
   * elsewhere with an owner's reply address, or holds a file, is never known.
   */
  public static boolean everyWord(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Optional<Account> account = context.account(ticket);
    if (mail.holdsMoreThanWords() || !OwnersPast.isOwners(mail, owner) || account.isEmpty()) {
      return false;
    }
    String words = bare(OwnCodes.typed(mail));
    return context.work().messages().ofTicket(ticket.id()).stream()
        .filter(message -> message.mailId() != mail.id())
        .filter(message -> message.writer() == Message.Writer.OWNER)
        .filter(
            message ->
                EmailAddress.find(message.from()).filter(account.get()::registers).isPresent())
        .anyMatch(message -> bare(CaseMessages.withoutCodes(message.words())).equals(words));
  }

  /** Without marks, spaces and capitals, which say nothing. */
  private static String bare(String words) {
    return words
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT);
  }
}

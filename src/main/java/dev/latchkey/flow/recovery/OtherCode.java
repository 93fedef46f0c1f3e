package dev.latchkey.flow.recovery;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the code of another address is all that a requester waits for, whose own address proved
 * itself. Only such an address is told that its code was right: to it that is nothing new, and to
 * any other it would tell of the account.
 */
public final class OtherCode {
  private static final Set<TicketState> DECIDED_BY_PEOPLE =
      EnumSet.of(TicketState.IN_REVIEW, TicketState.ON_HOLD, TicketState.CONTESTED);

  private OtherCode() {}

  /** Whether the code of the requester's own address was right, while people decide. */
  public static boolean counted(FlowContext context, Ticket ticket) {
    return DECIDED_BY_PEOPLE.contains(ticket.state())
        && proved(context, ticket).contains(ticket.requester());
  }

  /**
   * Whether a case lies before people without any code, and one would help: whether codes went out
   * for it, and whether its account exists, is nobody's to know.
   */
  public static boolean helps(FlowContext context, Ticket ticket) {
    return (ticket.state() == TicketState.IN_REVIEW || ticket.state() == TicketState.ON_HOLD)
        && noneCame(context, ticket);
  }

  /** Whether no code came back yet for an account that was named, and one still may. */
  public static boolean noneCame(FlowContext context, Ticket ticket) {
    return ticket.account().isPresent()
        && !UnreadMailbox.readsNone(context, ticket)
        && proved(context, ticket).isEmpty();
  }

  /**
   * Whether the code of the requester's own address counted, and that of every other address to
   * which one went: nothing of the kind is left to send.
   */
  public static boolean allCounted(FlowContext context, Ticket ticket) {
    List<EmailAddress> proved = proved(context, ticket);
    return proved.contains(ticket.requester())
        && context.work().tokens().ofTicket(ticket.id()).stream()
            .filter(token -> token.purpose() == TokenPurpose.PROVE)
            .allMatch(token -> proved.contains(token.recipient()));
  }

  /** Whether a code went to {@code address} that is still good and did not come back from there. */
  static boolean wanted(FlowContext context, Ticket ticket, EmailAddress address) {
    return !proved(context, ticket).contains(address)
        && context.work().tokens().ofTicket(ticket.id()).stream()
            .anyMatch(
                token ->
                    token.purpose() == TokenPurpose.PROVE
                        && token.recipient().equals(address)
                        && !token.expired(context.now()));
  }

  /** Whether what a requester waits for is the code that went to their own address. */
  public static boolean ofTheirOwn(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.PROVING && wanted(context, ticket, ticket.requester());
  }

  /** The addresses whose codes came back, in the order in which they did. */
  public static List<EmailAddress> proved(FlowContext context, Ticket ticket) {
    return context.work().proofs().of(ticket.id()).stream()
        .filter(piece -> piece.kind().code())
        .flatMap(piece -> piece.address().stream())
        .toList();
  }

  /**
   * Whether it came from the requester's own address in a mail that was proved to be from there;
   * one that was not may come once more in a better mail.
   */
  public static boolean cameInFull(FlowContext context, Ticket ticket) {
    return context.work().proofs().of(ticket.id()).stream()
        .filter(
            piece ->
                piece.kind() == EvidenceClass.CODE || piece.kind() == EvidenceClass.SECOND_CODE)
        .anyMatch(piece -> piece.through(ticket.requester()));
  }

  /**
   * Whether the code of the requester's own address was right, and that of another did not come
   * back.
   */
  public static boolean missing(FlowContext context, Ticket ticket) {
    Set<EmailAddress> proved = Set.copyOf(proved(context, ticket));
    List<IssuedToken> sent =
        context.work().tokens().ofTicket(ticket.id()).stream()
            .filter(token -> token.purpose() == TokenPurpose.PROVE)
            .toList();
    return ticket.state() == TicketState.PROVING
        && proved.contains(ticket.requester())
        && sent.stream().anyMatch(token -> !proved.contains(token.recipient()))
        && sent.stream()
            .filter(token -> token.usedAt().isEmpty() && !token.expired(context.now()))
            .noneMatch(token -> token.recipient().equals(ticket.requester()));
  }
}

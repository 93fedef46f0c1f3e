package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which approvals of a case still stand: those of the case as it is now, and, while it waits for
 * another one, those of the last seven days (THREATS G9).
 */
public final class Approvals {
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private Approvals() {}

  /** Who approved it, and need not do so again. */
  public static List<EmailAddress> standing(FlowContext context, CaseFile file) {
    Ticket ticket = file.ticket();
    return context
        .work()
        .proofs()
        .approvers(ticket.id(), ticket.round(), file.digest(), oldest(context, ticket));
  }

  /**
   * Whose approval counts now: those who still work here as approvers, and whose account it has not
   * become meanwhile.
   */
  public static List<EmailAddress> counting(FlowContext context, CaseFile file, StaffRoster staff) {
    Ticket ticket = file.ticket();
    return counting(context.work().proofs().approvers(ticket.id(), ticket.round()), file, staff);
  }

  /** Those of {@link #standing} that count as well. */
  public static List<EmailAddress> said(FlowContext context, CaseFile file, StaffRoster staff) {
    return counting(standing(context, file), file, staff);
  }

  private static List<EmailAddress> counting(
      List<EmailAddress> approvers, CaseFile file, StaffRoster staff) {
    Concerned concerned = Concerned.in(file);
    return approvers.stream()
        .filter(by -> staff.find(by).filter(it -> it.active() && it.approver()).isPresent())
        .filter(by -> !concerned.is(by))
        .toList();
  }

  /** Takes back those that stand no more. */
  public static void lapse(FlowContext context, CaseFile file) {
    Ticket ticket = file.ticket();
    context
        .work()
        .proofs()
        .takeBackOthers(ticket.id(), ticket.round(), file.digest(), oldest(context, ticket));
  }

  /** When the cases were mailed that were answered by approving this round. */
  public static Stream<Instant> answeredCases(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(token -> token.purpose() == TokenPurpose.DECIDE)
        .filter(token -> token.round() == ticket.round() && token.usedAt().isPresent())
        .map(IssuedToken::issuedAt);
  }

  private static Instant oldest(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.IN_REVIEW ? context.now().minus(GOOD_FOR) : Instant.EPOCH;
  }
}

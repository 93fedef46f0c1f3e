package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When nobody answers: all staff, and whoever else shall know, are told once, with the facts. */
public final class Escalation {
  private static final int BATCH = 20;
  private final StaffTimes times;
  private final StaffRoster staff;
  private final Review review;
  private final StaffTexts texts;
  private final Tasks tasks;
  private final Letters letters;

  public Escalation(
      StaffTimes times,
      StaffRoster staff,
      Review review,
      StaffTexts texts,
      Tasks tasks,
      Letters letters) {
    this.times = times;
    this.staff = staff;
    this.review = review;
    this.texts = texts;
    this.tasks = tasks;
    this.letters = letters;
  }

  /** Tells of what waits too long; how many tickets. */
  public int escalate(FlowContext context) {
    List<Ticket> overdue =
        context.work().staffWaits().overdue(context.now().minus(times.escalateAfter()), BATCH);
    overdue.forEach(ticket -> tell(context, ticket));
    return overdue.size();
  }

  private void tell(FlowContext context, Ticket ticket) {
    CaseFile file = review.open(context, ticket);
    Duration waited = Duration.between(ticket.stateSince(), context.now());
    Optional<String> account = file.account().map(known -> known.name());
    List<Phrase> facts = texts.facts(context, file);
    String key = "since " + ticket.stateSince();
    letters.toAllStaff(
        context, ticket, new WorkLetter.Nudge(waited, ticket.state(), account, facts), key);
    sendWhatIsWanted(context, ticket, key);
    for (EmailAddress other : times.escalateTo()) {
      if (staff.find(other).isEmpty()) {
        letters.withoutTicket(
            context,
            other,
            new WorkLetter.NudgeOutside(waited, ticket.state(), account, facts),
            ticket.reference() + " " + key);
      }
    }
    context.work().staffWaits().escalated(ticket);
  }

  /** Those who did not get it in turn need what it takes to decide it, or to say DONE. */
  private void sendWhatIsWanted(FlowContext context, Ticket ticket, String key) {
    List<EmailAddress> without =
        staff.active().stream()
            .map(StaffMember::address)
            .filter(
                member ->
                    context.work().tokens().ofTicket(ticket.id()).stream()
                        .noneMatch(
                            token -> shows(token, ticket) && token.recipient().equals(member)))
            .toList();
    if (ticket.state() == TicketState.IN_REVIEW && LeadingClaim.taken(context, ticket).isEmpty()) {
      review.sendCase(context, ticket, without, key);
    } else if (tasks.isOpen(context, ticket)) {
      tasks.give(context, ticket, without, key);
    }
  }

  private static boolean shows(IssuedToken token, Ticket ticket) {
    return token.round() == ticket.round()
        && (ticket.state() == TicketState.IN_REVIEW
            ? token.digest().isPresent()
            : token.purpose() == TokenPurpose.TASK);
  }
}

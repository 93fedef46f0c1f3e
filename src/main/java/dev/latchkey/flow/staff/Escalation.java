package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.recovery.CaseFile;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
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
  private final StaffAnswers answers;
  private final Letters letters;

  public Escalation(
      StaffTimes times,
      StaffRoster staff,
      Review review,
      StaffTexts texts,
      StaffAnswers answers,
      Letters letters) {
    this.times = times;
    this.staff = staff;
    this.review = review;
    this.texts = texts;
    this.answers = answers;
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
    long days = Duration.between(ticket.stateSince(), context.now()).toDays();
    Optional<String> account = file.account().map(known -> known.name());
    StaffLetter letter =
        new StaffLetter.Nudge(
            Math.toIntExact(days), ticket.state(), account, texts.facts(context, file));
    String key = "since " + ticket.stateSince();
    for (StaffMember member : staff.active()) {
      EmailAddress address = member.address();
      letters.toStaff(context, ticket, answers.reply(context, ticket, address), letter, key);
    }
    for (EmailAddress other : times.escalateTo()) {
      if (staff.find(other).isEmpty()) {
        letters.withoutTicket(context, other, letter, ticket.reference() + " " + key);
      }
    }
    context.work().staffWaits().escalated(ticket);
  }
}

package dev.latchkey.flow.staff;

import dev.latchkey.flow.CommandNews.News;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.StaffTokens;
import dev.latchkey.flow.recovery.StaffTokens.DigestReply;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.flow.staff.Queue.Waiting;
import dev.latchkey.letter.OverviewLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When nobody answers: all staff, and whoever else shall know, are told once, with the facts; of
 * several tickets in one letter.
 */
public final class Escalation {
  private static final int BATCH = 20;
  private final StaffTimes times;
  private final StaffRoster staff;
  private final CaseFiles files;
  private final Review review;
  private final Queue queue;
  private final StaffTokens tokens;
  private final StaffTexts texts;
  private final Tasks tasks;
  private final Letters letters;

  public Escalation(
      StaffTimes times,
      StaffRoster staff,
      CaseFiles files,
      Review review,
      Queue queue,
      StaffTokens tokens,
      StaffTexts texts,
      Tasks tasks,
      Letters letters) {
    this.times = times;
    this.staff = staff;
    this.files = files;
    this.review = review;
    this.queue = queue;
    this.tokens = tokens;
    this.texts = texts;
    this.tasks = tasks;
    this.letters = letters;
  }

  /** Tells of what waits too long; how many tickets. */
  public int escalate(FlowContext context) {
    List<Ticket> overdue =
        context.work().staffWaits().overdue(context.now().minus(times.escalateAfter()), BATCH);
    if (overdue.size() > 1) {
      tellOfAll(context, overdue);
    } else {
      overdue.forEach(ticket -> tell(context, ticket));
    }
    return overdue.size();
  }

  /** One letter to each reader, with a line a ticket; what is decided is decided in it. */
  private void tellOfAll(FlowContext context, List<Ticket> overdue) {
    List<Waiting> all = queue.waiting(context, overdue);
    Duration oldest =
        overdue.stream()
            .map(ticket -> Duration.between(ticket.stateSince(), context.now()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    String key =
        overdue.stream()
            .map(ticket -> ticket.reference() + " since " + ticket.stateSince())
            .collect(Collectors.joining(", "));
    for (StaffMember member : staff.active()) {
      DigestReply reply = tokens.digest(member.address());
      letters.digest(
          context,
          reply,
          new OverviewLetter.WaitsTooLong(
              queue.lines(context, all, member, reply), all.size(), oldest, member.approver()),
          key);
    }
    for (EmailAddress other : times.escalateTo()) {
      if (staff.find(other).isEmpty()) {
        letters.withoutTicket(
            context,
            other,
            new OverviewLetter.WaitsOutside(queue.lines(context, all), all.size(), oldest),
            key);
      }
    }
    for (Ticket ticket : overdue) {
      if (tasks.isOpen(context, ticket)) {
        sendWhatIsWanted(context, ticket, "since " + ticket.stateSince());
      }
      context.work().staffWaits().escalated(ticket);
    }
  }

  private void tell(FlowContext context, Ticket ticket) {
    CaseFile file = files.open(context, ticket);
    Duration waited = Duration.between(ticket.stateSince(), context.now());
    Optional<String> account = file.account().map(known -> known.name());
    List<Phrase> facts = texts.facts(context, file);
    String key = "since " + ticket.stateSince();
    List<EmailAddress> readers = sendWhatIsWanted(context, ticket, key);
    // Who gets the case now reads in it how long it waits.
    readers.forEach(
        reader ->
            context
                .commandNews()
                .keep(
                    ticket.id(),
                    reader,
                    new News(List.of(new CasePhrase.StoodTooLong(waited)), Text.NONE)));
    letters.toStaff(
        context,
        ticket,
        staff.active().stream()
            .map(StaffMember::address)
            .filter(member -> !readers.contains(member))
            .toList(),
        new WorkLetter.Nudge(waited, ticket.state(), account, facts),
        key);
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

  /**
   * Those who did not get it in turn need what it takes to decide it, or to say DONE.
   *
   * @return who gets its case
   */
  private List<EmailAddress> sendWhatIsWanted(FlowContext context, Ticket ticket, String key) {
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
      return without;
    }
    if (tasks.isOpen(context, ticket)) {
      tasks.give(context, ticket, without, key);
    }
    return List.of();
  }

  private static boolean shows(IssuedToken token, Ticket ticket) {
    return token.round() == ticket.round()
        && (ticket.state() == TicketState.IN_REVIEW
            ? token.digest().isPresent()
            : token.purpose() == TokenPurpose.TASK);
  }
}

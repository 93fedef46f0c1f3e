package dev.latchkey.flow.staff;

import dev.latchkey.check.Assessment;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.recovery.CaseDetails;
import dev.latchkey.flow.recovery.CaseFile;
import dev.latchkey.flow.recovery.CaseText;
import dev.latchkey.flow.recovery.LeadingClaim;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.TokenIssuer.DigestReply;
import dev.latchkey.letter.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What waits for the staff, a line a ticket, each with a token of the one who reads it. */
public final class Queue {
  private static final int SHOWN = 50;
  private final Review review;
  private final TokenIssuer issuer;
  private final StaffTimes times;

  public Queue(Review review, TokenIssuer issuer, StaffTimes times) {
    this.review = review;
    this.issuer = issuer;
    this.times = times;
  }

  /** The cases that wait, the longest waiting first. */
  List<CaseFile> cases(FlowContext context) {
    List<Ticket> waiting = context.work().staffWaits().queue(SHOWN);
    context.prefetchAccounts(
        waiting.stream().flatMap(ticket -> ticket.account().stream()).toList());
    return waiting.stream().map(ticket -> review.open(context, ticket)).toList();
  }

  /** How long the first of them waits. */
  Duration oldest(FlowContext context, List<CaseFile> cases) {
    return cases.stream()
        .findFirst()
        .map(file -> Duration.between(file.ticket().stateSince(), context.now()))
        .orElse(Duration.ZERO);
  }

  /** How many of them wait longer than they should. */
  int late(FlowContext context, List<CaseFile> cases) {
    return Math.toIntExact(
        cases.stream().filter(file -> isLate(file.ticket(), context.now())).count());
  }

  /** A line each, with what its reader may do. */
  List<Phrase> lines(
      FlowContext context, List<CaseFile> cases, StaffMember member, DigestReply reply) {
    return cases.stream().map(file -> line(context, file, member, reply)).toList();
  }

  private Phrase line(FlowContext context, CaseFile file, StaffMember member, DigestReply reply) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    List<EmailAddress> approvers =
        context.work().proofs().approvers(ticket.id(), ticket.round(), file.digest());
    Optional<Reference> before = LeadingClaim.taken(context, ticket);
    boolean decides =
        ticket.state() == TicketState.IN_REVIEW
            && before.isEmpty()
            && assessment.aboveFloor()
            && member.approver()
            && !approvers.contains(member.address())
            && !file.owners().contains(member.address());
    String code =
        issuer.line(
            context, ticket, reply, decides ? Optional.of(file.digest()) : Optional.empty());
    List<Phrase> marks = new ArrayList<>();
    if (!approvers.isEmpty()) {
      marks.add(new Phrase.MarkApprovals(approvers.size(), file.approversNeeded(approvers)));
    }
    ticket.assignee().ifPresent(who -> marks.add(new Phrase.MarkAssigned(who)));
    long unread =
        context.work().messages().ofTicket(ticket.id()).stream().filter(Message::unread).count();
    if (unread > 0) {
      marks.add(new Phrase.MarkNew(Math.toIntExact(unread)));
    }
    before.ifPresent(leading -> marks.add(new Phrase.MarkStandsBeside(leading)));
    int beside = LeadingClaim.beside(context, ticket);
    if (beside > 0) {
      marks.add(new Phrase.MarkBeside(beside));
    }
    int notes = new CaseDetails(context, file).notes().size();
    if (notes > 0) {
      marks.add(new Phrase.MarkNotes(notes));
    }
    if (isLate(ticket, context.now())) {
      marks.add(new Phrase.MarkLate());
    }
    if (decides) {
      marks.add(
          file.secondFactorNeeded()
              ? new Phrase.MarkCodeAndDigits(code)
              : new Phrase.MarkCode(code));
    }
    Duration age = Duration.between(ticket.openedAt(), context.now());
    String name = CaseText.name(file);
    Phrase asked = CaseText.asked(ticket);
    return marks.isEmpty()
        ? new Phrase.DigestLine(ticket.reference(), name, asked, age, verdict(file))
        : new Phrase.DigestLineWith(ticket.reference(), name, asked, age, verdict(file), marks);
  }

  private static Phrase verdict(CaseFile file) {
    if (file.ticket().state() != TicketState.IN_REVIEW) {
      return new Phrase.VerdictOther(file.ticket().state());
    }
    if (file.assessment().recommended()) {
      return new Phrase.VerdictRecommended();
    }
    return file.assessment().aboveFloor()
        ? new Phrase.VerdictPossible()
        : new Phrase.VerdictImpossible();
  }

  private boolean isLate(Ticket ticket, Instant now) {
    return !ticket.stateSince().plus(times.escalateAfter()).isAfter(now);
  }
}

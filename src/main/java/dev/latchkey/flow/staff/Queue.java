package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Assessment;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.casefile.CaseLines;
import dev.latchkey.flow.casefile.Concerned;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.recovery.StaffTokens;
import dev.latchkey.flow.recovery.StaffTokens.DigestReply;
import dev.latchkey.letter.phrase.DigestPhrase;
import dev.latchkey.letter.phrase.MarkPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.StaffWaits.Marks;
import dev.latchkey.ticket.Due;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What waits for the staff, a line a ticket, each with a token of the one who reads it. */
public final class Queue {
  private static final int SHOWN = 50;
  private final CaseFiles files;
  private final StaffTokens tokens;
  private final StaffTimes times;
  private final StaffRoster staff;

  public Queue(CaseFiles files, StaffTokens tokens, StaffTimes times, StaffRoster staff) {
    this.staff = staff;
    this.files = files;
    this.tokens = tokens;
    this.times = times;
  }

  /**
   * A ticket that waits, with what its line says of it; the same for all who read it.
   *
   * @param with who has it: to whom it is assigned, else whose turn it is
   * @param decidable it is under review, and no other claim to the account goes before it
   * @param missed its requester was promised a moment that has passed
   */
  record Waiting(
      CaseFile file,
      List<EmailAddress> approvers,
      Optional<EmailAddress> with,
      List<Phrase> marks,
      boolean decidable,
      boolean missed) {
    Ticket ticket() {
      return file.ticket();
    }
  }

  /** The tickets that wait, the longest waiting first. */
  List<Waiting> waiting(FlowContext context) {
    return waiting(context, context.work().staffWaits().queue(SHOWN));
  }

  /** These tickets, in their order. */
  List<Waiting> waiting(FlowContext context, List<Ticket> tickets) {
    context.prefetchAccounts(
        tickets.stream().flatMap(ticket -> ticket.account().stream()).toList());
    Marks marks = context.work().staffWaits().marks(tickets.stream().map(Ticket::id).toList());
    return tickets.stream()
        .map(ticket -> waiting(context, files.open(context, ticket), marks))
        .toList();
  }

  private Waiting waiting(FlowContext context, CaseFile file, Marks known) {
    Ticket ticket = file.ticket();
    List<EmailAddress> approvers = Approvals.said(context, file, staff);
    boolean missed = known.promisesMissed().contains(ticket.id());
    Optional<Reference> before = LeadingClaim.taken(context, ticket);
    List<Phrase> marks = new ArrayList<>();
    if (!approvers.isEmpty()) {
      int needed = file.approversNeeded(approvers);
      marks.add(new MarkPhrase.MarkApprovals(Math.min(approvers.size(), needed), needed));
    }
    ticket
        .assignee()
        .<Phrase>map(MarkPhrase.MarkAssigned::new)
        .or(() -> Optional.ofNullable(known.turns().get(ticket.id())).map(MarkPhrase.MarkTurn::new))
        .ifPresent(marks::add);
    int unread = known.unread().getOrDefault(ticket.id(), 0);
    if (unread > 0) {
      marks.add(new MarkPhrase.MarkNew(unread));
    }
    before.ifPresent(leading -> marks.add(new MarkPhrase.MarkStandsBeside(leading)));
    int beside = LeadingClaim.beside(context, ticket);
    if (beside > 0) {
      marks.add(new MarkPhrase.MarkBeside(beside));
    }
    int notes = known.notes().getOrDefault(ticket.id(), 0);
    if (notes > 0) {
      marks.add(new MarkPhrase.MarkNotes(notes));
    }
    heldUntil(ticket).<Phrase>map(MarkPhrase.MarkHeldUntil::new).ifPresent(marks::add);
    if (missed) {
      marks.add(new MarkPhrase.MarkMissed());
    }
    if (isLate(ticket, context.now())) {
      marks.add(new MarkPhrase.MarkLate());
    }
    Optional<EmailAddress> with =
        ticket.assignee().or(() -> Optional.ofNullable(known.turns().get(ticket.id())));
    boolean decidable = ticket.state() == TicketState.IN_REVIEW && before.isEmpty();
    return new Waiting(file, approvers, with, marks, decidable, missed);
  }

  /** How long the first of them waits, as its line says. */
  Duration oldest(FlowContext context, List<Waiting> all) {
    return all.stream()
        .findFirst()
        .map(first -> Duration.between(first.ticket().stateSince(), context.now()))
        .orElse(Duration.ZERO);
  }

  /** How many of them wait longer than they should. */
  int late(FlowContext context, List<Waiting> all) {
    return Math.toIntExact(all.stream().filter(it -> isLate(it.ticket(), context.now())).count());
  }

  /** How many of them were promised a moment that has passed. */
  int missed(List<Waiting> all) {
    return Math.toIntExact(all.stream().filter(Waiting::missed).count());
  }

  /** A line each, with what its reader may do. */
  List<Phrase> lines(
      FlowContext context, List<Waiting> all, StaffMember member, DigestReply reply) {
    return all.stream().map(waiting -> line(context, waiting, member, reply)).toList();
  }

  /** A line each, without what only staff may do. */
  List<Phrase> lines(FlowContext context, List<Waiting> all) {
    return all.stream().<Phrase>map(waiting -> line(context, waiting.file())).toList();
  }

  /** Commands about these tickets, too, may stand in an answer to the same digest. */
  void answerable(
      FlowContext context, List<Waiting> lines, Collection<Ticket> others, DigestReply reply) {
    Set<Long> there =
        lines.stream().map(line -> line.ticket().id()).collect(Collectors.toUnmodifiableSet());
    others.stream()
        .filter(ticket -> !there.contains(ticket.id()))
        .forEach(ticket -> tokens.line(context, ticket, reply, Optional.empty()));
  }

  private Phrase line(FlowContext context, Waiting waiting, StaffMember member, DigestReply reply) {
    CaseFile file = waiting.file();
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    boolean decides =
        waiting.decidable()
            && assessment.aboveFloor()
            && member.canApprove(file.secondFactorNeeded())
            && !waiting.approvers().contains(member.address())
            && !Concerned.in(file).is(member.address());
    String code =
        tokens.line(
            context, ticket, reply, decides ? Optional.of(file.digest()) : Optional.empty());
    List<Phrase> marks = new ArrayList<>(waiting.marks());
    if (decides) {
      marks.add(
          member.needsDigits(file.secondFactorNeeded())
              ? new MarkPhrase.MarkCodeAndDigits(code)
              : new MarkPhrase.MarkCode(code));
    }
    DigestPhrase.DigestLine line = line(context, file);
    return marks.isEmpty()
        ? line
        : new DigestPhrase.DigestLineWith(
            line.reference(), line.account(), line.asked(), line.age(), line.verdict(), marks);
  }

  private static DigestPhrase.DigestLine line(FlowContext context, CaseFile file) {
    Ticket ticket = file.ticket();
    return new DigestPhrase.DigestLine(
        ticket.reference(),
        file.account().map(Account::name).orElseGet(() -> ticket.requester().toString()),
        ticket.inquiry() ? new DigestPhrase.AsksAbout(ticket.concern()) : CaseLines.asked(ticket),
        Duration.between(ticket.stateSince(), context.now()),
        verdict(file));
  }

  private static Phrase verdict(CaseFile file) {
    if (file.ticket().state() != TicketState.IN_REVIEW) {
      return new DigestPhrase.VerdictOther(file.ticket().state());
    }
    if (file.assessment().recommends()) {
      return new DigestPhrase.VerdictRecommended();
    }
    return file.assessment().aboveFloor()
        ? new DigestPhrase.VerdictPossible()
        : new DigestPhrase.VerdictImpossible();
  }

  /** What staff held until a day waits for that day, and not for them. */
  private boolean isLate(Ticket ticket, Instant now) {
    return heldUntil(ticket).isEmpty()
        && !ticket.stateSince().plus(times.escalateAfter()).isAfter(now);
  }

  private static Optional<Instant> heldUntil(Ticket ticket) {
    return ticket.next().filter(due -> due.step() == FollowUp.HOLD_ENDS).map(Due::at);
  }
}

package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.WorkingDays;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.Concerned;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.StaffWaits.Turns;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who of the staff is mailed at once about a ticket that one person is enough for: its assignee,
 * else whoever got it in turn, else whose turn it is. The others see it in the digest, and anybody
 * may take it.
 *
 * <p>It is the turn of whoever looks after the fewest tickets that still lie before the staff; of
 * several, of whoever got none for the longest time. So somebody who is away gets a few and no
 * more. It is written down within the ticket's own transaction, and all nodes read it there.
 */
public final class Rota {
  /** Whoever commanded nothing for so long may be away: on working days. */
  private static final Duration LATELY = Duration.ofDays(1);

  private final StaffRoster staff;
  private final WorkingDays days;

  /**
   * @param days on which they work
   */
  public Rota(StaffRoster staff, WorkingDays days) {
    this.staff = staff;
    this.days = days;
  }

  /** Whether every approval of somebody needs the digits of their second factor. */
  boolean alwaysDigits(EmailAddress member) {
    return staff.find(member).filter(known -> known.needsDigits(false)).isPresent();
  }

  /** Who gets a case; nobody who asks for the account or owns it, where there is anybody else. */
  public List<EmailAddress> ofCase(FlowContext context, CaseFile file) {
    return holders(context, file.ticket(), able(file), Concerned.in(file));
  }

  /** Who gets a case whose question was answered: whoever asked, unless somebody looks after it. */
  public List<EmailAddress> ofAnswer(FlowContext context, CaseFile file, EmailAddress asker) {
    boolean assigned = file.ticket().assignee().filter(this::works).isPresent();
    return assigned || !works(asker) ? ofCase(context, file) : List.of(asker);
  }

  /** Who gets what needs nobody who may approve. */
  public List<EmailAddress> ofInquiry(FlowContext context, Ticket ticket) {
    return holders(context, ticket, member -> true, new Concerned(Set.of(ticket.requester())));
  }

  /** Who gets what follows a REPLY: whoever wrote it, unless somebody looks after the ticket. */
  public List<EmailAddress> ofReply(FlowContext context, Ticket ticket, EmailAddress by) {
    boolean assigned = ticket.assignee().filter(this::works).isPresent();
    return assigned || !works(by) ? ofInquiry(context, ticket) : List.of(by);
  }

  /** Who approves next; from now on the ticket is theirs. */
  public List<EmailAddress> ofApproval(
      FlowContext context, CaseFile file, List<EmailAddress> approvers) {
    return ofAbsence(context, file, approvers, Set.of());
  }

  /**
   * Who may decide in the place of those who got a case and may be away; from now on it is theirs.
   *
   * @param got who has it
   */
  List<EmailAddress> ofAbsence(
      FlowContext context, CaseFile file, List<EmailAddress> approvers, Set<EmailAddress> got) {
    Concerned concerned = Concerned.in(file);
    return next(
            context,
            file.ticket(),
            member ->
                able(file).test(member)
                    && !approvers.contains(member.address())
                    && !concerned.is(member.address())
                    && !got.contains(member.address()))
        .stream()
        .toList();
  }

  /**
   * Who carries a reset out: whoever looks after the ticket, else in turn one of those who gave a
   * command within the last working day, so that it lies with nobody who is away. Whoever did not
   * approve it goes before who did: two people see it then. Where nobody was heard of, the last who
   * approved it; the requester and owners never, where there is anybody else.
   */
  List<EmailAddress> ofTask(
      FlowContext context, Ticket ticket, Optional<Account> account, List<EmailAddress> approvers) {
    Optional<EmailAddress> assignee = ticket.assignee().filter(this::works);
    if (assignee.isPresent()) {
      return List.of(assignee.get());
    }
    Concerned concerned = Concerned.in(ticket, account);
    Predicate<StaffMember> free = atWork(context, concerned);
    return next(context, ticket, free)
        .or(() -> approvers.stream().filter(this::works).reduce((earlier, later) -> later))
        .map(List::of)
        .orElseGet(() -> holders(context, ticket, member -> true, concerned));
  }

  /** Who carries it out when it lies with others: in turn, one of those who are at work. */
  Optional<EmailAddress> ofTaskThatLies(
      FlowContext context, Ticket ticket, Optional<Account> account, Set<EmailAddress> others) {
    return next(
        context,
        ticket,
        atWork(context, Concerned.in(ticket, account))
            .and(member -> !others.contains(member.address())));
  }

  private Predicate<StaffMember> atWork(FlowContext context, Concerned concerned) {
    Set<EmailAddress> here =
        context.work().staffWaits().commandedSince(days.before(context.now(), LATELY));
    return member -> here.contains(member.address()) && !concerned.is(member.address());
  }

  /**
   * Who hears of a decision at once besides the one who made it: whoever got the case, else one of
   * the others, another one for each ticket.
   */
  public List<EmailAddress> ofWitness(FlowContext context, CaseFile file, EmailAddress by) {
    Concerned concerned = Concerned.in(file);
    List<EmailAddress> others =
        staff.active().stream()
            .filter(StaffMember::approver)
            .map(StaffMember::address)
            .filter(member -> !member.equals(by) && !concerned.is(member))
            .toList();
    if (others.isEmpty()) {
      return staff.active().stream().map(StaffMember::address).toList();
    }
    return context
        .work()
        .staffWaits()
        .turnOf(file.ticket())
        .filter(others::contains)
        .map(List::of)
        .orElseGet(() -> List.of(others.get(Math.floorMod(file.ticket().id(), others.size()))));
  }

  private List<EmailAddress> holders(
      FlowContext context, Ticket ticket, Predicate<StaffMember> able, Concerned concerned) {
    Optional<EmailAddress> assignee = ticket.assignee().filter(this::works);
    if (assignee.isPresent()) {
      return List.of(assignee.get());
    }
    Predicate<StaffMember> free = member -> !concerned.is(member.address());
    return context
        .work()
        .staffWaits()
        .turnOf(ticket)
        .filter(member -> staff.find(member).filter(StaffMember::active).filter(able).isPresent())
        .filter(member -> !concerned.is(member))
        .or(() -> next(context, ticket, able.and(free)))
        .or(() -> next(context, ticket, free))
        .map(List::of)
        .orElseGet(() -> staff.active().stream().map(StaffMember::address).toList());
  }

  /** Whether somebody works at the desk now. */
  boolean works(EmailAddress address) {
    return staff.find(address).filter(StaffMember::active).isPresent();
  }

  /** Whether somebody may approve a case, as far as their own settings say. */
  boolean canApprove(EmailAddress address, CaseFile file) {
    return staff
        .find(address)
        .filter(member -> member.canApprove(file.secondFactorNeeded()))
        .isPresent();
  }

  /** Who can approve a case; where nobody has what that needs, who may approve others. */
  private Predicate<StaffMember> able(CaseFile file) {
    Predicate<StaffMember> able = member -> member.canApprove(file.secondFactorNeeded());
    return staff.active().stream().anyMatch(able) ? able : StaffMember::approver;
  }

  /** Whether somebody may approve. */
  boolean approves(EmailAddress address) {
    return staff.find(address).filter(StaffMember::approver).isPresent();
  }

  private Optional<EmailAddress> next(
      FlowContext context, Ticket ticket, Predicate<StaffMember> able) {
    Turns turns = context.work().staffWaits().turns();
    Optional<EmailAddress> next =
        staff.active().stream()
            .filter(able)
            .map(StaffMember::address)
            .min(
                Comparator.<EmailAddress>comparingInt(it -> turns.open().getOrDefault(it, 0))
                    .thenComparing(it -> turns.last().getOrDefault(it, Instant.MIN)));
    next.ifPresent(member -> context.work().staffWaits().giveTurn(ticket, member));
    return next;
  }
}

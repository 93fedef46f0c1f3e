package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.StaffWaits.Turns;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private final StaffRoster staff;

  public Rota(StaffRoster staff) {
    this.staff = staff;
  }

  /** Who gets a case; nobody who asks for the account or owns it, where there is anybody else. */
  public List<EmailAddress> ofCase(FlowContext context, CaseFile file) {
    return holders(context, file.ticket(), StaffMember::approver, concerned(file));
  }

  /** Who gets a case whose question was answered: whoever asked, unless somebody looks after it. */
  public List<EmailAddress> ofAnswer(FlowContext context, CaseFile file, EmailAddress asker) {
    boolean assigned = file.ticket().assignee().filter(this::works).isPresent();
    return assigned || !works(asker) ? ofCase(context, file) : List.of(asker);
  }

  /** Who gets what needs nobody who may approve. */
  public List<EmailAddress> ofInquiry(FlowContext context, Ticket ticket) {
    return holders(context, ticket, member -> true, Set.of(ticket.requester()));
  }

  /** Who approves next; from now on the ticket is theirs. */
  public List<EmailAddress> ofApproval(
      FlowContext context, CaseFile file, List<EmailAddress> approvers) {
    Set<EmailAddress> concerned = concerned(file);
    return next(
            context,
            file.ticket(),
            member ->
                member.approver()
                    && !approvers.contains(member.address())
                    && !concerned.contains(member.address()))
        .stream()
        .toList();
  }

  /** Who carries a reset out: whoever looks after the ticket, else the last who approved it. */
  List<EmailAddress> ofTask(FlowContext context, Ticket ticket, List<EmailAddress> approvers) {
    boolean assigned = ticket.assignee().filter(this::works).isPresent();
    return approvers.stream()
        .filter(approver -> !assigned && works(approver))
        .reduce((earlier, later) -> later)
        .map(List::of)
        .orElseGet(() -> ofInquiry(context, ticket));
  }

  /**
   * Who hears of a decision at once besides the one who made it: whoever got the case, else one of
   * the others, another one for each ticket.
   */
  public List<EmailAddress> ofWitness(FlowContext context, CaseFile file, EmailAddress by) {
    Set<EmailAddress> concerned = concerned(file);
    List<EmailAddress> others =
        staff.active().stream()
            .filter(StaffMember::approver)
            .map(StaffMember::address)
            .filter(member -> !member.equals(by) && !concerned.contains(member))
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

  private static Set<EmailAddress> concerned(CaseFile file) {
    return Stream.concat(Stream.of(file.ticket().requester()), file.owners().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<EmailAddress> holders(
      FlowContext context,
      Ticket ticket,
      Predicate<StaffMember> able,
      Set<EmailAddress> concerned) {
    Optional<EmailAddress> assignee = ticket.assignee().filter(this::works);
    if (assignee.isPresent()) {
      return List.of(assignee.get());
    }
    Predicate<StaffMember> free = member -> !concerned.contains(member.address());
    return context
        .work()
        .staffWaits()
        .turnOf(ticket)
        .filter(this::works)
        .filter(member -> !concerned.contains(member))
        .or(() -> next(context, ticket, able.and(free)))
        .or(() -> next(context, ticket, free))
        .map(List::of)
        .orElseGet(() -> staff.active().stream().map(StaffMember::address).toList());
  }

  /** Whether somebody works at the desk now. */
  boolean works(EmailAddress address) {
    return staff.find(address).filter(StaffMember::active).isPresent();
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

package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.check.EnoughCheck;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together all that is known of a ticket, and weighs it. */
public final class CaseFiles {
  private final AssuranceCheck assurance;
  private final EnoughCheck enough;
  private final Policy policy;
  private final DomainFacts domains;

  public CaseFiles(AssuranceCheck assurance, Policy policy, DomainFacts domains) {
    this.assurance = assurance;
    this.enough = new EnoughCheck(policy, assurance);
    this.policy = policy;
    this.domains = domains;
  }

  /** All that is known of a ticket as it is now. */
  public CaseFile open(FlowContext context, Ticket ticket) {
    AssuranceCheck.Facts facts = facts(context, ticket);
    return new CaseFile(
        ticket,
        facts.account(),
        facts.evidence(),
        context.work().proofs().lifted(ticket.id()),
        facts.registrations().values(),
        assurance.assess(facts, context.now()),
        PerhapsOver.moments(context.work().tickets().history(ticket.id())));
  }

  /** What the evidence for a ticket amounts to, as it is now. */
  public Assessment assess(FlowContext context, Ticket ticket) {
    return assurance.assess(facts(context, ticket), context.now());
  }

  /** The proofs on record that may lead anywhere. */
  public Set<EvidenceClass> useful(FlowContext context, Ticket ticket) {
    return enough.useful(facts(context, ticket), context.now());
  }

  /** Which proofs that are not there would be enough together. */
  public List<List<String>> together(FlowContext context, CaseFile file) {
    return enough.together(facts(context, file.ticket()), file.assessment(), context.now());
  }

  /**
   * Whether what there is suffices for an approval, for somebody who waits for the staff.
   *
   * @param possible it does; so it is said of whom nothing was proved of, who reads the same words
   *     whether there is such an account or not
   * @param inPerson where it does not, what staff see where they meet people would help
   */
  public record Enough(boolean possible, boolean inPerson) {}

  /** What may be told of a ticket that lies before the staff. */
  public Enough enough(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.IN_REVIEW && OpenProofs.named(context, ticket)
        ? enough(context, ticket, assess(context, ticket))
        : new Enough(true, false);
  }

  /** The same of one that is put there now. */
  public Enough enough(FlowContext context, Ticket ticket, Assessment assessment) {
    boolean possible = assessment.aboveFloor();
    return new Enough(
        possible, !possible && enough.seenHelps(facts(context, ticket), assessment, context.now()));
  }

  /** The ticket, which keeps the level that its evidence is weighed at. */
  public Ticket levelled(FlowContext context, Ticket ticket) {
    return levelled(context, ticket, assess(context, ticket));
  }

  /** The same where its evidence was weighed. */
  public static Ticket levelled(FlowContext context, Ticket ticket, Assessment assessment) {
    String level = assessment.asked().name();
    return context.keep(ticket.change().dialogue(ticket.dialogue().at(level)).build());
  }

  private AssuranceCheck.Facts facts(FlowContext context, Ticket ticket) {
    context.noteRecord(ticket);
    List<Warning> recorded = new ArrayList<>(context.work().proofs().warnings(ticket.id()));
    ticket
        .account()
        .ifPresent(
            account ->
                context
                    .work()
                    .proofs()
                    .ofAccount(account, context.now().minus(policy.times().objectionCounts()))
                    .stream()
                    .filter(warning -> !recorded.contains(warning))
                    .forEach(recorded::add));
    Optional<Account> account = context.account(ticket);
    return new AssuranceCheck.Facts(
        ticket,
        account,
        context.work().proofs().of(ticket.id()),
        recorded,
        warning -> context.work().proofs().lifted(ticket.id(), warning),
        DomainFacts.confirmed(context, ticket),
        givenUp(context, ticket),
        domains.of(context, ticket, account));
  }

  /** The classes of proof of which none can be brought any more. */
  private static Set<EvidenceClass> givenUp(FlowContext context, Ticket ticket) {
    List<AskedProof> asked = context.work().askedProofs().of(ticket.id());
    return asked.stream()
        .map(AskedProof::kind)
        .filter(
            kind ->
                asked.stream()
                    .filter(one -> one.kind() == kind)
                    .allMatch(
                        one ->
                            one.standing() == Standing.GIVEN_UP
                                || one.standing() == Standing.PASSED))
        .collect(Collectors.toUnmodifiableSet());
  }
}

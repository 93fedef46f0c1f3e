package dev.latchkey.flow.proving;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.DomainFacts;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.recovery.CoolingOff;
import dev.latchkey.flow.recovery.CoolingOff.Begun;
import dev.latchkey.flow.recovery.LeftForDigest;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Standing;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.util.Optional;
import java.util.Set;

/**
 * Approves, where the policy asks nobody at the level self: no second factor, a code answered from
 * the registered address to which the reset goes, and nothing besides. The staff read it in the
 * digest, and take it back like a decision of their own.
 */
public final class SelfApproval {
  /** As the staff would have written it. */
  private static final String COMMAND = "APPROVE";

  /** What a person has to look at, whatever was proved. */
  private static final Set<Reason> FOR_PEOPLE =
      Set.of(Reason.ACCOUNT_COMPROMISED, Reason.LOCKED_OR_FROZEN, Reason.OTHER);

  private final EmailAddress desk;
  private final CoolingOff coolingOff;
  private final DomainFacts domains;

  /**
   * @param desk who decided, as the staff read it
   */
  public SelfApproval(EmailAddress desk, CoolingOff coolingOff, DomainFacts domains) {
    this.domains = domains;
    this.desk = desk;
    this.coolingOff = coolingOff;
  }

  /** Whether nobody of the staff is asked about such a case. */
  boolean possible(FlowContext context, CaseFile file) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    return assessment.level() == Level.SELF
        && assessment.recommended()
        && assessment.approvers() == 0
        && assessment.warnings().isEmpty()
        && file.lifted().isEmpty()
        && file.evidence().stream().allMatch(piece -> piece.seenBy().isEmpty())
        && file.evidence().stream().anyMatch(piece -> piece.kind() == EvidenceClass.CODE)
        && ticket.answers().reasons().stream().noneMatch(FOR_PEOPLE::contains)
        && !ticket.reopened()
        && ticket.assignee().isEmpty()
        && LeadingClaim.taken(context, ticket).isEmpty()
        && LeadingClaim.beside(context, ticket) == 0
        && domains.settled(context, ticket, file.account());
  }

  /** Approves a case that is complete, and tells everybody who hears of an approval. */
  Ticket approve(FlowContext context, Ticket complete, Assessment assessment) {
    Ticket approved =
        context.apply(complete, TicketEvent.APPROVED, Cause.desk(coolingOff.shown(assessment)));
    Begun begun = coolingOff.begin(context, approved, assessment);
    Ticket ticket = begun.ticket();
    context
        .work()
        .deeds()
        .add(
            new Deed(
                ticket.id(),
                ticket.version(),
                COMMAND,
                desk,
                context.now(),
                Standing.of(complete)));
    LeftForDigest.add(context, ticket, COMMAND, desk, "", Optional.of(begun.executeAt()));
    return ticket;
  }
}

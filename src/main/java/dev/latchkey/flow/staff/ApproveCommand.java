package dev.latchkey.flow.staff;

import dev.latchkey.check.Assessment;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.recovery.CoolingOff;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.staff.Decision.Reach;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Proofs;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.ApprovalRemark;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.reply.HouseLines;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records one approval; the last one that is needed begins the cooling-off time. */
final class ApproveCommand implements Command {
  private final ApprovalPace pace;
  private final StaffTimes times;
  private final StaffRoster staff;
  private final CoolingOff coolingOff;
  private final Review review;
  private final StaffAnswers answers;

  ApproveCommand(
      ApprovalPace pace,
      StaffTimes times,
      StaffRoster staff,
      CoolingOff coolingOff,
      Review review,
      StaffAnswers answers) {
    this.pace = pace;
    this.times = times;
    this.staff = staff;
    this.coolingOff = coolingOff;
    this.review = review;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.APPROVE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.APPROVING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.APPROVED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return ApprovalRemark.doubt(HouseLines.above(given.remark()))
        .<Phrase>map(CommandPhrase.Doubted::new)
        .or(() -> pace.over(given));
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    Ticket ticket = noted(given);
    Assessment assessment = given.loadFile().assessment();
    Proofs evidence = context.work().proofs();
    SecondFactor.use(given);
    // Who approved other evidence did not approve this, nor who did so long ago.
    Approvals.lapse(context, given.loadFile());
    evidence.approve(
        ticket.id(),
        ticket.round(),
        given.by(),
        context.now(),
        given.loadFile().digest(),
        given.loadFile().newAddress());
    List<EmailAddress> approvers = Approvals.counting(context, given.loadFile(), staff);
    int needed = given.loadFile().approversNeeded(approvers);
    if (approvers.size() < needed) {
      Ticket recorded =
          context.apply(
              ticket, TicketEvent.APPROVAL_RECORDED, given.cause(coolingOff.shown(assessment)));
      review.wantApproval(context, recorded, given.key());
      return answers.told(given, recorded, new CommandPhrase.Approvals(approvers.size(), needed));
    }
    return coolOff(given, ticket, assessment);
  }

  /** Remarks below an approval are a note: the next approver and whoever carries it out read it. */
  private static Ticket noted(GivenCommand given) {
    String remark = given.unsignedRemark();
    return remark.isEmpty()
        ? given.ticket()
        : given.context().apply(given.ticket(), TicketEvent.NOTED, given.cause(remark));
  }

  private Result coolOff(GivenCommand given, Ticket ticket, Assessment assessment) {
    Ticket approved =
        given
            .context()
            .apply(ticket, TicketEvent.APPROVED, given.cause(coolingOff.shown(assessment)));
    CoolingOff.Begun begun = coolingOff.begin(given.context(), approved, assessment);
    return answers.decided(
        given,
        begun.ticket(),
        Decision.of(given)
            .executedAt(Optional.of(begun.executeAt()))
            .reaching(reach(assessment, given.context().now(), begun.executeAt())));
  }

  /**
   * Nobody else is mailed at once of what the next digest tells in time to stop it. What is carried
   * out sooner is told to one person more, or to all where it takes two to approve.
   */
  private Reach reach(Assessment assessment, Instant now, Instant executeAt) {
    if (times.digestComesInTime(now, executeAt)) {
      return Reach.DIGEST;
    }
    return assessment.approvers() > 1 ? Reach.EVERYBODY : Reach.WITNESS;
  }
}

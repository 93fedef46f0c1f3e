package dev.latchkey.flow.recovery;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;

/** Begins the time in which owners may object to a recovery that was approved. */
public final class CoolingOff {
  private final Policy policy;
  private final CourtesySchedule courtesy;
  private final Notices notices;
  private final Letters letters;

  /** The ticket, and when it is carried out. */
  public record Begun(Ticket ticket, Instant executeAt) {}

  public CoolingOff(Policy policy, CourtesySchedule courtesy, Notices notices, Letters letters) {
    this.policy = policy;
    this.courtesy = courtesy;
    this.notices = notices;
    this.letters = letters;
  }

  /**
   * Tells everybody of an approval, and when it is carried out.
   *
   * @param decided the ticket right after its approval
   */
  public Begun begin(FlowContext context, Ticket decided, Assessment assessment) {
    Instant executeAt = courtesy.executeAt(assessment.coolingOff(), context.now());
    Ticket approved = context.keep(courtesy.coolOff(decided, executeAt, context.now()));
    boolean again = approved.next().filter(due -> due.step() != FollowUp.EXECUTE).isPresent();
    notices.approved(context, approved, executeAt, again);
    letters.toRequester(
        context,
        approved,
        new DecisionLetter.Approved(
            executeAt.isAfter(context.now()),
            executeAt,
            WritersPlace.isAnothers(context, approved)),
        "version " + approved.version());
    return new Begun(approved, executeAt);
  }

  /** What a decision stands on, for the history. */
  public String shown(Assessment assessment) {
    return "policy %s, level %s, %d points, %d groups, %s"
        .formatted(
            policy.version(),
            assessment.level(),
            assessment.points(),
            assessment.groups(),
            assessment.recommends() ? "recommended" : "not recommended");
  }
}

package dev.latchkey.flow.staff;

import dev.latchkey.check.Assessment;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.store.EvidenceShelf;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Approves a recovery: records one approval, and with the last needed one begins the cooling-off.
 */
public final class Approval {
  private final DeskSettings settings;
  private final CourtesySchedule courtesy;
  private final Review review;
  private final Notices notices;
  private final Letters letters;
  private final StaffAnswers answers;

  public Approval(
      DeskSettings settings,
      CourtesySchedule courtesy,
      Review review,
      Notices notices,
      Letters letters,
      StaffAnswers answers) {
    this.settings = settings;
    this.courtesy = courtesy;
    this.review = review;
    this.notices = notices;
    this.letters = letters;
    this.answers = answers;
  }

  Result approve(GivenCommand given) {
    if (!given.possible(TicketEvent.APPROVED)) {
      return answers.impossible(given);
    }
    FlowContext turn = given.turn();
    Ticket ticket = given.ticket();
    EvidenceShelf evidence = turn.work().evidence();
    Instant dayAgo = turn.now().minus(Duration.ofDays(1));
    if (evidence.countApprovals(given.by(), dayAgo) >= settings.approvalsPerDay()) {
      return answers.refused(
          given, "You have approved " + settings.approvalsPerDay() + " tickets within a day.");
    }
    Assessment assessment = review.assess(turn, ticket);
    given.useToken();
    SecondFactor.use(turn, given.member(), given.command());
    int approvals = evidence.approvers(ticket.id(), ticket.round()).size() + 1;
    String digest = given.token().digest().orElseThrow();
    evidence.approve(ticket.id(), ticket.round(), given.by(), turn.now(), digest);
    if (approvals < assessment.approvers()) {
      Ticket recorded = given.apply(TicketEvent.APPROVAL_RECORDED, shown(assessment));
      return answers.told(
          given,
          recorded,
          "%d of %d approvals; another person must approve too."
              .formatted(approvals, assessment.approvers()));
    }
    return coolOff(given, assessment);
  }

  private Result coolOff(GivenCommand given, Assessment assessment) {
    FlowContext turn = given.turn();
    Instant executeAt = courtesy.executeAt(assessment.coolingOff(), turn.now());
    Ticket approved = given.apply(TicketEvent.APPROVED, shown(assessment));
    approved = turn.keep(courtesy.coolOff(approved, executeAt, turn.now()));
    notices.approved(turn, approved, executeAt);
    letters.toRequester(
        turn,
        approved,
        Letter.APPROVED,
        "round " + approved.round(),
        Map.of("executeAt", executeAt));
    return answers.decided(given, approved, Optional.of(executeAt));
  }

  /** What the decision stood on, for the history. */
  private static String shown(Assessment assessment) {
    return "level %s, %d points, %d groups, %s"
        .formatted(
            assessment.level(),
            assessment.points(),
            assessment.groups(),
            assessment.recommended() ? "recommended" : "not recommended");
  }
}

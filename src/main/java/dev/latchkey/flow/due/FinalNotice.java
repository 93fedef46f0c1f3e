package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;

/** Every owner is told a last time, and has from now on as long as the policy says to object. */
final class FinalNotice implements DueStep {
  /** Announced moments that differ by less are the same to people. */
  private static final Duration SAME = Duration.ofHours(1);

  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final Notices notices;
  private final CaseFiles files;
  private final StillApproved approval;

  FinalNotice(
      CourtesySchedule courtesy,
      Letters letters,
      Notices notices,
      CaseFiles files,
      StillApproved approval) {
    this.courtesy = courtesy;
    this.letters = letters;
    this.notices = notices;
    this.files = files;
    this.approval = approval;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    if (approval.holdIfOutdated(context, ticket, files.open(context, ticket))) {
      return;
    }
    Instant planned = ticket.next().orElseThrow().at();
    Instant announced = courtesy.executeAtLast(planned, planned);
    Instant executeAt = courtesy.executeAtLast(planned, context.now());
    Ticket reminded =
        context.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.FINAL_NOTICE.name()));
    reminded = context.keep(reminded.change().next(FollowUp.EXECUTE, executeAt).build());
    notices.last(context, reminded, executeAt);
    if (executeAt.isAfter(announced.plus(SAME))) {
      letters.toRequester(
          context, reminded, new DecisionLetter.Postponed(executeAt), "until " + executeAt);
    }
  }
}

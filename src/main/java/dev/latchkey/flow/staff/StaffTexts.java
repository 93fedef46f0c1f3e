package dev.latchkey.flow.staff;

import dev.latchkey.check.Assessment;
import dev.latchkey.flow.recovery.CaseFile;
import dev.latchkey.flow.recovery.CaseText;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What staff are told about one ticket and about the queue. */
public final class StaffTexts {
  private static final int SHOWN = 50;
  private final DeskFigures figures;

  public StaffTexts(DeskFigures figures) {
    this.figures = figures;
  }

  List<String> status(CaseFile file) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s is %s since %s".formatted(ticket.reference(), ticket.state(), ticket.stateSince()));
    lines.add("Requester: " + ticket.requester());
    lines.add("Account: " + ticket.account().orElse("not named yet"));
    lines.add("Opened: " + ticket.openedAt());
    ticket.assignee().ifPresent(who -> lines.add("Assigned to: " + who));
    ticket
        .nextFollowUpAt()
        .ifPresent(at -> lines.add("Next: " + ticket.nextFollowUp().orElseThrow() + " at " + at));
    lines.add(
        "Evidence: %d points in %d groups, level %s"
            .formatted(assessment.points(), assessment.groups(), assessment.level()));
    assessment
        .warnings()
        .forEach(w -> lines.add("Warning: " + w.kind().sentence() + ": " + w.source()));
    return lines;
  }

  List<String> queue(Instant now) {
    List<String> lines = new ArrayList<>();
    for (Ticket ticket : figures.staffQueue(SHOWN)) {
      lines.add(
          "%s  %s since %s%s"
              .formatted(
                  ticket.reference(),
                  ticket.state(),
                  CaseText.words(
                      Duration.ofHours(Duration.between(ticket.stateSince(), now).toHours())),
                  ticket.assignee().map(who -> "  " + who).orElse("")));
    }
    return lines;
  }
}

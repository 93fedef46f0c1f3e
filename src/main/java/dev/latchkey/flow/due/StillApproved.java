package dev.latchkey.flow.due;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Level;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.NewAddress;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.phrase.ChangePhrase;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether what an approval stood on is still there: the account and what was proved of it, as many
 * people as are needed who still may approve, the address that it is to get. It is looked at before
 * the last notice, so that nobody is told of a day on which nothing can happen, and before the
 * order.
 */
final class StillApproved {
  private final Letters letters;
  private final Notices notices;
  private final StaffRoster staff;

  StillApproved(Letters letters, Notices notices, StaffRoster staff) {
    this.letters = letters;
    this.notices = notices;
    this.staff = staff;
  }

  /** Puts a ticket on hold whose approval stands no longer, and says whether it did. */
  boolean holdIfOutdated(FlowContext context, Ticket ticket, CaseFile file) {
    Assessment assessment = file.assessment();
    if (!assessment.aboveFloor() || lacksApprovals(context, file)) {
      hold(
          context,
          ticket,
          Cause.desk("what the approval stood on has changed"),
          new AlertLetter.ApprovalOutdated(
              context.nameOnRecord(ticket),
              Stream.of(
                      NewAddress.stands(context, ticket)
                          ? Stream.<Phrase>of()
                          : Stream.<Phrase>of(new EvidencePhrase.OtherAddress()),
                      level(ticket, assessment.asked()),
                      assessment.lacking().stream().<Phrase>map(EvidencePhrase.Lacks::new))
                  .flatMap(some -> some)
                  .toList()));
      return true;
    }
    if (!NewAddress.stands(context, ticket)) {
      hold(
          context,
          ticket,
          Cause.desk("the account would get another address than the approved one"),
          new AlertLetter.ApprovalOutdated(
              context.nameOnRecord(ticket), List.of(new EvidencePhrase.OtherAddress())));
      return true;
    }
    return false;
  }

  /** Nothing where it is the one that the approval was given at. */
  private static Stream<Phrase> level(Ticket ticket, Level now) {
    return ticket.dialogue().level().stream()
        .map(Level::valueOf)
        .filter(was -> was != now)
        .map(was -> new ChangePhrase.NowLevel(was, now));
  }

  /** Stops before the order is given, and tells everybody who had been told of the day. */
  void hold(FlowContext context, Ticket ticket, Cause why, StaffLetter letter) {
    Ticket held = context.apply(ticket, TicketEvent.HELD, why);
    notices.offForAll(context, ticket, held);
    letters.toAllStaff(context, held, letter, "held " + held.version());
  }

  /** Whether those who approved it, and still may, are too few; nobody need where none is asked. */
  private boolean lacksApprovals(FlowContext context, CaseFile file) {
    List<EmailAddress> approvers = Approvals.counting(context, file, staff);
    int needed =
        approvers.isEmpty() ? file.assessment().approvers() : file.approversNeeded(approvers);
    return approvers.size() < needed;
  }
}

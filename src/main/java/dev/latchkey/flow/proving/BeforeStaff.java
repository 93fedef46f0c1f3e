package dev.latchkey.flow.proving;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/** Puts a request before the staff as it is, and tells its requester why a person looks. */
public final class BeforeStaff {
  private final Policy policy;
  private final CaseFiles files;
  private final Review review;
  private final Letters letters;
  private final Outlook outlook;

  public BeforeStaff(
      Policy policy, CaseFiles files, Review review, Letters letters, Outlook outlook) {
    this.policy = policy;
    this.files = files;
    this.review = review;
    this.letters = letters;
    this.outlook = outlook;
  }

  /** Moves it there, without a letter to the requester. */
  Ticket move(FlowContext context, Ticket ticket, TicketEvent event, Cause cause) {
    Ticket moved = files.levelled(context, context.apply(ticket, event, cause));
    review.sendCase(context, moved, "round " + moved.round());
    return moved;
  }

  /**
   * Tells the requester.
   *
   * @param earlier the reason for which it was declined before; may be empty
   * @param coming codes go out with this letter, if the account exists
   * @param key what makes it this letter and no other
   */
  Ticket tell(
      FlowContext context, Ticket moved, Handover why, Text earlier, boolean coming, String key) {
    Outlook.Told told = outlook.tell(context, moved);
    letters.toRequester(
        context,
        told.ticket(),
        new RequesterLetter.PersonLooks(
            why,
            Understood.of(moved.answers()),
            earlier,
            why.proofless() && policy.countsWhatPeopleSee(),
            coming,
            why != Handover.OTHER_ADDRESS_GONE
                && CodesDue.before(context, moved)
                && !OtherCode.allCounted(context, moved),
            OtherCode.counted(context, moved),
            false,
            told.before(),
            told.span(),
            told.nextWord()),
        key);
    return told.ticket();
  }
}

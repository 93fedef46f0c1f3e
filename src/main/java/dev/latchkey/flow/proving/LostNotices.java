package dev.latchkey.flow.proving;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OwnersTold;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.LostLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Notices to owners that were refused, or came back: whoever reads that address alone cannot
 * object, so all staff hear of it at once, once for an address and ticket.
 */
public final class LostNotices {
  private static final List<LetterKind> NOTICES =
      List.of(
          LetterKind.of(NoticeLetter.NoticeApproved.class),
          LetterKind.of(NoticeLetter.NoticeFinal.class),
          LetterKind.of(NoticeLetter.NoticeRecovered.class),
          LetterKind.of(NoticeLetter.NoticeBackIn.class));

  private static final List<LetterKind> REFUSED =
      Stream.concat(NOTICES.stream(), Stream.of(LostCodes.CODE)).toList();

  private static final Set<TicketState> TOLD =
      EnumSet.of(TicketState.COOLING_OFF, TicketState.EXECUTING, TicketState.RECOVERED);

  /** What was refused longer ago is of no use to anybody. */
  private static final Duration OLDEST = Duration.ofDays(7);

  private static final int BATCH = 50;

  private final Letters letters;
  private final LostCodes codes;

  public LostNotices(Letters letters, LostCodes codes) {
    this.letters = letters;
    this.codes = codes;
  }

  /** Notes those that a server refused since the last look, and codes with them; how many. */
  public int noteRefused(FlowContext context) {
    List<LostLetter> lost =
        context.work().outbox().refused(REFUSED, context.now().minus(OLDEST), BATCH);
    for (LostLetter letter : lost) {
      Detail.NotArrived detail =
          new Detail.NotArrived(
              letter.letter().name(), letter.recipient(), false, letter.lastAnswer());
      Ticket ticket = context.work().tickets().load(letter.ticketId());
      Ticket noted = context.apply(ticket, TicketEvent.NOTICE_BOUNCED, Cause.desk(detail.text()));
      EmailAddress owner = EmailAddress.of(letter.recipient());
      if (letter.letter().equals(LostCodes.CODE)) {
        codes.lost(context, noted, owner);
      } else {
        tell(context, noted, letter.letter(), owner, detail.why());
      }
    }
    return lost.size();
  }

  /**
   * Tells all staff of one that is noted.
   *
   * @param why what the server said; may be empty
   */
  public void tell(
      FlowContext context, Ticket ticket, LetterKind letter, EmailAddress owner, String why) {
    if (!NOTICES.contains(letter) || !TOLD.contains(ticket.state())) {
      return;
    }
    boolean done = ticket.state() == TicketState.RECOVERED;
    letters.toAllStaff(
        context,
        ticket,
        new AlertLetter.NoticeLost(
            context.nameOnRecord(ticket),
            owner,
            new Text(why),
            !done && OwnersTold.of(context, ticket).since().isPresent(),
            ticket.state() == TicketState.EXECUTING,
            done),
        "to " + owner);
  }
}

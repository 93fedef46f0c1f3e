package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.SettledBefore;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.remark.PlainEnd;
import dev.latchkey.triage.remark.WaveringReader;
import dev.latchkey.triage.remark.WorkedReader;
import java.util.Optional;

/** What becomes of a request whose requester says, or may say, that it is over. */
final class RequesterEnd {
  private static final LetterKind CODE_ALONE = LetterKind.of(EvidenceLetter.SavedCodeAlone.class);

  private static final PlainEnd ENDS = new PlainEnd();

  private final Letters letters;
  private final Notices notices;
  private final HaltAnswers halts;

  RequesterEnd(Letters letters, Notices notices, HaltAnswers halts) {
    this.letters = letters;
    this.notices = notices;
    this.halts = halts;
  }

  /** Whether what had been settled before was opened again, and they say that all is well. */
  boolean isWellAgain(FlowContext context, Ticket ticket, Incoming mail) {
    return ticket.accepts(TicketEvent.WELL_AGAIN)
        && AfterWords.isGood(mail)
        && settled(context, ticket);
  }

  private static boolean settled(FlowContext context, Ticket ticket) {
    return SettledBefore.is(context.work().tickets().history(ticket.id()));
  }

  /**
   * One opinion says that it is over: nothing ends, and they are asked. Where it is surely theirs,
   * the case is another one than it was before they wrote it.
   */
  Result perhaps(FlowContext context, Ticket ticket, Incoming mail, boolean proved) {
    Cause cause =
        proved
            ? Written.cause(mail, ticket, new Detail.PerhapsOver(Written.words(mail)).text())
            : Written.cause(mail, ticket);
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, cause);
    // It may be anger, or a new trouble: a person reads it, whatever they answer.
    context.work().messages().untold(mail.id());
    letters.toRequester(
        context,
        kept,
        new RequesterLetter.IsItOver(ticket.state().standsStill()),
        Written.key(mail));
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "perhaps it is over");
  }

  /** What had been settled, and was opened again by what they wrote, is settled as before. */
  Result wellAgain(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket closed = context.apply(ticket, TicketEvent.WELL_AGAIN, Written.cause(mail, ticket));
    letters.toRequester(
        context, closed, new RequesterLetter.Withdrawn(true, false, false), Written.key(mail));
    return Result.of(Outcome.WITHDRAWN, closed, "settled before, and all is well");
  }

  /** It is closed as they wish. */
  Result withdraw(FlowContext context, Ticket ticket, Incoming mail) {
    boolean settled = settled(context, ticket);
    if (settled && ticket.accepts(TicketEvent.WELL_AGAIN)) {
      return wellAgain(context, ticket, mail);
    }
    Ticket withdrawn =
        end(
            context,
            ticket,
            mail,
            new RequesterLetter.Withdrawn(
                settled, isBackIn(mail) || saysItWorked(context, ticket, mail), false));
    return Result.of(Outcome.WITHDRAWN, withdrawn, "the requester says it is over");
  }

  /** Whoever has the mailbox that it came from says that they never asked: it has no requester. */
  Result denied(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket withdrawn =
        end(context, ticket, mail, new RequesterLetter.Withdrawn(false, false, true));
    return Result.of(
        Outcome.WITHDRAWN, withdrawn, "the requester's mailbox says that nobody asked");
  }

  private Ticket end(
      FlowContext context, Ticket ticket, Incoming mail, RequesterLetter.Withdrawn told) {
    Ticket withdrawn = context.apply(ticket, TicketEvent.WITHDRAWN, Written.cause(mail, ticket));
    notices.off(context, ticket, withdrawn, Optional.empty());
    halts.ended(context, ticket, withdrawn);
    letters.toRequester(context, withdrawn, told, Written.key(mail));
    return withdrawn;
  }

  /** Whether all that they say is that they are in their account again. */
  static boolean isBackIn(Incoming mail) {
    return ENDS.isBackIn(mail.triaged().reply().strict(), writer(mail));
  }

  /** Whether all that they say is that we may close it: that something worked is not said. */
  static boolean onlyCloses(Incoming mail) {
    String strict = mail.triaged().reply().strict();
    return ENDS.isOrder(strict, strict, writer(mail), false);
  }

  private static String writer(Incoming mail) {
    return mail.mail().field("From").map(HeaderField::text).orElse("");
  }

  /** Whether it may answer what the staff asked, or tell of a proof that was asked for. */
  static boolean mayBeElse(FlowContext context, Ticket ticket, Incoming mail) {
    return isBackIn(mail)
        && (ticket.questionOpen()
            || (ENDS.mayBeElse(mail.triaged().reply().strict())
                && OpenProofs.any(context, ticket)));
  }

  /**
   * Whether we asked if a recovery code of theirs got them in, and they say that it did: our letter
   * promises that this closes it. What stands still is left to the readings of {@link #isSaid}.
   */
  static boolean saysItWorked(FlowContext context, Ticket ticket, Incoming mail) {
    String written = mail.triaged().reply().generous();
    return !ticket.state().standsStill()
        && !mail.triaged().tellsOfCompromise()
        && (WorkedReader.says(written)
            || (AfterWords.of(mail) == AfterWords.NOTHING && ENDS.isWell(written)))
        && context.wrote(ticket, CODE_ALONE);
  }

  /**
   * Who tells of somebody else in the account is not back in it, and who lost a hope is not either,
   * whatever the words say.
   */
  static boolean isSaid(Incoming mail) {
    return mail.triaged().intent().over()
        && !mail.triaged().tellsOfCompromise()
        && !WaveringReader.hopeGone(mail.triaged().reply().generous());
  }
}

package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.AskedBesides;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.recovery.Approaches;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.SettledBefore;
import dev.latchkey.flow.recovery.StillContested;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.remark.AfterResetReader;
import java.util.Set;

/**
 * A mail to a ticket that is closed. Thanks are kept, and so is the news that all is well; what is
 * asked besides goes before a person as a question. How it is going is told once a day to who asks
 * nothing else and was not declined. Anything else goes before a person: in the same ticket, with
 * all that was proved before, or as a question of its own where that was closed long ago.
 */
public final class AfterEnd {
  private final TicketAnswers answers;
  private final HandOver handOver;
  private final ProofRecorder recorder;
  private final StatusReply status;
  private final RivalClaims rivalry;
  private final InquiryFlow questions;
  private final StillContested contested;
  private final RequesterObjection objection;

  public AfterEnd(
      TicketAnswers answers,
      HandOver handOver,
      ProofRecorder recorder,
      StatusReply status,
      RivalClaims rivalry,
      InquiryFlow questions,
      StillContested contested,
      RequesterObjection objection) {
    this.answers = answers;
    this.contested = contested;
    this.objection = objection;
    this.questions = questions;
    this.handOver = handOver;
    this.recorder = recorder;
    this.status = status;
    this.rivalry = rivalry;
  }

  /**
   * What it does.
   *
   * @param proved it is theirs, by the reply address or by their domain
   */
  Result run(FlowContext context, Ticket closed, Incoming mail, boolean proved) {
    return proved
        ? objection
            .afterReset(context, closed, mail)
            .or(() -> objection.agreedAfterEnd(context, closed, mail))
            .orElseGet(() -> words(context, closed, mail))
        : words(context, closed, mail);
  }

  /**
   * Theirs was put to a request of somebody else, of whom they read nothing: what they write now is
   * a question of its own, which a person answers.
   */
  Result besideAnothers(FlowContext context, Ticket merged, Incoming mail) {
    return mail.saysNothingNew()
        ? Written.kept(context, merged, mail)
        : questions.besides(context, mail);
  }

  private Result words(FlowContext context, Ticket closed, Incoming mail) {
    Intent intent = mail.triaged().intent().intent();
    Set<Wish> wishes = mail.triaged().intent().wishes();
    boolean back = closed.state() == TicketState.RECOVERED;
    AfterWords words = back ? AfterWords.afterReset(mail) : AfterWords.of(mail);
    if (words == AfterWords.NOTHING) {
      return Written.kept(context, closed, mail);
    }
    if (words == AfterWords.WELL_AND_ASKS || (back && words == AfterWords.ONLY_ASKS)) {
      return questions.besides(context, mail);
    }
    // Who closed it after that declined nothing.
    boolean settled = SettledBefore.is(context.work().tickets().history(closed.id()));
    // Whoever answers a refusal objects to it, whatever the words; a person has to read it.
    boolean statusAlone =
        intent == Intent.STATUS
            && wishes.stream().allMatch(Wish.QUESTION::equals)
            && (settled || closed.state() != TicketState.REJECTED)
            && status.isAll(context, closed, mail);
    if (statusAlone) {
      return owesAnAnswer(context, closed)
          ? questions.besides(context, mail)
          : status.tell(context, closed, mail);
    }
    if (status.late(context, closed)) {
      return questions.besides(context, mail);
    }
    Ticket ticket = answers.broughtBack(context, closed, mail);
    if (closed.account().isEmpty()) {
      Approaches.before(context, ticket);
    }
    boolean taken = !rivalry.mayLead(context, ticket);
    if (taken) {
      // It waits beside the other one, so what is new has to reach a person as it is.
      context.work().messages().untold(mail.id());
    }
    Ticket placed = ticket;
    if (taken) {
      // Its requester reads the same words: that somebody else claims the account is not said.
      placed = context.keep(ticket.change().beside(true).build());
    } else {
      rivalry.makeWay(context, ticket, Written.cause(mail, ticket, "has proof of its own"));
    }
    recorder.recordSender(context, placed, mail);
    Cause cause = Written.cause(mail, ticket);
    if (contested.undecided(context, placed)) {
      Text said = new Text(CaseMessages.withoutCodes(Written.words(mail)));
      Ticket open = contested.open(context, placed, cause, said, Written.key(mail));
      return Result.of(Outcome.REOPENED, open, "objected to before, and never decided");
    }
    Text earlier = settled ? Text.NONE : StatusReply.reason(context, ticket);
    Ticket open =
        wishes.contains(Wish.NEW_CODE) || codeHelps(context, placed, earlier)
            ? handOver.withNewCodes(
                context, placed, TicketEvent.REOPENED, cause, why(ticket, mail, settled), earlier)
            : handOver.toStaff(
                context, placed, TicketEvent.REOPENED, cause, why(ticket, mail, settled), earlier);
    return Result.of(Outcome.REOPENED, open, "");
  }

  /**
   * Whether the staff closed it while a question of theirs had no answer: they were told that a
   * person reads it if they ask again, and whoever asks how it goes does.
   */
  private static boolean owesAnAnswer(FlowContext context, Ticket closed) {
    return closed.state() == TicketState.WITHDRAWN
        && context.work().tickets().history(closed.id()).stream()
            .anyMatch(entry -> entry.event() == TicketEvent.CLOSED)
        && AskedBesides.open(context, closed);
  }

  /**
   * Whether fresh codes go out to who was declined and never sent one back that counted: the staff
   * can do little without one. Whether the account exists does not show in it.
   */
  private static boolean codeHelps(FlowContext context, Ticket declined, Text earlier) {
    return !earlier.words().isEmpty() && OtherCode.noneCame(context, declined);
  }

  /** "Sorry that you are not back in" is written to nobody who does not say so. */
  private static Handover why(Ticket ticket, Incoming mail, boolean settled) {
    if (settled || ticket.state() == TicketState.RECOVERED) {
      return AfterWords.outside(mail) && !AfterResetReader.isIn(mail.triaged().reply().generous())
          ? Handover.AFTER_RECOVERY
          : Handover.AFTER_END;
    }
    return ticket.state() == TicketState.REJECTED ? Handover.AFTER_REJECTION : Handover.AFTER_END;
  }
}

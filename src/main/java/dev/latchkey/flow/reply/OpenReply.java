package dev.latchkey.flow.reply;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import dev.latchkey.triage.owner.PauseReader;
import dev.latchkey.triage.remark.AfterResetReader;
import dev.latchkey.triage.remark.WaveringReader;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a mail of the requester does to their open request: the steps in the order in which they are
 * asked, the first that has an answer is the last.
 */
public final class OpenReply {
  private final DeskSettings settings;
  private final ForwardedCodes forwardedCodes;
  private final TicketAnswers answers;
  private final DetailsReply details;
  private final AccountCorrection correction;
  private final WaitingReply waiting;
  private final StatusReply status;
  private final ProofAnswers proofs;
  private final Letters letters;
  private final RequesterEnd end;
  private final HeldCodes heldCodes;
  private final UnreadCodes unreadCodes;
  private final WordsToStaff words;
  private final RequesterObjection objection;

  /** Of the parts that it sends a mail to. */
  public OpenReply(
      DeskSettings settings,
      TicketAnswers answers,
      DetailsReply details,
      AccountCorrection correction,
      WaitingReply waiting,
      StatusReply status,
      ProofAnswers proofs,
      Letters letters,
      Notices notices,
      HaltAnswers halts,
      SavedCodeOffers codes,
      WordsToStaff words,
      RequesterObjection objection) {
    this.settings = settings;
    this.forwardedCodes = new ForwardedCodes(letters);
    this.answers = answers;
    this.details = details;
    this.correction = correction;
    this.waiting = waiting;
    this.status = status;
    this.proofs = proofs;
    this.letters = letters;
    this.end = new RequesterEnd(letters, notices, halts);
    this.heldCodes = new HeldCodes(settings, codes);
    this.unreadCodes = new UnreadCodes(settings, letters, codes);
    this.words = words;
    this.objection = objection;
  }

  /**
   * A mail about an open request.
   *
   * @param proved it is the requester's, as {@link RequesterReplyFlow} tells
   */
  private record Reply(FlowContext context, Ticket ticket, Incoming mail, boolean proved) {
    boolean asked() {
      return ticket.state() == TicketState.NEEDS_DETAILS;
    }

    boolean asksHowItGoes() {
      return mail.triaged().intent().intent() == Intent.STATUS;
    }
  }

  /**
   * What it says of an end.
   *
   * @param over it says that it is over, and it can be
   * @param sure it means nothing else
   * @param pauses it asks us to wait
   * @param stops it speaks against what goes on
   */
  private record Ending(boolean over, boolean sure, boolean pauses, boolean stops) {}

  /**
   * Runs the steps.
   *
   * @param writer for whom its writer gives themselves out
   */
  Result run(FlowContext context, Ticket ticket, Incoming mail, Writer writer, boolean proved) {
    Reply reply = new Reply(context, ticket, mail, proved);
    return forwardedCodes
        .run(context, ticket, mail)
        .or(() -> bereaved(reply, writer))
        .or(() -> nothingNew(reply))
        .or(() -> otherAccount(reply))
        // "Done" is the answer that we asked for before it is the end of everything.
        .or(() -> proofs.run(context, ticket, mail, proved))
        .or(() -> proved ? objection.denied(context, ticket, mail) : Optional.empty())
        .or(() -> deniedFromElsewhere(reply))
        .or(() -> wellAgain(reply))
        .or(() -> proved ? objection.agreed(context, ticket, mail) : Optional.empty())
        .orElseGet(() -> goesOnOrEnds(reply));
  }

  /** What is no denial and names no other account: does it end, or go on? */
  private Result goesOnOrEnds(Reply reply) {
    Ending ending = ending(reply);
    return withdrawn(reply, ending)
        .or(() -> unproved(reply, ending))
        .or(() -> answers(reply))
        .or(() -> wantsTime(reply))
        .or(() -> codes(reply, ending))
        .or(() -> perhapsOver(reply, ending))
        .orElseGet(() -> asItStands(reply, ending));
  }

  private Optional<Result> bereaved(Reply reply, Writer writer) {
    return writer == Writer.BEREAVED
        ? Optional.of(
            words.bereaved(
                reply.context(),
                reply.ticket(),
                reply.mail(),
                reply.mail().mayBeAnswered(settings.answerUnproved())))
        : Optional.empty();
  }

  private Optional<Result> nothingNew(Reply reply) {
    Incoming mail = reply.mail();
    boolean answersStaff =
        reply.asked() && reply.ticket().questionOpen() && Written.pictures(mail) > 0;
    boolean ends = RequesterEnd.isSaid(mail) && mail.triaged().intent().sure();
    boolean worked =
        reply.ticket().state() == TicketState.SELF_SERVICE && WaitingReply.worked(mail);
    if (!mail.saysNothingNew() || answersStaff || ends || worked) {
      return Optional.empty();
    }
    return Optional.of(
        mail.saysNothing()
            ? noWords(reply.context(), reply.ticket(), mail)
            : Written.kept(reply.context(), reply.ticket(), mail));
  }

  private Optional<Result> otherAccount(Reply reply) {
    boolean corrects =
        AccountCorrection.read(reply.context(), reply.ticket(), reply.mail()).isPresent();
    if (corrects && !reply.proved()) {
      return Optional.of(confirm(reply));
    }
    return reply.proved()
        ? correction.run(reply.context(), reply.ticket(), reply.mail())
        : Optional.empty();
  }

  /** Who denies it from an address of no account objects for nobody: their request is no more. */
  private Optional<Result> deniedFromElsewhere(Reply reply) {
    return reply.proved() && objection.deniesBefore(reply.ticket(), reply.mail())
        ? Optional.of(end.denied(reply.context(), reply.ticket(), reply.mail()))
        : Optional.empty();
  }

  private Optional<Result> wellAgain(Reply reply) {
    return reply.proved() && end.isWellAgain(reply.context(), reply.ticket(), reply.mail())
        ? Optional.of(end.wellAgain(reply.context(), reply.ticket(), reply.mail()))
        : Optional.empty();
  }

  private Ending ending(Reply reply) {
    Ticket ticket = reply.ticket();
    Incoming mail = reply.mail();
    boolean worked =
        RequesterEnd.saysItWorked(reply.context(), ticket, mail)
            && !(reply.asked() && answers.answered(ticket, mail));
    boolean over =
        (worked || RequesterEnd.isSaid(mail))
            && (ticket.state() != TicketState.SELF_SERVICE || RequesterEnd.onlyCloses(mail))
            && (ticket.state() == TicketState.EXECUTING || ticket.accepts(TicketEvent.WITHDRAWN));
    boolean sure =
        worked
            || (mail.triaged().intent().sure()
                && !RequesterEnd.mayBeElse(reply.context(), ticket, mail));
    boolean pauses = objection.pauses(ticket, mail);
    return new Ending(over, sure, pauses, pauses || objection.stops(ticket, mail));
  }

  private Optional<Result> withdrawn(Reply reply, Ending ending) {
    boolean ordered = reply.ticket().state() == TicketState.EXECUTING;
    if (!ending.over() || (reply.proved() && (!ending.sure() || ordered))) {
      return Optional.empty();
    }
    return Optional.of(
        reply.proved()
            ? end.withdraw(reply.context(), reply.ticket(), reply.mail())
            : confirm(reply));
  }

  private Optional<Result> unproved(Reply reply, Ending ending) {
    return !reply.proved()
            && (ending.stops() || WaitingReply.needsProof(reply.ticket(), reply.mail()))
        ? Optional.of(confirm(reply))
        : Optional.empty();
  }

  private Optional<Result> answers(Reply reply) {
    return reply.asked()
            && (reply.ticket().questionOpen() || answers.answered(reply.ticket(), reply.mail()))
        ? Optional.of(details.run(reply.context(), reply.ticket(), reply.mail()))
        : Optional.empty();
  }

  private Optional<Result> wantsTime(Reply reply) {
    if (!WaitingReply.wantsTime(reply.ticket(), reply.mail())) {
      return Optional.empty();
    }
    return Optional.of(
        reply.proved()
            ? waiting.moreTime(reply.context(), reply.ticket(), reply.mail())
            : confirm(reply));
  }

  /** Codes that cannot be read, or are held and not used: help with them, unless it ends. */
  private Optional<Result> codes(Reply reply, Ending ending) {
    if (ending.over() || ending.stops()) {
      return Optional.empty();
    }
    return unreadCodes
        .run(reply.context(), reply.ticket(), reply.mail())
        .or(
            () ->
                heldCodes.help(reply.context(), reply.ticket(), reply.mail())
                    ? Optional.of(heldCodes.run(reply.context(), reply.ticket(), reply.mail()))
                    : Optional.empty());
  }

  private Optional<Result> perhapsOver(Reply reply, Ending ending) {
    Ticket ticket = reply.ticket();
    Incoming mail = reply.mail();
    String written = mail.triaged().reply().generous();
    // While a reset is approved, what may be over speaks against it, unless it urges us on.
    // What we asked comes before an end that one opinion sees in the answer.
    boolean doubtful = reply.asked() && !ending.sure() && !mail.triaged().intent().ruled();
    boolean perhapsOver =
        ending.stops() || (ending.over() && !ticket.state().approved() && !doubtful);
    boolean urges = ticket.state().approved() && PauseReader.urges(written);
    boolean givesUp = WaveringReader.givesUp(written) && !urges;
    // Who is in already and asks something needs no reset, as far as anybody can tell.
    boolean in = ticket.state().approved() && AfterResetReader.isInAndWantsMore(written) && !urges;
    if (!perhapsOver && !waiting.mayBeOver(ticket, mail) && !givesUp && !in) {
      return Optional.empty();
    }
    return Optional.of(
        reply.proved() && (ending.pauses() || ticket.state().approved())
            ? words.perhapsOver(reply.context(), ticket, mail)
            : end.perhaps(reply.context(), ticket, mail, reply.proved()));
  }

  private Result asItStands(Reply reply, Ending ending) {
    FlowContext context = reply.context();
    Ticket ticket = reply.ticket();
    Incoming mail = reply.mail();
    return switch (ticket.state()) {
      case NEEDS_DETAILS ->
          reply.asksHowItGoes() && ending.sure()
              ? status.tell(context, ticket, mail)
              : details.run(context, ticket, mail);
      case SELF_SERVICE ->
          reply.asksHowItGoes() && mail.triaged().intent().wishes().isEmpty()
              ? status.tell(context, ticket, mail)
              : waiting.trying(context, ticket, mail);
      case PROVING -> waiting.proving(context, ticket, mail).orElseGet(() -> toldOrKept(reply));
      case IN_REVIEW -> waiting.inReview(context, ticket, mail).orElseGet(() -> toldOrKept(reply));
      case ON_HOLD -> waiting.onHold(context, ticket, mail).orElseGet(() -> toldOrKept(reply));
      case CONTESTED, COOLING_OFF, EXECUTING -> toldOrKept(reply);
      case INQUIRY, ANSWERED, RECOVERED, REJECTED, WITHDRAWN, EXPIRED, DUPLICATE, REDIRECTED ->
          Written.kept(context, ticket, mail);
    };
  }

  private Result toldOrKept(Reply reply) {
    return reply.asksHowItGoes() || StatusQuestion.asksWhen(reply.ticket(), reply.mail())
        ? status.tell(reply.context(), reply.ticket(), reply.mail())
        : Written.kept(reply.context(), reply.ticket(), reply.mail());
  }

  /** They hear that it came empty, once a day, however often it does. */
  private Result noWords(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    if (mail.mayBeAnswered(settings.answerUnproved())) {
      letters.toRequester(
          context,
          kept,
          new InquiryLetter.Unreadable(UnreadableBody.EMPTY),
          "day " + context.now().atZone(ZoneOffset.UTC).toLocalDate());
    }
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "an empty answer");
  }

  /**
   * It stands before the staff, and its writer is asked to say it again by a reply; but not where
   * staff handed it in, for then there was no mail in their name.
   */
  private Result confirm(Reply reply) {
    FlowContext context = reply.context();
    Ticket ticket = reply.ticket();
    Incoming mail = reply.mail();
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    if (!mail.trust().isHandedIn() && mail.mayBeAnswered(settings.answerUnproved())) {
      letters.toRequester(
          context,
          kept,
          new RequesterLetter.PleaseConfirm(),
          "day " + context.now().atZone(ZoneOffset.UTC).toLocalDate());
    }
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "nobody can tell whether it is theirs");
  }
}

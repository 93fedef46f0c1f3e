package dev.latchkey.flow.reply;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.StillWanted;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import dev.latchkey.trust.sender.SenderTrust;
import java.time.ZoneOffset;

/** A further mail of the requester about their ticket, whether it answers ours or not. */
public final class RequesterReplyFlow implements MailFlow<Addressee.Claimant> {
  private final DeskSettings settings;
  private final WaitingReply waiting;
  private final AfterEnd afterEnd;
  private final StatusReply status;
  private final ProofAnswers proofs;
  private final Letters letters;
  private final SavedCodeOffers codes;
  private final WordsToStaff words;
  private final OpenReply open;

  /** Of the parts that it sends a mail to. */
  public RequesterReplyFlow(
      DeskSettings settings,
      WaitingReply waiting,
      AfterEnd afterEnd,
      StatusReply status,
      ProofAnswers proofs,
      Letters letters,
      SavedCodeOffers codes,
      WordsToStaff words,
      OpenReply open) {
    this.settings = settings;
    this.waiting = waiting;
    this.afterEnd = afterEnd;
    this.status = status;
    this.proofs = proofs;
    this.letters = letters;
    this.codes = codes;
    this.words = words;
    this.open = open;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Claimant from) {
    Ticket ticket = context.work().tickets().load(from.ticketId());
    return from.way() == Addressee.Way.REPLY
        ? withCodes(context, ticket, mail, true)
        : join(context, ticket, mail);
  }

  /**
   * Tells a requester that the code of their own address was right and what is missing, and answers
   * what they ask or tell beside it; not where another letter tells them already.
   */
  public void besideCode(FlowContext context, Ticket ticket, Incoming mail) {
    if (MailboxWords.otherLost(context, ticket, mail)) {
      waiting.withoutOther(context, ticket, mail);
      return;
    }
    if (ticket.state().standsStill()) {
      letters.asItStands(
          context,
          ticket,
          now -> StandingLetter.Received.codeCounts(now.state()),
          Written.key(mail));
      // What stands beside the code may tell why somebody's words stopped it.
      boolean says = StatusQuestion.asks(mail) || !CodeWords.beside(mail).isEmpty();
      if (WordsToStaff.stoppedByWords(context, ticket) && says) {
        words.whileStopped(context, ticket, mail);
      }
      return;
    }
    proofs.namedBefore(context, ticket, mail);
    status.besideCode(context, context.work().tickets().load(ticket.id()), mail);
    if (OtherCode.counted(context, ticket) && !context.writesTo(ticket.requester())) {
      letters.asItStands(
          context,
          ticket,
          now -> StandingLetter.Received.codeCounts(now.state()),
          Written.key(mail));
    }
  }

  /**
   * Tells the staff and them what it means that they write in the owner's place.
   *
   * @param answers they may be written to
   * @param code the code of their address was right and counts
   */
  public void writtenByAnother(
      FlowContext context, Ticket ticket, Incoming mail, boolean answers, boolean code) {
    words.another(context, ticket, mail, answers, code);
  }

  /** What it means that the owner is dead, as they say. */
  public Result bereaved(FlowContext context, Ticket ticket, Incoming mail) {
    return words.bereaved(context, ticket, mail, mail.mayBeAnswered(settings.answerUnproved()));
  }

  /** A mail of the same person that did not answer ours: it is read as if it did, and joins. */
  public Result join(FlowContext context, Ticket ticket, Incoming mail) {
    boolean proved = mail.trust().level() == SenderTrust.Level.ALIGNED;
    Result result = withCodes(context, ticket, mail, proved);
    boolean kept = result.outcome() == Outcome.KEPT_WITH_TICKET && !mail.saysNothingNew();
    if (!kept || ticket.state().closed()) {
      return result;
    }
    if (!context.writesTo(ticket.requester())) {
      Ticket joined = context.work().tickets().load(result.ticketId().orElseThrow());
      letters.asItStands(
          context,
          joined,
          now -> new StandingLetter.Joined(now.state(), StillWanted.of(context, now)),
          "joined " + context.now().atZone(ZoneOffset.UTC).toLocalDate());
    }
    return new Result(Outcome.JOINED, result.ticketId(), "same person, same account");
  }

  /** What it says comes first: a code in it counts for what the ticket is by then. */
  private Result withCodes(FlowContext context, Ticket ticket, Incoming mail, boolean proved) {
    Result result = reply(context, ticket, mail, proved);
    waiting.senderProved(
        context, context.work().tickets().load(result.ticketId().orElseThrow()), mail);
    whileStopped(context, ticket, mail, proved);
    Ticket after = context.work().tickets().load(result.ticketId().orElseThrow());
    boolean open = !after.inquiry() && !after.state().closed();
    if (proved && open && WritersPlace.of(mail) == Writer.ANOTHER) {
      boolean answers = mail.mayBeAnswered(settings.answerUnproved());
      words.another(context, after, mail, answers, false);
    }
    codes.offer(context, context.work().tickets().load(result.ticketId().orElseThrow()), mail);
    return result;
  }

  /**
   * What they write does.
   *
   * @param proved it is theirs, by the reply address or by their domain: what steers a request
   *     needs that, as {@link WaitingReply#needsProof} tells
   */
  private Result reply(FlowContext context, Ticket before, Incoming mail, boolean proved) {
    Ticket ticket = proofs.confirmed(context, Written.thread(context, before, mail, proved), mail);
    if (ticket.state() == TicketState.DUPLICATE) {
      Ticket into = context.work().tickets().load(ticket.mergedInto().orElseThrow().number());
      if (!into.requester().equals(ticket.requester())) {
        return afterEnd.besideAnothers(context, ticket, mail);
      }
      return into.state() == TicketState.DUPLICATE
          ? Written.kept(context, ticket, mail)
          : merged(context, ticket, into, mail, reply(context, into, mail, proved));
    }
    if (ticket.inquiry()) {
      return Written.kept(context, ticket, mail);
    }
    Writer writer =
        proved ? WritersPlace.note(context, ticket, mail, ticket.requester()) : Writer.OWNER;
    return ticket.state().closed()
        ? afterEnd.run(context, ticket, mail, proved)
        : open.run(context, ticket, mail, writer, proved);
  }

  /** About a request that is part of another one now; a protest against that is for the staff. */
  private Result merged(
      FlowContext context, Ticket ticket, Ticket into, Incoming mail, Result result) {
    boolean commanded =
        context.work().tickets().history(ticket.id()).stream()
            .filter(entry -> entry.event() == TicketEvent.MERGED)
            .anyMatch(entry -> entry.cause().actor().commands());
    if (commanded
        && !into.state().closed()
        && result.outcome() == Outcome.KEPT_WITH_TICKET
        && !mail.saysNothingNew()) {
      words.afterMerge(context, ticket, context.work().tickets().load(into.id()), mail);
    }
    return result;
  }

  /** What the staff have to know at once, where it stands still because of somebody's words. */
  private void whileStopped(FlowContext context, Ticket before, Incoming mail, boolean proved) {
    Ticket ticket = context.work().tickets().load(before.id());
    if (proved
        && before.state() == ticket.state()
        && !mail.saysNothingNew()
        && WritersPlace.of(mail) == Writer.OWNER
        && WordsToStaff.stoppedByWords(context, ticket)) {
      words.whileStopped(context, ticket, mail);
    }
  }
}

package dev.latchkey.flow.reply;

import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.proving.CodeWish;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.recovery.AccountAlarm;
import dev.latchkey.flow.recovery.HaltRecovery;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OwnerReceipts;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.letter.CodeBeside;
import dev.latchkey.letter.CodeFault;
import dev.latchkey.letter.CodeRefusal;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.owner.PlainOkReader;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an owner's words do, as {@link OwnerReading} hears them, whichever letter they answer: an
 * objection stops the recovery, a plain yes is noted, whoever asks for a code gets one, and
 * anything else stops the clock until a person has read it.
 */
public final class OwnerWords {
  private final BreakInWords breakIns = new BreakInWords(new OwnerAnswerReader());
  private final OwnerReading says;
  private final StopRecovery stopping;
  private final HaltRecovery halting;
  private final OwnerReceipts receipts;
  private final OwnerCodes codes;
  private final Letters letters;
  private final TokenIssuer issuer;

  public OwnerWords(
      OwnerReading says,
      StopRecovery stopping,
      HaltRecovery halting,
      OwnerReceipts receipts,
      OwnerCodes codes,
      Letters letters,
      TokenIssuer issuer) {
    this.says = says;
    this.stopping = stopping;
    this.halting = halting;
    this.receipts = receipts;
    this.codes = codes;
    this.letters = letters;
    this.issuer = issuer;
  }

  /**
   * Stops it, and tells of what it is: that they did not ask, or, where they do not say that, of a
   * break-in, before a reset as well as after it.
   */
  Result object(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, String proof) {
    return ticket.accepts(TicketEvent.BREAK_IN_REPORTED) && breakIns.tells(mail)
        ? stopping.report(context, ticket, owner, mail, proof)
        : stopping.object(context, ticket, owner, mail, proof);
  }

  /** What only a person can read stops what goes on. */
  public Result hold(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, CodeBeside code) {
    return halting.halt(context, ticket, owner, mail, code);
  }

  /**
   * Does what the words ask for.
   *
   * @param owner whom the reply address was given to
   * @param proof how they proved to be it
   * @param code the letter that they answer asked for a code
   */
  public Result heard(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      String proof,
      boolean code) {
    OwnerAnswer answer = says.read(mail);
    if (answer == OwnerAnswer.OBJECTS
        || (mail.triaged().tellsOfCompromise()
            && breakIns.tellsAfterReset(context, ticket, mail))) {
      return object(context, ticket, owner, mail, proof);
    }
    if (!mail.writtenByPerson()) {
      return halting.tell(context, ticket, owner, mail);
    }
    if (answer != OwnerAnswer.AGREES
        && !ShownCode.in(mail)
        && BreakInWords.blames(context, ticket, mail)) {
      return stopping.report(context, ticket, owner, mail, proof);
    }
    Writer writer = WritersPlace.note(context, ticket, mail, owner);
    if (ShownCode.in(mail)) {
      return refuse(context, ticket, owner, mail, CodeRefusal.WRONG);
    }
    Optional<CodeFault> unread = code ? UnreadCodes.alone(mail) : Optional.empty();
    if (unread.isPresent() && (answer == OwnerAnswer.NOTHING || answer == OwnerAnswer.UNCLEAR)) {
      CodeRefusal why =
          unread.get() == CodeFault.IN_FILE ? CodeRefusal.IN_FILE : CodeRefusal.UNREADABLE;
      return refuse(context, ticket, owner, mail, why);
    }
    if (writer != Writer.OWNER) {
      return halting.halt(context, ticket, owner, mail);
    }
    return switch (answer) {
      case WANTS_CODE -> another(context, ticket, owner, mail);
      // Where it stands still a yes takes an objection back, or adds to what people read.
      case AGREES ->
          code && goesOn(context, ticket) && ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
              ? refuse(context, ticket, owner, mail, CodeRefusal.MISSING)
              : agreed(context, ticket, owner, mail, false);
      case NOTHING, UNCLEAR, OBJECTS -> {
        if (leavesTheDate(context, ticket, owner, mail)) {
          yield content(context, ticket, owner, mail);
        }
        if (saysNothing(mail, answer)) {
          yield nothing(context, ticket, owner, mail, answer, code);
        }
        // Where nothing goes on, a yes that is in doubt may be taken for one: a person reads it.
        yield !goesOn(context, ticket) && mail.triaged().ruledOwner() == OwnerAnswer.AGREES
            ? agreed(context, ticket, owner, mail, true)
            : halting.halt(context, ticket, owner, mail);
      }
    };
  }

  /** "Ok" to an approved reset, from an address whose own code came back before. */
  private static boolean leavesTheDate(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    return ticket.state().approved()
        && !AccountAlarm.stands(context, ticket)
        && mail.triaged().owner() != OwnerAnswer.OBJECTS
        && !mail.holdsMoreThanWords()
        && PlainOkReader.says(mail.triaged().reply().strict())
        && context.work().proofs().of(ticket.id()).stream()
            .anyMatch(it -> it.kind().code() && it.through(owner));
  }

  private static boolean goesOn(FlowContext context, Ticket ticket) {
    return !KeptStops.stand(context, ticket) && !ticket.state().closed();
  }

  /** Thanks, a sign of the hand, an empty page; what is attached may be something. */
  private boolean saysNothing(Incoming mail, OwnerAnswer answer) {
    return mail.saysNothingNew() || (answer == OwnerAnswer.NOTHING && !mail.holdsMoreThanWords());
  }

  private Result nothing(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      OwnerAnswer answer,
      boolean code) {
    if (answer == OwnerAnswer.NOTHING) {
      Result told = halting.tell(context, ticket, owner, mail);
      tellOfNoWords(context, context.work().tickets().load(ticket.id()), owner, mail, code);
      return told;
    }
    Ticket kept = addMail(context, ticket, owner, mail, "thanks, and nothing else");
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "thanks of an owner");
  }

  /** Once a day and ticket: a program that answers everything with nothing may write for them. */
  private void tellOfNoWords(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, boolean code) {
    if (mail.sender().filter(owner::equals).isPresent() && mail.triaged().kind().mayAnswer()) {
      letters.toOwner(
          context,
          ticket,
          issuer.objection(context, ticket, owner),
          new OwnerLetter.NoWords(
              context.nameOnRecord(ticket),
              code && ticket.accepts(TicketEvent.EVIDENCE_RECORDED),
              ticket.state().closed()),
          "no words " + context.now().atZone(ZoneOffset.UTC).toLocalDate());
    }
  }

  private Result agreed(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, boolean doubted) {
    if (doubted || KeptStops.stand(context, ticket) || AccountAlarm.stands(context, ticket)) {
      return halting.agreed(context, ticket, owner, mail);
    }
    Ticket kept = addMail(context, ticket, owner, mail, "the owner says that it was them");
    receipts.noted(context, kept, owner, mail, false);
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "the owner says that it was them");
  }

  /** Leaves what goes on as it is: it is noted, and no more than it says. */
  private Result content(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Ticket kept = addMail(context, ticket, owner, mail, "the owner is content with it");
    receipts.noted(context, kept, owner, mail, false);
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "the owner is content with it");
  }

  private Result another(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    CodeWish wish =
        ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
            ? codes.send(context, ticket, owner)
            : CodeWish.NONE;
    if (wish != CodeWish.SENT) {
      CodeRefusal why = wish == CodeWish.KEPT ? CodeRefusal.KEPT : CodeRefusal.NOT_NEEDED;
      return refuse(context, ticket, owner, mail, why);
    }
    Ticket kept = addMail(context, ticket, owner, mail, "asks for another code");
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "another code was sent");
  }

  private static Ticket addMail(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, String detail) {
    return context.apply(
        ticket,
        TicketEvent.MAIL_ADDED,
        Causes.of(mail, Causes.owner(owner), mail.authentication(), detail));
  }

  /**
   * Tells an owner whose code was right that the recovery stands still all the same, and the staff
   * what they wrote beside it.
   */
  public void heldDespiteCode(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    if (!CodeWords.beside(mail).isEmpty() || mail.holdsMoreThanWords()) {
      halting.tell(context, ticket, owner, mail);
    }
    codeCounted(context, context.work().tickets().load(ticket.id()), owner, mail);
  }

  /** Tells an owner that their code was right, and that people decide all the same. */
  public void codeCounted(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    letters.asItStandsToOwner(
        context,
        ticket,
        issuer.objection(context, ticket, owner),
        now ->
            now.state().closed()
                ? notNeeded(context, now)
                : new OwnerLetter.CodeHeld(
                    context.nameOnRecord(now),
                    now.state().standsStill(),
                    now.state() == TicketState.PROVING),
        "mail " + mail.id());
  }

  /** Of a code that was right while the request was closed in the same look. */
  private static OwnerLetter notNeeded(FlowContext context, Ticket closed) {
    return new OwnerLetter.CodeRefused(
        context.nameOnRecord(closed),
        CodeRefusal.NOT_NEEDED,
        true,
        false,
        true,
        context.work().tickets().wasCarriedOut(closed.id()));
  }

  /** What an owner asks beside a code that counts: all staff read it, and the owner hears that. */
  public void askedBesideCode(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    halting.tellAndAnswer(context, ticket, owner, mail);
  }

  /** Says so to the address that the code was sent to, and to nobody else. */
  public Result refuse(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, CodeRefusal why) {
    if (ticket.state().closed() && mail.writtenByPerson() && CodeWords.areNews(ticket, mail)) {
      return halting.halt(context, ticket, owner, mail);
    }
    Ticket kept = ticket;
    if (ticket.accepts(TicketEvent.CODE_REFUSED)) {
      kept =
          context.apply(
              ticket,
              TicketEvent.CODE_REFUSED,
              Causes.of(mail, Causes.owner(owner), mail.authentication(), why.name()));
    }
    if (mail.sender().filter(owner::equals).isPresent() && mail.triaged().kind().mayAnswer()) {
      letters.toOwner(
          context,
          kept,
          issuer.objection(context, kept, owner),
          new OwnerLetter.CodeRefused(
              context.nameOnRecord(kept),
              kept.state().closed() ? CodeRefusal.NOT_NEEDED : why,
              kept.state().closed() || (why != CodeRefusal.MISSING && why != CodeRefusal.KEPT),
              kept.accepts(TicketEvent.EVIDENCE_RECORDED) && why != CodeRefusal.KEPT,
              kept.state().closed(),
              context.work().tickets().wasCarriedOut(kept.id())),
          "mail " + mail.id());
    }
    return Result.of(Outcome.CODE_REFUSED, kept, "code: " + why);
  }
}

package dev.latchkey.flow.mail;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.AccountAlarm;
import dev.latchkey.flow.recovery.BesideWords;
import dev.latchkey.flow.recovery.CaseMessages;
import dev.latchkey.flow.recovery.HaltRecovery;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OwnerReceipts;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.letter.CodeFault;
import dev.latchkey.letter.CodeRefusal;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.request.OtherAskedReader;
import dev.latchkey.triage.request.OtherWriterReader.Writer;
import dev.latchkey.triage.request.OwnerAnswer;
import dev.latchkey.triage.request.OwnerAnswerReader;
import dev.latchkey.triage.request.PauseReader;
import dev.latchkey.triage.request.PlainOkReader;
import dev.latchkey.triage.request.ThanksReader;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What an owner's words do, whichever letter they answer: an objection stops the recovery, a plain
 * yes is noted, whoever asks for a code gets one, and anything else stops the clock until a person
 * has read it.
 */
public final class OwnerWords {
  private final OwnerAnswerReader reader = new OwnerAnswerReader();
  private final BreakInWords breakIns = new BreakInWords(reader);
  private final StopRecovery stopping;
  private final HaltRecovery halting;
  private final OwnerReceipts receipts;
  private final Proving proving;
  private final Letters letters;
  private final TokenIssuer issuer;

  public OwnerWords(
      StopRecovery stopping,
      HaltRecovery halting,
      OwnerReceipts receipts,
      Proving proving,
      Letters letters,
      TokenIssuer issuer) {
    this.stopping = stopping;
    this.halting = halting;
    this.receipts = receipts;
    this.proving = proving;
    this.letters = letters;
    this.issuer = issuer;
  }

  /** What they say. A yes counts only where both readings hear one. */
  OwnerAnswer read(Incoming mail) {
    OwnerAnswer answer = ruled(mail);
    return answer == OwnerAnswer.AGREES && mail.triaged().owner() != OwnerAnswer.AGREES
        ? OwnerAnswer.UNCLEAR
        : answer;
  }

  private OwnerAnswer ruled(Incoming mail) {
    return reader.read(mail.triaged().reply(), mail.triaged().mail().subject());
  }

  /** Whether words are there, no code, and nothing that owners say: only a person can read them. */
  boolean isUnclear(Incoming mail) {
    return read(mail) == OwnerAnswer.UNCLEAR
        && !ShownCode.in(mail)
        && !mail.saysNothingNew()
        && !mail.holdsMoreThanWords();
  }

  /**
   * Whether these are the words of somebody who asked themselves: none that an owner says, or an
   * order to stop without a denial, which is how people say that it is over.
   *
   * @param corrects it surely gives another account name in the place of the one they named
   */
  boolean isRequesters(Incoming mail, BooleanSupplier corrects) {
    return isUnclear(mail)
        || ((isEnd(mail) || corrects.getAsBoolean())
            && reader.onlyOrders(mail.triaged().reply().generous())
            && !ShownCode.in(mail)
            && !mail.holdsMoreThanWords());
  }

  /**
   * Whether they mean to send a code that the desk cannot read, and say nothing that owners say.
   */
  boolean sendsUnread(Incoming mail) {
    OwnerAnswer answer = read(mail);
    return (answer == OwnerAnswer.UNCLEAR || answer == OwnerAnswer.NOTHING)
        && !ShownCode.in(mail)
        && UnreadCodes.in(mail).isPresent();
  }

  /** Whether they ask for another code, and for nothing else. */
  boolean wantCode(Incoming mail) {
    return read(mail) == OwnerAnswer.WANTS_CODE && !ShownCode.in(mail);
  }

  /** Whether either reading hears an objection: one is enough to stop what goes on. */
  boolean mayObject(Incoming mail) {
    return read(mail) == OwnerAnswer.OBJECTS || mail.triaged().owner() == OwnerAnswer.OBJECTS;
  }

  /** Whether what stands beside a right code speaks against it: nobody but a person can tell. */
  boolean doubts(Incoming mail) {
    return reader.speaksAgainst(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
  }

  /**
   * Whether it says, beside the code of the requester's own address, that its writer did not ask:
   * the code proves that they read that mailbox, and not that the request is theirs. What befell
   * them, which they deny as well ("that login was not me"), is no doubt.
   */
  boolean deniesRequest(Incoming mail) {
    return reader.deniesTheRequest(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
  }

  /** Whether it says that another person asked, by the mailbox of who answers. */
  boolean othersAsked(Incoming mail) {
    return OtherAskedReader.says(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
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
  Result hold(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, BesideWords code) {
    return halting.halt(context, ticket, owner, mail, code);
  }

  /**
   * Whether the words of who asked speak against a reset that is approved: they object in whichever
   * reading, ask us to wait, in words or by a sign, or may mean that it is over. Where all that
   * they say of it is that we should go on, only what the rules hear counts.
   */
  boolean againstReset(Incoming mail) {
    String written = mail.triaged().reply().generous();
    if (PauseReader.urges(written)) {
      return read(mail) == OwnerAnswer.OBJECTS || mail.triaged().intent().ruled();
    }
    return mayObject(mail)
        || PauseReader.pauses(written)
        || ThanksReader.signsNo(written)
        || mail.triaged().intent().againstReset();
  }

  /**
   * Whether it says that its writer did not ask, which an order to stop alone does not: who asked
   * may tell us to stop as well.
   */
  boolean denies(Incoming mail) {
    return read(mail) == OwnerAnswer.OBJECTS
        && !reader.onlyOrders(mail.triaged().reply().generous());
  }

  /**
   * Whether it seems to end, and the models hear no objection, or it lets us stop: who objects
   * tells us to.
   */
  private boolean isEnd(Incoming mail) {
    return mail.triaged().intent().over()
        && (mail.triaged().owner() != OwnerAnswer.OBJECTS
            || reader.letsStop(mail.triaged().reply().generous()));
  }

  /**
   * Whether a code that came back is all that a mail holds, or a plain yes stands beside it: then
   * it may have been typed, and means what it says.
   */
  boolean nothingBesideACode(Incoming mail) {
    if (read(mail) == OwnerAnswer.OBJECTS) {
      return false;
    }
    OwnerAnswer beside = reader.read(mail.triaged().reply().strict());
    return beside == OwnerAnswer.NOTHING || beside == OwnerAnswer.AGREES;
  }

  /**
   * Does what the words ask for.
   *
   * @param owner whom the reply address was given to
   * @param proof how they proved to be it
   * @param code the letter that they answer asked for a code
   */
  Result heard(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      String proof,
      boolean code) {
    OwnerAnswer answer = read(mail);
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
          code && goesOn(ticket) && ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
              ? refuse(context, ticket, owner, mail, CodeRefusal.MISSING)
              : agreed(context, ticket, owner, mail, false);
      case NOTHING, UNCLEAR, OBJECTS -> {
        if (leavesTheDate(context, ticket, owner, mail)) {
          yield agreed(context, ticket, owner, mail, false);
        }
        if (saysNothing(mail, answer)) {
          yield nothing(context, ticket, owner, mail, answer, code);
        }
        // Where nothing goes on, a yes that is in doubt may be taken for one: a person reads it.
        yield !goesOn(ticket) && ruled(mail) == OwnerAnswer.AGREES
            ? agreed(context, ticket, owner, mail, true)
            : halting.halt(context, ticket, owner, mail);
      }
    };
  }

  /** "Ok" to an approved reset, from an address whose own code came back before. */
  private static boolean leavesTheDate(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    return ticket.state().approved()
        && mail.triaged().owner() != OwnerAnswer.OBJECTS
        && !mail.holdsMoreThanWords()
        && PlainOkReader.says(mail.triaged().reply().strict())
        && context.work().proofs().of(ticket.id()).stream()
            .anyMatch(it -> it.kind().code() && it.source().equals(owner.toString()));
  }

  private static boolean goesOn(Ticket ticket) {
    return !ticket.state().standsStill() && !ticket.state().closed();
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
              name(context, ticket),
              code && ticket.accepts(TicketEvent.EVIDENCE_RECORDED),
              ticket.state().closed()),
          "no words " + context.now().atZone(ZoneOffset.UTC).toLocalDate());
    }
  }

  private Result agreed(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, boolean doubted) {
    if (doubted || ticket.state().standsStill() || AccountAlarm.stands(context, ticket)) {
      return halting.agreed(context, ticket, owner, mail);
    }
    Ticket kept = addMail(context, ticket, owner, mail, "the owner says that it was them");
    receipts.noted(context, kept, owner, mail, false);
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "the owner says that it was them");
  }

  private Result another(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    if (!ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
        || !proving.sendCode(context, ticket, owner)) {
      return refuse(context, ticket, owner, mail, CodeRefusal.NOT_NEEDED);
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
  void heldDespiteCode(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    if (!CodeWords.beside(mail).isEmpty() || mail.holdsMoreThanWords()) {
      halting.tell(context, ticket, owner, mail);
    }
    codeCounted(context, context.work().tickets().load(ticket.id()), owner, mail);
  }

  /** Tells an owner that their code was right, and that people decide all the same. */
  void codeCounted(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    letters.toOwner(
        context,
        ticket,
        issuer.objection(context, ticket, owner),
        new OwnerLetter.CodeHeld(
            name(context, ticket),
            ticket.state().standsStill(),
            ticket.state() == TicketState.PROVING),
        "mail " + mail.id());
  }

  /** What an owner asks beside a code that counts: all staff read it, and the owner hears that. */
  void askedBesideCode(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    halting.tellAndAnswer(context, ticket, owner, mail);
  }

  /** Says so to the address that the code was sent to, and to nobody else. */
  Result refuse(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, CodeRefusal why) {
    Ticket kept = ticket;
    if (ticket.accepts(TicketEvent.CODE_REFUSED)) {
      kept =
          context.apply(
              ticket,
              TicketEvent.CODE_REFUSED,
              // Who sends an owner's code from elsewhere is not that owner.
              Causes.of(
                  mail,
                  why == CodeRefusal.ELSEWHERE ? Actor.DESK : Causes.owner(owner),
                  mail.authentication(),
                  why.name()));
    }
    if (mail.sender().filter(owner::equals).isPresent() && mail.triaged().kind().mayAnswer()) {
      letters.toOwner(
          context,
          kept,
          issuer.objection(context, kept, owner),
          new OwnerLetter.CodeRefused(
              name(context, kept),
              kept.state().closed() ? CodeRefusal.NOT_NEEDED : why,
              kept.state().closed() || why != CodeRefusal.MISSING,
              kept.accepts(TicketEvent.EVIDENCE_RECORDED),
              kept.state().closed(),
              context.work().tickets().wasCarriedOut(kept.id())),
          "mail " + mail.id());
    }
    return Result.of(Outcome.CODE_REFUSED, kept, "code: " + why);
  }

  private static String name(FlowContext context, Ticket ticket) {
    return context.account(ticket).map(Account::name).orElse("");
  }
}

package dev.latchkey.flow.mail;

import dev.latchkey.check.DuplicateCheck;
import dev.latchkey.check.DuplicateCheck.Finding;
import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.proving.LostMailbox;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.proving.Understood;
import dev.latchkey.flow.recovery.Approaches;
import dev.latchkey.flow.recovery.CompromiseAlert;
import dev.latchkey.flow.recovery.DangerAlarm;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.flow.reply.AccountCorrection;
import dev.latchkey.flow.reply.AnswersReader;
import dev.latchkey.flow.reply.ForgottenPassword;
import dev.latchkey.flow.reply.RepeatedRequest;
import dev.latchkey.flow.reply.RequesterReplyFlow;
import dev.latchkey.flow.reply.StatusQuestion;
import dev.latchkey.flow.reply.Written;
import dev.latchkey.letter.DangersTold;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.LargestMail;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new request: a ticket of its own, or a further mail about one that is open. */
public final class RequestFlow implements MailFlow<Addressee.Stranger> {
  private final DuplicateCheck duplicates = new DuplicateCheck();
  private final DeskSettings settings;
  private final Letters letters;
  private final ProofRecorder recorder;
  private final OwnerCodes ownerCodes;
  private final RivalClaims rivalry;
  private final RequesterReplyFlow replies;
  private final Outlook outlook;
  private final Questions questions;
  private final CompromiseAlert compromise;
  private final LostMailbox lostMailbox;
  private final SavedCodeOffers codes;
  private final LargestMail largest;

  public RequestFlow(
      DeskSettings settings,
      Letters letters,
      ProofRecorder recorder,
      OwnerCodes ownerCodes,
      RivalClaims rivalry,
      RequesterReplyFlow replies,
      Outlook outlook,
      Questions questions,
      CompromiseAlert compromise,
      LostMailbox lostMailbox,
      SavedCodeOffers codes,
      LargestMail largest) {
    this.settings = settings;
    this.letters = letters;
    this.recorder = recorder;
    this.ownerCodes = ownerCodes;
    this.rivalry = rivalry;
    this.replies = replies;
    this.outlook = outlook;
    this.questions = questions;
    this.compromise = compromise;
    this.lostMailbox = lostMailbox;
    this.codes = codes;
    this.largest = largest;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Stranger from) {
    EmailAddress requester = mail.sender().orElseThrow();
    Finding finding =
        duplicates.find(
            requester,
            mail.account(),
            mail.account().map(context.work().tickets()::leading).orElse(List.of()),
            context.work().tickets().openOfRequester(requester).stream()
                .filter(ticket -> !ticket.inquiry())
                .toList());
    if (finding instanceof Finding.SamePerson same) {
      if (RepeatedRequest.is(context, same.ticket(), mail)) {
        return Result.again(Outcome.JOINED, same.ticket(), "the same request again within an hour");
      }
      return replies.join(context, same.ticket(), mail);
    }
    List<Ticket> corrected =
        context.work().tickets().openOfRequester(requester).stream()
            .filter(ticket -> !ticket.inquiry() && AccountCorrection.is(context, ticket, mail))
            .toList();
    if (corrected.size() == 1) {
      return replies.join(context, corrected.get(0), mail);
    }
    Ticket ticket = open(context, mail, requester);
    if (WritersPlace.of(mail) == Writer.BEREAVED) {
      Ticket placed = rivalry.claim(context, mail, ticket);
      replies.bereaved(context, placed, mail);
      return Result.of(
          Outcome.TICKET_OPENED,
          context.work().tickets().load(placed.id()),
          "says that the owner is dead");
    }
    if (mailboxLost(context, ticket)) {
      return ended(context, mail, finding, withoutMailbox(context, mail, ticket));
    }
    Ticket placed = rivalry.claim(context, mail, acknowledge(context, ticket, mail));
    if (ticket.state() == TicketState.PROVING) {
      // Each claimant gets codes of their own; which of the tickets is whose, a code tells.
      ownerCodes.send(context, placed);
    }
    return ended(context, mail, finding, placed);
  }

  private Result ended(FlowContext context, Incoming mail, Finding finding, Ticket placed) {
    Ticket ticket = context.work().tickets().load(placed.id());
    if (StatusQuestion.asksBesides(mail)) {
      // The first letter answers the request alone: a person reads the question.
      context.work().messages().untold(mail.id());
    }
    if (mail.mayBeAnswered(settings.answerUnproved())) {
      codes.offer(context, ticket, mail);
    }
    if (WritersPlace.of(mail) == Writer.ANOTHER) {
      replies.writtenByAnother(
          context, ticket, mail, mail.mayBeAnswered(settings.answerUnproved()), false);
    }
    return finding instanceof Finding.Rival
        ? Result.of(Outcome.RIVAL, ticket, "another person has an open ticket for the account")
        : Result.of(Outcome.TICKET_OPENED, ticket, "");
  }

  /** Other proofs are asked for at once; a person looks where the requester cannot be asked. */
  private Ticket withoutMailbox(FlowContext context, Incoming mail, Ticket opened) {
    boolean compromised = mail.triaged().tellsOfCompromise();
    boolean more = !mail.triaged().secrets().isEmpty() || StatusQuestion.asksBesides(mail);
    Ticket told = compromised || more ? acknowledge(context, opened, mail) : opened;
    Ticket placed = rivalry.claim(context, mail, told);
    Cause cause = Written.cause(mail, placed);
    return compromised || !mail.mayBeAnswered(settings.answerUnproved())
        ? lostMailbox.quietly(context, placed, cause)
        : lostMailbox.said(context, placed);
  }

  private static boolean mailboxLost(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.PROVING && UnreadMailbox.readsNone(context, ticket);
  }

  private Ticket open(FlowContext context, Incoming mail, EmailAddress requester) {
    Answers answers = mail.claimed().headerOnly() ? AnswersReader.none() : AnswersReader.of(mail);
    Set<Question> missing = questions.missing(answers, WritersPlace.of(mail) == Writer.ANOTHER);
    Ticket ticket =
        context.open(
            Ticket.open(
                context.work().tickets().nextId(),
                beginning(answers, missing, mail),
                requester,
                mail.triaged().language(),
                answers,
                mail.account(),
                mail.threadId(),
                context.now(),
                Causes.requester(mail, requester, "")));
    if (mail.triaged().concern().concern().isPresent()) {
      Concern besides = mail.triaged().concern().concern().get();
      ticket = context.keep(ticket.change().concern(besides).build());
    }
    WritersPlace.note(context, ticket, mail, requester);
    Approaches.before(context, ticket);
    recorder.recordSender(context, ticket, mail);
    return ticket;
  }

  /** Decided by the mail alone: the account must not show in what the requester is told. */
  private static TicketState beginning(Answers answers, Set<Question> missing, Incoming mail) {
    if (!missing.isEmpty()) {
      return TicketState.NEEDS_DETAILS;
    }
    // What the owner could do alone nobody else can do for them.
    boolean alone =
        (answers.codesHelp() && WritersPlace.of(mail) == Writer.OWNER)
            || ForgottenPassword.alone(answers, mail);
    return alone ? TicketState.SELF_SERVICE : TicketState.PROVING;
  }

  private Ticket acknowledge(FlowContext context, Ticket ticket, Incoming mail) {
    if (!mail.mayBeAnswered(settings.answerUnproved())) {
      return ticket;
    }
    if (mail.triaged().tellsOfCompromise()) {
      Ticket asked = questions.ask(context, ticket);
      letters.asItStands(
          context,
          asked,
          now ->
              new InquiryLetter.Compromised(
                  compromise.hasContact(),
                  DangersTold.of(DangerAlarm.dangers(now, mail, false)),
                  asked(context, now),
                  now.state() == TicketState.PROVING,
                  Set.copyOf(mail.triaged().secrets())),
          "opened");
      return asked;
    }
    if (ticket.state() == TicketState.SELF_SERVICE) {
      letters.toRequester(
          context,
          ticket,
          new RequesterLetter.SelfService(
              mail.trust().isHandedIn(),
              ticket.answers().codesHelp(),
              ticket.answers().codesHelp()
                  && ticket.answers().recoveryCodes() == RecoveryCodes.MAYBE,
              ticket.answers().reasons().contains(Reason.FORGOT_PASSWORD),
              ticket.stateSince().plus(settings.courtesy().expire()),
              StatusQuestion.asksBesides(mail)),
          "opened");
    }
    // Who sent secrets must hear of it, whatever else they are told.
    if (ticket.state() == TicketState.SELF_SERVICE && mail.triaged().secrets().isEmpty()) {
      return ticket;
    }
    Ticket asked =
        ticket.state() == TicketState.NEEDS_DETAILS ? questions.ask(context, ticket) : ticket;
    Outlook.Told told = outlook.tell(context, asked);
    boolean howLong = told.span().isEmpty() && StatusQuestion.asksHowLong(mail);
    if (howLong) {
      context.work().messages().untold(mail.id());
    }
    letters.asItStands(
        context,
        told.ticket(),
        now ->
            WritersPlace.of(mail) == Writer.ANOTHER
                ? toHelper(context, now, mail, told, howLong)
                : acknowledgement(context, now, mail, told, howLong),
        "opened");
    return told.ticket();
  }

  private RequesterLetter.Acknowledgement acknowledgement(
      FlowContext context, Ticket ticket, Incoming mail, Outlook.Told told, boolean howLong) {
    return new RequesterLetter.Acknowledgement(
        mail.trust().isHandedIn(),
        ticket.concern() == Concern.AFRAID
            || ticket.answers().reasons().contains(Reason.LOST_2FA_DEVICE),
        !ticket.answers().recoveryCodes().said(),
        ForgottenPassword.alone(ticket.answers(), mail),
        told.before(),
        told.span(),
        Understood.of(ticket.answers(), mail.oneOf()),
        asked(context, ticket),
        !asked(context, ticket).isEmpty() && questions.more(context, ticket),
        codesDue(context, ticket),
        ticket.state().standsStill(),
        Set.copyOf(mail.triaged().secrets()),
        mail.claimed().headerOnly() ? largest.megabytes() : 0,
        howLong || StatusQuestion.asksBesides(mail),
        deadline(ticket));
  }

  private RequesterLetter.AskedForAnother toHelper(
      FlowContext context, Ticket ticket, Incoming mail, Outlook.Told told, boolean howLong) {
    return new RequesterLetter.AskedForAnother(
        !ticket.answers().recoveryCodes().said(),
        told.before(),
        told.span(),
        Understood.of(ticket.answers(), mail.oneOf()),
        asked(context, ticket),
        codesDue(context, ticket),
        Set.copyOf(mail.triaged().secrets()),
        howLong || StatusQuestion.asksBesides(mail),
        deadline(ticket));
  }

  /** Also where it was contested before its requester heard of us: each claimant gets their own. */
  private boolean codesDue(FlowContext context, Ticket ticket) {
    boolean due =
        ticket.state() == TicketState.PROVING
            || (ticket.state().standsStill() && asked(context, ticket).isEmpty());
    return due && !UnreadMailbox.readsNone(context, ticket);
  }

  private Optional<Instant> deadline(Ticket ticket) {
    return ticket.state().waitingFor() == TicketState.Waiting.REQUESTER
        ? Optional.of(ticket.stateSince().plus(settings.courtesy().expire()))
        : Optional.empty();
  }

  /**
   * What is asked of its requester, while it may be: that others claim the account tells nobody.
   */
  private Set<Question> asked(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.NEEDS_DETAILS || ticket.state().standsStill()
        ? questions.next(context, ticket)
        : Set.of();
  }
}

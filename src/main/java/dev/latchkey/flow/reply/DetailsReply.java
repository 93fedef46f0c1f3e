package dev.latchkey.flow.reply;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseAnswer;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.LostMailbox;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.proving.Understood;
import dev.latchkey.flow.recovery.Approaches;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Dialogue;
import dev.latchkey.ticket.Dialogue.StaffQuestion;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.remark.LostForWordsReader;
import dev.latchkey.triage.request.IntentReading;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A mail to a ticket that waits for answers. Its answers are taken first, whatever else it says;
 * the question beside them is answered too.
 */
public final class DetailsReply {
  /** After so many answers in a row without anything that was asked for, a person looks. */
  private static final int FRUITLESS = 2;

  private static final Duration LATELY = Duration.ofHours(1);

  private static final Set<LetterKind> WITH_QUESTIONS =
      Set.of(
          LetterKind.of(RequesterLetter.Acknowledgement.class),
          LetterKind.of(RequesterLetter.AskedForAnother.class),
          LetterKind.of(RequesterLetter.DetailsMissing.class),
          LetterKind.of(StandingLetter.Status.class),
          LetterKind.of(InquiryLetter.Compromised.class));

  /** How a mail ends in which a requester named an account that others claim too. */
  private static final Set<Outcome> BESIDE =
      EnumSet.of(Outcome.DETAILS_ADDED, Outcome.DETAILS_COMPLETED);

  private final TicketAnswers taken;
  private final Questions questions;
  private final Letters letters;
  private final ProofRecorder recorder;
  private final OwnerCodes ownerCodes;
  private final Review review;
  private final RivalClaims rivalry;
  private final HandOver handOver;
  private final LostMailbox lostMailbox;
  private final Outlook outlook;
  private final SavedCodeOffers codes;
  private final CourtesySchedule courtesy;

  public DetailsReply(
      TicketAnswers taken,
      Questions questions,
      Letters letters,
      ProofRecorder recorder,
      OwnerCodes ownerCodes,
      Review review,
      RivalClaims rivalry,
      HandOver handOver,
      LostMailbox lostMailbox,
      Outlook outlook,
      SavedCodeOffers codes,
      CourtesySchedule courtesy) {
    this.courtesy = courtesy;
    this.codes = codes;
    this.taken = taken;
    this.questions = questions;
    this.letters = letters;
    this.recorder = recorder;
    this.ownerCodes = ownerCodes;
    this.review = review;
    this.rivalry = rivalry;
    this.handOver = handOver;
    this.lostMailbox = lostMailbox;
    this.outlook = outlook;
  }

  Result run(FlowContext context, Ticket ticket, Incoming mail) {
    return run(context, ticket, mail, Optional.empty());
  }

  /**
   * The same.
   *
   * @param before the wrong account name in whose place the mail gives another; the ticket is
   *     without one
   */
  Result run(FlowContext context, Ticket ticket, Incoming mail, Optional<String> before) {
    Answers answers = taken.after(ticket, mail);
    boolean names = ticket.account().isEmpty() && answers.accountName().isPresent();
    Optional<String> account =
        names ? TicketAnswers.account(context, mail, answers) : ticket.account();
    boolean found = taken.answered(ticket, mail);
    if (asks(mail)) {
      context.work().messages().untold(mail.id());
    }
    boolean besides = !found && !ticket.questionOpen() && asksSomething(mail);
    boolean lost = LostForWordsReader.says(mail.triaged().reply().generous());
    if (besides && !lost && askedLately(context, ticket)) {
      // They have the list; what they asked is what a person has to answer.
      return Written.kept(context, ticket, mail);
    }
    Dialogue dialogue =
        besides
            ? ticket.dialogue()
            : ticket.dialogue().answered(taken.brings(ticket.answers(), answers));
    Ticket changed =
        context.keep(ticket.change().answers(answers).account(account).dialogue(dialogue).build());
    if (names) {
      Approaches.before(context, changed);
    }
    boolean rival = names && !LeadingClaim.others(context, changed).isEmpty();
    if (!rival) {
      return goOn(context, changed, mail, found, names, before);
    }
    recorder.recordSender(context, changed, mail);
    Ticket placed = rivalry.claim(context, mail, changed);
    if (placed.state() == TicketState.CONTESTED) {
      if (questions.missing(context, placed).isEmpty()) {
        ownerCodes.send(context, placed);
      }
      return Result.of(Outcome.RIVAL, placed, "another open ticket is about this account");
    }
    Result result = goOn(context, placed, mail, found, names, before);
    return BESIDE.contains(result.outcome())
        ? new Result(Outcome.RIVAL, result.ticketId(), "another open ticket is about this account")
        : result;
  }

  private Result goOn(
      FlowContext context,
      Ticket changed,
      Incoming mail,
      boolean found,
      boolean names,
      Optional<String> before) {
    if (changed.questionOpen()) {
      return questionAnswered(context, changed, mail, names);
    }
    if (questions.missing(context, changed).isEmpty()) {
      return prove(context, changed, mail, before);
    }
    boolean lost = LostForWordsReader.says(mail.triaged().reply().generous());
    return lost || changed.dialogue().fruitless() >= FRUITLESS
        ? toPerson(context, changed, mail)
        : askOn(context, changed, mail, found, before);
  }

  /**
   * The answer goes to who asked.
   *
   * @param names it is the first mail that names the account: codes go out for it now
   */
  private Result questionAnswered(
      FlowContext context, Ticket ticket, Incoming mail, boolean names) {
    Optional<StaffQuestion> question = ticket.dialogue().staffQuestion();
    Dialogue settled = ticket.dialogue().with(Optional.empty());
    Ticket answered =
        context.apply(
            context.keep(ticket.change().dialogue(settled).build()),
            TicketEvent.QUESTION_ANSWERED,
            Written.cause(mail, ticket));
    String key = "round " + answered.round();
    question.ifPresentOrElse(
        asked ->
            review.sendAnswered(
                context,
                answered,
                asked,
                new CaseAnswer(
                    new Text(asked.words()), new Text(Written.words(mail)), Written.pictures(mail)),
                key),
        () -> review.sendCase(context, answered, key));
    if (names || ownerCodes.firstDue(context, answered)) {
      Ticket told = handOver.tell(context, answered, Handover.ACCOUNT_NAMED, Text.NONE, key);
      return Result.of(Outcome.QUESTION_ANSWERED, told, "names the account");
    }
    Outlook.Told told = outlook.tell(context, answered);
    letters.toRequester(context, told.ticket(), review.answered(context, told), key);
    return Result.of(Outcome.QUESTION_ANSWERED, told.ticket(), "");
  }

  private Result prove(FlowContext context, Ticket ticket, Incoming mail, Optional<String> before) {
    // Whose name was taken for another one first has to read what was understood.
    if (before.isEmpty() && canDoItAlone(context, ticket, mail)) {
      return leave(context, ticket, mail);
    }
    Ticket proved =
        context.apply(
            ticket, TicketEvent.DETAILS_COMPLETED, Written.cause(mail, ticket, "all answered"));
    recorder.recordSender(context, proved, mail);
    proved = rivalry.proved(context, mail, proved);
    if (UnreadMailbox.readsNone(context, proved)) {
      if (before.isPresent()) {
        letters.toRequester(
            context,
            proved,
            new RequesterLetter.AccountCorrected(
                Optional.empty(), Understood.corrected(proved.answers(), before), false, false),
            Written.key(mail));
      }
      Ticket moved = lostMailbox.said(context, proved);
      return Result.of(Outcome.DETAILS_COMPLETED, moved, "the registered mailbox cannot be read");
    }
    ownerCodes.send(context, proved);
    Outlook.Told told = outlook.tell(context, proved);
    letters.toRequester(
        context,
        told.ticket(),
        WritersPlace.isHelpers(context, proved)
            ? new RequesterLetter.AskedForAnother(
                false,
                told.before(),
                told.span(),
                Understood.corrected(proved.answers(), before),
                Set.of(),
                true,
                Set.of(),
                asks(mail),
                courtesy.deadline(told.ticket(), context.now()))
            : new RequesterLetter.AnswersComplete(
                Understood.corrected(proved.answers(), before),
                ForgottenPassword.alone(proved.answers(), mail),
                asks(mail),
                status(mail),
                told.before(),
                told.span()),
        Written.key(mail));
    if (proved.answers().codesHelp()) {
      codes.explain(context, told.ticket());
    }
    return Result.of(Outcome.DETAILS_COMPLETED, told.ticket(), "");
  }

  /** Who comes again has tried it. */
  private static boolean canDoItAlone(FlowContext context, Ticket ticket, Incoming mail) {
    return ticket.round() == 0
        && ForgottenPassword.alone(ticket.answers(), mail)
        && !WritersPlace.isHelpers(context, ticket)
        && !UnreadMailbox.readsNone(context, ticket)
        && context.work().tickets().history(ticket.id()).stream()
            .noneMatch(entry -> entry.event() == TicketEvent.SELF_SERVICE_FAILED);
  }

  /** What they can do alone goes before any code, as where their first mail says all of it. */
  private Result leave(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket left = context.apply(ticket, TicketEvent.LEFT_TO_REQUESTER, Written.cause(mail, ticket));
    recorder.recordSender(context, left, mail);
    letters.toRequester(
        context,
        left,
        new RequesterLetter.SelfService(false, false, false, false, courtesy.end(left), asks(mail)),
        Written.key(mail));
    return Result.of(Outcome.DETAILS_COMPLETED, left, "");
  }

  private Result askOn(
      FlowContext context, Ticket ticket, Incoming mail, boolean found, Optional<String> before) {
    Set<Question> missing = questions.missing(context, ticket);
    Ticket added =
        questions.ask(
            context,
            context.apply(
                ticket,
                TicketEvent.DETAILS_ADDED,
                Written.cause(mail, ticket, "missing " + missing)));
    letters.toRequester(
        context,
        added,
        new RequesterLetter.DetailsMissing(
            found,
            !found && Written.pictures(mail) > 0,
            Understood.corrected(added.answers(), before),
            questions.next(context, added),
            questions.next(context, added).contains(Question.ACCOUNT_NAME),
            questions.more(context, added),
            asks(mail),
            courtesy.deadline(added, context.now())),
        Written.key(mail));
    return Result.of(Outcome.DETAILS_ADDED, added, "missing " + missing);
  }

  private Result toPerson(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket moved =
        handOver.toStaff(
            context,
            ticket,
            TicketEvent.HANDED_OVER,
            Written.cause(mail, ticket),
            Handover.NOT_UNDERSTOOD,
            Text.NONE);
    return Result.of(Outcome.HANDED_OVER, moved, "two answers brought nothing that was asked for");
  }

  private static boolean asks(Incoming mail) {
    return mail.triaged().intent().wishes().contains(Wish.QUESTION)
        || StatusQuestion.asksBesides(mail);
  }

  private static boolean asksSomething(Incoming mail) {
    return StatusQuestion.asks(mail);
  }

  /** Whether the questions went out within the hour, so that they need not go out again. */
  private static boolean askedLately(FlowContext context, Ticket ticket) {
    return context.written(ticket.id()).stream()
        .filter(sent -> WITH_QUESTIONS.contains(sent.letter()))
        .anyMatch(sent -> sent.at().plus(LATELY).isAfter(context.now()));
  }

  /** Who is asked for something and wants to know how it goes, if that is plain. */
  private static boolean status(Incoming mail) {
    IntentReading read = mail.triaged().intent();
    return read.intent() == Intent.STATUS && read.sure();
  }
}

package dev.latchkey.flow.reply;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.LostMailbox;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.letter.DeadlineLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.remark.UnderwayReader;
import dev.latchkey.triage.remark.WorkedReader;
import dev.latchkey.triage.request.LockedOutReader;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A mail to a ticket that waits for its requester to try something, or to prove something. */
public final class WaitingReply {
  /** So many words and marks are "done, thank you!". */
  private static final int BARE = 5;

  private final DeskSettings settings;
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final ProofRecorder recorder;
  private final OwnerCodes ownerCodes;
  private final RivalClaims rivalry;
  private final HandOver handOver;
  private final LostMailbox lostMailbox;
  private final InquiryFlow questions;

  public WaitingReply(
      DeskSettings settings,
      CourtesySchedule courtesy,
      Letters letters,
      ProofRecorder recorder,
      OwnerCodes ownerCodes,
      RivalClaims rivalry,
      HandOver handOver,
      LostMailbox lostMailbox,
      InquiryFlow questions) {
    this.settings = settings;
    this.courtesy = courtesy;
    this.letters = letters;
    this.recorder = recorder;
    this.ownerCodes = ownerCodes;
    this.rivalry = rivalry;
    this.handOver = handOver;
    this.lostMailbox = lostMailbox;
    this.questions = questions;
  }

  /**
   * A request that nobody proved, or that somebody made in their name, is theirs as soon as a mail
   * of theirs is proved that does not speak against it.
   */
  Ticket senderProved(FlowContext context, Ticket ticket, Incoming mail) {
    if (ticket.state() != TicketState.PROVING || !recorder.senderIsNews(context, ticket, mail)) {
      return ticket;
    }
    recorder.recordSender(context, ticket, mail);
    Ticket proved = rivalry.proved(context, mail, ticket);
    ownerCodes.sendWaiting(context, proved);
    return proved;
  }

  /** While they try it alone. */
  Result trying(FlowContext context, Ticket ticket, Incoming mail) {
    Set<Wish> wishes = wishes(mail);
    if (wishes.contains(Wish.CODES_REFUSED)
        || mail.triaged().request().reasons().contains(Reason.RECOVERY_CODES_INVALID)) {
      recorder.recordSender(context, ticket, mail);
      Ticket moved =
          rivalry.proved(context, mail, handOver(context, ticket, mail, Handover.CODES_REFUSED));
      return Result.of(Outcome.HANDED_OVER, moved, "the recovery codes are refused");
    }
    if (MailboxWords.lost(context, ticket, mail)) {
      return mailboxLost(context, ticket, mail);
    }
    boolean asksMore = AfterWords.of(mail) == AfterWords.WELL_AND_ASKS;
    if (worked(mail) || asksMore) {
      Ticket done =
          context.apply(ticket, TicketEvent.SELF_SERVICE_WORKED, Written.cause(mail, ticket));
      if (asksMore) {
        questions.besides(context, mail);
      }
      letters.toRequester(
          context, done, DecisionLetter.Recovered.byThemselves(), Written.key(mail));
      return Result.of(Outcome.SELF_SERVICE_WORKED, done, "");
    }
    if (!stuck(mail)) {
      // It tells nothing of how it went: they read what we wait for, and a person reads them.
      return Written.kept(context, ticket, mail);
    }
    if (UnreadMailbox.readsNone(context, ticket)) {
      return mailboxLost(context, ticket, mail);
    }
    Ticket proved =
        context.apply(ticket, TicketEvent.SELF_SERVICE_FAILED, Written.cause(mail, ticket));
    recorder.recordSender(context, proved, mail);
    ownerCodes.send(context, rivalry.proved(context, mail, proved));
    letters.toRequester(
        context,
        context.work().tickets().load(proved.id()),
        new RequesterLetter.SelfServiceFailed(),
        Written.key(mail));
    return Result.of(Outcome.SELF_SERVICE_FAILED, proved, "");
  }

  /** Whether they say that it went well, as far as one reading tells. */
  static boolean worked(Incoming mail) {
    if (plainlyWorked(mail) || AfterWords.isGood(mail)) {
      return true;
    }
    Intent intent = mail.triaged().intent().intent();
    return !failed(mail) && (intent == Intent.RESOLVED || (intent == Intent.DONE && isBare(mail)));
  }

  /** Whether nothing else is said: in more words they tell of something that they sent. */
  private static boolean isBare(Incoming mail) {
    return Words.of(mail.triaged().reply().generous()).list().size() <= BARE;
  }

  /** Whether they only tell that they did something, or sent it: that it worked is not said. */
  private static boolean onlyDid(Incoming mail) {
    return mail.triaged().intent().intent() == Intent.DONE && !AfterWords.isGood(mail);
  }

  /** Whether it says that and nothing else, in answer to our question whether it did. */
  private static boolean plainlyWorked(Incoming mail) {
    return WorkedReader.says(mail.triaged().reply().generous());
  }

  /** Whether they tell that they are not in, in whatever words, and not only that they will try. */
  private static boolean stuck(Incoming mail) {
    boolean asks =
        wishes(mail).contains(Wish.QUESTION)
            || wishes(mail).contains(Wish.WILL_TRY)
            || UnderwayReader.says(MailText.of(mail.triaged().reply().generous()));
    boolean cannot =
        mail.triaged().intent().intent() == Intent.CANNOT
            || LockedOutReader.pageFails(mail.triaged().reply().generous())
            || AfterWords.of(mail) == AfterWords.FAILED;
    return failed(mail) || (!asks && cannot);
  }

  private static boolean failed(Incoming mail) {
    return wishes(mail).contains(Wish.NOT_WORKING) || wishes(mail).contains(Wish.NO_MAIL);
  }

  /**
   * Whether it may have gone well while they try it alone, and nobody can be sure; or whether they
   * say that all is well, whatever they ask besides, of one that stands still.
   */
  boolean mayBeOver(Ticket ticket, Incoming mail) {
    boolean alone =
        ticket.state() == TicketState.SELF_SERVICE
            && worked(mail)
            && (onlyDid(mail) || !mail.triaged().intent().sure())
            && !plainlyWorked(mail)
            && !MailboxWords.lost(mail);
    return alone || (ticket.state() == TicketState.ON_HOLD && AfterWords.of(mail).well());
  }

  /** While proofs are asked for; empty when it wishes for nothing. */
  Optional<Result> proving(FlowContext context, Ticket ticket, Incoming mail) {
    if (MailboxWords.lost(context, ticket, mail) || MailboxWords.otherLost(context, ticket, mail)) {
      return Optional.of(mailboxLost(context, ticket, mail));
    }
    return wantsCode(mail) ? Optional.of(newCodes(context, ticket, mail)) : Optional.empty();
  }

  private static boolean wantsCode(Incoming mail) {
    return wishes(mail).contains(Wish.NEW_CODE) || wishes(mail).contains(Wish.NO_MAIL);
  }

  private Result newCodes(FlowContext context, Ticket ticket, Incoming mail) {
    // Before the codes, which say who asked.
    Ticket kept =
        senderProved(
            context,
            context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket)),
            mail);
    ownerCodes.send(context, kept);
    letters.toRequester(
        context,
        kept,
        new EvidenceLetter.NewCode(OtherCode.missing(context, kept)),
        Written.key(mail));
    return Result.of(Outcome.CODE_RENEWED, kept, "asked for another code");
  }

  /**
   * While it lies before the staff, as it does when every code came back: whoever says that the
   * mailbox is lost is asked for other proofs, and who asks for a code gets one where none came
   * back; empty when they say nothing of it, or were asked.
   */
  Optional<Result> inReview(FlowContext context, Ticket ticket, Incoming mail) {
    if (MailboxWords.lost(context, ticket, mail) && lostMailbox.news(context, ticket)) {
      return Optional.of(mailboxLost(context, ticket, mail));
    }
    return onHold(context, ticket, mail);
  }

  /** While it stands still, a code can come back as well. */
  Optional<Result> onHold(FlowContext context, Ticket ticket, Incoming mail) {
    return OtherCode.helps(context, ticket) && wantsCode(mail)
        ? Optional.of(newCodes(context, ticket, mail))
        : Optional.empty();
  }

  /**
   * More time, in each state that waits for the requester; a question beside it is for the staff.
   */
  Result moreTime(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    boolean given = ticket.dialogue().extensions() < settings.extensions();
    Ticket extended = given ? context.keep(courtesy.extend(kept, context.now())) : kept;
    Instant deadline = courtesy.deadline(extended, context.now()).orElse(context.now());
    OpenProofs.prolong(context, extended, deadline);
    letters.toRequester(
        context, extended, new DeadlineLetter.MoreTime(given, deadline), Written.key(mail));
    if (StatusQuestion.asks(mail)) {
      // The letter answers the wish alone: a person reads the question.
      context.work().messages().untold(mail.id());
    }
    return given
        ? Result.of(Outcome.TIME_GIVEN, extended, "asked for more time")
        : Result.of(Outcome.KEPT_WITH_TICKET, extended, "had more time often enough");
  }

  /** No code is waited for that cannot come: a person looks. */
  Result withoutOther(FlowContext context, Ticket ticket, Incoming mail) {
    return Result.of(
        Outcome.HANDED_OVER,
        handOver(context, ticket, mail, Handover.OTHER_ADDRESS_GONE),
        "the other registered address cannot be read");
  }

  private Result mailboxLost(FlowContext context, Ticket ticket, Incoming mail) {
    if (MailboxWords.otherLost(context, ticket, mail)) {
      return withoutOther(context, ticket, mail);
    }
    recorder.recordSender(context, ticket, mail);
    Ticket placed = rivalry.proved(context, mail, ticket);
    Ticket kept = context.apply(placed, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    return Result.of(
        Outcome.PROOFS_ASKED,
        lostMailbox.said(context, kept),
        "the registered mailbox cannot be read");
  }

  private Ticket handOver(FlowContext context, Ticket ticket, Incoming mail, Handover why) {
    return handOver.toStaff(
        context, ticket, TicketEvent.HANDED_OVER, Written.cause(mail, ticket), why, Text.NONE);
  }

  /**
   * Whether it would steer a request: end it as done, send out codes, answer the staff, or have the
   * desk go on without a mailbox. In the requester's name everybody can write that.
   */
  static boolean needsProof(Ticket ticket, Incoming mail) {
    return switch (ticket.state()) {
      case NEEDS_DETAILS -> ticket.questionOpen() || MailboxWords.lost(mail);
      case PROVING -> MailboxWords.lost(mail) || wantsCode(mail);
      case IN_REVIEW -> MailboxWords.lost(mail) || wantsCode(mail);
      case ON_HOLD -> wantsCode(mail);
      case SELF_SERVICE -> reports(mail);
      default -> false;
    };
  }

  /** Whether it tells somebody who tries it alone how it went, so that they go on from there. */
  private static boolean reports(Incoming mail) {
    return stuck(mail)
        || worked(mail)
        || MailboxWords.lost(mail)
        || wishes(mail).contains(Wish.CODES_REFUSED)
        || mail.triaged().request().reasons().contains(Reason.RECOVERY_CODES_INVALID);
  }

  /**
   * Whether they ask for time, or one reading hears that they need it and neither a wish besides.
   */
  static boolean wantsTime(Ticket ticket, Incoming mail) {
    boolean heard = mail.triaged().intent().intent() == Intent.MORE_TIME && wishes(mail).isEmpty();
    return ticket.state().waitingFor() == TicketState.Waiting.REQUESTER
        && (heard || wishes(mail).contains(Wish.MORE_TIME));
  }

  private static Set<Wish> wishes(Incoming mail) {
    return mail.triaged().intent().wishes();
  }
}

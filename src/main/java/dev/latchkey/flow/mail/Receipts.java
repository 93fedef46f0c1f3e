package dev.latchkey.flow.mail;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.Rota;
import dev.latchkey.flow.recovery.StillWanted;
import dev.latchkey.flow.reply.StatusQuestion;
import dev.latchkey.flow.reply.Written;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.trust.sender.SenderTrust;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells a requester that what they wrote is with their request, where nothing else was answered: a
 * question, what was passed on to the staff, and what answers a question of ours, each time,
 * anything else once a day and ticket; and only while it is open.
 */
public final class Receipts {
  private static final Set<LetterKind> ASKED =
      Set.of(
          LetterKind.of(DecisionLetter.PerhapsOver.class),
          LetterKind.of(RequesterLetter.IsItOver.class));

  private final DeskSettings settings;
  private final Letters letters;
  private final PassedOn passedOn;
  private final Questions questions;

  public Receipts(DeskSettings settings, Questions questions, Letters letters, Rota rota) {
    this.settings = settings;
    this.letters = letters;
    this.questions = questions;
    this.passedOn = new PassedOn(letters, rota);
  }

  /**
   * Whether nothing may answer a mail, by the setting: nobody proved its sender, and it answers no
   * letter of ours.
   */
  boolean silent(Incoming mail) {
    return !settings.answerUnproved()
        && mail.trust().level() != SenderTrust.Level.ALIGNED
        && mail.replyTokens().isEmpty();
  }

  /**
   * Passes what waits for a person on to the staff, where it cannot wait for the digest, and tells
   * its writer where it is.
   */
  void give(FlowContext context, Ticket ticket, Incoming mail, Outcome outcome) {
    receipt(context, ticket, mail, passOn(context, ticket, mail, outcome));
  }

  /** The same where its writer was told already. */
  boolean passOn(FlowContext context, Ticket ticket, Incoming mail, Outcome outcome) {
    boolean theirs =
        mail.trust().level() == SenderTrust.Level.ALIGNED
            || mail.replyTokens().stream()
                .flatMap(token -> context.work().tokens().find(token).stream())
                .anyMatch(token -> token.recipient().equals(ticket.requester()));
    // The letter tells them as what the requester writes.
    return theirs
        && mail.sender().filter(ticket.requester()::equals).isPresent()
        && isOpen(context, ticket, mail, outcome)
        && passedOn.pass(context, ticket, mail, promised(context, mail, outcome));
  }

  /**
   * Whether a letter says that a person reads the rest, and nothing tells what the rest is: then
   * one does, at once. How it is going was answered.
   */
  private static boolean promised(FlowContext context, Incoming mail, Outcome outcome) {
    return outcome != Outcome.STATUS_TOLD && context.work().messages().isUntold(mail.id());
  }

  /**
   * Whether something is left to answer: that a mail joined a request answers nothing, and a letter
   * of which the staff are to read the rest answers how it is going, but for the first one.
   */
  private static boolean isOpen(
      FlowContext context, Ticket ticket, Incoming mail, Outcome outcome) {
    return outcome == Outcome.JOINED
        || !context.writesTo(ticket.requester())
        || (context.work().messages().isUntold(mail.id())
            && (ticket.state().approved()
                || outcome == Outcome.TICKET_OPENED
                || !StatusQuestion.asksHowItGoes(mail)
                || StatusQuestion.asksBesides(mail)));
  }

  private void receipt(FlowContext context, Ticket ticket, Incoming mail, boolean passed) {
    if (!ticket.state().closed()
        && !context.writesTo(ticket.requester())
        && mail.mayBeAnswered(settings.answerUnproved())) {
      Function<Ticket, StandingLetter.Received> letter =
          now ->
              new StandingLetter.Received(
                  now.state(),
                  StillWanted.of(context, now),
                  OtherCode.counted(context, now),
                  passed,
                  now.inquiry(),
                  missing(context, now));
      String key =
          passed || asks(ticket, mail) || asked(context, ticket)
              ? Written.key(mail)
              : "day " + context.now().atZone(ZoneOffset.UTC).toLocalDate();
      letters.asItStands(context, ticket, letter, key);
    }
  }

  /**
   * Whether they were asked, since it stands still, if it is still wanted: each answer is heard.
   */
  private static boolean asked(FlowContext context, Ticket ticket) {
    return ticket.state().standsStill()
        && context.written(ticket.id()).stream()
            .anyMatch(
                one ->
                    ASKED.contains(one.letter())
                        && one.recipient().equals(ticket.requester().toString())
                        && !one.at().isBefore(ticket.stateSince()));
  }

  /** What is asked of them, by the desk and not by staff. */
  private Set<Answers.Question> missing(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.NEEDS_DETAILS && !ticket.questionOpen()
        ? questions.next(context, ticket)
        : Set.of();
  }

  /** Something else than how it is going, which is told once a day. */
  private static boolean asks(Ticket ticket, Incoming mail) {
    IntentReading read = mail.triaged().intent();
    boolean status = read.intent() == Intent.STATUS && read.sure();
    return !ticket.inquiry() && !status && StatusQuestion.holdsQuestion(mail);
  }
}

package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.name.NameQuestionReader;
import dev.latchkey.triage.remark.LostForWordsReader;
import dev.latchkey.triage.request.AskedReader;
import dev.latchkey.triage.request.GivenAnswers;
import dev.latchkey.triage.request.IntentReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a mail answers of the questions of its ticket, and the ticket with these answers. */
public final class TicketAnswers {
  private final Supplier<AskedReader> reader;
  private final Questions questions;

  public TicketAnswers(Supplier<AskedReader> reader, Questions questions) {
    this.reader = reader;
    this.questions = questions;
  }

  /** Whether a mail answers something that was asked, or names something new of the form. */
  boolean answered(Ticket ticket, Incoming mail) {
    Answers given = given(ticket, mail);
    Answers all = after(ticket, mail, given);
    return !questions.missing(all).equals(questions.missing(ticket.answers()))
        || given.codeOfConduct().isPresent()
        || given.recoveryCodes().said();
  }

  /** Whether something is known now that was not: to say the same again gets nobody further. */
  boolean brings(Answers before, Answers now) {
    return !questions.missing(now).equals(questions.missing(before))
        || !now.codeOfConduct().equals(before.codeOfConduct())
        || !now.recoveryCodes().equals(before.recoveryCodes());
  }

  /**
   * The ticket with what a mail answers, the account left as it was: which one is meant is asked.
   */
  Ticket noted(FlowContext context, Ticket ticket, Incoming mail) {
    if (ticket.state() != TicketState.NEEDS_DETAILS || ticket.questionOpen()) {
      return ticket;
    }
    Answers answers = after(ticket, mail).named(ticket.answers().accountName());
    return context.keep(ticket.change().answers(answers).build());
  }

  /**
   * A ticket that is closed, with what its requester answers to the questions that were open when
   * it was: whoever comes back is asked for nothing that they say in the same mail.
   */
  Ticket broughtBack(FlowContext context, Ticket ticket, Incoming mail) {
    if (questions.missing(ticket.answers()).isEmpty() || !answered(ticket, mail)) {
      return ticket;
    }
    Answers answers = ticket.answers().with(given(ticket, mail));
    Optional<String> account =
        ticket.account().isPresent() ? ticket.account() : account(context, mail, answers);
    return context.keep(ticket.change().answers(answers).account(account).build());
  }

  /** All that is answered by now; whoever says that they never had a second factor lost none. */
  Answers after(Ticket ticket, Incoming mail) {
    return after(ticket, mail, given(ticket, mail));
  }

  private static Answers after(Ticket ticket, Incoming mail, Answers given) {
    Answers all = ticket.answers().with(given);
    boolean never = mail.triaged().request().said().contains(Said.NO_SECOND_FACTOR);
    return never && all.reasons().contains(Reason.FORGOT_PASSWORD)
        ? all.without(Reason.LOST_2FA_DEVICE)
        : all;
  }

  private Answers given(Ticket ticket, Incoming mail) {
    if (mail.claimed().headerOnly()
        || LostForWordsReader.onlySays(mail.triaged().reply().generous())) {
      return AnswersReader.none();
    }
    GivenAnswers given = read(ticket, mail);
    boolean wishes = status(mail) || !mail.triaged().intent().wishes().isEmpty();
    boolean vague = given.reasons().equals(Set.of(Reason.OTHER));
    return AnswersReader.of(mail, wishes && vague ? given.withoutReasons() : given);
  }

  /**
   * The answers to the letter that is replied to, which may be an older one; those to what was
   * asked last where it answers none of that.
   */
  private GivenAnswers read(Ticket ticket, Incoming mail) {
    List<Question> last = asked(ticket);
    List<Question> repliedTo = ticket.questionOpen() ? List.of() : mail.carried().asked();
    GivenAnswers given = reader.get().read(mail.triaged().reply(), repliedTo);
    return given.equals(GivenAnswers.NONE) && !last.equals(repliedTo)
        ? reader.get().read(mail.triaged().reply(), last)
        : given;
  }

  /** What it was asked last, by the desk or by the staff in their own words. */
  private List<Question> asked(Ticket ticket) {
    if (ticket.questionOpen()) {
      return NameQuestionReader.asks(Questions.ofStaff(ticket).words())
          ? List.of(Question.ACCOUNT_NAME)
          : List.of();
    }
    return ticket.dialogue().asked().isEmpty()
        ? questions.next(ticket.answers()).stream().sorted().toList()
        : ticket.dialogue().asked();
  }

  /** The account that the mail names by itself, or as an answer to our question. */
  static Optional<String> account(FlowContext context, Incoming mail, Answers answers) {
    return mail.account().or(() -> answers.accountName().map(context::accountKey));
  }

  /** Who is asked for something and wants to know how it goes, if that is plain. */
  private static boolean status(Incoming mail) {
    IntentReading read = mail.triaged().intent();
    return read.intent() == Intent.STATUS && read.sure();
  }
}

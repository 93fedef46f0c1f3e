package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.recovery.Approaches;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Staff say which account a request is about that has none, or a wrong one. One that has none is
 * about it from now on, and the codes for it go out. In the place of one that has another comes a
 * request of its own, for which nothing counts that was sent, proved or approved for the other.
 */
final class GivenAccount {
  /** Where nobody asks its requester for the name any more, and nothing was approved. */
  private static final Set<TicketState> PUT_BEFORE_PEOPLE =
      EnumSet.of(TicketState.IN_REVIEW, TicketState.ON_HOLD);

  private final RivalClaims rivalry;
  private final HandOver handOver;
  private final Review review;
  private final Letters letters;
  private final StaffAnswers answers;

  GivenAccount(
      RivalClaims rivalry,
      HandOver handOver,
      Review review,
      Letters letters,
      StaffAnswers answers) {
    this.rivalry = rivalry;
    this.handOver = handOver;
    this.review = review;
    this.letters = letters;
    this.answers = answers;
  }

  /** Whether a command names another account for the person than a request of theirs is about. */
  static boolean changes(FlowContext context, Ticket ticket, StaffCommand command) {
    Optional<String> key = command.account().map(context::accountKey);
    return !ticket.inquiry()
        && ticket.accepts(TicketEvent.MERGED)
        && (!hasNone(ticket) || PUT_BEFORE_PEOPLE.contains(ticket.state()))
        && command.person().filter(ticket.requester()::equals).isPresent()
        && key.isPresent()
        && !ticket.account().equals(key);
  }

  static boolean hasNone(Ticket ticket) {
    return ticket.account().isEmpty();
  }

  /** The request that a command answers, and whose account it changes. */
  static Optional<Ticket> wrong(GivenCommand given) {
    return given
        .file()
        .map(CaseFile::ticket)
        .filter(ticket -> changes(given.context(), ticket, given.command()));
  }

  /** The ticket is about that account. */
  Result name(GivenCommand given, Ticket ticket, Incoming request) {
    FlowContext context = given.context();
    String name = given.command().account().orElseThrow();
    Ticket named =
        context.keep(
            ticket
                .change()
                .answers(ticket.answers().named(Optional.of(name)))
                .account(Optional.of(context.accountKey(name)))
                .build());
    Approaches.before(context, named);
    Ticket placed = rivalry.claim(context, request, named);
    Ticket noted =
        context.apply(placed, TicketEvent.NOTED, given.cause("the account is named: " + name));
    handOver.tell(context, noted, Handover.ACCOUNT_NAMED, Text.NONE, given.key());
    Ticket told = context.work().tickets().load(noted.id());
    review.changed(context, told, given.by(), given.key());
    return answers.told(given, told, new CommandPhrase.AccountGiven(told.reference(), name));
  }

  /** A ticket of its own, which was just opened, takes the place of the one about the other. */
  Result replace(GivenCommand given, Ticket wrong, Ticket fresh) {
    FlowContext context = given.context();
    Ticket merged =
        context.apply(wrong, TicketEvent.MERGED, given.cause("into " + fresh.reference()));
    merged = context.keep(merged.change().mergedInto(Optional.of(fresh.reference())).build());
    context.apply(
        fresh, TicketEvent.NOTED, given.cause(new Detail.TookIn(merged.reference()).text()));
    letters.toRequester(
        context,
        merged,
        new DecisionLetter.Merged(
            fresh.reference(),
            fresh.state(),
            merged.answers().accountName(),
            fresh.answers().accountName().orElse("")),
        given.key());
    return answers.told(
        given,
        context.work().tickets().load(fresh.id()),
        new CommandPhrase.OpenedInstead(
            fresh.reference(), merged.reference(), given.command().account().orElseThrow()));
  }
}

package dev.latchkey.flow.staff;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.StaffMember;
import dev.latchkey.trust.StaffRoster;
import dev.latchkey.trust.TokenPurpose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what a staff member commands, once the gates are passed. */
public final class StaffCommands {
  private final DeskSettings settings;
  private final StaffRoster staff;
  private final Approval approval;
  private final Review review;
  private final Notices notices;
  private final Letters letters;
  private final StaffAnswers answers;

  public StaffCommands(
      DeskSettings settings,
      StaffRoster staff,
      Approval approval,
      Review review,
      Notices notices,
      Letters letters,
      StaffAnswers answers) {
    this.settings = settings;
    this.staff = staff;
    this.approval = approval;
    this.review = review;
    this.notices = notices;
    this.letters = letters;
    this.answers = answers;
  }

  /** Does the command, or tells why not. */
  Result run(GivenCommand given) {
    return switch (given.command().verb()) {
      case APPROVE -> approval.approve(given);
      case REJECT -> reject(given);
      case ASK -> ask(given);
      case HOLD -> hold(given);
      case RESUME -> resume(given);
      case NOTE ->
          answers.told(given, given.apply(TicketEvent.NOTED, given.words()), given.words());
      case ASSIGN -> assign(given);
      case MERGE -> merge(given);
      case REDIRECT -> redirect(given);
      case DONE -> done(given);
      case REOPEN -> reopen(given);
      case STATUS -> answers.status(given);
      case QUEUE -> answers.queue(given);
      case HELP -> answers.help(given);
    };
  }

  private Result reject(GivenCommand given) {
    if (!given.possible(TicketEvent.REJECTED)) {
      return answers.impossible(given);
    }
    given.useToken();
    given.turn().work().executions().close(given.ticket().id(), "rejected by the staff");
    return moved(given, TicketEvent.REJECTED, Letter.REJECTED, Map.of("reason", given.words()));
  }

  private Result ask(GivenCommand given) {
    if (!given.possible(TicketEvent.QUESTION_ASKED)) {
      return answers.impossible(given);
    }
    given.useToken();
    return moved(
        given, TicketEvent.QUESTION_ASKED, Letter.QUESTION, Map.of("question", given.words()));
  }

  private Result redirect(GivenCommand given) {
    if (!given.possible(TicketEvent.REDIRECTED)) {
      return answers.impossible(given);
    }
    given.useToken();
    return moved(given, TicketEvent.REDIRECTED, Letter.REDIRECTED, Map.of("where", given.words()));
  }

  /** Applies the event, writes to the requester, and tells all staff. */
  private Result moved(
      GivenCommand given, TicketEvent event, Letter letter, Map<String, Object> values) {
    Ticket moved = given.apply(event, given.words());
    letters.toRequester(given.turn(), moved, letter, given.key(), Map.copyOf(values));
    return answers.decided(given, moved, Optional.empty());
  }

  private Result hold(GivenCommand given) {
    if (!given.possible(TicketEvent.HELD)) {
      return answers.impossible(given);
    }
    given.useToken();
    Ticket held = given.apply(TicketEvent.HELD, given.words());
    Optional<Instant> until =
        given.command().until().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    if (until.isPresent()) {
      held = given.turn().keep(held.change().next(FollowUp.HOLD_ENDS, until.get()).build());
    }
    return answers.decided(given, held, Optional.empty());
  }

  private Result resume(GivenCommand given) {
    Ticket ticket = given.ticket();
    if (!given.possible(TicketEvent.RESUMED)) {
      return answers.impossible(given);
    }
    if (ticket.state() == TicketState.CONTESTED && otherUnderWay(given)) {
      return answers.refused(
          given,
          "Another ticket about this account is under way. MERGE or REJECT one of them first.");
    }
    given.useToken();
    Ticket resumed = given.apply(TicketEvent.RESUMED, given.words());
    review.sendCase(given.turn(), resumed, "round " + resumed.round());
    return answers.decided(given, resumed, Optional.empty());
  }

  private static boolean otherUnderWay(GivenCommand given) {
    return ofAccount(given).stream()
        .anyMatch(
            other -> other.id() != given.ticket().id() && other.state() != TicketState.CONTESTED);
  }

  private static List<Ticket> ofAccount(GivenCommand given) {
    return given
        .ticket()
        .account()
        .map(given.turn().work().tickets()::openOfAccount)
        .orElse(List.of());
  }

  private Result assign(GivenCommand given) {
    String who = given.command().argument().orElse("me");
    Optional<EmailAddress> assignee =
        who.equals("me") ? Optional.of(given.by()) : EmailAddress.find(who);
    if (assignee.flatMap(staff::find).filter(StaffMember::active).isEmpty()) {
      return answers.refused(given, "ASSIGN needs the address of an active staff member, or me.");
    }
    if (!given.possible(TicketEvent.ASSIGNED)) {
      return answers.impossible(given);
    }
    Ticket assigned = given.apply(TicketEvent.ASSIGNED, assignee.get().toString());
    assigned = given.turn().keep(assigned.change().assignee(assignee).build());
    return answers.told(given, assigned, "assigned to " + assignee.get());
  }

  private Result merge(GivenCommand given) {
    FlowContext turn = given.turn();
    Optional<Ticket> into =
        given
            .command()
            .argument()
            .flatMap(Reference::find)
            .filter(reference -> reference.number() != given.ticket().id())
            .flatMap(reference -> turn.work().tickets().find(reference.number()))
            .filter(target -> !target.state().closed());
    if (into.isEmpty()) {
      return answers.refused(
          given, "MERGE needs the reference of another open ticket, for example MERGE LK-1042.");
    }
    if (!given.possible(TicketEvent.MERGED)) {
      return answers.impossible(given);
    }
    Ticket target = into.get();
    given.useToken();
    Ticket merged = given.apply(TicketEvent.MERGED, "into " + target.reference());
    merged = turn.keep(merged.change().mergedInto(Optional.of(target.reference())).build());
    turn.apply(target, TicketEvent.NOTED, given.cause("took in " + merged.reference()));
    // Whether another person's ticket goes on is nobody's business but theirs.
    boolean samePerson = merged.requester().equals(target.requester());
    letters.toRequester(
        turn,
        merged,
        samePerson ? Letter.MERGED : Letter.REJECTED,
        given.key(),
        samePerson ? Map.of("into", target.reference()) : Map.of("reason", ""));
    return answers.decided(given, merged, Optional.empty());
  }

  private Result done(GivenCommand given) {
    if (!given.possible(TicketEvent.EXECUTED)) {
      return answers.impossible(given);
    }
    if (given.token().purpose() != TokenPurpose.TASK) {
      return answers.refused(given, "DONE counts only as a reply to the mail with the task.");
    }
    given.useToken();
    given.turn().work().executions().close(given.ticket().id(), "done by " + given.by());
    Ticket recovered = given.apply(TicketEvent.EXECUTED, "done by staff");
    letters.toRequester(
        given.turn(), recovered, Letter.RECOVERED, "round " + recovered.round(), Map.of());
    notices.recovered(given.turn(), recovered);
    return answers.decided(given, recovered, Optional.empty());
  }

  private Result reopen(GivenCommand given) {
    if (!given.possible(TicketEvent.REOPENED_BY_STAFF)) {
      return answers.impossible(given);
    }
    if (!ofAccount(given).isEmpty()) {
      return answers.refused(given, "Another ticket about this account is open.");
    }
    given.useToken();
    Ticket open = given.apply(TicketEvent.REOPENED_BY_STAFF, given.words());
    List<Question> missing = open.answers().missing(settings.required()).stream().sorted().toList();
    letters.toRequester(
        given.turn(),
        open,
        Letter.REOPENED,
        given.key(),
        Map.of("missing", missing, "proving", false));
    return answers.decided(given, open, Optional.empty());
  }
}

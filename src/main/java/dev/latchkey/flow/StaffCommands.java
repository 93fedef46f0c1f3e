package dev.latchkey.flow;

import dev.latchkey.check.Assessment;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.StaffCommand;
import dev.latchkey.triage.StaffCommand.Verb;
import dev.latchkey.trust.IssuedToken;
import dev.latchkey.trust.StaffMember;
import dev.latchkey.trust.StaffRoster;
import dev.latchkey.trust.TokenPurpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what a staff member commands, once the gates are passed. */
final class StaffCommands {
  private static final Duration FINAL_NOTICE = Duration.ofDays(1);
  private final DeskSettings settings;
  private final StaffRoster staff;
  private final Review review;
  private final Notices notices;
  private final Letters letters;
  private final TokenIssuer issuer;
  private final StaffTexts texts;

  StaffCommands(
      DeskSettings settings,
      StaffRoster staff,
      Review review,
      Notices notices,
      Letters letters,
      TokenIssuer issuer,
      StaffTexts texts) {
    this.settings = settings;
    this.staff = staff;
    this.review = review;
    this.notices = notices;
    this.letters = letters;
    this.issuer = issuer;
    this.texts = texts;
  }

  /** Does the command, or tells why not. */
  Result run(
      Turn turn,
      Ticket ticket,
      StaffMember by,
      IssuedToken token,
      StaffCommand command,
      Incoming mail) {
    Command given = new Command(turn, ticket, by, token, command, mail);
    return switch (command.verb()) {
      case APPROVE -> approve(given);
      case REJECT -> reject(given);
      case ASK -> ask(given);
      case HOLD -> hold(given);
      case RESUME -> resume(given);
      case NOTE -> told(given, given.apply(TicketEvent.NOTED, given.words()), given.words());
      case ASSIGN -> assign(given);
      case MERGE -> merge(given);
      case REDIRECT -> redirect(given);
      case DONE -> done(given);
      case REOPEN -> reopen(given);
      case STATUS, QUEUE, HELP -> answer(given);
    };
  }

  /** One command on its way through this class. */
  private record Command(
      Turn turn,
      Ticket ticket,
      StaffMember by,
      IssuedToken token,
      StaffCommand command,
      Incoming mail) {

    boolean possible(TicketEvent event) {
      return ticket.accepts(event);
    }

    Ticket apply(TicketEvent event, String detail) {
      return turn.apply(ticket, event, cause(detail));
    }

    Cause cause(String detail) {
      return Causes.of(mail, Causes.staff(by.address()), "dmarc+token", detail);
    }

    /** What stands after the verb and below it. */
    String words() {
      String words = (command.argument().orElse("") + "\n" + command.text()).strip();
      return words.length() <= 4000 ? words : words.substring(0, 4000);
    }

    void useToken() {
      turn.work().tokens().save(Tries.used(token, turn.now()));
    }
  }

  private Result approve(Command given) {
    Turn turn = given.turn();
    if (!given.possible(TicketEvent.APPROVED)) {
      return impossible(given);
    }
    Instant dayAgo = turn.now().minus(Duration.ofDays(1));
    EmailAddress by = given.by().address();
    if (turn.work().evidence().countApprovals(by, dayAgo) >= settings.approvalsPerDay()) {
      return refuse(
          turn,
          given.ticket(),
          given.by(),
          given.mail(),
          "You have approved " + settings.approvalsPerDay() + " tickets within a day.");
    }
    Assessment assessment = review.assess(turn, given.ticket());
    String shown =
        "level %s, %d points, %d groups, %s"
            .formatted(
                assessment.level(),
                assessment.points(),
                assessment.groups(),
                assessment.recommended() ? "recommended" : "not recommended");
    given.useToken();
    int approvals =
        turn.work().evidence().approvers(given.ticket().id(), given.ticket().round()).size() + 1;
    turn.work()
        .evidence()
        .approve(
            given.ticket().id(),
            given.ticket().round(),
            by,
            turn.now(),
            given.token().digest().orElse(""));
    if (approvals < assessment.approvers()) {
      Ticket ticket = given.apply(TicketEvent.APPROVAL_RECORDED, shown);
      return told(
          given,
          ticket,
          "%d of %d approvals; another person must approve too."
              .formatted(approvals, assessment.approvers()));
    }
    Ticket approved = given.apply(TicketEvent.APPROVED, shown);
    Instant executeAt = turn.now().plus(assessment.coolingOff());
    Instant last = executeAt.minus(FINAL_NOTICE);
    approved =
        turn.keep(
            last.isAfter(turn.now())
                ? approved.change().next(FollowUp.FINAL_NOTICE, last).build()
                : approved.change().next(FollowUp.EXECUTE, executeAt).build());
    notices.approved(turn, approved, executeAt);
    letters.toRequester(
        turn,
        approved,
        Letter.APPROVED,
        "round " + approved.round(),
        Map.of("executeAt", executeAt));
    return decided(given, approved, Optional.of(executeAt));
  }

  private Result reject(Command given) {
    if (!given.possible(TicketEvent.REJECTED)) {
      return impossible(given);
    }
    given.useToken();
    Ticket rejected = given.apply(TicketEvent.REJECTED, given.words());
    given.turn().work().executions().close(rejected.id(), "rejected by the staff");
    letters.toRequester(
        given.turn(),
        rejected,
        Letter.REJECTED,
        "mail " + given.mail().id(),
        Map.of("reason", given.words()));
    return decided(given, rejected, Optional.empty());
  }

  private Result ask(Command given) {
    if (!given.possible(TicketEvent.QUESTION_ASKED)) {
      return impossible(given);
    }
    given.useToken();
    Ticket asked = given.apply(TicketEvent.QUESTION_ASKED, given.words());
    letters.toRequester(
        given.turn(),
        asked,
        Letter.QUESTION,
        "mail " + given.mail().id(),
        Map.of("question", given.words()));
    return decided(given, asked, Optional.empty());
  }

  private Result hold(Command given) {
    if (!given.possible(TicketEvent.HELD)) {
      return impossible(given);
    }
    Optional<Instant> until = given.command().argument().flatMap(StaffCommands::date);
    given.useToken();
    Ticket held = given.apply(TicketEvent.HELD, given.words());
    if (until.isPresent()) {
      held = given.turn().keep(held.change().next(FollowUp.HOLD_ENDS, until.get()).build());
    }
    return decided(given, held, until);
  }

  private Result resume(Command given) {
    if (!given.possible(TicketEvent.RESUMED)) {
      return impossible(given);
    }
    Ticket ticket = given.ticket();
    boolean taken =
        ticket.state() == TicketState.CONTESTED
            && ticket
                .account()
                .filter(
                    account ->
                        given.turn().work().tickets().openOfAccount(account).stream()
                            .anyMatch(
                                other ->
                                    other.id() != ticket.id()
                                        && other.state() != TicketState.CONTESTED))
                .isPresent();
    if (taken) {
      return refuse(
          given.turn(),
          ticket,
          given.by(),
          given.mail(),
          "Another ticket about this account is under way. MERGE or REJECT one of them first.");
    }
    given.useToken();
    Ticket resumed = given.apply(TicketEvent.RESUMED, given.words());
    review.sendCase(given.turn(), resumed, "round " + resumed.round());
    return decided(given, resumed, Optional.empty());
  }

  private Result assign(Command given) {
    String who = given.command().argument().orElse("me");
    Optional<EmailAddress> assignee =
        who.equals("me") ? Optional.of(given.by().address()) : EmailAddress.find(who);
    if (assignee.flatMap(staff::find).filter(StaffMember::active).isEmpty()) {
      return refuse(
          given.turn(),
          given.ticket(),
          given.by(),
          given.mail(),
          "ASSIGN needs the address of an active staff member, or me.");
    }
    if (!given.possible(TicketEvent.ASSIGNED)) {
      return impossible(given);
    }
    Ticket assigned = given.apply(TicketEvent.ASSIGNED, assignee.get().toString());
    assigned = given.turn().keep(assigned.change().assignee(assignee).build());
    return told(given, assigned, "assigned to " + assignee.get());
  }

  private Result merge(Command given) {
    Turn turn = given.turn();
    Optional<Ticket> into =
        given
            .command()
            .argument()
            .flatMap(Reference::find)
            .filter(reference -> reference.number() != given.ticket().id())
            .flatMap(reference -> turn.work().tickets().find(reference.number()))
            .filter(target -> !target.state().closed());
    if (into.isEmpty()) {
      return refuse(
          turn,
          given.ticket(),
          given.by(),
          given.mail(),
          "MERGE needs the reference of another open ticket, for example MERGE LK-1042.");
    }
    if (!given.possible(TicketEvent.MERGED)) {
      return impossible(given);
    }
    Ticket target = into.get();
    given.useToken();
    Ticket merged = given.apply(TicketEvent.MERGED, "into " + target.reference());
    merged = turn.keep(merged.change().mergedInto(Optional.of(target.reference())).build());
    turn.apply(target, TicketEvent.NOTED, given.cause("took in " + merged.reference()));
    // Whether another person's ticket goes on is nobody's business but theirs.
    if (merged.requester().equals(target.requester())) {
      letters.toRequester(
          turn,
          merged,
          Letter.MERGED,
          "mail " + given.mail().id(),
          Map.of("into", target.reference()));
    } else {
      letters.toRequester(
          turn, merged, Letter.REJECTED, "mail " + given.mail().id(), Map.of("reason", ""));
    }
    return decided(given, merged, Optional.empty());
  }

  private Result redirect(Command given) {
    if (!given.possible(TicketEvent.REDIRECTED)) {
      return impossible(given);
    }
    given.useToken();
    Ticket redirected = given.apply(TicketEvent.REDIRECTED, given.words());
    letters.toRequester(
        given.turn(),
        redirected,
        Letter.REDIRECTED,
        "mail " + given.mail().id(),
        Map.of("where", given.words()));
    return decided(given, redirected, Optional.empty());
  }

  private Result done(Command given) {
    if (!given.possible(TicketEvent.EXECUTED)) {
      return impossible(given);
    }
    if (given.token().purpose() != TokenPurpose.TASK) {
      return refuse(
          given.turn(),
          given.ticket(),
          given.by(),
          given.mail(),
          "DONE counts only as a reply to the mail with the task.");
    }
    given.useToken();
    given.turn().work().executions().close(given.ticket().id(), "done by " + given.by().address());
    Ticket recovered = given.apply(TicketEvent.EXECUTED, "done by staff");
    letters.toRequester(
        given.turn(), recovered, Letter.RECOVERED, "round " + recovered.round(), Map.of());
    notices.recovered(given.turn(), recovered);
    return decided(given, recovered, Optional.empty());
  }

  private Result reopen(Command given) {
    if (!given.possible(TicketEvent.REOPENED_BY_STAFF)) {
      return impossible(given);
    }
    boolean taken =
        given
            .ticket()
            .account()
            .filter(account -> !given.turn().work().tickets().openOfAccount(account).isEmpty())
            .isPresent();
    if (taken) {
      return refuse(
          given.turn(),
          given.ticket(),
          given.by(),
          given.mail(),
          "Another ticket about this account is open.");
    }
    given.useToken();
    Ticket open = given.apply(TicketEvent.REOPENED_BY_STAFF, given.words());
    letters.toRequester(
        given.turn(),
        open,
        Letter.REOPENED,
        "mail " + given.mail().id(),
        Map.of(
            "missing",
            open.answers().missing(settings.required()).stream().sorted().toList(),
            "proving",
            false));
    return decided(given, open, Optional.empty());
  }

  private Result answer(Command given) {
    Turn turn = given.turn();
    EmailAddress by = given.by().address();
    Ticket ticket = given.ticket();
    String key = "mail " + given.mail().id();
    EmailAddress replyTo = issuer.command(turn, ticket, by);
    Verb verb = given.command().verb();
    if (verb == Verb.HELP) {
      letters.toStaff(turn, ticket, by, Letter.HELP, replyTo, key, Map.of());
    } else if (verb == Verb.QUEUE) {
      letters.toStaff(
          turn, ticket, by, Letter.QUEUE, replyTo, key, Map.of("lines", texts.queue(turn.now())));
    } else {
      letters.toStaff(
          turn,
          ticket,
          by,
          Letter.TICKET_STATUS,
          replyTo,
          key,
          Map.of("lines", texts.status(turn, ticket)));
    }
    return Result.of(Outcome.COMMAND_DONE, ticket, verb.name());
  }

  /** Tells the one who commanded that nothing was done, and why. */
  Result refuse(Turn turn, Ticket ticket, StaffMember by, Incoming mail, String reason) {
    letters.toStaff(
        turn,
        ticket,
        by.address(),
        Letter.COMMAND_REFUSED,
        issuer.command(turn, ticket, by.address()),
        "mail " + mail.id(),
        Map.of("reason", reason));
    return Result.of(Outcome.COMMAND_REFUSED, ticket, reason);
  }

  private Result impossible(Command given) {
    return refuse(
        given.turn(),
        given.ticket(),
        given.by(),
        given.mail(),
        "%s is not possible: the ticket is %s."
            .formatted(given.command().verb(), given.ticket().state()));
  }

  /** Tells the one who commanded. */
  private Result told(Command given, Ticket ticket, String detail) {
    EmailAddress by = given.by().address();
    letters.toStaff(
        given.turn(),
        ticket,
        by,
        Letter.COMMAND_DONE,
        issuer.command(given.turn(), ticket, by),
        "mail " + given.mail().id(),
        Map.of("command", given.command().verb(), "state", ticket.state(), "detail", detail));
    return Result.of(Outcome.COMMAND_DONE, ticket, given.command().verb().name());
  }

  /** Tells every staff member at once; any of them may still stop it. */
  private Result decided(Command given, Ticket ticket, Optional<Instant> executeAt) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("command", given.command().verb());
    values.put("by", given.by().address());
    values.put("state", ticket.state());
    values.put("executeAt", executeAt.orElse(null));
    letters.toAllStaff(given.turn(), ticket, Letter.DECIDED, "mail " + given.mail().id(), values);
    return Result.of(Outcome.COMMAND_DONE, ticket, given.command().verb().name());
  }

  private static Optional<Instant> date(String argument) {
    List<String> words = List.of(argument.split(" "));
    try {
      return Optional.of(
          LocalDate.parse(words.get(words.size() - 1)).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

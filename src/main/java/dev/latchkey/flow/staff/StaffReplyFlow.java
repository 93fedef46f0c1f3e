package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Assessment;
import dev.latchkey.flow.Addressed;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.CommandReading;
import dev.latchkey.triage.StaffCommand;
import dev.latchkey.triage.StaffCommand.Verb;
import dev.latchkey.trust.Attempt;
import dev.latchkey.trust.Gate;
import dev.latchkey.trust.IssuedToken;
import dev.latchkey.trust.StaffGates;
import dev.latchkey.trust.StaffMember;
import dev.latchkey.trust.StaffRoster;
import dev.latchkey.trust.TokenPurpose;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A staff member's answer to a mail about a ticket: the gates are passed one after the other, then
 * the command is done. Whatever fails is told only to the address in the staff roster, never to the
 * one the mail names.
 */
public final class StaffReplyFlow implements MailFlow {
  /** Failing one of these, the mail may not be theirs; they hear of it at most once an hour. */
  private static final Set<Gate> ORIGIN =
      EnumSet.of(
          Gate.STRUCTURE,
          Gate.WRITTEN_BY_PERSON,
          Gate.ORIGIN,
          Gate.TOKEN_UNKNOWN,
          Gate.TOKEN_NOT_THEIRS,
          Gate.NOT_STAFF,
          Gate.REPLY_TO_DIFFERS);

  private final StaffRoster staff;
  private final Review review;
  private final StaffCommands commands;
  private final StaffAnswers answers;
  private final Letters letters;

  public StaffReplyFlow(
      StaffRoster staff,
      Review review,
      StaffCommands commands,
      StaffAnswers answers,
      Letters letters) {
    this.staff = staff;
    this.review = review;
    this.commands = commands;
    this.answers = answers;
    this.letters = letters;
  }

  @Override
  public Result run(FlowContext turn, Incoming mail) {
    IssuedToken token = Addressed.reply(turn, mail).orElseThrow();
    Ticket ticket = turn.work().tickets().load(token.ticketId());
    Optional<StaffMember> member = mail.mail().identity().flatMap(staff::find);

    Optional<StaffCommand> command = command(mail);
    Attempt attempt = attempt(turn, ticket, token, member, mail, command);
    Optional<Gate> closed = closedGate(attempt, turn, token, command);
    if (closed.isPresent() && ORIGIN.contains(closed.get())) {
      return forged(turn, ticket, token, closed.get());
    }
    StaffMember by = member.orElseThrow();
    if (command.isEmpty()) {
      return answers.refused(turn, ticket, by, mail, whyNone(reading(mail)));
    }
    if (closed.isPresent()) {
      return answers.refused(turn, ticket, by, mail, closed.get().sentence());
    }
    Optional<String> mismatch =
        command
            .flatMap(StaffCommand::reference)
            .filter(reference -> !reference.equalsIgnoreCase(ticket.reference().toString()))
            .map(
                other ->
                    "This mail is about " + ticket.reference() + ", the command about " + other);
    if (mismatch.isPresent()) {
      return answers.refused(turn, ticket, by, mail, mismatch.get());
    }
    return commands.run(new GivenCommand(turn, ticket, by, token, command.get(), mail));
  }

  private static CommandReading reading(Incoming mail) {
    return mail.triaged().commands();
  }

  /** The one command; several in one reply are for digests, and this is none. */
  private static Optional<StaffCommand> command(Incoming mail) {
    return reading(mail) instanceof CommandReading.Commands found && found.commands().size() == 1
        ? Optional.of(found.commands().get(0))
        : Optional.empty();
  }

  private static String whyNone(CommandReading reading) {
    return reading instanceof CommandReading.NotUnderstood none
        ? none.reason()
        : "This mail is about one ticket: answer it with one command.";
  }

  private static Optional<Gate> closedGate(
      Attempt attempt, FlowContext turn, IssuedToken token, Optional<StaffCommand> command) {
    if (command.filter(c -> c.verb() == Verb.APPROVE).isPresent()) {
      return StaffGates.firstClosed(attempt, turn.now());
    }
    return token.purpose() == TokenPurpose.TASK
        ? StaffGates.firstClosedForTask(attempt, turn.now())
        : StaffGates.firstClosedForStop(attempt, turn.now());
  }

  private Attempt attempt(
      FlowContext turn,
      Ticket ticket,
      IssuedToken token,
      Optional<StaffMember> member,
      Incoming mail,
      Optional<StaffCommand> command) {
    Assessment assessment = review.assess(turn, ticket);
    Set<EmailAddress> owners =
        turn.account(ticket).map(Account::addresses).stream()
            .flatMap(List::stream)
            .map(RegisteredAddress::address)
            .collect(Collectors.toSet());
    return new Attempt(
        mail.mail(),
        mail.writtenByPerson(),
        mail.trust(),
        member,
        Optional.of(token),
        command.flatMap(StaffCommand::code),
        ticket.id(),
        review.digest(turn, ticket),
        ticket.round(),
        assessment.aboveFloor(),
        ticket.requester(),
        owners,
        new HashSet<>(turn.work().evidence().approvers(ticket.id(), ticket.round())),
        assessment.secondFactorNeeded(),
        member
            .flatMap(who -> command.map(given -> SecondFactor.passes(turn, who, given)))
            .orElse(false));
  }

  private Result forged(FlowContext turn, Ticket ticket, IssuedToken token, Gate gate) {
    letters.withoutTicket(
        turn,
        token.recipient(),
        Letter.FORGED_COMMAND,
        ticket.reference() + ":" + turn.now().truncatedTo(ChronoUnit.HOURS),
        Map.of("reason", gate.sentence()));
    return Result.of(Outcome.COMMAND_FORGED, ticket, gate + ": " + gate.sentence());
  }
}

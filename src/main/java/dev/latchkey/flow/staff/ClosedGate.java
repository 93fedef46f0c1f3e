package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells why a command was not done, where a gate was closed, and only to an address of the roster.
 */
final class ClosedGate {
  /** Who fails one of these answered a case that is not the current one any more. */
  private static final Set<Gate> OUTDATED =
      EnumSet.of(Gate.TOKEN_EXPIRED, Gate.TOKEN_USED, Gate.EVIDENCE_CHANGED);

  private final StaffRoster staff;
  private final Review review;
  private final Commands commands;
  private final StaffAnswers answers;
  private final Letters letters;

  ClosedGate(
      StaffRoster staff, Review review, Commands commands, StaffAnswers answers, Letters letters) {
    this.staff = staff;
    this.review = review;
    this.commands = commands;
    this.answers = answers;
    this.letters = letters;
  }

  /** What whoever gave it reads; they are known and proved, or {@link #forged} tells of it. */
  Result answer(
      FlowContext context,
      Incoming mail,
      Optional<IssuedToken> token,
      Optional<CaseFile> file,
      Optional<StaffMember> member,
      StaffCommand command,
      Gate gate) {
    if (gate == Gate.CODE) {
      String code = command.code().orElse("");
      token.ifPresent(
          tried ->
              context
                  .work()
                  .tokens()
                  .save(tried.tried(hash -> hash.matches(code), context.now()).next()));
    }
    EmailAddress by = member.orElseThrow().address();
    Optional<Ticket> ticket = file.map(CaseFile::ticket);
    if (gate == Gate.SECOND_FACTOR) {
      SecondFactor.wrong(context, member.orElseThrow(), command)
          .ifPresent(until -> tellOfGuesses(context, ticket.orElseThrow(), by, until));
      Optional<Phrase> why = SecondFactor.why(context, member.orElseThrow(), command);
      if (why.isPresent()) {
        return answers.refused(context, ticket, by, mail, why.get());
      }
    }
    if (OUTDATED.contains(gate)
        && ticket.filter(it -> it.state() == TicketState.IN_REVIEW).isPresent()) {
      review.sendCase(context, ticket.get(), List.of(by), "mail " + mail.id());
      return answers.refused(context, ticket, by, mail, new CommandPhrase.ClosedAnew(gate));
    }
    if ((gate == Gate.CODE || OUTDATED.contains(gate))
        && ticket.filter(it -> !possible(command.verb(), it)).isPresent()) {
      // What is missing is the state: no other letter or code would help.
      return answers.refused(context, ticket, by, mail, NotNow.of(command.verb(), ticket.get()));
    }
    List<String> open = mail.trust().signature().fields();
    if (gate == Gate.SIGNATURE && !open.isEmpty()) {
      return answers.refused(
          context, ticket, by, mail, new CommandPhrase.SignatureOpen(String.join(", ", open)));
    }
    Phrase reason =
        token.isEmpty() && gate == Gate.TOKEN_UNKNOWN ? whichTicket(command) : closed(gate);
    return answers.refused(context, ticket, by, mail, reason);
  }

  /** What stands behind a gate, and who may do it where that is the question. */
  private Phrase closed(Gate gate) {
    return gate == Gate.NOT_APPROVER ? mayNotApprove() : new CommandPhrase.Closed(gate);
  }

  /** What somebody reads who is no approver, also where they got no code to write. */
  Phrase mayNotApprove() {
    List<EmailAddress> approvers = staff.approvers().stream().map(StaffMember::address).toList();
    return approvers.isEmpty()
        ? new CommandPhrase.Closed(Gate.NOT_APPROVER)
        : new CommandPhrase.NotApprover(approvers);
  }

  private boolean possible(Verb verb, Ticket ticket) {
    return commands.of(verb).event().filter(event -> !ticket.accepts(event)).isEmpty();
  }

  /** A mail of its own does not say to which ticket the command belongs. */
  private Phrase whichTicket(StaffCommand command) {
    if (!commands.of(command.verb()).byName()) {
      return new CommandPhrase.AnswerTheTicket(command.verb());
    }
    return command
        .reference()
        .<Phrase>map(CommandPhrase.NoSuchTicket::new)
        .orElseGet(CommandPhrase.HoldNeedsTicket::new);
  }

  /** Everybody hears of it: who guesses has the mailbox and the code. */
  private void tellOfGuesses(
      FlowContext context, Ticket ticket, EmailAddress member, Instant until) {
    letters.toAllStaff(
        context, ticket, new AlertLetter.DigitsGuessed(member, until), "guesses until " + until);
  }

  /**
   * Who is known by the roster and proved reads that they may not do this; of everybody else the
   * one hears who got the mail that was answered.
   */
  Result forged(FlowContext context, Incoming mail, IssuedToken token, Ticket ticket, Gate gate) {
    Optional<EmailAddress> known =
        mail.mail()
            .identity()
            .filter(mail.trust()::proves)
            .filter(from -> staff.find(from).isPresent())
            .filter(from -> gate == Gate.TOKEN_NOT_THEIRS || gate == Gate.NOT_STAFF);
    letters.withoutTicket(
        context,
        known.orElse(token.recipient()),
        known.isPresent()
            ? new CommandLetter.NoRight(gate)
            : new CommandLetter.ForgedCommand(
                gate, gate == Gate.TOKEN_NOT_THEIRS, mail.mail().identity()),
        "%s:%s:%s:%s"
            .formatted(
                ticket.reference(),
                context.now().truncatedTo(ChronoUnit.HOURS),
                gate,
                mail.mail().identity().map(EmailAddress::toString).orElse("")));
    return Result.of(Outcome.COMMAND_FORGED, ticket, gate.toString());
  }
}

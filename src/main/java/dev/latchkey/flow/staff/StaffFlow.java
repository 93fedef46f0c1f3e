package dev.latchkey.flow.staff;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.command.CommandFault;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.kind.OutOfOfficeRule;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.staff.Attempt;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A staff member's mail: the gates of its command are passed one after the other, then it is done.
 * Whatever fails is told only to the address in the staff roster, never to the one the mail names.
 *
 * <p>A reply is about the ticket of the mail that it answers. A mail of their own has no reply
 * address, so what it may do is what needs none, and HOLD, which stops the ticket that it names. A
 * mail may hold several commands that only ask for something, one a line, each with its ticket; so
 * may an answer to a digest with any commands, and each of them passes the gates of its own ticket,
 * by the token of its own line.
 */
public final class StaffFlow implements MailFlow<Addressee.Staff> {
  private final StaffRoster staff;
  private final CaseFiles files;
  private final Commands commands;
  private final StaffAnswers answers;
  private final ClosedGate closed;

  public StaffFlow(
      StaffRoster staff,
      CaseFiles files,
      Review review,
      Commands commands,
      StaffAnswers answers,
      Letters letters) {
    this.staff = staff;
    this.files = files;
    this.commands = commands;
    this.answers = answers;
    this.closed = new ClosedGate(staff, review, commands, answers, letters);
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Staff from) {
    CommandReading read = mail.triaged().commands();
    List<StaffCommand> found = read.commands();
    Optional<IssuedToken> token =
        found.size() == 1
            ? from.token().map(reply -> Siblings.meant(context, reply, found.get(0)))
            : from.token();
    Optional<CaseFile> answered =
        token.map(reply -> files.open(context, context.work().tickets().load(reply.ticketId())));
    Optional<StaffMember> member = mail.mail().identity().flatMap(staff::find);
    Optional<StaffCommand> regret =
        found.isEmpty() ? Regret.of(context, mail, answered, member) : Optional.empty();
    if (regret.isPresent()) {
      return one(context, mail, token, member, regret.get());
    }
    boolean parts = read instanceof CommandReading.Lines;
    boolean several = parts || found.size() > 1;
    if ((several && onlyOne(context, mail, token, found)) || (found.isEmpty() && !parts)) {
      return noneOf(context, mail, token, answered, member);
    }
    if (read instanceof CommandReading.Lines lines) {
      return Attempts.shut(context, mail, token, answered, member).isPresent()
          ? noneOf(context, mail, token, answered, member)
          : lines(context, mail, token, member.orElseThrow(), lines);
    }
    List<Result> results = each(context, mail, token, member, found);
    return results.size() == 1 ? results.get(0) : all(results);
  }

  private List<Result> each(
      FlowContext context,
      Incoming mail,
      Optional<IssuedToken> token,
      Optional<StaffMember> member,
      List<StaffCommand> found) {
    List<Result> results = new ArrayList<>();
    for (StaffCommand command : found) {
      results.add(
          one(context, mail, line(context, mail, command).or(() -> token), member, command));
    }
    return results;
  }

  /** Some lines of a digest's answer were not understood; what became of each is told in one. */
  private Result lines(
      FlowContext context,
      Incoming mail,
      Optional<IssuedToken> token,
      StaffMember member,
      CommandReading.Lines read) {
    List<StaffCommand> found = read.commands();
    List<Result> results = each(context, mail, token, Optional.of(member), found);
    List<Phrase> lines = new ArrayList<>();
    for (int at = 0; at < found.size(); at++) {
      Verb verb = found.get(at).verb();
      String named = found.get(at).reference().orElse("");
      lines.add(
          results.get(at).outcome() == Outcome.COMMAND_DONE
              ? new CommandPhrase.LineDone(verb, named)
              : new CommandPhrase.LineRefused(verb, named));
    }
    read.faults().forEach(fault -> lines.add(fault(fault, member)));
    answers.lines(context, member.address(), mail, lines);
    String reasons = lines.stream().map(Phrase::toString).collect(Collectors.joining("; "));
    return Result.without(Outcome.COMMAND_REFUSED, reasons);
  }

  /**
   * Several commands that change something may stand in an answer to a digest, and nowhere else.
   */
  private boolean onlyOne(
      FlowContext context, Incoming mail, Optional<IssuedToken> token, List<StaffCommand> found) {
    List<StaffCommand> changing = found.stream().filter(this::standsAlone).toList();
    long lines =
        changing.stream().filter(command -> line(context, mail, command).isPresent()).count();
    return !changing.isEmpty() && (token.isPresent() ? lines < changing.size() : lines == 0);
  }

  /** The token of the line of a digest that a command is about. */
  private static Optional<IssuedToken> line(
      FlowContext context, Incoming mail, StaffCommand command) {
    Optional<Reference> reference = command.reference().flatMap(Reference::find);
    return mail.replyTokens().stream()
        .flatMap(digest -> reference.map(about -> digest.part(about.toString())).stream())
        .flatMap(part -> context.work().tokens().find(part).stream())
        .findFirst();
  }

  /** One command passes its gates and is done, or it is told why not. */
  private Result one(
      FlowContext context,
      Incoming mail,
      Optional<IssuedToken> given,
      Optional<StaffMember> member,
      StaffCommand command) {
    boolean byName = byName(context, given, member, command);
    Optional<IssuedToken> token = byName ? Optional.empty() : given;
    Optional<CaseFile> answered =
        token.map(reply -> files.open(context, context.work().tickets().load(reply.ticketId())));
    Optional<CaseFile> file =
        changes(command) && answered.isPresent()
            ? answered
            : named(context, command).or(() -> answered);
    OptionalLong factorStep =
        member.map(who -> SecondFactor.step(context, who, command)).orElse(OptionalLong.empty());
    Set<Gate> gates =
        byName
            ? StaffGates.READING
            : commands.of(command.verb()).gates(context, file.map(CaseFile::ticket), command);
    boolean locked =
        gates.contains(Gate.LOCKED)
            && member
                .filter(who -> context.work().digits().locked(who.address(), context.now()))
                .isPresent();
    Attempt attempt =
        Attempts.of(
            context,
            mail,
            // An automatic answer may repeat a letter without any other mark (THREATS S15).
            mail.writtenByPerson() && !OutOfOfficeRule.named(mail.mail()),
            token,
            member,
            file,
            command.code(),
            factorStep.isPresent(),
            locked);
    Optional<Gate> shut = StaffGates.firstClosed(gates, attempt, context.now());
    if (shut.isEmpty()) {
      return run(
          new GivenCommand(
              context,
              new Giver.ByMail(mail, member.orElseThrow()),
              command,
              token,
              file,
              factorStep));
    }
    return token.isPresent() && StaffGates.isAboutIdentity(shut.get())
        ? closed.forged(context, mail, token.get(), answered.orElseThrow().ticket(), shut.get())
        : closed.answer(context, mail, token, file, member, command, shut.get());
  }

  /**
   * Whether a command counts for the ticket that it names: in a mail of its own, and in an answer
   * of the one who got it to a mail about an inquiry, as the alarm of an objection is.
   */
  private boolean byName(
      FlowContext context,
      Optional<IssuedToken> reply,
      Optional<StaffMember> member,
      StaffCommand command) {
    boolean apart =
        reply.isEmpty()
            || reply
                .filter(
                    it -> member.filter(who -> who.address().equals(it.recipient())).isPresent())
                .flatMap(it -> context.work().tickets().find(it.ticketId()))
                .filter(Ticket::inquiry)
                .filter(it -> !command.reference().equals(Optional.of(it.reference().toString())))
                .isPresent();
    return apart && commands.of(command.verb()).byName() && named(context, command).isPresent();
  }

  private boolean standsAlone(StaffCommand command) {
    return commands.of(command.verb()).alone();
  }

  private boolean changes(StaffCommand command) {
    return commands.of(command.verb()).event().isPresent();
  }

  /**
   * Nothing that could be done was written; whether they are told, and where, is up to the gates.
   */
  private Result noneOf(
      FlowContext context,
      Incoming mail,
      Optional<IssuedToken> token,
      Optional<CaseFile> answered,
      Optional<StaffMember> member) {
    Optional<Gate> shut = Attempts.shut(context, mail, token, answered, member);
    if (shut.isPresent() && token.isPresent()) {
      return closed.forged(context, mail, token.get(), answered.orElseThrow().ticket(), shut.get());
    }
    Optional<Ticket> ticket = answered.map(CaseFile::ticket);
    EmailAddress by = member.orElseThrow().address();
    Phrase reason =
        shut.<Phrase>map(CommandPhrase.Closed::new)
            .orElseGet(
                () ->
                    lacksDigits(mail.triaged().commands(), answered, member.orElseThrow())
                        ? new CommandPhrase.NoDigits()
                        : unread(context, mail.triaged().commands(), ticket, member.orElseThrow()));
    return answers.refused(context, ticket, by, mail, reason);
  }

  /** Whether an approval without a code is of somebody who got none, for want of digits. */
  private static boolean lacksDigits(
      CommandReading read, Optional<CaseFile> answered, StaffMember member) {
    return read instanceof CommandReading.NotUnderstood none
        && none.fault().begun().equals(Optional.of(Verb.APPROVE))
        && member.approver()
        && answered.filter(file -> !member.canApprove(file.secondFactorNeeded())).isPresent();
  }

  private Phrase unread(
      FlowContext context, CommandReading read, Optional<Ticket> ticket, StaffMember member) {
    if (read instanceof CommandReading.NotUnderstood none) {
      return none.fault() instanceof CommandFault.NoCommand words
          ? NotNow.instead(context, words.shown(), ticket, member.address())
          : fault(none.fault(), member);
    }
    return read instanceof CommandReading.Lines lines
        ? fault(lines.faults().get(0), member)
        : new CommandPhrase.OneCommand(
            read.commands().stream()
                .map(command -> command.verb().name())
                .collect(Collectors.joining(", ")));
  }

  private Phrase fault(CommandFault fault, StaffMember member) {
    return !member.approver() && fault.begun().equals(Optional.of(Verb.APPROVE))
        ? closed.mayNotApprove()
        : new CommandPhrase.NotUnderstood(fault);
  }

  /** One command; where it changes the ticket of a mail that it answers, it names no other one. */
  private Result run(GivenCommand given) {
    Optional<String> other =
        given
            .command()
            .reference()
            .filter(reference -> changes(given.command()))
            .filter(
                reference -> !reference.equalsIgnoreCase(given.ticket().reference().toString()));
    Optional<Phrase> why =
        other
            .<Phrase>map(
                named -> new CommandPhrase.OtherReference(given.ticket().reference(), named))
            .or(() -> Siblings.unnamed(given));
    return why.isPresent() ? answers.refused(given, why.get()) : commands.run(given);
  }

  private static Result all(List<Result> results) {
    boolean refused = results.stream().anyMatch(result -> result.outcome() != Outcome.COMMAND_DONE);
    return Result.without(
        refused ? Outcome.COMMAND_REFUSED : Outcome.COMMAND_DONE,
        results.stream().map(Result::reason).collect(Collectors.joining("; ")));
  }

  private Optional<CaseFile> named(FlowContext context, StaffCommand command) {
    return command
        .reference()
        .flatMap(Reference::find)
        .flatMap(reference -> context.work().tickets().find(reference.number()))
        .map(ticket -> files.open(context, ticket));
  }
}

package dev.latchkey.flow.staff;

import static java.util.Objects.requireNonNull;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Behalf;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.Targets;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.proving.Vouching;
import dev.latchkey.flow.recovery.CoolingOff;
import dev.latchkey.flow.recovery.FreezeAccount;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.LateReset;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.StopNotices;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Standing;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.Transitions;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every command there is: the one list. */
public final class Commands {
  private final Map<Verb, Command> byVerb = new EnumMap<>(Verb.class);
  private final StaffAnswers answers;

  public Commands(
      DeskSettings settings,
      StaffTimes times,
      Policy policy,
      CourtesySchedule courtesy,
      CoolingOff coolingOff,
      StaffRoster staff,
      Review review,
      Notices notices,
      StopNotices stops,
      LateReset late,
      HandOver handOver,
      RivalClaims rivalry,
      HaltAnswers halts,
      Letters letters,
      ProofRecorder recorder,
      Proving proving,
      OwnerCodes ownerCodes,
      Vouching vouching,
      Questions questions,
      FreezeAccount freezing,
      Tasks tasks,
      StaffAnswers answers,
      StaffTexts texts,
      Queue queue,
      Targets targets,
      MailFlow<Addressee.Stranger> requests,
      Behalf behalf,
      ZoneId zone) {
    this.answers = answers;
    List<Command> all =
        List.of(
            new ApproveCommand(
                new ApprovalPace(settings, letters), times, staff, coolingOff, review, answers),
            new RejectCommand(letters, notices, halts, answers),
            new CloseCommand(letters, notices, halts, answers),
            new AskCommand(letters, answers, courtesy),
            new HoldCommand(letters, notices, halts, answers, zone),
            new ResumeCommand(review, stops, handOver, halts, answers),
            new NoteCommand(answers),
            new AssignCommand(staff, letters, texts, answers),
            new SawCommand(policy, recorder, proving, review, answers),
            new LiftCommand(policy, review, answers),
            new VouchCommand(vouching, answers),
            new MergeCommand(letters, halts, answers),
            new RedirectCommand(targets, letters, halts, answers),
            new ReplyCommand(letters, answers),
            new OpenCommand(
                requests,
                behalf,
                staff,
                new GivenAccount(rivalry, handOver, review, letters, answers),
                answers),
            new UndoCommand(courtesy, review, notices, stops, halts, letters, answers),
            new FreezeCommand(freezing, answers),
            new DoneCommand(notices, late, answers),
            new FailedCommand(letters, notices, answers),
            new ReopenCommand(questions, letters, ownerCodes, answers),
            new StatusCommand(review, tasks, answers, texts),
            new QueueCommand(answers, queue),
            new HelpCommand(this::verbs, answers));
    for (Command command : all) {
      if (byVerb.put(command.verb(), command) != null) {
        throw new IllegalStateException("two commands are written " + command.verb());
      }
    }
    for (Verb verb : Verb.values()) {
      if (!byVerb.containsKey(verb)) {
        throw new IllegalStateException("no command is written " + verb + "; add its class above");
      }
    }
  }

  /** How all of them are written. */
  private Set<Verb> verbs() {
    return byVerb.keySet();
  }

  /** The command that is written so. */
  Command of(Verb verb) {
    return requireNonNull(byVerb.get(verb));
  }

  /** Does a command whose gates were passed, or tells why it cannot be done. */
  Result run(GivenCommand given) {
    Optional<Phrase> why = hindrance(given);
    return why.isPresent() ? answers.refused(given, why.get()) : carryOut(given);
  }

  /** Why a command cannot be done; empty when it can. */
  Optional<Phrase> hindrance(GivenCommand given) {
    Command command = of(given.command().verb());
    return command
        .event()
        .flatMap(event -> impossible(given, event))
        .or(() -> command.hindrance(given));
  }

  /** Does what nothing hinders. */
  Result carryOut(GivenCommand given) {
    Command command = of(given.command().verb());
    // What moves a ticket on is decided once; a task that is held is not answered yet.
    command
        .event()
        .filter(event -> event != TicketEvent.HELD || !given.answersTask())
        .flatMap(event -> Transitions.next(given.ticket().state(), event))
        .filter(next -> next != given.ticket().state())
        .ifPresent(next -> given.useToken());
    Result result = command.run(given);
    if (command.event().isPresent() && command.verb() != Verb.UNDO) {
      keep(given);
    }
    return result;
  }

  /** Keeps how the ticket stood before, so that the command can be taken back. */
  private static void keep(GivenCommand given) {
    UnitOfWork work = given.context().work();
    Ticket before = given.ticket();
    work.deeds()
        .add(
            new Deed(
                before.id(),
                work.tickets().load(before.id()).version(),
                given.command().verb().name(),
                given.by(),
                work.now(),
                Standing.of(before)));
  }

  private static Optional<Phrase> impossible(GivenCommand given, TicketEvent event) {
    Ticket ticket = given.ticket();
    Optional<TicketState> next = Transitions.next(ticket.state(), event);
    if (next.isEmpty() && ticket.state() == TicketState.INQUIRY) {
      if (given.command().verb() == Verb.ASK) {
        return Optional.of(new CommandPhrase.ReplyInstead());
      }
      if (given.command().verb() == Verb.HOLD) {
        return Optional.of(new CommandPhrase.WaitsAnyway());
      }
    }
    if (event == TicketEvent.RESUMED && KeptStops.wait(given.context(), ticket)) {
      return ticket.beside() ? Optional.of(new CommandPhrase.OtherUnderWay()) : Optional.empty();
    }
    if (next.isEmpty()) {
      return Optional.of(NotNow.of(given.command().verb(), ticket));
    }
    if (event == TicketEvent.APPROVED && LeadingClaim.taken(given.context(), ticket).isPresent()) {
      return Optional.of(new CommandPhrase.OtherUnderWay());
    }
    return InTheWay.of(given.context(), ticket, event)
        .map(other -> new CommandPhrase.OtherUnderWay());
  }
}

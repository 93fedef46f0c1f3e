package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.StopNotices;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.ResumeRemark;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a ticket before the staff again that was parked or contested. */
final class ResumeCommand implements Command {
  private final Review review;
  private final StopNotices stops;
  private final HandOver handOver;
  private final HaltAnswers halts;
  private final StaffAnswers answers;

  ResumeCommand(
      Review review,
      StopNotices stops,
      HandOver handOver,
      HaltAnswers halts,
      StaffAnswers answers) {
    this.review = review;
    this.stops = stops;
    this.handOver = handOver;
    this.halts = halts;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.RESUME;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.RESUMED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return ResumeRemark.doubts(given.remark())
        ? Optional.of(new CommandPhrase.TakenBack())
        : Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    boolean kept = KeptStops.wait(given.context(), given.ticket());
    Ticket resumed = kept ? keptResumed(given) : given.apply(TicketEvent.RESUMED, given.words());
    // Whose approval counts no more reads the case as well: they may give it anew.
    List<EmailAddress> readers =
        Stream.concat(given.reader().stream(), given.otherApprovers().stream()).toList();
    review.sendResumed(given.context(), resumed, readers, "version " + resumed.version());
    Set<EmailAddress> told = new HashSet<>(Set.of(resumed.requester()));
    if (kept || halts.requesterWaits(given.context(), given.ticket())) {
      resumed = handOver.tellResumed(given.context(), resumed, kept, given.key());
    }
    if (kept || given.ticket().state() == TicketState.CONTESTED) {
      told.addAll(stops.resumed(given.context(), resumed));
    }
    halts.tell(given.context(), given.ticket(), resumed, told, Optional.empty());
    return answers.decided(given, resumed, Decision.of(given));
  }

  /** What was to stop it with the first proof is decided on as if it had stopped it already. */
  private static Ticket keptResumed(GivenCommand given) {
    given.useToken();
    Ticket contested = given.apply(TicketEvent.STILL_CONTESTED, given.words());
    return given.context().apply(contested, TicketEvent.RESUMED, given.cause(given.words()));
  }
}

package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Parks a ticket, for good or until a day. */
final class HoldCommand implements Command {
  private static final int YEARS = 10;

  private final Letters letters;
  private final Notices notices;
  private final HaltAnswers halts;
  private final StaffAnswers answers;
  private final ZoneId zone;

  HoldCommand(
      Letters letters, Notices notices, HaltAnswers halts, StaffAnswers answers, ZoneId zone) {
    this.letters = letters;
    this.notices = notices;
    this.halts = halts;
    this.answers = answers;
    this.zone = zone;
  }

  @Override
  public Verb verb() {
    return Verb.HOLD;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.STOPPING;
  }

  @Override
  public boolean byName() {
    return true;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.HELD);
  }

  /** What is on hold already can get a day, and nothing else by it. */
  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return given.ticket().state() == TicketState.ON_HOLD && day(given).isEmpty()
        ? Optional.of(NotNow.of(verb(), given.ticket()))
        : Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket held = given.apply(TicketEvent.HELD, given.words());
    Optional<Instant> until = until(given);
    boolean announced = notices.off(given.context(), given.ticket(), held, Optional.empty());
    if (until.isPresent()) {
      held = given.context().keep(held.change().next(FollowUp.HOLD_ENDS, until.get()).build());
    }
    halts.tell(given.context(), given.ticket(), held, Set.of(), until);
    boolean news = until.isPresent() || !given.ticket().state().standsStill();
    boolean told = given.context().writesTo(held.requester());
    if (announced || (news && !told && !held.inquiry())) {
      tellRequester(given, held, until);
    }
    Optional<Phrase> ends =
        until
            .<Phrase>map(CommandPhrase.HeldUntil::new)
            .or(() -> day(given).map(day -> unkept(day, today(given), given.token().isPresent())))
            .or(
                () ->
                    given.remark().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CommandPhrase.HeldWithoutDay()));
    return answers.decided(
        given, held, Decision.of(given).remarking(ends).overruling(given.otherApprovers()));
  }

  /**
   * Whose request stands still hears it, and until when; who was told a date, that it is off. Why,
   * the staff write by REPLY if they like: a hold accuses nobody.
   */
  private void tellRequester(GivenCommand given, Ticket held, Optional<Instant> until) {
    letters.toRequester(
        given.context(),
        held,
        new DecisionLetter.UnderCheck(
            given.ticket().state() == TicketState.EXECUTING,
            given.context().announced(given.ticket()),
            until,
            given.ticket().state() == TicketState.ON_HOLD),
        given.key());
  }

  /**
   * Why a day that was read ends nothing.
   *
   * @param answered the command is a reply to an email of ours
   */
  private static Phrase unkept(LocalDate day, LocalDate today, boolean answered) {
    if (day.isAfter(latest(today))) {
      return new CommandPhrase.DayTooFar(day.toString(), latest(today).toString());
    }
    if (!day.isAfter(today)) {
      return new CommandPhrase.DayHasBegun(day.toString(), today.plusDays(1).toString());
    }
    return answered
        ? new CommandPhrase.DayIgnored(day.toString())
        : new CommandPhrase.DayWithoutReply(day.toString());
  }

  /** A day behind it is a slip of the pen. */
  private static LocalDate latest(LocalDate today) {
    return today.plusYears(YEARS);
  }

  private LocalDate today(GivenCommand given) {
    return LocalDate.ofInstant(given.context().now(), zone);
  }

  /** The day that is named, as of today. */
  private Optional<LocalDate> day(GivenCommand given) {
    return given.command().until().map(day -> day.on(today(given)));
  }

  /**
   * The day on which it goes on by itself. To set one asks for what RESUME asks for, a fresh reply
   * address; and a day that is over would be a RESUME. Without one it is held until staff say so: a
   * stop counts whatever day stands beside it.
   */
  private Optional<Instant> until(GivenCommand given) {
    Instant now = given.context().now();
    return day(given)
        .filter(day -> !day.isAfter(latest(today(given))))
        .map(day -> day.atStartOfDay(zone).toInstant())
        .filter(day -> given.fresh() && day.isAfter(now));
  }
}

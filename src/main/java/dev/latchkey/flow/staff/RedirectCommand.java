package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.Targets;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Ends a ticket: somebody else can help, and the requester reads who. */
final class RedirectCommand implements Command {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_-]+");

  private final Targets targets;
  private final Letters letters;
  private final HaltAnswers halts;
  private final StaffAnswers answers;

  RedirectCommand(Targets targets, Letters letters, HaltAnswers halts, StaffAnswers answers) {
    this.targets = targets;
    this.letters = letters;
    this.halts = halts;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.REDIRECT;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.REDIRECTED);
  }

  /** One bare word is a name, and tells the requester nothing when nothing is configured for it. */
  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    String words = given.words();
    return place(given).isPresent() || !NAME.matcher(words).matches()
        ? Optional.empty()
        : Optional.of(new CommandPhrase.NoSuchTarget(words, targets.names()));
  }

  private Optional<String> place(GivenCommand given) {
    return targets.named(given.words(), given.ticket().language());
  }

  @Override
  public Result run(GivenCommand given) {
    String where = place(given).orElse(given.words());
    Ticket moved = given.apply(TicketEvent.REDIRECTED, where);
    letters.toRequester(
        given.context(), moved, new DecisionLetter.Redirected(new Text(where)), given.key());
    halts.tell(given.context(), given.ticket(), moved, Set.of(moved.requester()), Optional.empty());
    return answers.decided(given, moved, Decision.of(given));
  }
}

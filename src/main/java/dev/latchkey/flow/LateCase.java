package dev.latchkey.flow;

import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.ChangePhrase;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.TicketState;
import java.util.Collection;
import java.util.Optional;

/**
 * A case that was to tell its reader of a command of theirs, and that nobody can decide any more:
 * what became of the command is left of it.
 *
 * @param letter that puts the case before them
 * @param closed how its ticket stands at the end
 */
record LateCase(NewLetter letter, TicketState closed) {

  /** What they read instead; empty where no command of theirs is the reason. */
  Optional<NewLetter> instead(Collection<Optional<NewLetter>> others) {
    GiverPhrase reader = new GiverPhrase.ByStaff(letter.draft().envelope().recipient());
    return letter.letter() instanceof StaffLetter.Case told
        ? told.news().done().stream()
            .filter(CasePhrase.Commanded.class::isInstance)
            .map(CasePhrase.Commanded.class::cast)
            .filter(done -> done.by().equals(reader))
            .findFirst()
            .<Letter>map(
                done ->
                    new CommandLetter.CommandDone(
                        done.verb(),
                        closed,
                        decided(others),
                        told.news().doneWords(),
                        Optional.empty()))
            .map(done -> letter.with(letter.draft().saying(it -> done)))
        : Optional.empty();
  }

  /** Who closed it, where somebody of the staff did. */
  private Optional<Phrase> decided(Collection<Optional<NewLetter>> others) {
    return others.stream()
        .flatMap(Optional::stream)
        .filter(other -> other.draft().ticketId().equals(letter.draft().ticketId()))
        .map(NewLetter::letter)
        .filter(CommandLetter.Decided.class::isInstance)
        .map(CommandLetter.Decided.class::cast)
        .filter(decided -> decided.state() == closed)
        .findFirst()
        .map(decided -> new ChangePhrase.NowCommanded(decided.by(), closed));
  }
}

package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells where a ticket stands, and brings what is needed to decide it or to say DONE. */
final class StatusCommand implements Command {
  private final Review review;
  private final Tasks tasks;
  private final StaffAnswers answers;
  private final StaffTexts texts;

  StatusCommand(Review review, Tasks tasks, StaffAnswers answers, StaffTexts texts) {
    this.review = review;
    this.tasks = tasks;
    this.answers = answers;
    this.texts = texts;
  }

  @Override
  public Verb verb() {
    return Verb.STATUS;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.ASKING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.empty();
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return given.file().isPresent()
        ? Optional.empty()
        : Optional.of(
            given
                .command()
                .reference()
                .<Phrase>map(CommandPhrase.NoSuchTicket::new)
                .orElseGet(CommandPhrase.StatusNeedsTicket::new));
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket ticket = given.ticket();
    if (ticket.state() == TicketState.IN_REVIEW) {
      review.sendCase(given.context(), ticket, List.of(given.by()), given.key());
    } else if (tasks.isOpen(given.context(), ticket)) {
      tasks.give(given.context(), ticket, List.of(given.by()), given.key());
    }
    return answers.shown(given, texts.status(given.context(), given.loadFile()));
  }
}

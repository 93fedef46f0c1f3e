package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Tells where a ticket stands, and brings a reply address for it. */
final class StatusCommand implements Command {
  private final StaffAnswers answers;
  private final StaffTexts texts;

  StatusCommand(StaffAnswers answers, StaffTexts texts) {
    this.answers = answers;
    this.texts = texts;
  }

  @Override
  public Verb verb() {
    return Verb.STATUS;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.READING;
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
                .<Phrase>map(Phrase.NoSuchTicket::new)
                .orElseGet(Phrase.StatusNeedsTicket::new));
  }

  @Override
  public Result run(GivenCommand given) {
    return answers.shown(given, new StaffLetter.TicketStatus(texts.status(given.loadFile())));
  }
}

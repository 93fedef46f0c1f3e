package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Map;
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
  public Optional<String> hindrance(GivenCommand given) {
    return given.file().isPresent()
        ? Optional.empty()
        : Optional.of(
            given
                .command()
                .reference()
                .map("There is no ticket %s."::formatted)
                .orElse("STATUS needs the reference of a ticket, for example STATUS LK-1042."));
  }

  @Override
  public Result run(GivenCommand given) {
    return answers.shown(
        given, Letter.TICKET_STATUS, Map.of("lines", texts.status(given.loadFile())));
  }
}

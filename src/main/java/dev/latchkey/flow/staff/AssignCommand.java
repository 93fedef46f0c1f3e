package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.TicketPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.Optional;
import java.util.Set;

/** Gives a ticket to a member of staff. */
final class AssignCommand implements Command {
  private final StaffRoster staff;
  private final Letters letters;
  private final StaffTexts texts;
  private final StaffAnswers answers;

  AssignCommand(StaffRoster staff, Letters letters, StaffTexts texts, StaffAnswers answers) {
    this.staff = staff;
    this.letters = letters;
    this.texts = texts;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.ASSIGN;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.ASSIGNED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return assignee(given).isPresent()
        ? Optional.empty()
        : Optional.of(new CommandPhrase.AssignNeedsStaff());
  }

  @Override
  public Result run(GivenCommand given) {
    EmailAddress assignee = assignee(given).orElseThrow();
    Ticket assigned = given.apply(TicketEvent.ASSIGNED, assignee.toString());
    assigned = given.context().keep(assigned.change().assignee(Optional.of(assignee)).build());
    if (!assignee.equals(given.by())) {
      letters.toStaff(
          given.context(),
          assigned,
          answers.reply(given.context(), assigned, assignee),
          new WorkLetter.Assigned(
              given.giver().named(),
              given.accountName(),
              texts.facts(given.context(), given.fileOf(assigned))),
          given.key());
    }
    return answers.told(given, assigned, new TicketPhrase.AssignedTo(assignee));
  }

  private Optional<EmailAddress> assignee(GivenCommand given) {
    String who = given.command().argument().orElse("me");
    Optional<EmailAddress> address =
        who.equals("me") ? Optional.of(given.by()) : EmailAddress.find(who);
    return address.filter(it -> staff.find(it).filter(StaffMember::active).isPresent());
  }
}

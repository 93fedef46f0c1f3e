package dev.latchkey.flow.staff;

import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Tries;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.staff.StaffMember;

/** A command of a staff member about a ticket, all gates passed. */
record GivenCommand(
    FlowContext turn,
    Ticket ticket,
    StaffMember member,
    IssuedToken token,
    StaffCommand command,
    Incoming mail) {
  private static final int LONGEST = 4000;

  EmailAddress by() {
    return member.address();
  }

  boolean possible(TicketEvent event) {
    return ticket.accepts(event);
  }

  /** The ticket after the event; the history names who commanded it. */
  Ticket apply(TicketEvent event, String detail) {
    return turn.apply(ticket, event, cause(detail));
  }

  Cause cause(String detail) {
    return Causes.of(mail, Causes.staff(by()), "dmarc+token", detail);
  }

  /** What they wrote: a reason, a question, a note; or where to. */
  String words() {
    String words = command.text().isBlank() ? command.argument().orElse("") : command.text();
    return SafeText.cut(words, LONGEST);
  }

  /** The dedupe key of what is written because of this command. */
  String key() {
    return "mail " + mail.id();
  }

  /** The reply address it was sent to decides nothing more. */
  void useToken() {
    turn.work().tokens().save(Tries.used(token, turn.now()));
  }
}

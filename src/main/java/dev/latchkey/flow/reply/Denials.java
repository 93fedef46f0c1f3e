package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.owner.BreakInReader;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.request.RequestReading;
import java.util.List;
import java.util.Optional;

/**
 * Finds the recovery that somebody says they did not ask for, where nothing proves that they may
 * stop it: their mail carries its reference, or a letter about it, and no stop word. A reference is
 * no secret, so that this stops nothing; people read it, and it opens no recovery.
 */
public final class Denials {
  private final OwnerAnswerReader owners = new OwnerAnswerReader();
  private final BreakInReader breakIns = new BreakInReader(owners);

  /** A recovery of somebody else that goes on or was carried out; empty where none is denied. */
  public Optional<Ticket> in(FlowContext context, Incoming mail) {
    RequestReading request = mail.triaged().request();
    boolean form = request.codeOfConduct().isPresent() || request.acknowledged().isPresent();
    if (form || !mail.writtenByPerson() || mail.sender().isEmpty()) {
      return Optional.empty();
    }
    List<Ticket> carried =
        mail.carried().references().stream()
            .flatMap(one -> context.work().tickets().find(one.number()).stream())
            .toList();
    boolean own =
        carried.stream()
            .anyMatch(ticket -> mail.sender().filter(ticket.requester()::equals).isPresent());
    return own || carried.isEmpty() || mail.triaged().ruledOwner() != OwnerAnswer.OBJECTS
        ? Optional.empty()
        : carried.stream().filter(ticket -> !ticket.inquiry()).filter(Denials::goesOn).findFirst();
  }

  /**
   * Whether a mail denies such a recovery and speaks of nobody who came in: the staff read it as a
   * denial, and a report of a break-in would be made up.
   */
  public boolean only(FlowContext context, Incoming mail) {
    return !breakIns.speaks(mail.triaged().reply().generous()) && in(context, mail).isPresent();
  }

  /** Whether a mail says that its writer did not ask, and speaks of nobody who came in. */
  public boolean plain(Incoming mail) {
    return !breakIns.speaks(mail.triaged().reply().generous())
        && owners.deniesBeingTheWriter(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
  }

  private static boolean goesOn(Ticket ticket) {
    return !ticket.state().closed() || ticket.state() == TicketState.RECOVERED;
  }
}

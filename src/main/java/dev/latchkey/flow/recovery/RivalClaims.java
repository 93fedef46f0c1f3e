package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.letter.Contest;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;

/** Several people claim one account: all their tickets stand still until staff decide. */
public final class RivalClaims {
  private final Letters letters;

  public RivalClaims(Letters letters) {
    this.letters = letters;
  }

  /**
   * Makes all of them contested and tells the staff; the claimants are told nothing of each other.
   *
   * @param rival the ticket that names an account which {@code earlier} ones are about
   */
  public Ticket contest(FlowContext context, Incoming mail, Ticket rival, List<Ticket> earlier) {
    List<Ticket> all = new ArrayList<>(earlier);
    all.add(rival);
    for (Ticket ticket : all) {
      context
          .work()
          .proofs()
          .add(
              ticket.id(),
              new Warning(
                  Warning.Kind.SEVERAL_CLAIMANTS, rival.requester().toString(), context.now()));
      if (ticket.accepts(TicketEvent.RIVAL_CLAIMED)) {
        context.apply(
            ticket,
            TicketEvent.RIVAL_CLAIMED,
            Causes.requester(mail, rival.requester(), "claims the same account"));
      }
    }
    Ticket contested = context.work().tickets().load(rival.id());
    List<Phrase> facts = new ArrayList<>();
    facts.add(new Phrase.AboutAccount(rival.account().orElseThrow()));
    all.forEach(ticket -> facts.add(new Phrase.ClaimBy(ticket.reference(), ticket.requester())));
    letters.toAllStaff(
        context,
        contested,
        new StaffLetter.Contested(Contest.SEVERAL_CLAIM, facts, false),
        "rival");
    return contested;
  }
}

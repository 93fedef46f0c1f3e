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
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several people claim one account: all their tickets stand still until staff decide. */
public final class RivalClaims {
  private final Letters letters;
  private final Notices notices;
  private final TokenIssuer issuer;
  private final StaffRoster staff;

  public RivalClaims(Letters letters, Notices notices, TokenIssuer issuer, StaffRoster staff) {
    this.letters = letters;
    this.notices = notices;
    this.issuer = issuer;
    this.staff = staff;
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
        Ticket stopped =
            context.apply(
                ticket,
                TicketEvent.RIVAL_CLAIMED,
                Causes.requester(mail, rival.requester(), "claims the same account"));
        notices.off(context, ticket, stopped, Optional.empty());
      }
    }
    Ticket contested = context.work().tickets().load(rival.id());
    show(context, contested, "rival");
    return contested;
  }

  /**
   * Shows the staff all open tickets about the account side by side. The reply address is that of
   * this one, and whoever answers there may name another one of them.
   */
  public void show(FlowContext context, Ticket contested, String key) {
    List<Ticket> all = context.work().tickets().openOfAccount(contested.account().orElseThrow());
    if (all.size() < 2) {
      return;
    }
    List<Phrase> facts = new ArrayList<>();
    facts.add(new Phrase.AboutAccount(contested.account().orElseThrow()));
    all.forEach(ticket -> facts.add(side(context, ticket)));
    List<Phrase> commands =
        all.stream().<Phrase>map(ticket -> new Phrase.CommandsFor(ticket.reference())).toList();
    for (StaffMember member : staff.active()) {
      all.stream()
          .filter(other -> other.id() != contested.id())
          .forEach(other -> issuer.beside(context, other, contested, member.address()));
      letters.toStaff(
          context,
          contested,
          issuer.command(context, contested, member.address()),
          new StaffLetter.Contested(Contest.SEVERAL_CLAIM, facts, commands, false),
          key);
    }
  }

  private static Phrase side(FlowContext context, Ticket ticket) {
    List<Phrase> proved =
        context.work().proofs().of(ticket.id()).stream().map(CaseText::seen).toList();
    return new Phrase.Claim(
        List.of(new Phrase.ClaimBy(ticket.reference(), ticket.requester())),
        ticket.openedAt(),
        context
            .account(ticket)
            .filter(account -> account.registers(ticket.requester()))
            .isPresent(),
        proved.isEmpty() ? List.of(new Phrase.NothingProved()) : proved);
  }
}

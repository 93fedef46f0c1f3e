package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CaseLines;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.Contest;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.TicketPhrase;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several people claim one account. One claim leads; the others wait beside it. Only proof of its
 * own makes a claim lead, or, where the leading one is proved too, makes both stand still until
 * staff decide.
 */
public final class RivalClaims {
  private final Letters letters;
  private final Notices notices;
  private final StaffTokens tokens;
  private final StaffRoster staff;

  public RivalClaims(Letters letters, Notices notices, StaffTokens tokens, StaffRoster staff) {
    this.letters = letters;
    this.notices = notices;
    this.tokens = tokens;
    this.staff = staff;
  }

  /**
   * A ticket that names an account from now on: it leads when no other one does, and else waits,
   * unless something is proved for it.
   */
  public Ticket claim(FlowContext context, Incoming mail, Ticket ticket) {
    return LeadingClaim.others(context, ticket).isEmpty()
        ? ticket
        : proved(context, mail, context.keep(ticket.change().beside(true).build()));
  }

  /**
   * After something was proved for a ticket that waits beside another one: it takes the lead from a
   * claim without proof, and contests one with proof.
   */
  public Ticket proved(FlowContext context, Incoming mail, Ticket ticket) {
    return proved(context, ticket, Causes.requester(mail, ticket.requester(), ""));
  }

  /**
   * The same, whoever saw the proof.
   *
   * @param seen what brought it
   */
  public Ticket proved(FlowContext context, Ticket ticket, Cause seen) {
    if (!ticket.beside() || !LeadingClaim.proved(context, ticket)) {
      return ticket;
    }
    List<Ticket> leading = LeadingClaim.others(context, ticket);
    if (leading.stream().anyMatch(other -> LeadingClaim.proved(context, other))) {
      return contest(context, seen, ticket, leading);
    }
    Cause cause = seen.withDetail("has proof of its own");
    leading.stream()
        .filter(other -> other.accepts(TicketEvent.STOOD_ASIDE))
        .forEach(other -> context.apply(other, TicketEvent.STOOD_ASIDE, cause));
    return ticket.accepts(TicketEvent.TOOK_LEAD)
        ? context.apply(ticket, TicketEvent.TOOK_LEAD, cause)
        : ticket;
  }

  /** Whether a ticket would lead if it were opened again: no other one does, or none with proof. */
  public boolean mayLead(FlowContext context, Ticket closed) {
    List<Ticket> leading = LeadingClaim.others(context, closed);
    return leading.isEmpty()
        || (LeadingClaim.proved(context, closed)
            && leading.stream()
                .allMatch(
                    other ->
                        other.accepts(TicketEvent.STOOD_ASIDE)
                            && !LeadingClaim.proved(context, other)));
  }

  /** Makes way for a ticket that is opened again and {@link #mayLead}. */
  public void makeWay(FlowContext context, Ticket closed, Cause cause) {
    LeadingClaim.others(context, closed)
        .forEach(other -> context.apply(other, TicketEvent.STOOD_ASIDE, cause));
  }

  /**
   * Makes all of them contested and tells the staff; the claimants are told nothing of each other.
   * Where all are registered addresses, which may be of one person, each is asked for another one.
   *
   * @param rival the ticket with proof of the account that {@code earlier} ones are about
   */
  private Ticket contest(FlowContext context, Cause seen, Ticket rival, List<Ticket> earlier) {
    List<Ticket> all = new ArrayList<>(earlier);
    all.add(rival);
    for (Ticket ticket : all) {
      context.warn(ticket, Warning.Kind.SEVERAL_CLAIMANTS, rival.requester().toString());
      if (ticket.accepts(TicketEvent.RIVAL_CLAIMED)) {
        Ticket stopped =
            context.apply(
                ticket, TicketEvent.RIVAL_CLAIMED, seen.withDetail("claims the same account"));
        notices.offForAll(context, ticket, stopped);
      }
    }
    if (SeveralAddresses.all(context, all)) {
      all.stream()
          .map(ticket -> context.work().tickets().load(ticket.id()))
          .forEach(
              ticket ->
                  letters.toRequester(
                      context, ticket, DecisionLetter.UnderCheck.ofSeveral(), "rival"));
    }
    Ticket contested = context.work().tickets().load(rival.id());
    show(context, contested, "rival");
    return contested;
  }

  /**
   * Shows the staff all tickets about the account that lead, side by side. The reply address is
   * that of this one, and whoever answers there may name another one of them.
   */
  public void show(FlowContext context, Ticket contested, String key) {
    List<Ticket> all = context.work().tickets().leading(contested.account().orElseThrow());
    if (all.size() < 2) {
      return;
    }
    List<Phrase> facts = new ArrayList<>();
    facts.add(new TicketPhrase.AboutAccount(contested.account().orElseThrow()));
    all.forEach(ticket -> facts.add(side(context, ticket)));
    List<Phrase> commands =
        new ArrayList<>(
            all.stream().map(ticket -> new CasePhrase.CommandsFor(ticket.reference())).toList());
    if (SeveralAddresses.all(context, all)) {
      all.stream()
          .filter(other -> other.id() != contested.id())
          .map(other -> new CasePhrase.MergeInto(contested.reference(), other.reference()))
          .forEach(commands::add);
    }
    for (StaffMember member : staff.active()) {
      all.stream()
          .filter(other -> other.id() != contested.id())
          .forEach(other -> tokens.beside(context, other, contested, member.address()));
      letters.toStaff(
          context,
          contested,
          tokens.command(context, contested, member.address()),
          new AlertLetter.Contested(
              Contest.SEVERAL_CLAIM,
              context.account(contested).map(Account::name),
              false,
              facts,
              Optional.empty(),
              Text.NONE,
              List.of(),
              commands,
              false,
              false,
              Optional.empty()),
          key);
    }
  }

  private static Phrase side(FlowContext context, Ticket ticket) {
    List<Phrase> proved =
        context.work().proofs().of(ticket.id()).stream().map(CaseLines::seen).toList();
    return new CasePhrase.Claim(
        List.of(new CasePhrase.ClaimBy(ticket.reference(), ticket.requester())),
        ticket.openedAt(),
        context
            .account(ticket)
            .filter(account -> account.registers(ticket.requester()))
            .isPresent(),
        proved.isEmpty() ? List.of(new CasePhrase.NothingProved()) : proved);
  }
}

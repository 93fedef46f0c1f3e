package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Assessment;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseDetails;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseLines;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.letter.OverviewLetter;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.ClaimPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.TicketPhrase;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/** What staff are told about one ticket. */
public final class StaffTexts {
  /** Where a ticket stands, and how it got there. */
  OverviewLetter.TicketStatus status(FlowContext context, CaseFile file) {
    CaseDetails details = new CaseDetails(context, file);
    return new OverviewLetter.TicketStatus(
        file.account().map(Account::name),
        facts(context, file),
        context.work().tickets().history(file.ticket().id()).stream()
            .map(StaffTexts::happened)
            .toList(),
        details.messages(),
        details.notes());
  }

  private static Phrase happened(HistoryEntry entry) {
    String who = entry.cause().actor().name();
    return entry.from() == entry.to()
        ? new TicketPhrase.Happened(entry.at(), entry.event(), who)
        : new TicketPhrase.HappenedAndLed(entry.at(), entry.event(), who, entry.to());
  }

  List<Phrase> facts(FlowContext context, CaseFile file) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    List<Phrase> facts = new ArrayList<>();
    facts.add(new TicketPhrase.Stands(ticket.reference(), ticket.state(), ticket.stateSince()));
    facts.add(new ClaimPhrase.Requester(ticket.requester()));
    facts.add(
        ticket
            .account()
            .<Phrase>map(TicketPhrase.AboutAccount::new)
            .orElseGet(TicketPhrase.NoAccountYet::new));
    facts.add(new TicketPhrase.Opened(ticket.openedAt()));
    LeadingClaim.taken(context, ticket).map(CasePhrase.StandsBeside::new).ifPresent(facts::add);
    int beside = LeadingClaim.beside(context, ticket);
    if (beside > 0) {
      facts.add(new CasePhrase.ClaimsBeside(beside));
    }
    ticket.assignee().ifPresent(who -> facts.add(new TicketPhrase.AssignedTo(who)));
    ticket.next().ifPresent(due -> facts.add(new TicketPhrase.NextStep(due.step(), due.at())));
    if (ticket.inquiry()) {
      facts.add(new TicketPhrase.About(ticket.concern()));
    } else if (!ticket.state().closed()) {
      facts.add(new TicketPhrase.Weighed(CaseLines.recommendation(assessment), assessment.level()));
    }
    facts.addAll(CaseLines.warnings(context, file));
    return facts;
  }
}

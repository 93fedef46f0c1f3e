package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Assessment;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.CaseDetails;
import dev.latchkey.flow.recovery.CaseFile;
import dev.latchkey.flow.recovery.CaseText;
import dev.latchkey.flow.recovery.LeadingClaim;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/** What staff are told about one ticket. */
public final class StaffTexts {
  /** Where a ticket stands, and how it got there. */
  StaffLetter.TicketStatus status(FlowContext context, CaseFile file) {
    CaseDetails details = new CaseDetails(context, file);
    return new StaffLetter.TicketStatus(
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
        ? new Phrase.Happened(entry.at(), entry.event(), who)
        : new Phrase.HappenedAndLed(entry.at(), entry.event(), who, entry.to());
  }

  List<Phrase> facts(FlowContext context, CaseFile file) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    List<Phrase> facts = new ArrayList<>();
    facts.add(new Phrase.Stands(ticket.reference(), ticket.state(), ticket.stateSince()));
    facts.add(new Phrase.Requester(ticket.requester()));
    facts.add(
        ticket.account().<Phrase>map(Phrase.AboutAccount::new).orElseGet(Phrase.NoAccountYet::new));
    facts.add(new Phrase.Opened(ticket.openedAt()));
    LeadingClaim.taken(context, ticket).map(Phrase.StandsBeside::new).ifPresent(facts::add);
    int beside = LeadingClaim.beside(context, ticket);
    if (beside > 0) {
      facts.add(new Phrase.ClaimsBeside(beside));
    }
    ticket.assignee().ifPresent(who -> facts.add(new Phrase.AssignedTo(who)));
    ticket.next().ifPresent(due -> facts.add(new Phrase.NextStep(due.step(), due.at())));
    facts.add(
        ticket.inquiry()
            ? new Phrase.About(ticket.concern())
            : new Phrase.Weighed(CaseText.recommendation(assessment), assessment.level()));
    facts.addAll(CaseText.warnings(assessment));
    return facts;
  }
}

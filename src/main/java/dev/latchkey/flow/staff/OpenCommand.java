package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Behalf;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.reply.ForwardedText;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens a recovery for somebody who did not write to the desk, or wrote something else: as if they
 * had sent what is forwarded or attached, what stands below the command, or their inquiry. As a
 * reply about their request, with another account than that one is about, it begins anew with what
 * they wrote, and ends that one: no proof, code or notice of the one account counts for the other.
 */
final class OpenCommand implements Command {
  private final MailFlow<Addressee.Stranger> requests;
  private final Behalf behalf;
  private final StaffRoster staff;
  private final GivenAccount accounts;
  private final StaffAnswers answers;

  OpenCommand(
      MailFlow<Addressee.Stranger> requests,
      Behalf behalf,
      StaffRoster staff,
      GivenAccount accounts,
      StaffAnswers answers) {
    this.requests = requests;
    this.behalf = behalf;
    this.staff = staff;
    this.accounts = accounts;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.OPEN;
  }

  /** It begins what anybody could begin with a mail: that a member of staff wrote it is enough. */
  @Override
  public Set<Gate> gates() {
    return StaffGates.ASKING;
  }

  /** As a reply about a request it may change that one. */
  @Override
  public Set<Gate> gates(FlowContext context, Optional<Ticket> about, StaffCommand written) {
    return about.filter(it -> GivenAccount.changes(context, it, written)).isPresent()
        ? StaffGates.CHANGING
        : gates();
  }

  /** The ticket that it changes is not there yet. */
  @Override
  public Optional<TicketEvent> event() {
    return Optional.empty();
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    Optional<EmailAddress> person = person(given);
    if (person.isEmpty()) {
      return Optional.of(new CommandPhrase.OpenNeedsAddress());
    }
    return staff.find(person.get()).isPresent()
        ? Optional.of(new CommandPhrase.OpenForStaff(person.get()))
        : Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    EmailAddress person = person(given).orElseThrow();
    Optional<Ticket> instead = GivenAccount.wrong(given);
    Optional<Ticket> before =
        inquiry(given)
            .filter(it -> it.requester().equals(person))
            .or(() -> instead.filter(it -> given.unsigned().isBlank()));
    Incoming request =
        before
            .map(it -> written(context, it))
            .or(() -> forwarded(given))
            .map(words -> told(given, person, words))
            .or(() -> behalf.ofAttached(given.mail(), person, given.command().account()))
            .orElseGet(() -> inTheirLanguage(given, person));
    if (instead.filter(GivenAccount::hasNone).isPresent()) {
      return accounts.name(given, instead.get(), request);
    }
    Result opened = requests.run(context, request, new Addressee.Stranger());
    Ticket ticket = context.work().tickets().load(opened.ticketId().orElseThrow());
    boolean there = ticket.openedAt().isBefore(context.now());
    String how = there ? "added by OPEN" : "opened by OPEN";
    ticket = context.apply(ticket, TicketEvent.NOTED, given.cause(how));
    if (!there && instead.isPresent()) {
      return accounts.replace(given, instead.get(), ticket);
    }
    if (inquiry(given)
        .filter(it -> it.requester().equals(person) && it.accepts(TicketEvent.MERGED))
        .isPresent()) {
      Ticket merged =
          context.apply(
              before.orElseThrow(), TicketEvent.MERGED, given.cause("into " + ticket.reference()));
      context.keep(merged.change().mergedInto(Optional.of(ticket.reference())).build());
      // The case shows their own words, which stand in the inquiry.
      ticket =
          context.apply(
              ticket, TicketEvent.NOTED, given.cause(new Detail.TookIn(merged.reference()).text()));
    }
    return answers.told(
        given,
        ticket,
        there
            ? already(context, ticket, person)
            : new CommandPhrase.OpenedFor(ticket.reference(), person));
  }

  /** Nothing new was opened: which account it is about, and what can be written instead. */
  private static Phrase already(FlowContext context, Ticket ticket, EmailAddress person) {
    if (GivenAccount.hasNone(ticket)) {
      return new CommandPhrase.OpenAlready(ticket.reference(), person, ticket.state());
    }
    String account = context.nameOnRecord(ticket);
    return ticket.state().standsStill()
        ? new CommandPhrase.OpenStandsStill(ticket.reference(), person, ticket.state(), account)
        : new CommandPhrase.OpenAboutSame(ticket.reference(), person, ticket.state(), account);
  }

  /** Whoever it names; else whoever wrote the inquiry that it answers. */
  private static Optional<EmailAddress> person(GivenCommand given) {
    return given.command().person().or(() -> inquiry(given).map(Ticket::requester));
  }

  private static Optional<Ticket> inquiry(GivenCommand given) {
    return given
        .token()
        .flatMap(answered -> given.file())
        .map(CaseFile::ticket)
        .filter(Ticket::inquiry);
  }

  /** What staff wrote down for them is read by them in the language that is known of them. */
  private Incoming inTheirLanguage(GivenCommand given, EmailAddress person) {
    FlowContext context = given.context();
    Incoming told = told(given, person, given.unsigned());
    return context
        .work()
        .tickets()
        .newestOf(person)
        .map(Ticket::language)
        .or(
            () ->
                context
                    .account(given.command().account().map(context::accountKey))
                    .filter(account -> account.registers(person))
                    .flatMap(Account::language))
        .map(told::forReaderOf)
        .orElse(told);
  }

  private Incoming told(GivenCommand given, EmailAddress person, String words) {
    return behalf.of(
        given.mail(),
        person,
        given.command().account(),
        given.mail().triaged().mail().subject(),
        words);
  }

  private static String written(FlowContext context, Ticket inquiry) {
    return context.work().messages().ofTicket(inquiry.id()).stream()
        .map(Message::words)
        .collect(Collectors.joining("\n\n"));
  }

  /** What is forwarded below the command; in a reply to an email of ours that is our own. */
  private static Optional<String> forwarded(GivenCommand given) {
    return Optional.of(given)
        .filter(it -> it.token().isEmpty())
        .map(it -> ForwardedText.of(it.mail().triaged().reply()))
        .filter(words -> !words.isEmpty());
  }
}

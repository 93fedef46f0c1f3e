package dev.latchkey.flow;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.RecordCheck;
import dev.latchkey.check.Warning;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.Remarks.NextDays;
import dev.latchkey.letter.writing.Envelope;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.store.EndedMail;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What a flow works with: the open transaction, its moment, the accounts and the letters. */
public final class FlowContext {
  /**
   * What answers who wrote. A code or a notice goes to an owner whoever wrote, and a sender is only
   * claimed: it would tell a person who never wrote of a mail of theirs.
   */
  private static final Set<MailClass> ANSWERS =
      EnumSet.of(MailClass.ACKNOWLEDGEMENT, MailClass.ANSWER, MailClass.DECISION, MailClass.STAFF);

  private final UnitOfWork work;
  private final LetterBatch letters;
  private final DirectoryLookup accounts;
  private final CourtesySchedule courtesy;
  private final Hearing hearing = new Hearing();
  private final CommandNews commandNews = new CommandNews();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final List<String> news = new ArrayList<>();
  private List<NewLetter> going = List.of();
  private MailAtWork mail = MailAtWork.NONE;

  /** The budget that what is written has waited for. */
  private Optional<MailClass> turn = Optional.empty();

  FlowContext(
      UnitOfWork work, LetterBatch letters, DirectoryLookup accounts, CourtesySchedule courtesy) {
    this.work = work;
    this.letters = letters;
    this.accounts = accounts;
    this.courtesy = courtesy;
  }

  /** The open transaction. */
  public UnitOfWork work() {
    return work;
  }

  /** The moment of the transaction; it does not pass. */
  public Instant now() {
    return work.now();
  }

  /** Asks for accounts at once that a batch will ask for. */
  public void prefetchAccounts(Collection<String> keys) {
    accounts.prefetch(keys);
  }

  /** When a ticket that cools off is to be carried out, as people were told; else empty. */
  public Optional<Instant> announced(Ticket ticket) {
    return ticket.state() == TicketState.COOLING_OFF ? courtesy.planned(ticket) : Optional.empty();
  }

  /** The days that the requester of a ticket may rely on. */
  public NextDays nextDays(Ticket ticket) {
    return new NextDays(courtesy.hears(ticket, now()), courtesy.deadline(ticket, now()));
  }

  /** The account a ticket is about, as the directory describes it now. */
  public Optional<Account> account(Ticket ticket) {
    return accounts.find(ticket.account());
  }

  /**
   * The account of a key, as the directory describes it now; empty for no key and an unknown one.
   */
  public Optional<Account> account(Optional<String> key) {
    return accounts.find(key);
  }

  /**
   * The account of a ticket as the directory writes it, or by its key where the directory does not
   * know it any more; empty where none is named.
   */
  public String nameOnRecord(Ticket ticket) {
    return account(ticket).map(Account::name).or(ticket::account).orElse("");
  }

  /** Why the account of a ticket, which is there, is not used: its entry cannot be read. */
  public Optional<String> unreadable(Ticket ticket) {
    return accounts.unreadable(ticket.account());
  }

  /**
   * Keeps a warning about a ticket; one of the same kind and source is kept once.
   *
   * @param source whom or what it comes from; empty where nothing proves that
   */
  public void warn(Ticket ticket, Warning.Kind kind, String source) {
    work.proofs().add(ticket.id(), new Warning(kind, source, now()));
  }

  /**
   * Keeps which addresses the account of a ticket has on record at the first look, and a warning of
   * each that came or went since then without a day.
   */
  public void noteRecord(Ticket ticket) {
    account(ticket)
        .ifPresent(
            account ->
                RecordCheck.find(
                        account,
                        work.firstRecords()
                            .first(ticket.id(), account.key(), RecordCheck.current(account)),
                        ticket.openedAt())
                    .forEach((source, kind) -> warn(ticket, kind, source)));
  }

  /** An account name by the account system's rule for equality. */
  public String accountKey(String name) {
    return accounts.key(name);
  }

  /** Keeps a new ticket, with what time brings next. */
  public Ticket open(Ticket.Applied opened) {
    Ticket ticket = courtesy.enter(opened.ticket(), now());
    work.tickets().add(new Ticket.Applied(ticket, opened.entry()));
    noteRecord(ticket);
    return ticket;
  }

  /** Applies one event, keeps its entry and, in a new state, what time brings next. */
  public Ticket apply(Ticket ticket, TicketEvent event, Cause cause) {
    Ticket.Applied applied = ticket.apply(event, now(), cause);
    boolean moved = applied.ticket().state() != ticket.state();
    Ticket next = moved ? courtesy.enter(applied.ticket(), now()) : applied.ticket();
    work.tickets().save(new Ticket.Applied(next, applied.entry()));
    DeskNews.of(next, event, cause).ifPresent(news::add);
    if (moved && ticket.state() == TicketState.EXECUTING) {
      // Whatever leads out of it ends the order, so that nobody carries it out any more.
      work.executions().close(ticket.id(), event.name());
    }
    if (event == TicketEvent.REOPENED_BY_STAFF) {
      work.askedProofs().stopPassed(ticket.id());
    }
    awaitProofs(ticket, next);
    return next;
  }

  /** Keeps what stops the ticket as soon as anything is proved for it; until then it goes on. */
  public Ticket keepStop(Ticket ticket, TicketEvent event, Cause cause) {
    Ticket.Applied applied = ticket.keepStop(event, now(), cause);
    work.tickets().save(applied);
    DeskNews.of(applied.ticket(), event, cause).ifPresent(news::add);
    return applied.ticket();
  }

  /** A ticket that is closed waits for no proof; one that waits again has them asked for again. */
  private void awaitProofs(Ticket before, Ticket after) {
    if (after.state().closed()) {
      if (!before.state().closed()) {
        work.askedProofs().stop(after.id());
      }
    } else if (after.accepts(TicketEvent.PROOFS_ASKED)
        && !before.accepts(TicketEvent.PROOFS_ASKED)) {
      work.askedProofs().wake(after.id(), now());
    }
  }

  /** Takes a command of the staff back: the ticket stands as it stood before it. */
  public Ticket takeBack(Ticket ticket, Deed deed, Cause cause) {
    Ticket.Applied applied = ticket.takeBack(deed, now(), cause);
    work.tickets().save(applied);
    DeskNews.of(applied.ticket(), TicketEvent.UNDONE, cause).ifPresent(news::add);
    awaitProofs(ticket, applied.ticket());
    return applied.ticket();
  }

  /** Keeps what is no event. */
  public Ticket keep(Ticket ticket) {
    work.tickets().save(ticket);
    return ticket;
  }

  /** Every letter about a ticket, in order: those of before, and of the mails of this look. */
  public List<WrittenLetter> written(long ticketId) {
    return Stream.concat(
            work.outbox().ofTicket(ticketId).stream()
                .map(sent -> new WrittenLetter(sent.letter(), sent.recipient(), sent.createdAt())),
            letters.drafts().stream()
                .filter(draft -> draft.isAbout(ticketId))
                .map(draft -> draft.written(now())))
        .toList();
  }

  /** Whether a letter of that kind was written about a ticket, now or before. */
  public boolean wrote(Ticket ticket, LetterKind kind) {
    return written(ticket.id()).stream().anyMatch(sent -> sent.letter().equals(kind));
  }

  /** Whether a letter of that kind about a ticket was written in this look, and none before. */
  public boolean wroteOnlyNow(Ticket ticket, LetterKind kind) {
    return wrote(ticket, kind)
        && work.outbox().ofTicket(ticket.id()).stream()
            .noneMatch(sent -> sent.letter().equals(kind));
  }

  /** Sends a letter; one that answers the mail that is worked on tells when it comes late. */
  public void send(Draft draft) {
    Envelope envelope = draft.envelope();
    boolean answers =
        mail.sender().filter(envelope.recipient().toString()::equals).isPresent()
            && ANSWERS.contains(envelope.letter().mailClass());
    Draft told =
        answers ? mail.late().map(came -> draft.with(envelope.asLate(came))).orElse(draft) : draft;
    Optional<TicketState> state = draft.ticketId().flatMap(work.tickets()::find).map(Ticket::state);
    turn.ifPresentOrElse(
        charged -> letters.addInTurn(told, charged, state),
        () -> letters.add(told, mail.id(), mail.sender(), mail.stranger(), state));
  }

  /**
   * Does something when the mail has ended, its own words being kept by then; where time is at
   * work, at the end.
   */
  public void afterwards(Runnable task) {
    afterwards.add(task);
  }

  /**
   * What is written from now on is because of this mail.
   *
   * @param from who wrote it, as it says
   * @param stranger nobody proved who sent it, and it answers no letter of ours
   */
  public void beginMail(ClaimedMail begun, Optional<EmailAddress> from, boolean stranger) {
    mail = MailAtWork.of(begun, from, stranger, now());
  }

  /**
   * Whether a code could go to somebody now, or would have to wait for its budget.
   *
   * @param own the class of its letter
   */
  public boolean hasRoom(MailClass own, EmailAddress recipient) {
    return letters.hasRoom(work, own, recipient.toString(), mail.stranger());
  }

  /**
   * Writes anew what waited, now that it is its turn.
   *
   * @param charged the budget that it waited for
   */
  public void inTurn(MailClass charged, Runnable write) {
    turn = Optional.of(charged);
    write.run();
    turn = Optional.empty();
  }

  /** Takes back what answers the mail that is worked on, to whoever sent it. */
  public void unsay() {
    mail.sender().ifPresent(from -> letters.unsay(mail.id(), from));
  }

  /** Takes back what tells the member of staff who wrote it that its command was refused. */
  public void unsayRefusal() {
    mail.sender().ifPresent(from -> letters.unsayRefusal(mail.id(), from));
  }

  /** Whether the mail at work holds what no letter answers, so that a person reads it. */
  public boolean personReads() {
    return mail.id().stream().anyMatch(work.messages()::isUntold);
  }

  /** Whether a letter to somebody was written because of the mail that is worked on. */
  public boolean writesTo(EmailAddress recipient) {
    return letters.drafts().stream()
        .anyMatch(
            letter ->
                letter.mail().equals(mail.id())
                    && letter.draft().envelope().recipient().equals(recipient));
  }

  /** What staff are to be told of commands. */
  public CommandNews commandNews() {
    return commandNews;
  }

  /** Whether a letter to the staff was written because of the mail that is worked on. */
  public boolean writesToStaff() {
    return letters.drafts().stream()
        .anyMatch(letter -> letter.mail().equals(mail.id()) && letter.toStaff());
  }

  /** Keeps how the mail ended, and does what had to wait for that. */
  public void endMail(EndedMail ended, Optional<EmailAddress> sender) {
    work.end(ended);
    hearing.expect(ended, sender);
    finish();
    mail = MailAtWork.NONE;
  }

  private void finish() {
    for (int i = 0; i < afterwards.size(); i++) {
      afterwards.get(i).run();
    }
    afterwards.clear();
  }

  /**
   * The letters that go out because of a mail, once they are written; one that answers several
   * mails of a look is told of one of them.
   */
  public List<LetterKind> goingBecauseOf(long mailId) {
    return going.stream()
        .filter(letter -> letter.mail().equals(OptionalLong.of(mailId)))
        .map(letter -> letter.draft().envelope().letter().kind())
        .toList();
  }

  /** The letters that go out, at once or in their turn, once they are written. */
  public List<Envelope> going() {
    return going.stream().map(letter -> letter.draft().envelope()).toList();
  }

  /** Has the log say something, in one line, once this is committed. */
  public void tellOperator(String line) {
    news.add(line);
  }

  List<String> news() {
    return news;
  }

  /** Writes the letters, when everything else was kept, and who heard what. */
  void close() {
    finish();
    LetterBatch.Posted posted = letters.post(work);
    going = posted.going();
    hearing.settle(work, posted);
  }
}

package dev.latchkey.flow;

import dev.latchkey.check.Mailboxes;
import dev.latchkey.letter.CommandLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.writing.Composer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.outgoing.BudgetRule.Counts;
import dev.latchkey.outgoing.BudgetRule.Verdict;
import dev.latchkey.outgoing.DedupeKey;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.outgoing.Share;
import dev.latchkey.store.OutgoingLetters;
import dev.latchkey.store.OutgoingLetters.Counter;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the letters of one transaction and writes them into the outbox at its end: each once per
 * dedupe key, and no more than the budget of its class allows; what is over it waits for its place,
 * or is kept as DROPPED, which only an operator sends.
 */
final class LetterBatch {
  private static final Logger LOG = LoggerFactory.getLogger(LetterBatch.class);
  private static final Set<MailClass> TO_STRANGERS =
      EnumSet.of(MailClass.ACKNOWLEDGEMENT, MailClass.ANSWER);
  private final Composer composer;
  private final BudgetRule budgets;
  private final List<NewLetter> drafts = new ArrayList<>();

  /**
   * What became of letters.
   *
   * @param going those that go out, at once or in their turn
   * @param heldBack those that never do
   */
  record Posted(List<NewLetter> going, List<NewLetter> heldBack) {}

  LetterBatch(Composer composer, BudgetRule budgets) {
    this.composer = composer;
    this.budgets = budgets;
  }

  /**
   * Adds a letter.
   *
   * @param sender who wrote that mail, as it says
   * @param stranger nobody proved who sent that mail, and it answers no letter of ours
   * @param state where its ticket stands
   */
  void add(
      Draft draft,
      OptionalLong mail,
      Optional<String> sender,
      boolean stranger,
      Optional<TicketState> state) {
    MailClass own = draft.envelope().letter().mailClass();
    boolean asksThemselves =
        sender.filter(draft.envelope().recipient().toString()::equals).isPresent();
    boolean outside = sender.isPresent() && !asksThemselves;
    MailClass cause =
        outside
                && draft.envelope().letter() instanceof StaffLetter.Case shown
                && shown.proofs().unproved().isEmpty()
            ? MailClass.BARE_CASE
            : own;
    MailClass charged = stranger ? ofStranger(cause) : cause;
    drafts.add(
        new NewLetter(
            draft, mail, Set.of(), sender, charged, NewLetter.Turn.LAST, state, List.of()));
  }

  /** Adds a letter in place of one that waited for its budget, and whose turn has come. */
  void addInTurn(Draft draft, MailClass charged, Optional<TicketState> state) {
    drafts.add(
        new NewLetter(
            draft,
            OptionalLong.empty(),
            Set.of(),
            Optional.empty(),
            charged,
            NewLetter.Turn.COME,
            state,
            List.of()));
  }

  private static MailClass ofStranger(MailClass own) {
    if (own == MailClass.CODE) {
      return MailClass.STRANGER_CODE;
    }
    if (own == MailClass.BARE_CASE) {
      return MailClass.UNPROVED;
    }
    return TO_STRANGERS.contains(own) ? MailClass.STRANGER : own;
  }

  /** Whether a letter of a class could go to somebody now. */
  boolean hasRoom(UnitOfWork work, MailClass own, String recipient, boolean stranger) {
    MailClass charged = stranger ? ofStranger(own) : own;
    Map<Counter, Integer> counters =
        work.outbox().counters(List.of(charged), List.of(recipient), work.now());
    List<NewLetter> mine = drafts.stream().filter(one -> one.charged() == charged).toList();
    int here = (int) mine.stream().filter(one -> one.recipient().equals(recipient)).count();
    Counts before = counts(counters, charged, recipient, work.now());
    int ahead = here + new CodesAhead(work, List.of(recipient)).ahead(charged, recipient);
    Counts now = new Counts(before.toAddressInDay() + ahead, before.totalInHour() + mine.size());
    Verdict verdict = budgets.verdict(LetterKind.of(OwnerLetter.Code.class), charged, now);
    return verdict == Verdict.SEND || verdict == Verdict.SEND_AS_LAST;
  }

  private static Counts counts(
      Map<Counter, Integer> counters, MailClass charged, String recipient, Instant now) {
    return new Counts(
        counters.getOrDefault(OutgoingLetters.ofAddress(charged, recipient, now), 0),
        counters.getOrDefault(OutgoingLetters.ofAll(charged, now), 0));
  }

  /** Takes back what answers a mail to its sender. */
  void unsay(OptionalLong mail, String sender) {
    drafts.removeIf(
        one ->
            one.mail().equals(mail)
                && one.recipient().equals(sender)
                && (one.charged() == MailClass.STRANGER || TO_STRANGERS.contains(one.charged())));
  }

  /** Takes back what tells a member of staff that the command of a mail was refused. */
  void unsayRefusal(OptionalLong mail, String sender) {
    drafts.removeIf(
        one ->
            one.mail().equals(mail)
                && one.recipient().equals(sender)
                && one.draft().envelope().letter() instanceof CommandLetter.CommandRefused);
  }

  /** The letters so far. */
  List<NewLetter> drafts() {
    return drafts;
  }

  /** Writes the letters; called once, when everything else of the transaction was kept. */
  Posted post(UnitOfWork work) {
    List<NewLetter> going = new ArrayList<>();
    List<NewLetter> heldBack = new ArrayList<>();
    if (drafts.isEmpty()) {
      return new Posted(going, heldBack);
    }
    Set<String> known =
        new HashSet<>(
            work.outbox()
                .findWritten(drafts.stream().map(letter -> letter.draft().key()).toList()));
    List<NewLetter> settled = EndOfLook.settle(work, drafts, known);
    Instant now = work.now();
    Map<Counter, Integer> counters =
        new HashMap<>(
            work.outbox()
                .counters(
                    settled.stream().flatMap(one -> classes(one, now)).distinct().toList(),
                    settled.stream().flatMap(one -> addresses(one, now)).distinct().toList(),
                    now));
    Map<MailClass, Integer> waiting = new EnumMap<>(MailClass.class);
    CodesAhead codes =
        new CodesAhead(work, settled.stream().map(NewLetter::recipient).distinct().toList());
    for (NewLetter before : settled) {
      NewLetter written = withinShares(before, counters, now);
      Draft draft = written.draft();
      MailClass charged = written.charged();
      if (!known.add(draft.key().sha256())) {
        work.held().takeOver(draft.key(), charged, now);
        continue;
      }
      LetterKind letter = draft.envelope().letter().kind();
      Counter toAddress = OutgoingLetters.ofAddress(charged, written.recipient(), now);
      Counter toAll = OutgoingLetters.ofAll(charged, now);
      Counts used = counts(counters, charged, written.recipient(), now);
      int ahead =
          written.turn() == NewLetter.Turn.COME ? 0 : codes.ahead(charged, written.recipient());
      Counts counts = new Counts(used.toAddressInDay() + ahead, used.totalInHour());
      Verdict verdict = budgets.verdict(letter, charged, counts);
      if (verdict == Verdict.WAIT) {
        int already = waiting.computeIfAbsent(charged, work.held()::count);
        if (!budgets.queueIsFull(charged, already)) {
          waiting.put(charged, already + 1);
          codes.holds(charged, written.recipient());
          chargeShares(work, written, counters, now);
          keepInside(written, work, known);
          LOG.info("ticket={} {} waits: budget used up", number(draft), letter);
          work.outbox().hold(waiting(draft, work, charged, counts), charged);
          going.add(written);
          continue;
        }
        verdict = Verdict.DROP;
      }
      if (verdict == Verdict.DROP) {
        heldBack.add(written);
        // Once a letter, however often it is written: what nobody sends costs no more than a row.
        if (known.add(draft.key().heldBack().sha256())) {
          LOG.info("ticket={} {} not sent: budget used up", number(draft), letter);
          work.outbox().keep(heldBack(draft, work, budgets.reason(charged, counts)));
        }
        continue;
      }
      counters.merge(toAddress, 1, Integer::sum);
      counters.merge(toAll, 1, Integer::sum);
      chargeShares(work, written, counters, now);
      boolean last = verdict == Verdict.SEND_AS_LAST && ahead == 0;
      keepInside(written, work, known);
      work.outbox().add(entry(draft, work, last), charged, now);
      going.add(written);
    }
    return new Posted(going, heldBack);
  }

  private static String number(Draft draft) {
    return draft.ticketId().map(String::valueOf).orElse("-");
  }

  private void chargeShares(
      UnitOfWork work, NewLetter written, Map<Counter, Integer> counters, Instant now) {
    for (Share share : shares(written, now)) {
      Counter counter = new Counter(written.charged(), share.counted(), share.since());
      counters.merge(counter, 1, Integer::sum);
      work.outbox().charge(counter);
    }
  }

  /** What is beyond the share of whoever causes it is taken from another budget. */
  private NewLetter withinShares(NewLetter written, Map<Counter, Integer> counters, Instant now) {
    return shares(written, now).stream()
        .filter(
            share ->
                counters.getOrDefault(
                        new Counter(written.charged(), share.counted(), share.since()), 0)
                    >= share.most())
        .findFirst()
        .map(over -> withinShares(written.charged(over.beyond()), counters, now))
        .orElse(written);
  }

  private List<Share> shares(NewLetter written, Instant now) {
    return written
        .sender()
        .map(
            from ->
                budgets.shares(
                    written.charged(),
                    from,
                    Mailboxes.hands(EmailAddress.of(from)),
                    written.recipient(),
                    now))
        .orElse(List.of());
  }

  /** A letter as it is, and as it would be beyond each of its shares. */
  private Stream<NewLetter> possible(NewLetter written, Instant now) {
    return Stream.concat(
        Stream.of(written),
        shares(written, now).stream()
            .map(Share::beyond)
            .distinct()
            .flatMap(beyond -> possible(written.charged(beyond), now)));
  }

  private Stream<MailClass> classes(NewLetter written, Instant now) {
    return possible(written, now).map(NewLetter::charged);
  }

  private Stream<String> addresses(NewLetter written, Instant now) {
    return Stream.concat(
        Stream.of(written.recipient()),
        possible(written, now).flatMap(one -> shares(one, now).stream()).map(Share::counted));
  }

  /** It is sent when its budget allows, if it is true then. */
  private OutboxEntry waiting(Draft draft, UnitOfWork work, MailClass charged, Counts counts) {
    return entry(
        draft,
        draft.key(),
        work,
        OutboxState.WAITING,
        budgets.again(charged, counts, work.now()),
        Optional.of(budgets.reason(charged, counts)));
  }

  private OutboxEntry entry(Draft draft, UnitOfWork work, boolean last) {
    return entry(
        last ? draft.with(draft.envelope().asLast()) : draft,
        draft.key(),
        work,
        OutboxState.PENDING,
        work.now().plus(draft.pause()),
        Optional.empty());
  }

  /** What stands in another letter was written, too: once, and it is known as that. */
  private void keepInside(NewLetter written, UnitOfWork work, Set<String> known) {
    for (Draft draft : written.inside()) {
      if (known.add(draft.key().sha256())) {
        work.outbox()
            .keep(
                entry(draft, draft.key(), work, OutboxState.INSIDE, work.now(), Optional.empty()));
      }
    }
  }

  /** What a budget held back for good can be looked up, and sent by an operator. */
  private OutboxEntry heldBack(Draft draft, UnitOfWork work, String reason) {
    return entry(
        draft, draft.key().heldBack(), work, OutboxState.DROPPED, work.now(), Optional.of(reason));
  }

  private OutboxEntry entry(
      Draft draft,
      DedupeKey key,
      UnitOfWork work,
      OutboxState state,
      Instant next,
      Optional<String> answer) {
    long id = work.outbox().nextId();
    return new OutboxEntry(
        id,
        draft.ticketId(),
        draft.envelope().letter().kind(),
        key.sha256(),
        composer.compose(draft.envelope(), id, work.now()),
        work.now(),
        state,
        0,
        next,
        answer,
        Optional.empty());
  }
}

package dev.latchkey.flow;

import dev.latchkey.letter.Composer;
import dev.latchkey.letter.Envelope;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.outgoing.BudgetRule.Counts;
import dev.latchkey.outgoing.BudgetRule.Verdict;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutgoingLetters;
import dev.latchkey.store.OutgoingLetters.Counter;
import dev.latchkey.store.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
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
 * dedupe key, and no more than the budget of its class allows; what is over it is kept as DROPPED
 * and never sent.
 */
final class LetterBatch {
  private static final Logger LOG = LoggerFactory.getLogger(LetterBatch.class);
  private static final Set<MailClass> TO_STRANGERS =
      EnumSet.of(MailClass.ACKNOWLEDGEMENT, MailClass.ANSWER);
  private final Composer composer;
  private final BudgetRule budgets;
  private final List<Written> drafts = new ArrayList<>();

  /**
   * A letter, and the mail that it was written because of.
   *
   * @param mail empty when time brought it
   * @param charged the class whose budget it is taken from
   */
  record Written(Draft draft, OptionalLong mail, MailClass charged) {
    String recipient() {
      return draft.envelope().recipient().toString();
    }
  }

  LetterBatch(Composer composer, BudgetRule budgets) {
    this.composer = composer;
    this.budgets = budgets;
  }

  /**
   * Adds a letter.
   *
   * @param stranger nobody proved who sent that mail, and it answers no letter of ours
   */
  void add(Draft draft, OptionalLong mail, boolean stranger) {
    MailClass own = draft.envelope().letter().mailClass();
    drafts.add(
        new Written(
            draft, mail, stranger && TO_STRANGERS.contains(own) ? MailClass.STRANGER : own));
  }

  /** The letters so far. */
  List<Written> drafts() {
    return drafts;
  }

  /**
   * Writes the letters; called once, when everything else of the transaction was kept.
   *
   * @return those that go out
   */
  List<Written> post(UnitOfWork work) {
    List<Written> going = new ArrayList<>();
    if (drafts.isEmpty()) {
      return going;
    }
    Instant now = work.now();
    Set<String> known =
        new HashSet<>(
            work.outbox()
                .findWritten(
                    drafts.stream()
                        .map(letter -> letter.draft().key())
                        .flatMap(key -> Stream.of(key, key.heldBack()))
                        .toList()));
    Map<Counter, Integer> counters =
        new HashMap<>(
            work.outbox()
                .counters(
                    drafts.stream().map(Written::charged).distinct().toList(),
                    drafts.stream().map(Written::recipient).distinct().toList(),
                    now));
    for (Written written : drafts) {
      Draft draft = written.draft();
      MailClass charged = written.charged();
      if (!known.add(draft.key().sha256())) {
        continue;
      }
      LetterKind letter = draft.envelope().letter().kind();
      Counter toAddress = new Counter(charged, written.recipient(), OutgoingLetters.day(now));
      Counter toAll = new Counter(charged, OutgoingLetters.EVERYBODY, OutgoingLetters.hour(now));
      Counts counts =
          new Counts(counters.getOrDefault(toAddress, 0), counters.getOrDefault(toAll, 0));
      Verdict verdict = budgets.verdict(letter, charged, counts);
      if (verdict == Verdict.DROP) {
        // Once a letter, however often it is written: what nobody sends costs no more than a row.
        if (known.add(draft.key().heldBack().sha256())) {
          LOG.info("ticket={} {} not sent: budget used up", draft.ticketId(), letter);
          work.outbox().keep(heldBack(draft, work, budgets.reason(charged, counts)));
        }
        continue;
      }
      counters.merge(toAddress, 1, Integer::sum);
      counters.merge(toAll, 1, Integer::sum);
      work.outbox().add(entry(draft, work, verdict == Verdict.SEND_AS_LAST), charged, now);
      going.add(written);
    }
    return going;
  }

  private OutboxEntry entry(Draft draft, UnitOfWork work, boolean last) {
    long id = work.outbox().nextId();
    Envelope envelope = last ? draft.envelope().asLast() : draft.envelope();
    return new OutboxEntry(
        id,
        draft.ticketId(),
        envelope.letter().kind(),
        draft.key().sha256(),
        composer.compose(envelope, id, work.now()),
        work.now(),
        OutboxState.PENDING,
        0,
        work.now(),
        Optional.empty(),
        Optional.empty());
  }

  /** What a budget held back is never sent, and can be looked up. */
  private OutboxEntry heldBack(Draft draft, UnitOfWork work, String reason) {
    long id = work.outbox().nextId();
    return new OutboxEntry(
        id,
        draft.ticketId(),
        draft.envelope().letter().kind(),
        draft.key().heldBack().sha256(),
        composer.compose(draft.envelope(), id, work.now()),
        work.now(),
        OutboxState.DROPPED,
        0,
        work.now(),
        Optional.of(reason),
        Optional.empty());
  }
}

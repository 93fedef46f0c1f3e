package dev.latchkey.flow;

import dev.latchkey.mail.OutboundMail;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.outgoing.BudgetRule.Counts;
import dev.latchkey.outgoing.BudgetRule.Verdict;
import dev.latchkey.outgoing.Composer;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.outgoing.MailClass;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutboxShelf;
import dev.latchkey.store.OutboxShelf.Counter;
import dev.latchkey.store.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the letters of one transaction and writes them into the outbox at its end: each once per
 * dedupe key, and no more than the budget of its class allows.
 */
final class LetterBatch {
  private static final Logger LOG = LoggerFactory.getLogger(LetterBatch.class);
  private final Composer composer;
  private final BudgetRule budgets;
  private final List<Draft> drafts = new ArrayList<>();

  LetterBatch(Composer composer, BudgetRule budgets) {
    this.composer = composer;
    this.budgets = budgets;
  }

  void add(Draft draft) {
    drafts.add(draft);
  }

  /** Writes the letters; called once, when everything else of the transaction was kept. */
  void post(Work work) {
    if (drafts.isEmpty()) {
      return;
    }
    Instant now = work.now();
    Set<String> written =
        new HashSet<>(
            work.outbox().findWritten(drafts.stream().map(Draft::dedupeKey).distinct().toList()));
    Map<Counter, Integer> counters =
        new HashMap<>(
            work.outbox()
                .counters(
                    drafts.stream().map(draft -> draft.letter().mailClass()).distinct().toList(),
                    drafts.stream().map(draft -> draft.recipient().toString()).distinct().toList(),
                    now));
    for (Draft draft : drafts) {
      if (!written.add(draft.dedupeKey())) {
        continue;
      }
      MailClass mailClass = draft.letter().mailClass();
      Counter toAddress =
          new Counter(mailClass, draft.recipient().toString(), OutboxShelf.day(now));
      Counter toAll = new Counter(mailClass, OutboxShelf.EVERYBODY, OutboxShelf.hour(now));
      Verdict verdict =
          budgets.verdict(
              draft.letter(),
              new Counts(counters.getOrDefault(toAddress, 0), counters.getOrDefault(toAll, 0), 0));
      if (verdict == Verdict.DROP) {
        LOG.info("ticket={} {} not sent: budget used up", draft.ticketId(), draft.letter());
        continue;
      }
      counters.merge(toAddress, 1, Integer::sum);
      counters.merge(toAll, 1, Integer::sum);
      work.outbox().add(entry(verdict == Verdict.SEND_AS_LAST ? draft.asLast() : draft, work), now);
    }
  }

  private OutboxEntry entry(Draft draft, Work work) {
    long id = work.outbox().nextId();
    OutboundMail mail = composer.compose(draft, id, work.now());
    return new OutboxEntry(
        id,
        draft.ticketId(),
        draft.letter(),
        draft.dedupeKey(),
        mail,
        work.now(),
        OutboxState.PENDING,
        0,
        work.now(),
        Optional.empty(),
        Optional.empty());
  }
}

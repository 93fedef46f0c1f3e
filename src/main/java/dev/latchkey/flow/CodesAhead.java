package dev.latchkey.flow;

import dev.latchkey.letter.MailClass;
import dev.latchkey.store.UnitOfWork;
import java.util.HashMap;
import java.util.Map;

/**
 * How many codes for an address wait: the next places of its day are theirs, and whoever asks for
 * one later has none of them.
 */
final class CodesAhead {
  private final UnitOfWork work;
  private final Map<String, Integer> waiting = new HashMap<>();

  CodesAhead(UnitOfWork work) {
    this.work = work;
  }

  /** How many wait; none for a letter of another class. */
  int ahead(MailClass charged, String recipient) {
    return charged.counted() == MailClass.CODE
        ? waiting.computeIfAbsent(recipient, work.held()::countCodes)
        : 0;
  }

  /** One more does. */
  void holds(MailClass charged, String recipient) {
    if (charged.counted() == MailClass.CODE) {
      waiting.merge(recipient, 1, Integer::sum);
    }
  }
}

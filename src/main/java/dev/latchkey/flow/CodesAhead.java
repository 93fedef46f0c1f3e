package dev.latchkey.flow;

import dev.latchkey.letter.MailClass;
import dev.latchkey.store.UnitOfWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How many codes for an address wait: the next places of its day are theirs, and whoever asks for
 * one later has none of them.
 */
final class CodesAhead {
  private final UnitOfWork work;
  private final Collection<String> recipients;
  private final Map<String, Integer> waiting = new HashMap<>();
  private boolean counted;

  /**
   * @param recipients that will be asked for: they are counted together
   */
  CodesAhead(UnitOfWork work, Collection<String> recipients) {
    this.work = work;
    this.recipients = recipients;
  }

  /** How many wait; none for a letter of another class. */
  int ahead(MailClass charged, String recipient) {
    if (charged.counted() != MailClass.CODE) {
      return 0;
    }
    if (!counted) {
      counted = true;
      waiting.putAll(work.held().countCodes(recipients));
    }
    return waiting.getOrDefault(recipient, 0);
  }

  /** One more does. */
  void holds(MailClass charged, String recipient) {
    if (charged.counted() == MailClass.CODE) {
      waiting.merge(recipient, 1, Integer::sum);
    }
  }
}

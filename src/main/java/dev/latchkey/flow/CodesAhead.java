package dev.latchkey.flow;

import dev.latchkey.letter.MailClass;
import dev.latchkey.store.UnitOfWork;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many codes for an address wait: the next places of its day are theirs, and whoever asks for
 * one later has none of them.
 */
final class CodesAhead {
  private static final Set<MailClass> CODES = EnumSet.of(MailClass.CODE, MailClass.STRANGER_CODE);

  private final UnitOfWork work;
  private final Map<String, Integer> waiting = new HashMap<>();

  CodesAhead(UnitOfWork work) {
    this.work = work;
  }

  /** How many wait; none for a letter of another class. */
  int ahead(MailClass charged, String recipient) {
    return CODES.contains(charged)
        ? waiting.computeIfAbsent(recipient, to -> work.held().codes(to).size())
        : 0;
  }

  /** One more does. */
  void holds(MailClass charged, String recipient) {
    if (CODES.contains(charged)) {
      waiting.merge(recipient, 1, Integer::sum);
    }
  }
}

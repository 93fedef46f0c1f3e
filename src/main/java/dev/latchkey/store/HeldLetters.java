package dev.latchkey.store;

import dev.latchkey.letter.MailClass;
import java.time.Instant;
import java.util.List;

/** The letters that wait for their budget. */
public final class HeldLetters {
  private final HeldLetterMapper mapper;

  HeldLetters(HeldLetterMapper mapper) {
    this.mapper = mapper;
  }

  /** Those whose hour or day has come, locked, the longest due first. */
  public List<HeldLetter> due(Instant now, int limit) {
    return mapper.lockDue(now, limit);
  }

  /** How many wait for a budget, as of before this transaction. */
  public int count(MailClass charged) {
    return mapper.count(charged);
  }

  /** Whether its recipient was written about the same ticket later, or is about to be. */
  public boolean wroteLater(HeldLetter letter) {
    return letter.ticketId() != null && mapper.countLater(letter) > 0;
  }

  /** Has one sent. */
  public void release(HeldLetter letter, Instant at) {
    mapper.release(letter.id(), at);
  }

  /** It waits on. */
  public void postpone(HeldLetter letter, Instant until) {
    mapper.postpone(letter.id(), until);
  }

  /** It is true no more, and not sent. */
  public void overtake(HeldLetter letter, String why) {
    mapper.overtake(letter.id(), why);
  }
}

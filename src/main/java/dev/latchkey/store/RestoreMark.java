package dev.latchkey.store;

import java.util.List;

/**
 * How far a database has come.
 *
 * @param desk which database: the moment of its first start, which a dump has as well
 * @param number grows with every round
 * @param ticket a reference that was not given yet, nor any after it; 0 where nobody noted it
 * @param mail the same of the numbers of mails
 * @param letter the same of those of letters, by which Message-IDs are made
 * @param token the same of those of tokens
 */
record RestoreMark(String desk, long number, long ticket, long mail, long letter, long token) {
  /** Whether this database had come further when {@code before} was noted of it. */
  boolean isOlderThan(RestoreMark before) {
    return desk.equals(before.desk) && number < before.number;
  }

  /** The numbers that were not given yet, in the order of {@link Database#skipNumbers}. */
  List<Long> next() {
    return List.of(ticket, mail, letter, token);
  }
}

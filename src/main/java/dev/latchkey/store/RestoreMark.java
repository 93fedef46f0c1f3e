package dev.latchkey.store;

/**
 * How far a database has come.
 *
 * @param desk which database: the moment of its first start, which a dump has as well
 * @param number grows with every round
 */
record RestoreMark(String desk, long number) {
  /** Whether this database had come further when {@code before} was noted of it. */
  boolean isOlderThan(RestoreMark before) {
    return desk.equals(before.desk) && number < before.number;
  }
}

package dev.latchkey.flow.loop;

/** Told how far the look at older mails is. */
@FunctionalInterface
public interface ImportProgress {
  /** So many of all mails were looked at. */
  void at(long done, long all);
}

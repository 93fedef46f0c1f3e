package dev.latchkey.year;

import java.util.random.RandomGenerator;

/** How somebody behaves; how many of a hundred do. */
enum Habit {
  /** Answers within hours. */
  FAST(26),
  /** Answers after days, when a code is too old. */
  SLOW(13),
  /** Writes once and is never heard of again. */
  SILENT(11),
  /** Seven mails, most of them within a day. */
  CHATTY(4),
  /** Loses patience. */
  RUDE(4),
  /** Cannot read the registered address any more. */
  LOST_MAILBOX(12),
  /** Only forgot the password. */
  FORGETFUL(10),
  /** Asks how long it takes, and again. */
  IMPATIENT(7),
  /** Says thank you. */
  THANKFUL(6),
  /** Two people claim the account. */
  RIVALLED(1),
  /** The owner never asked, and says so. */
  FOREIGN(3),
  /** Wants something else than an account. */
  ELSEWHERE(3);

  private final int ofHundred;

  Habit(int ofHundred) {
    this.ofHundred = ofHundred;
  }

  /** One by chance. */
  static Habit any(RandomGenerator random) {
    int drawn = random.nextInt(100);
    for (Habit habit : values()) {
      drawn -= habit.ofHundred;
      if (drawn < 0) {
        return habit;
      }
    }
    return FAST;
  }
}

package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the intent reader found, with the rules that decided.
 *
 * @param sure whether two readings that know nothing of one another agree on it: only then may
 *     anything end because of it
 * @param ruled the rules take it for the end, whatever the models make of it
 * @param pleased it is nothing but kind words, as far as one reading tells, and no word of trouble
 *     stands in it
 * @param wishes what it asks for beside that
 * @param why the rules, in words
 */
public record IntentReading(
    Intent intent,
    boolean sure,
    boolean ruled,
    boolean pleased,
    Set<Wish> wishes,
    List<String> why) {
  public IntentReading {
    wishes = Set.copyOf(wishes);
    why = List.copyOf(why);
  }

  /** Whether it says that it is over. Only where it is sure may anything end because of it. */
  public boolean over() {
    return intent == Intent.RESOLVED;
  }

  /**
   * Whether a reset that was approved may be wanted no more, or later, as far as anything tells:
   * one reading takes it for the end, or a wish for time is heard.
   */
  public boolean againstReset() {
    return over() || ruled || intent == Intent.MORE_TIME || wishes.contains(Wish.MORE_TIME);
  }

  /** The same with another intent. */
  public IntentReading with(Intent other, boolean agreed) {
    return new IntentReading(other, agreed, ruled, pleased, wishes, why);
  }

  /** The same, with another wish or without it. */
  public IntentReading wishing(Wish wish, boolean there) {
    Set<Wish> all = new HashSet<>(wishes);
    if (there) {
      all.add(wish);
    } else {
      all.remove(wish);
    }
    return new IntentReading(intent, sure, ruled, pleased, all, why);
  }

  /** The same of somebody who is pleased. */
  public IntentReading ofPleased() {
    return new IntentReading(intent, sure, ruled, true, wishes, why);
  }
}

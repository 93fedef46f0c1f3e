package dev.latchkey.triage.request;

import java.util.List;
import java.util.Set;

/**
 * What the intent reader found, with the rules that decided.
 *
 * @param sure whether two readings that know nothing of one another agree on it: only then may
 *     anything end because of it
 * @param wishes what it asks for beside that
 * @param why the rules, in words
 */
public record IntentReading(Intent intent, boolean sure, Set<Wish> wishes, List<String> why) {
  public IntentReading {
    wishes = Set.copyOf(wishes);
    why = List.copyOf(why);
  }

  /** Whether it says that it is over. Only where it is sure may anything end because of it. */
  public boolean over() {
    return intent == Intent.RESOLVED;
  }

  /** The same with another intent. */
  public IntentReading with(Intent other, boolean agreed) {
    return new IntentReading(other, agreed, wishes, why);
  }
}

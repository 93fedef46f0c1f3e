package dev.latchkey.triage.request;

import java.util.List;
import java.util.Set;

/**
 * What the intent reader found, with the rules that decided.
 *
 * @param wishes what it asks for beside that
 * @param why the rules, in words
 */
public record IntentReading(Intent intent, Set<Wish> wishes, List<String> why) {
  public IntentReading {
    wishes = Set.copyOf(wishes);
    why = List.copyOf(why);
  }
}

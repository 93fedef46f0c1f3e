package dev.latchkey.triage.request;

import java.util.List;

/**
 * What the intent reader found, with the rules that decided.
 *
 * @param why the rules, in words
 */
public record IntentReading(Intent intent, List<String> why) {
  public IntentReading {
    why = List.copyOf(why);
  }
}

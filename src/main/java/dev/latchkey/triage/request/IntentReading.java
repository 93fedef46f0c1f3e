package dev.latchkey.triage.request;

import java.util.List;

/**
 * What the intent reader found, with what decided.
 *
 * @param said the intent, as closely as it is known
 * @param why what decided, in words
 */
public record IntentReading(Intent said, List<String> why) {
  public IntentReading {
    why = List.copyOf(why);
  }

  /** The intent as far as the use cases tell intents apart; every other is OTHER. */
  public Intent intent() {
    return switch (said) {
      case RESOLVED, STATUS, DONE -> said;
      case ANSWERS, QUESTION, CANNOT, THANKS, MORE_TIME, OTHER -> Intent.OTHER;
    };
  }
}

package dev.latchkey.triage;

import dev.latchkey.triage.owner.ConcernReading;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.RequestReading;

/**
 * What the words of a person's mail mean.
 *
 * @param names what may be the account's name where no field and no label gives it
 * @param concern what it is about beside a recovery
 */
record Meaning(
    RequestReading request, PossibleNames names, ConcernReading concern, IntentReading intent) {
  /** The same about another account, or about none that anybody knows yet. */
  Meaning asking(RequestReading other) {
    return new Meaning(other, PossibleNames.NONE, concern, intent);
  }
}

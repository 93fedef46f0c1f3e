package dev.latchkey.triage.request;

import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.Question;

/**
 * Reads what an owner's answer would mean. An objection needs one opinion, rules or model; an
 * agreement needs both, and no question beside it.
 */
public final class OwnerReader {
  private final ObjectionReader objections = new ObjectionReader();
  private final SaidPhrases agreements = new SaidPhrases("agreements.txt");

  /**
   * Reads what was written (the generous reading, secrets removed).
   *
   * @param opinion on the same mail
   */
  public OwnerAnswer read(String generous, Opinion opinion) {
    if (generous.isBlank()) {
      return OwnerAnswer.UNCLEAR;
    }
    boolean objects = objections.objects(generous);
    if (opinion.says(Question.OBJECTS, objects)) {
      return OwnerAnswer.OBJECTS;
    }
    return !objects && agrees(generous) && opinion.says(Question.AGREES)
        ? OwnerAnswer.AGREES
        : OwnerAnswer.UNCLEAR;
  }

  /** Whether the rules see an agreement. */
  boolean agrees(String generous) {
    SaidPhrases.Said said = agreements.in(generous);
    return (said.has("agrees") || said.begins("yes")) && !said.has("against") && !said.asks();
  }
}

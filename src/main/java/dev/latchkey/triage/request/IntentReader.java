package dev.latchkey.triage.request;

import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what a requester's later mail is about. To end a ticket wrongly is the worst answer, so
 * RESOLVED needs both the rules and the second opinion; where only one of them says so, the mail is
 * left to people.
 */
public final class IntentReader {
  /** Facts beside the vocabulary that signs may ask for. */
  public static final List<String> FACTS = IntentRules.FACTS;

  /** What our own letters offer as an answer when it is over: the templates of each language. */
  private static final Set<String> OFFERED =
      Set.of("it worked", "please close this", "es hat geklappt", "bitte schließen");

  private static final int LONGEST_OFFERED = 40;

  private final IntentRules rules;

  public IntentReader(RequestForm form) {
    this.rules = new IntentRules(form);
  }

  /**
   * Reads what was written (the generous reading, secrets removed).
   *
   * @param opinion on the same mail
   */
  public IntentReading read(String generous, Opinion opinion) {
    if (offered(generous)) {
      return new IntentReading(Intent.RESOLVED, List.of("resolved: the words that we offered"));
    }
    IntentRules.Found found = rules.read(generous);
    List<String> why = new ArrayList<>(found.why());
    Intent said = generous.isBlank() ? found.intent() : weigh(found, opinion);
    if (said != found.intent()) {
      why.add("intent: rules and model differ");
    }
    return new IntentReading(said, why);
  }

  /** Whether the first line is one of them and no more: that needs no second opinion. */
  private static boolean offered(String generous) {
    String line = generous.lines().map(String::strip).findFirst().orElse("");
    if (line.length() > LONGEST_OFFERED || line.indexOf('?') >= 0) {
      return false;
    }
    String bare = line.replaceAll("^[\\p{P}\\s]+|[\\p{P}\\s]+$", "");
    return OFFERED.contains(bare.toLowerCase(Locale.ROOT));
  }

  private static Intent weigh(IntentRules.Found found, Opinion opinion) {
    if (isResolved(found, opinion)) {
      return Intent.RESOLVED;
    }
    Intent rules = found.intent() == Intent.RESOLVED ? Intent.OTHER : found.intent();
    if (rules != Intent.OTHER) {
      return rules;
    }
    Intent best = best(opinion);
    return switch (best) {
      case RESOLVED -> Intent.OTHER;
      case STATUS, DONE -> opinion.says(question(best)) ? best : Intent.OTHER;
      case ANSWERS, QUESTION, CANNOT, THANKS, MORE_TIME, OTHER -> best;
    };
  }

  private static Intent best(Opinion opinion) {
    Intent best = Intent.OTHER;
    for (Intent intent : Intent.values()) {
      best = opinion.score(question(intent)) > opinion.score(question(best)) ? intent : best;
    }
    return best;
  }

  private static boolean isResolved(IntentRules.Found found, Opinion opinion) {
    boolean strict = found.intent() == Intent.RESOLVED;
    return (strict || found.over()) && opinion.says(Question.IS_RESOLVED, strict);
  }

  private static Question question(Intent intent) {
    return Question.valueOf("IS_" + intent.name());
  }
}

package dev.latchkey.triage.request;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Statements;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads by rules what a requester's later mail is about. To end a ticket wrongly is the worst
 * answer, so RESOLVED is given only when the signs for it outweigh those against it, and any doubt
 * leaves the mail to the other intents.
 */
final class IntentRules {
  /** The order in which they are asked: what ends a ticket first, then what needs an answer. */
  private static final List<Intent> ORDER = List.of(Intent.RESOLVED, Intent.DONE, Intent.STATUS);

  /** Facts beside the vocabulary that signs may ask for. */
  static final List<String> FACTS = List.of("question mark");

  /**
   * What the rules read.
   *
   * @param over whether some words say that it is over and none speak against it; less than
   *     RESOLVED
   */
  record Found(Intent intent, boolean over, List<String> why) {}

  private final RequestForm form;
  private final SignScorer signs;
  private final SaidPhrases closings = new SaidPhrases("closings.txt");

  IntentRules(RequestForm form) {
    this.form = form;
    this.signs =
        new SignScorer(
            form.vocabulary(),
            form.signs(),
            form.intents().values().stream().flatMap(List::stream).toList());
  }

  /** Reads what was written (the generous reading, secrets removed). */
  Found read(String generous) {
    String written = RedactedText.withoutMarks(generous);
    Statements statements = signs.read(Clauses.of(Words.of(written)));
    if (written.indexOf('?') >= 0 || written.indexOf('？') >= 0) {
      statements.add("question mark");
    }
    Intent best = Intent.OTHER;
    int most = Sign.ENOUGH - 1;
    List<String> why = new ArrayList<>();
    for (Intent intent : ORDER) {
      SignScorer.Sum sum =
          SignScorer.sum(intent.word(), form.intents().getOrDefault(intent, List.of()), statements);
      why.addAll(sum.why());
      if (sum.points() > most) {
        best = intent;
        most = sum.points();
      }
    }
    SaidPhrases.Said said = closings.in(written);
    return new Found(best, said.has("over") && !said.has("against") && !said.asks(), why);
  }
}

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
 * Reads what a requester's later mail is about. To end a ticket wrongly is the worst answer, so
 * RESOLVED is given only when the signs for it outweigh those against it, and any doubt leaves the
 * mail to the other intents.
 */
public final class IntentReader {
  /** The order in which they are asked: what ends a ticket first, then what needs an answer. */
  private static final List<Intent> ORDER = List.of(Intent.RESOLVED, Intent.DONE, Intent.STATUS);

  /** Facts beside the vocabulary that signs may ask for. */
  public static final List<String> FACTS = List.of("question mark");

  private final RequestForm form;
  private final SignScorer signs;

  public IntentReader(RequestForm form) {
    this.form = form;
    this.signs =
        new SignScorer(
            form.vocabulary(),
            form.signs(),
            form.intents().values().stream().flatMap(List::stream).toList());
  }

  /** Reads what was written (the generous reading, secrets removed). */
  public IntentReading read(String generous) {
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
    return new IntentReading(best, why);
  }
}

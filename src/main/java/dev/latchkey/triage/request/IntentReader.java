package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.owner.AnotherCodeReader;
import dev.latchkey.triage.remark.NoMailReader;
import dev.latchkey.triage.remark.TroubleReader;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Statements;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what a requester's later mail is about. To end a ticket wrongly is the worst answer, so
 * RESOLVED is given only when the signs for it outweigh those against it, and any doubt leaves the
 * mail to the other intents.
 */
public final class IntentReader {
  /** The order in which they are asked: what ends a ticket first, then what needs an answer. */
  private static final List<Intent> ORDER = List.of(Intent.RESOLVED, Intent.DONE, Intent.STATUS);

  private static final String QUESTION_MARK = "question mark";

  /** Facts beside the vocabulary that signs may ask for. */
  public static final List<String> FACTS = List.of(QUESTION_MARK);

  private final RequestForm form;
  private final SignScorer signs;
  private final SignScorer wishSigns;
  private final TroubleReader trouble;

  public IntentReader(RequestForm form) {
    this.form = form;
    this.trouble = new TroubleReader(form);
    this.signs =
        new SignScorer(
            form.vocabulary(),
            form.signs(),
            form.intents().values().stream().flatMap(List::stream).toList());
    this.wishSigns =
        new SignScorer(
            form.vocabulary(),
            form.signs(),
            form.wishes().values().stream().flatMap(List::stream).toList());
  }

  /** Reads what was written (the generous reading, secrets removed). */
  public IntentReading read(String generous) {
    return read(MailText.of(RedactedText.withoutMarks(generous)));
  }

  /** The same of a text that others read as well, without the marks of secrets. */
  public IntentReading read(MailText text) {
    String written = text.text();
    List<List<Words.Word>> clauses = text.clauses();
    Statements statements = signs.read(clauses);
    Statements wished = wishSigns.read(clauses);
    if (QuestionMark.isIn(written)) {
      statements.add(QUESTION_MARK);
      wished.add(QUESTION_MARK);
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
    return new IntentReading(
        best, false, best == Intent.RESOLVED, false, wishes(wished, text, why), why);
  }

  /** Whether nothing in a text speaks of trouble; few texts are asked. */
  public boolean untroubled(MailText text) {
    return trouble.none(text);
  }

  private Set<Wish> wishes(Statements wished, MailText text, List<String> why) {
    Set<Wish> wishes = EnumSet.noneOf(Wish.class);
    for (Wish wish : Wish.values()) {
      SignScorer.Sum sum =
          SignScorer.sum(wish.name(), form.wishes().getOrDefault(wish, List.of()), wished);
      if (sum.enough()) {
        wishes.add(wish);
        why.addAll(sum.why());
      }
    }
    boolean awaits = NoMailReader.says(text.clauses()) || LockedOutReader.waits(text);
    if (awaits && wishes.add(Wish.NO_MAIL)) {
      why.add(Wish.NO_MAIL + ": it is not where it should be");
    }
    if (AnotherCodeReader.wants(text) && wishes.add(Wish.NEW_CODE)) {
      why.add(Wish.NEW_CODE + ": in words of their own");
    }
    return wishes;
  }
}

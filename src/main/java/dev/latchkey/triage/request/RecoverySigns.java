package dev.latchkey.triage.request;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.FormSections;
import dev.latchkey.triage.form.FormText;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.request.LockedOutReader.Says;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Statements;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The signs that a mail asks for a recovery: its words, and facts beside the vocabulary. */
public final class RecoverySigns {
  /** Facts beside the vocabulary that signs may ask for. */
  public static final List<String> FACTS =
      List.of(
          "filled form",
          "filled field",
          "foreign form",
          "named account",
          "some reason",
          "terse request",
          "what to do",
          "hardly a word");

  private final SignScorer scorer;
  private final List<Sign> signs;
  private final PlainAsk asks = new PlainAsk();

  RecoverySigns(RequestForm form) {
    this.scorer = new SignScorer(form.vocabulary(), form.signs(), form.recovery());
    this.signs = form.recovery();
  }

  /**
   * Whether it asks for one.
   *
   * @param why what speaks for it and against it is added to this
   */
  boolean areIn(
      MailText subject,
      MailText prose,
      FormSections sections,
      Optional<String> name,
      Set<Reason> reasons,
      List<String> why) {
    Statements all = scorer.read(prose.clausesBelow(subject));
    addShort(all, subject, prose);
    addFields(all, sections);
    name.ifPresent(found -> all.add("named account"));
    if (reasons.stream().anyMatch(reason -> reason != Reason.OTHER)) {
      all.add("some reason");
    }
    if (reasons.isEmpty() && FormText.length(prose.words()) <= FormSections.MUCH_TEXT) {
      all.add("hardly a word");
    }
    SignScorer.Sum sum = SignScorer.sum("recovery", signs, all);
    why.addAll(sum.why());
    return sum.enough();
  }

  private void addShort(Statements all, MailText subject, MailText prose) {
    if (asks.isTerse(subject, prose) || LockedOutReader.read(subject, prose) == Says.LOCKED_OUT) {
      all.add("terse request");
    }
    if (asks.asksWhatToDo(subject, prose)) {
      all.add("what to do");
    }
  }

  private static void addFields(Statements all, FormSections sections) {
    boolean name = sections.isFilled(Field.ACCOUNT_NAME);
    boolean reason = sections.isFilled(Field.REASON);
    if (name || reason) {
      all.add("filled field");
    }
    if (name && (reason || sections.isFilled(Field.RECOVERY_CODES))) {
      all.add("filled form");
    }
    if (sections.isForeign()) {
      all.add("foreign form");
    }
  }
}

package dev.latchkey.triage.kind;

import dev.latchkey.triage.bounce.Bounce;
import dev.latchkey.triage.mark.MailKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the kind reader found.
 *
 * @param mayAnswer false when the mail must not be acknowledged: every machine, and a person whose
 *     mail looks like a machine's or asks for no automatic answer
 * @param certain false when only what programs set on the mail of people, too, decided
 * @param why the rules that decided, in words, most weighty first
 */
public record KindReading(
    MailKind kind, Optional<Bounce> bounce, boolean mayAnswer, boolean certain, List<String> why) {
  public KindReading {
    why = List.copyOf(why);
  }

  /** A reading that no word of the mail can change. */
  public KindReading(MailKind kind, Optional<Bounce> bounce, boolean mayAnswer, List<String> why) {
    this(kind, bounce, mayAnswer, true, why);
  }

  /** The same, decided by what programs set on the mail of people, too. */
  KindReading uncertain() {
    return new KindReading(kind, bounce, mayAnswer, false, why);
  }

  /** Whether its words may tell that it is a person's all the same. */
  public boolean mayBeRequest() {
    return !certain && (kind == MailKind.LIST || bounce.isPresent());
  }

  /**
   * What a mail is whose words are a person's request: their mail, where only what programs set on
   * the mail of people, too, said that it is a list's or a bounce.
   */
  public KindReading ofRequest() {
    if (!mayBeRequest()) {
      return this;
    }
    List<String> reasons = new ArrayList<>(List.of("its words are a person's request"));
    reasons.addAll(why);
    return new KindReading(MailKind.HUMAN, Optional.empty(), true, true, reasons);
  }
}

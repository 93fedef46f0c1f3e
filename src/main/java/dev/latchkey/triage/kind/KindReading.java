package dev.latchkey.triage.kind;

import dev.latchkey.triage.bounce.Bounce;
import dev.latchkey.triage.mark.MailKind;
import java.util.List;
import java.util.Optional;

/**
 * What the kind reader found.
 *
 * @param mayAnswer false when the mail must not be acknowledged: every machine, and a person whose
 *     mail looks like a machine's or asks for no automatic answer
 * @param why the rules that decided, in words, most weighty first
 */
public record KindReading(
    MailKind kind, Optional<Bounce> bounce, boolean mayAnswer, List<String> why) {
  public KindReading {
    why = List.copyOf(why);
  }
}

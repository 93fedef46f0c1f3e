package dev.latchkey.triage.bounce;

import dev.latchkey.triage.mark.MailKind;
import java.util.List;

/**
 * What the bounce reader found.
 *
 * @param kind one of the kinds of bounces
 * @param why what decided, in words, most weighty first
 */
public record BounceReading(MailKind kind, Bounce bounce, List<String> why) {
  public BounceReading {
    why = List.copyOf(why);
  }
}

package dev.latchkey.triage;

import java.util.List;

/**
 * What the bounce reader found.
 *
 * @param kind one of the kinds of bounces
 * @param why what decided, in words, most weighty first
 */
record BounceReading(MailKind kind, Bounce bounce, List<String> why) {
  BounceReading {
    why = List.copyOf(why);
  }
}

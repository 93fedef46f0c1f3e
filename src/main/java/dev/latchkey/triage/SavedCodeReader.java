package dev.latchkey.triage;

import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.secret.SavedCodeSigns;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.triage.secret.SecretRedactor;
import dev.latchkey.triage.secret.SecretSpan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the recovery codes that somebody typed: what is blacked out as one, and stands in no quote.
 */
final class SavedCodeReader {
  private SavedCodeReader() {}

  /** Each once, in the order in which they stand. */
  static List<String> read(TrimmedReply reply) {
    return read(reply, SecretRedactor::find);
  }

  /**
   * The same.
   *
   * @param find the secrets of a text
   */
  static List<String> read(TrimmedReply reply, Function<String, List<SecretSpan>> find) {
    // The words that announce a code may stand in the quote below it.
    String text = reply.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    List<SecretSpan> spans = find.apply(text);
    if (spans.stream().noneMatch(span -> span.kind() == SecretKind.RECOVERY_CODE)) {
      return List.of();
    }
    Set<String> codes = new LinkedHashSet<>();
    int start = 0;
    int next = 0;
    for (Line line : reply.lines()) {
      int end = start + line.text().length();
      boolean typed = line.part().typed();
      // Both come in the order of the text.
      for (; next < spans.size() && spans.get(next).start() <= end; next++) {
        SecretSpan span = spans.get(next);
        boolean within = span.start() >= start && span.end() <= end;
        if (typed && within && span.kind() == SecretKind.RECOVERY_CODE) {
          codes.add(SavedCodeSigns.of(text.substring(span.start(), span.end())));
        }
      }
      start = end + 1;
    }
    return List.copyOf(codes);
  }
}

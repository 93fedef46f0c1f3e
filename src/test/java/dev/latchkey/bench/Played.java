package dev.latchkey.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/**
 * What came of a fault that was played.
 *
 * @param did what was done, with its numbers
 * @param lost mails without an answer
 * @param twice mails that were answered twice
 * @param again letters that the SMTP server got more than once, under one Message-ID
 * @param longest until the acknowledgement of the mail that waited longest
 * @param differences what did not agree in the books or was not as promised; nothing when it held
 */
@NullMarked
record Played(
    String did,
    int mails,
    int lost,
    int twice,
    int again,
    Duration longest,
    List<String> differences) {

  boolean held() {
    return lost == 0 && twice == 0 && differences.isEmpty();
  }

  /** A row of the table. */
  String row(String key, String fault) {
    return "| %s | %s | %s | %,d | %d | %d | %d | %s | %s |"
        .formatted(
            key,
            fault,
            did,
            mails,
            lost,
            twice,
            again,
            String.format(Locale.ROOT, "%.1f s", longest.toMillis() / 1e3),
            held() ? "held" : "**not held**: " + String.join(", ", differences));
  }
}

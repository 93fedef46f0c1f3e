package dev.latchkey.triage.owner;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells, of what an owner writes after a reset, whether it reports that somebody came into the
 * account, and denies nothing but that: "there is a login from Kyiv, that wasn't me". Who denies
 * the request objects to the recovery, and so does who says "that was not me" before anything else:
 * it answers our letter about it. The words stand in {@code break-in-words.txt}.
 */
public final class BreakInReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(BreakInReader.class, "break-in-words.txt");

  private final OwnerAnswerReader owners;

  /**
   * With the reader of what owners answer.
   *
   * @param owners which tells a denial
   */
  public BreakInReader(OwnerAnswerReader owners) {
    this.owners = owners;
  }

  /** Whether {@code written} tells of somebody in the account, and not that nobody asked. */
  public boolean tells(String written) {
    String text = RedactedText.withoutMarks(written);
    boolean inside = false;
    for (List<Words.Word> part : MailText.of(text).parts()) {
      boolean comes = has(part, "inside");
      boolean request = has(part, "request");
      boolean denies =
          owners.deniesAsking(text.substring(part.get(0).start(), part.get(part.size() - 1).end()));
      if ((denies || comes) && request) {
        return false;
      }
      if (denies && !inside && !comes) {
        return false;
      }
      inside |= comes;
    }
    return inside;
  }

  /** Whether {@code written} speaks of somebody who came in at all, whatever it denies. */
  public boolean speaks(String written) {
    return MailText.of(RedactedText.withoutMarks(written)).parts().stream()
        .anyMatch(part -> has(part, "inside"));
  }

  private boolean has(List<Words.Word> part, String group) {
    return Lexicon.has(WORDS.find(part), group);
  }
}

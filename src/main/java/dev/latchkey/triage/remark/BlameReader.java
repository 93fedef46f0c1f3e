package dev.latchkey.triage.remark;

import dev.latchkey.triage.reply.HouseLines;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody who was told that their account is, or will be, reset asks who did it or
 * names somebody else: "who fiddled with my account? The neighbour had no business there". Thanks
 * to somebody, and "whom may I ask?", are neither. The words stand in {@code blame-words.txt}.
 */
public final class BlameReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(BlameReader.class, "blame-words.txt");

  private BlameReader() {}

  /** Whether {@code written} asks who did it, or names somebody and thanks nobody for it. */
  public static boolean blames(String written) {
    String text = RedactedText.withoutMarks(HouseLines.above(written));
    return !JoyReader.isJoy(text)
        && MailText.of(text).clauses().stream().anyMatch(BlameReader::blames);
  }

  private static boolean blames(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = WORDS.find(clause);
    boolean kind = Lexicon.has(hits, "kind") && !Lexicon.has(hits, "not");
    return !kind
        && !Lexicon.has(hits, "ask")
        && (Lexicon.has(hits, "who") || Lexicon.has(hits, "another"));
  }
}

package dev.latchkey.triage.command;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether what a member of the staff wrote below a command that leads on takes it back, "No,
 * wait, please do not approve.", or makes it wait for somebody: "subject to Bob's okay"; and
 * whether what stands behind a verb puts it off: "Done tomorrow". In doubt it does, for to send the
 * command once more costs a mail. The words stand in {@code second-thoughts.txt} and {@code
 * put-off-words.txt}.
 */
public final class SecondThoughts {
  /** So many words may stand before the one that halts or asks: "oh no, wait", "but please ask". */
  private static final int BEFORE = 2;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(SecondThoughts.class, "second-thoughts.txt");

  /** What a condition, another time or a refusal begins with, in capitals. */
  private static final Set<String> PUT_OFF =
      WordList.lines(SecondThoughts.class, "put-off-words.txt").stream()
          .map(CommandLineReader::upperCase)
          .collect(Collectors.toUnmodifiableSet());

  private SecondThoughts() {}

  /** Whether {@code remark} takes back what stands above it. */
  public static boolean takeBack(String remark) {
    return MailText.of(remark).clauses().stream().anyMatch(SecondThoughts::takesBack);
  }

  /** Whether {@code remark} calls what stands above it a mistake: no mere doubt. */
  public static boolean callsMistaken(String remark) {
    return MailText.of(remark).clauses().stream()
        .map(LEXICON::find)
        .anyMatch(hits -> Lexicon.has(hits, "slip") || Lexicon.has(hits, "mistaken"));
  }

  /** Whether {@code words} say that their writer took one ticket for another, or takes it back. */
  public static boolean slip(String words) {
    return MailText.of(words).clauses().stream()
        .anyMatch(clause -> Lexicon.has(LEXICON.find(clause), "slip"));
  }

  /** Whether words behind a verb ask about it, or say when or on what condition: no remark. */
  static boolean putOff(String words) {
    String first = LineWords.first(words);
    while (!first.isEmpty() && first.codePoints().noneMatch(Character::isLetterOrDigit)) {
      words = LineWords.after(words, first);
      first = LineWords.first(words);
    }
    String bare = CommandLineReader.upperCase(first).replaceAll("[^A-Z']", "");
    return words.endsWith("?") || PUT_OFF.contains(bare);
  }

  /** Whether a word is one that a condition, another time or a refusal begins with. */
  static boolean puts(String word) {
    return PUT_OFF.contains(CommandLineReader.upperCase(word));
  }

  /** Whether words behind a verb say what was done, and neither doubt, deny nor put it off. */
  static boolean report(String words) {
    return !words.isEmpty()
        && !putOff(words)
        && !takeBack(words)
        && !denies(words)
        && !ReportDoubts.in(words);
  }

  /**
   * Whether a line that begins with no verb wants what is under way to stop: "Please hold", "Stop
   * this".
   */
  static boolean halts(String line) {
    return MailText.of(line).clauses().stream()
        .limit(1)
        .map(LEXICON::find)
        .anyMatch(hits -> Lexicon.of(hits, "halt").anyMatch(hit -> hit.from() <= 1));
  }

  /** Whether anything is denied in {@code remark}: "Done? Not by me." */
  private static boolean denies(String remark) {
    return MailText.of(remark).clauses().stream()
        .anyMatch(clause -> Lexicon.has(LEXICON.find(clause), "no"));
  }

  /** Whether {@code remark} calls what stands above it a mistake, halts it or doubts it. */
  static boolean mistaken(MailText remark) {
    return remark.clauses().stream().map(LEXICON::find).anyMatch(SecondThoughts::mistaken);
  }

  private static boolean mistaken(List<Lexicon.Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "slip")
        || Lexicon.has(hits, "mistaken")
        || Lexicon.has(hits, "doubt")
        || begins(hits, "halt");
  }

  private static boolean takesBack(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(clause);
    return mistaken(hits)
        || Lexicon.has(hits, "condition")
        || (Lexicon.has(hits, "no") && Lexicon.has(hits, "approve"))
        || (Lexicon.has(hits, "first") && Lexicon.has(hits, "act"))
        || isLed(hits)
        || begins(hits, "ask");
  }

  private static boolean begins(List<Lexicon.Hit<Set<String>>> hits, String group) {
    return Lexicon.of(hits, group).anyMatch(hit -> hit.from() <= BEFORE);
  }

  /** Whether somebody's consent is what the clause depends on: "if Bob agrees". */
  private static boolean isLed(List<Lexicon.Hit<Set<String>>> hits) {
    int led = Integer.MAX_VALUE;
    for (Lexicon.Hit<Set<String>> hit : hits) {
      if (hit.meaning().contains("agrees") && hit.from() > led) {
        return true;
      }
      if (hit.meaning().contains("if")) {
        led = Math.min(led, hit.from());
      }
    }
    return false;
  }
}

package dev.latchkey.triage.command;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.Wondering;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether what a member of the staff wrote below an approval leaves it as it is. Doubts have
 * no end of words ("not sure about the successor though", "it's the ex who answered"), contentment
 * has few: so an approval counts only beside what is known to be content, a name or a goodbye. In
 * doubt it does not, for to send it once more costs a mail. The words stand in {@code
 * content-words.txt}.
 */
public final class ApprovalRemark {
  /** So many words may stand between a no and what it denies: "not really fine". */
  private static final int NEAR = 2;

  /** A line of a name, a goodbye or a signature has few words. */
  private static final int SHORT = 6;

  /** The name of a house, without its numbers. */
  private static final int LONGEST_HOUSE = 10;

  /** The name of a house in Chinese or Japanese has no more signs. */
  private static final int LONGEST_EAST = 20;

  /** A clause that wishes or greets has no more: behind it somebody may say more than goodbye. */
  private static final int GOODBYE_WORDS = 12;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(ApprovalRemark.class, "content-words.txt");

  /** What stands in lower case in a goodbye or a signature, in capitals. */
  private static final Set<String> GOODBYE =
      WordList.lines(ApprovalRemark.class, "goodbye-words.txt").stream()
          .map(CommandLineReader::upperCase)
          .collect(Collectors.toUnmodifiableSet());

  /** The same between the names of a house, below a goodbye. */
  private static final Set<String> HOUSE =
      WordList.lines(ApprovalRemark.class, "signature-words.txt").stream()
          .map(CommandLineReader::upperCase)
          .collect(Collectors.toUnmodifiableSet());

  /** What alone on a line is no name. */
  private static final Set<String> LONE =
      WordList.lines(ApprovalRemark.class, "lone-words.txt").stream()
          .map(CommandLineReader::upperCase)
          .collect(Collectors.toUnmodifiableSet());

  private ApprovalRemark() {}

  /**
   * The words of {@code remark} that leave a doubt about what stands above it, in quotation marks:
   * the first line that does so alone, or else all of them.
   *
   * @param remark without what a house sets under every mail
   */
  public static Optional<String> doubt(String remark) {
    String said = said(remark);
    return doubts(said)
        ? said.lines()
            .filter(ApprovalRemark::doubts)
            .findFirst()
            .or(() -> Optional.of(said))
            .map(Shown::sentence)
        : Optional.empty();
  }

  private static boolean doubts(String said) {
    return !said.isBlank()
        && (SecondThoughts.takeBack(said)
            || said.indexOf('?') >= 0
            || said.indexOf('？') >= 0
            || !MailText.of(said).clauses().stream().allMatch(ApprovalRemark::isContent));
  }

  /** Whether {@code remark} begins with a goodbye, and says no more than that and who writes. */
  public static boolean onlySigns(String remark) {
    return remark.strip().lines().findFirst().filter(ApprovalRemark::isGoodbye).isPresent()
        && said(remark).isEmpty();
  }

  /** Without the lines that say who writes, and goodbye. */
  private static String said(String remark) {
    List<String> said = new ArrayList<>();
    boolean below = false;
    for (String line : remark.lines().toList()) {
      boolean signature = isSignature(line, GOODBYE) || (below && isHouse(line));
      if (!signature) {
        said.add(line);
      }
      below = isGoodbye(line) || (below && (signature || line.isBlank()));
    }
    return String.join("\n", said).strip();
  }

  /** Whether a line begins as a goodbye does. */
  private static boolean isGoodbye(String line) {
    String first = LineWords.first(LineWords.strip(line)).replaceAll("[^\\p{L}\\p{Nd}]", "");
    return GOODBYE.contains(CommandLineReader.upperCase(first))
        || MailText.of(line).clauses().stream()
            .anyMatch(clause -> saysGoodbye(LEXICON.find(clause), clause));
  }

  /** Whether a line below a goodbye names a house, a part of one, or where to reach somebody. */
  private static boolean isHouse(String line) {
    String text = line.strip();
    if (!text.isEmpty() && TextWords.isEast(text.codePointAt(0))) {
      return text.length() <= LONGEST_EAST && HOUSE.stream().anyMatch(text::endsWith);
    }
    return isSignature(line, HOUSE)
        && MailText.of(line).clauses().stream()
            .map(LEXICON::find)
            .noneMatch(hits -> Lexicon.has(hits, "no") || Lexicon.has(hits, "but"));
  }

  private static boolean isContent(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(clause);
    List<Lexicon.Hit<Set<String>>> content =
        Lexicon.of(hits, "content").filter(hit -> !isDenied(hits, hit)).toList();
    boolean known = !content.isEmpty() || saysGoodbye(hits, clause);
    return (known || clause.stream().noneMatch(ApprovalRemark::isWord))
        && Lexicon.of(hits, "but").allMatch(but -> content.stream().anyMatch(it -> in(but, it)));
  }

  /** "Viele Grüße aus dem Harz", "bonne soirée à tous": it denies nothing, and is one part. */
  private static boolean saysGoodbye(List<Lexicon.Hit<Set<String>>> hits, List<Words.Word> clause) {
    boolean whole = clause.stream().noneMatch(word -> word.text().equals(","));
    return whole
        && clause.size() <= GOODBYE_WORDS
        && Lexicon.of(hits, "goodbye").anyMatch(hit -> hit.from() == 0)
        && !Lexicon.has(hits, "no");
  }

  private static boolean isDenied(
      List<Lexicon.Hit<Set<String>>> hits, Lexicon.Hit<Set<String>> content) {
    return Lexicon.of(hits, "no")
        .anyMatch(no -> no.to() <= content.from() && content.from() - no.to() <= NEAR);
  }

  private static boolean in(Lexicon.Hit<Set<String>> inner, Lexicon.Hit<Set<String>> outer) {
    return inner.from() >= outer.from() && inner.to() <= outer.to();
  }

  private static boolean isWord(Words.Word word) {
    return word.text().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Whether a line says no more than who writes, or goodbye: "Best, Ada", "Sent from my phone". */
  private static boolean isSignature(String line, Set<String> small) {
    int words = 0;
    for (String rest = LineWords.strip(line); !rest.isEmpty(); ) {
      String word = LineWords.first(rest);
      String elided = withoutArticle(word);
      String bare = CommandLineReader.upperCase(elided.replaceAll("[^\\p{L}\\p{Nd}]", ""));
      int first = elided.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(' ');
      boolean named = !TextWords.isEast(first) && !Character.isLowerCase(first);
      if (!named && !small.contains(bare)) {
        return false;
      }
      words += Character.isLetter(first) ? 1 : 0;
      rest = LineWords.after(rest, word);
    }
    return words <= (small == HOUSE ? LONGEST_HOUSE : SHORT)
        && !line.strip().endsWith("?")
        && !isSentence(line)
        && !speaksAgainst(line, words);
  }

  /** "STOP", "Wait", "Scam", "Weird": a capital letter makes no name of it. */
  private static boolean speaksAgainst(String line, int words) {
    return SecondThoughts.takeBack(line)
        || (words == 1
            && (Wondering.in(line)
                || LONE.contains(
                    CommandLineReader.upperCase(line.replaceAll("[^\\p{L}\\p{Nd}]", "")))));
  }

  /** "l'Université", "d'accueil": without what is elided. */
  private static String withoutArticle(String word) {
    int at = Math.max(word.indexOf('\''), word.indexOf('’'));
    return at > 0 && at <= 2 && at + 1 < word.length() ? word.substring(at + 1) : word;
  }

  private static boolean isSentence(String line) {
    return line.strip().endsWith(".") && LineWords.strip(line).indexOf(' ') > 0;
  }
}

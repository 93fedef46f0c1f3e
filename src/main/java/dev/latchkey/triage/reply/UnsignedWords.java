package dev.latchkey.triage.reply;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a member of the staff wrote to somebody outside, without what stands below it: a goodbye
 * with a name, a number to call, the disclaimer of their house. They wrote to the desk, whose mail
 * program set those lines; whoever reads the words gets a letter of the desk.
 *
 * <p>What says something is never cut: a signature stands last, its lines are short and end no
 * sentence, and it begins with the name of its writer, with a goodbye before a name or a number, or
 * behind the end of a sentence and holds a number.
 */
public final class UnsignedWords {
  private static final int LONGEST_LINE = 70;

  /** A longer one is none. */
  private static final int MOST_LINES = 30;

  /** "Acme Ltd." ends no sentence. */
  private static final int FEW = 3;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?:(?:[+]|[(]0|0)[0-9][0-9 ()/.-]{5,30}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{4})");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** A name with a title and a department has no more. */
  private static final int MOST_WORDS = 7;

  /** "Ext. 17": a word before a few digits. */
  private static final Pattern LED = Pattern.compile("(\\p{L}{2,20})[.:]{0,2} ?[0-9]");

  private final List<String> lines;
  private final Set<String> names;

  private UnsignedWords(List<String> lines, Set<String> names) {
    this.lines = lines;
    this.names = names;
  }

  /** The words that are meant for their reader; all of them where nothing would be left. */
  public static String of(String words, InboundMail mail) {
    List<String> lines = HouseLines.above(words).strip().lines().toList();
    int end = new UnsignedWords(lines, names(mail)).signature();
    String said = String.join("\n", lines.subList(0, end)).strip();
    return said.isEmpty() ? words : said;
  }

  /**
   * The same of what stands below something that says all alone; empty when it is nothing but a
   * signature, or a goodbye with a few words below it.
   */
  public static String below(String words, InboundMail mail) {
    List<String> lines = new ArrayList<>(List.of("."));
    HouseLines.above(words).strip().lines().forEach(lines::add);
    if (lines.size() > 1
        && SignatureLines.isSignOff(QuoteLine.tidy(lines.get(1)))
        && lines.stream().skip(2).allMatch(line -> line.split(" ").length <= FEW)) {
      return "";
    }
    int end = new UnsignedWords(lines, names(mail)).signature();
    return String.join("\n", lines.subList(1, end)).strip();
  }

  /** The words of the name in From, and what stands before the @. */
  private static Set<String> names(InboundMail mail) {
    String from = mail.field("From").map(HeaderField::text).orElse("").replace('"', ' ');
    Set<String> names = new HashSet<>();
    for (String word : from.toLowerCase(Locale.ROOT).split("[ <>,.]+")) {
      int at = word.indexOf('@');
      names.add(at < 0 ? word : word.substring(0, at));
    }
    names.remove("");
    return names;
  }

  /** The first line of the signature, never the first of all; else behind the last. */
  private int signature() {
    int first = lines.size();
    while (first > Math.max(1, lines.size() - MOST_LINES) && saysNothing(lines.get(first - 1))) {
      first--;
    }
    for (int at = first; at < lines.size(); at++) {
      if (!lines.get(at).isBlank() && opens(at)) {
        return at;
      }
    }
    return lines.size();
  }

  private boolean opens(int at) {
    List<String> below = lines.subList(at + 1, lines.size());
    boolean apart =
        (lines.get(at - 1).isBlank() || endsSentence(lines.get(at - 1)))
            && !before(at).strip().endsWith(":");
    if (isName(lines.get(at)) || (apart && holdsName(lines.get(at)))) {
      return true;
    }
    if (SignatureLines.isSignOff(QuoteLine.tidy(lines.get(at)))) {
      return below.stream().anyMatch(line -> isName(line) || holdsName(line) || isNumber(line));
    }
    return lines.get(at - 1).isBlank()
        && endsSentence(before(at))
        && (isNumber(lines.get(at)) || below.stream().anyMatch(UnsignedWords::isNumber));
  }

  /** The last line above that is not blank. */
  private String before(int at) {
    return lines.subList(0, at).stream()
        .filter(line -> !line.isBlank())
        .reduce("", (earlier, later) -> later);
  }

  /** Whether a line is too short for a sentence and ends none, or is a goodbye. */
  private static boolean saysNothing(String line) {
    String text = line.strip();
    boolean few = text.endsWith(".") && text.split(" ").length <= FEW;
    return (text.length() <= LONGEST_LINE && !text.endsWith(":") && (few || !endsSentence(text)))
        || SignatureLines.isSignOff(QuoteLine.tidy(line));
  }

  private static boolean endsSentence(String line) {
    String text = line.strip();
    return !text.isEmpty() && ".?!。？！".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static boolean isNumber(String line) {
    return NUMBER.matcher(line).find()
        || LED.matcher(line)
            .results()
            .anyMatch(led -> QuoteWords.ALL.has(Use.TELEPHONE, led.group(1)));
  }

  /**
   * Whether a line is a name of several words, theirs among them, as {@code i.A. Uma Berg} or
   * {@code Uma Berg | Help desk}: From has often no more of it than what stands before the @. Words
   * that begin small make a sentence.
   */
  private boolean holdsName(String line) {
    List<String> words = WORD.matcher(line).results().map(MatchResult::group).toList();
    return words.size() <= MOST_WORDS
        && line.indexOf('@') < 0
        && words.stream().anyMatch(word -> names.contains(word.toLowerCase(Locale.ROOT)))
        && words.stream()
            .allMatch(word -> word.length() == 1 || !Character.isLowerCase(word.codePointAt(0)));
  }

  private boolean isName(String line) {
    String bare = SignatureLines.stripMarks(QuoteLine.tidy(line)).toLowerCase(Locale.ROOT);
    return !bare.isEmpty() && names.containsAll(List.of(bare.split(" ")));
  }
}

package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Cuts the words of a text where one thought ends: at the end of a sentence, a paragraph or a list
 * item. A single line break counts only below a short line, because mail is wrapped. Addresses and
 * links are left out, their words mean nothing.
 */
public final class Clauses {
  /** A shorter line was ended by its writer, a longer one perhaps by the mail client. */
  private static final int WRAPPED = 50;

  private final String text;
  private final char[] signs;
  private final List<Words.Word> words;
  private final List<List<Words.Word>> clauses = new ArrayList<>();
  private final List<Words.Word> open = new ArrayList<>();
  private final IntPredicate goesOn;
  private int next;

  private Clauses(Words words, IntPredicate goesOn) {
    this.goesOn = goesOn;
    this.text = words.text();
    this.signs = text.toCharArray();
    this.words = words.list();
  }

  /** The words of each clause, in order. */
  public static List<List<Words.Word>> of(Words words) {
    return of(words, at -> Abbreviations.isAt(words.text(), at));
  }

  /**
   * The same where every full stop ends one, those of "3. Mai" as well: what the models learned.
   *
   * @param clauses of {@code words}
   */
  static List<List<Words.Word>> atEveryStop(Words words, List<List<Words.Word>> clauses) {
    String text = words.text();
    for (int at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
      if (Abbreviations.isAt(text, at)) {
        return of(words, none -> false);
      }
    }
    return clauses;
  }

  private static List<List<Words.Word>> of(Words words, IntPredicate goesOn) {
    Clauses clauses = new Clauses(words, goesOn);
    int start = 0;
    while (start <= words.text().length()) {
      int newline = words.text().indexOf('\n', start);
      int end = newline < 0 ? words.text().length() : newline;
      clauses.line(start, end);
      start = end + 1;
    }
    clauses.close();
    return clauses.clauses;
  }

  /** The same, each cut at its commas; those without a word are left out. */
  public static List<List<Words.Word>> parts(Words words) {
    return cutAtCommas(of(words));
  }

  static List<List<Words.Word>> cutAtCommas(List<List<Words.Word>> clauses) {
    List<List<Words.Word>> parts = new ArrayList<>();
    for (List<Words.Word> clause : clauses) {
      int from = 0;
      for (int at = 0; at <= clause.size(); at++) {
        if (at == clause.size() || clause.get(at).text().equals(",")) {
          if (at > from) {
            parts.add(clause.subList(from, at));
          }
          from = at + 1;
        }
      }
    }
    return parts;
  }

  /** Whether a mark of a question stands right behind {@code clause}, which is one of them. */
  public static boolean isQuestion(String text, List<Words.Word> clause) {
    int at = clause.get(clause.size() - 1).end();
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || isEdge(text.charAt(at)))) {
      at++;
    }
    return QuestionMark.isAt(text, at);
  }

  private void line(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(signs[from])) {
      from++;
    }
    while (to > from && Character.isWhitespace(signs[to - 1])) {
      to--;
    }
    if (from == to || isItem(from, to)) {
      close();
    }
    int at = from;
    while (at < to) {
      at = isEdge(signs[at]) ? at + 1 : run(at, to);
    }
    take(end);
    if (to - from < WRAPPED) {
      close();
    }
  }

  /** What stands between two edges; where it ends. Most of it is a word and nothing else. */
  private int run(int from, int to) {
    boolean letters = true;
    int end = from;
    while (end < to && !isEdge(signs[end])) {
      letters &= isAsciiLetter(signs[end]);
      end++;
    }
    if (letters) {
      return end;
    }
    if (isLink(from, end)) {
      take(from);
      skip(end);
      return end;
    }
    for (int at = from; at < end; at++) {
      if (isEnd(at)) {
        take(at);
        close();
      }
    }
    return end;
  }

  private static boolean isAsciiLetter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }

  private boolean isLink(int from, int to) {
    boolean at = false;
    boolean dot = false;
    for (int i = from; i < to; i++) {
      char sign = signs[i];
      at |= sign == '@' && i > from;
      dot |= sign == '.' && i > from;
      if (sign == ':' && text.startsWith("://", i)) {
        return true;
      }
    }
    return at && dot;
  }

  private void take(int end) {
    while (next < words.size() && words.get(next).start() < end) {
      open.add(words.get(next++));
    }
  }

  private void skip(int end) {
    while (next < words.size() && words.get(next).start() < end) {
      next++;
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      clauses.add(new Clause(open));
      open.clear();
    }
  }

  private static boolean isEdge(char sign) {
    if (isAsciiLetter(sign)) {
      return false;
    }
    return switch (sign) {
      case '<', '>', '(', ')', '[', ']' -> true;
      default -> Character.isWhitespace(sign);
    };
  }

  /** Whether the line begins with a bullet or a number of a list. */
  private boolean isItem(int from, int to) {
    int at = from;
    while (at < to && at < from + 2 && Character.isDigit(text.charAt(at))) {
      at++;
    }
    String marks = at > from ? ".)" : "-*•+–";
    return to > at + 1 && marks.indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ';
  }

  private boolean isEnd(int at) {
    return switch (signs[at]) {
      case '。', '！', '？', '；', '…' -> true;
      case '.' -> (at + 1 == signs.length || isBehindEnd(signs[at + 1])) && !goesOn.test(at);
      case '!', '?', ';' -> at + 1 == signs.length || isBehindEnd(signs[at + 1]);
      default -> false;
    };
  }

  private static boolean isBehindEnd(char sign) {
    return switch (sign) {
      case '.', '!', '?', ';', '"', '\'', ')', '*', '`' -> true;
      default -> Character.isWhitespace(sign);
    };
  }
}

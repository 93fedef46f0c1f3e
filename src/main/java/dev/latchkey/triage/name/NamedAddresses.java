package dev.latchkey.triage.name;

import dev.latchkey.triage.form.ProfileLinks;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Words;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the addresses and projects that a text names. */
public final class NamedAddresses {
  private static final String BEFORE = "before";
  private static final String BEHIND = "behind";
  private static final String LOCAL_SIGNS = ".!#$%&'*+/=?^_{|}~-";
  private static final String QUOTES = "`'\"‘“„«";
  private static final String ORNAMENTS = "`'\"‘’“”„«»*<>[](){}.,:;!?-•+";
  private static final String SEPARATORS = ",;&|";

  /** RFC 5321: 64 octets before the sign and 255 behind it. */
  private static final int LONGEST_LOCAL = 64;

  private static final int LONGEST_DOMAIN = 255;
  private static final int LONGEST_NAME = 100;

  /** More is not read of what an introduction may begin, since every word may be one. */
  private static final int LONGEST_LINE = 1000;

  private static final int LONGEST_LIST = 100;

  private final ProfileLinks links;
  private final Lexicon<Set<String>> phrases;
  private final Set<String> prose;

  /**
   * @param prose words that are no project
   */
  public NamedAddresses(
      List<RequestForm.Site> sites, RequestForm.ProjectNames form, Set<String> prose) {
    this.links = new ProfileLinks(sites, RequestForm.Site::projectPath);
    this.phrases =
        new Lexicon<>(
            Map.of(BEFORE, form.introductions(), BEHIND, form.followers()), Function.identity());
    this.prose = new HashSet<>(prose);
    form.notNames().forEach(word -> this.prose.add(Words.key(word)));
  }

  /**
   * The addresses in {@code text}, in order of appearance. RFC 6531 lets letters of every script
   * into an address; those that are written without blanks between words are left out, because
   * there an address has no beginning.
   */
  public static List<String> addresses(String text) {
    Set<String> found = new LinkedHashSet<>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int from = at;
      while (from > 0 && at - from < LONGEST_LOCAL && isLocal(text.charAt(from - 1))) {
        from--;
      }
      while (from < at && LOCAL_SIGNS.indexOf(text.charAt(from)) >= 0 && text.charAt(from) != '_') {
        from++;
      }
      int to = at + 1;
      while (to < text.length() && to - at < LONGEST_DOMAIN && isDomain(text.charAt(to))) {
        to++;
      }
      while (to > at + 1 && !isLetter(text.charAt(to - 1))) {
        to--;
      }
      String domain = text.substring(at + 1, to);
      if (from < at && domain.indexOf('.') > 0 && !domain.contains("..")) {
        found.add(text.substring(from, to));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isLocal(char sign) {
    return isLetter(sign) || LOCAL_SIGNS.indexOf(sign) >= 0;
  }

  private static boolean isDomain(char sign) {
    return isLetter(sign) || sign == '.' || sign == '-';
  }

  private static boolean isLetter(char sign) {
    return Character.isLetterOrDigit(sign) && !Character.isIdeographic(sign) && !isKana(sign);
  }

  private static boolean isKana(char sign) {
    return switch (Character.UnicodeScript.of(sign)) {
      case HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> false;
    };
  }

  /** The projects that {@code written} links to or introduces. */
  public Set<String> projects(Words written) {
    Set<String> found = new LinkedHashSet<>();
    String text = written.text();
    links.names(text).forEach(name -> add(name, found));
    List<Words.Word> words = written.list();
    int read = 0;
    for (Lexicon.Hit<Set<String>> hit : phrases.find(words)) {
      int end = words.get(hit.to() - 1).end();
      if (hit.meaning().contains(BEFORE) && end >= read) {
        read = introduced(text, end, found);
      }
      if (hit.meaning().contains(BEHIND)) {
        add(wordBefore(text, words.get(hit.from()).start()), found);
      }
    }
    return found;
  }

  /**
   * Behind a phrase: a name in quotes, names behind a colon, a list, or a word like no other.
   *
   * @return up to where all words were read
   */
  private int introduced(String text, int end, Set<String> found) {
    int at = end;
    boolean colon = false;
    while (at < text.length() && " \t:*".indexOf(text.charAt(at)) >= 0) {
      colon |= text.charAt(at) == ':';
      at++;
    }
    if (at == text.length() || at == end) {
      return end;
    }
    if (text.charAt(at) == '\n') {
      listed(text, at + 1, found);
    } else if (QUOTES.indexOf(text.charAt(at)) >= 0) {
      add(wordAt(text, at), found);
    } else if (colon) {
      String line = lineAt(text, at);
      addAll(line, found);
      return at + line.length();
    } else if (isJoined(wordAt(text, at))) {
      add(wordAt(text, at), found);
    }
    return end;
  }

  /** A name of several parts is no common word: {@code sample-project}. */
  private static boolean isJoined(String word) {
    for (int at = 1; at < word.length() - 1; at++) {
      if ("._-".indexOf(word.charAt(at)) >= 0 && Character.isLetterOrDigit(word.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private void listed(String text, int from, Set<String> found) {
    int at = from;
    for (int lines = 0; at < text.length() && lines < LONGEST_LIST; lines++) {
      String line = lineAt(text, at);
      String item = line.strip();
      if (!item.isEmpty()) {
        if (item.length() < 2 || "-*•+".indexOf(item.charAt(0)) < 0 || item.charAt(1) != ' ') {
          return;
        }
        add(wordAt(item, 2), found);
      }
      at += line.length() + 1;
    }
  }

  private static String lineAt(String text, int from) {
    int to = from;
    while (to < text.length() && to - from < LONGEST_LINE && text.charAt(to) != '\n') {
      to++;
    }
    return text.substring(from, to);
  }

  private static String wordAt(String text, int from) {
    int to = from;
    while (to < text.length() && to - from < LONGEST_NAME && !isBlank(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static String wordBefore(String text, int end) {
    int to = end;
    while (to > 0 && text.charAt(to - 1) == ' ') {
      to--;
    }
    int from = to;
    while (from > 0 && to - from < LONGEST_NAME && !isBlank(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, to);
    boolean ended = to > from && ".,:;!?)".indexOf(text.charAt(to - 1)) >= 0;
    return to == end || ended ? "" : word;
  }

  private static boolean isBlank(char sign) {
    return Character.isWhitespace(sign);
  }

  /** The projects in a field made for them. */
  public Set<String> inField(String answer) {
    Set<String> found = projects(Words.of(answer));
    if (found.isEmpty()) {
      addAll(answer, found);
    }
    return found;
  }

  private void addAll(String text, Set<String> found) {
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length()
          || isBlank(text.charAt(at))
          || SEPARATORS.indexOf(text.charAt(at)) >= 0) {
        add(text.substring(from, at), found);
        from = at + 1;
      }
    }
  }

  private void add(String word, Set<String> found) {
    int from = 0;
    int to = word.length();
    while (from < to && ORNAMENTS.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ORNAMENTS.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    String name = word.substring(from, to);
    if (isName(name) && !prose.contains(Words.key(name))) {
      found.add(name);
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars()
            .allMatch(sign -> Character.isLetterOrDigit(sign) || "._-".indexOf(sign) >= 0);
  }
}

package dev.latchkey.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the addresses and projects that a text names. */
final class Mentions {
  /**
   * RFC 6531 lets letters of every script into an address; those that are written without blanks
   * between words are left out, because there an address has no beginning.
   */
  private static final String LETTER = "\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Arabic}\\p{Hebrew}0-9";

  private static final Pattern ADDRESS =
      Pattern.compile("[L_][L.!#$%&'*+/=?^_{|}~-]*@[L][L-]*(?:\\.[L][L-]*)+".replace("L", LETTER));

  /** A list item, or one of several names in a line. */
  private static final Pattern NAME =
      Pattern.compile("[\\pL\\pN](?:[\\pL\\pN._-]{0,98}[\\pL\\pN])?");

  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;&|]+");
  private static final String ORNAMENTS = "`'\"‘’“”„«»*<>[](){}.,:;!?-•+";

  private final Pattern page;
  private final Pattern introduced;
  private final Pattern followed;
  private final Set<String> prose;

  /**
   * @param prose words that are no project
   */
  Mentions(List<RequestForm.Site> sites, RequestForm.ProjectNames form, Set<String> prose) {
    StringBuilder pages = new StringBuilder();
    for (RequestForm.Site site : sites) {
      for (String host : site.hosts()) {
        pages.append(pages.isEmpty() ? "" : "|");
        pages.append(Pattern.quote(host)).append(Pattern.quote(site.projectPath()));
      }
    }
    this.page = Pattern.compile("(?i)(?:^|[^\\pL\\pN.-])(?:" + pages + ")([^/\\s)\\]>\"'`?#,;]+)");
    this.introduced =
        Pattern.compile(
            "(?i)(?:^|[^\\pL\\pN])(?:"
                + anyOf(form.introductions())
                + ")[\\s:*]*(?:[`'\"‘“„«]([^\\s`'\"’”“»]{1,100})[`'\"’”“»]"
                + "|:[ \\t]*([^\\n]{1,200})|:?[ \\t]*\\n\\s*((?:[ \\t]*[-*•+][ \\t]+\\S+[^\\n]*\\n?)+)"
                + "|[ \\t]+([\\pL\\pN]+(?:[._-][\\pL\\pN]+)+))");
    this.followed =
        Pattern.compile(
            "(?i)(?:^|[^\\pL\\pN])[`'\"‘“]?([\\pL\\pN][\\pL\\pN._-]{1,98})[`'\"’”]?\\s+(?:"
                + anyOf(form.followers())
                + ")(?:[^\\pL\\pN]|$)");
    this.prose = new HashSet<>(prose);
    form.notNames().forEach(word -> this.prose.add(Words.key(word)));
  }

  private static String anyOf(List<String> phrases) {
    return phrases.stream()
        .map(phrase -> String.join("\\s+", phrase.strip().split(" ")))
        .collect(Collectors.joining("|"));
  }

  /** The addresses in {@code text}, in order of appearance. */
  static List<String> addresses(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return List.copyOf(found);
  }

  /** The projects that {@code text} links to or introduces, in order of appearance. */
  Set<String> projects(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher pages = page.matcher(text);
    while (pages.find()) {
      addNames(pages.group(1), found);
    }
    Matcher matcher = introduced.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          addNames(matcher.group(group), found);
        }
      }
    }
    Matcher names = followed.matcher(text);
    while (names.find()) {
      addNames(names.group(1), found);
    }
    return found;
  }

  /** The projects in a field made for them. */
  Set<String> inField(String answer) {
    Set<String> found = projects(answer);
    if (found.isEmpty()) {
      addNames(answer, found);
    }
    return found;
  }

  private void addNames(String text, Set<String> found) {
    for (String word : SEPARATOR.split(text)) {
      int from = 0;
      int to = word.length();
      while (from < to && ORNAMENTS.indexOf(word.charAt(from)) >= 0) {
        from++;
      }
      while (to > from && ORNAMENTS.indexOf(word.charAt(to - 1)) >= 0) {
        to--;
      }
      String name = word.substring(from, to);
      if (NAME.matches(name) && !prose.contains(Words.key(name)) && !word.contains("://")) {
        found.add(name);
      }
    }
  }
}

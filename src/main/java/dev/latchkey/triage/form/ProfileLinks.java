package dev.latchkey.triage.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Finds the names in links to pages of a kind: {@code https://pypi.org/user/NAME/}. */
public final class ProfileLinks {
  private static final String ENDS = "/)]>\"'`?#,;";

  private final List<String> beginnings = new ArrayList<>();

  /** Each of them holds one, and most texts hold none. */
  private final boolean slashed;

  /**
   * @param path the path of such a page on a site
   */
  public ProfileLinks(List<RequestForm.Site> sites, Function<RequestForm.Site, String> path) {
    for (RequestForm.Site site : sites) {
      for (String host : site.hosts()) {
        beginnings.add((host + path.apply(site)).toLowerCase(Locale.ROOT));
      }
    }
    this.slashed = beginnings.stream().allMatch(beginning -> beginning.indexOf('/') >= 0);
  }

  /** What stands behind each such path in {@code text}. */
  public Set<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    if (slashed && text.indexOf('/') < 0) {
      return names;
    }
    String small = text.toLowerCase(Locale.ROOT);
    if (small.length() != text.length()) {
      return names;
    }
    for (String beginning : beginnings) {
      for (int at = small.indexOf(beginning); at >= 0; at = small.indexOf(beginning, at + 1)) {
        int from = at + beginning.length();
        int to = from;
        while (to < text.length() && !isEnd(text.charAt(to))) {
          to++;
        }
        boolean whole = at == 0 || !isHostSign(text.charAt(at - 1));
        if (whole && to > from) {
          names.add(text.substring(from, to));
        }
      }
    }
    return names;
  }

  private static boolean isEnd(char sign) {
    return Character.isWhitespace(sign) || ENDS.indexOf(sign) >= 0;
  }

  private static boolean isHostSign(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '.' || sign == '-';
  }
}

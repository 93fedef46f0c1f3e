package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.Conjunctions;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names that are told one after another, "gale, breeze-kit and whisper", are of one kind: where one
 * of them is surely a project, those beside it in the list are projects even if nothing else about
 * them says so.
 */
final class ListedNames {
  /** A name is a project from here on. */
  private static final double ENOUGH = 0.2;

  /** A name that stands beside one in a list. */
  private static final double PERHAPS = 0.05;

  /** One of which its writer says that they take care of it. */
  private static final double CARED_FOR = 0.005;

  /** More names in a row are a log, or an attack. */
  private static final int MOST = 200;

  /** Longest text between two names of a list, in signs. */
  private static final int BETWEEN = 12;

  /** A comma or an "and", with marks and an article around it. */
  private static final Pattern JOINED =
      Pattern.compile(
          "[\"”»」』'’)` ]{0,3}(?:, ?|[、，；;&+/]|[、，]? ?(?:"
              + Conjunctions.AND_OF_LISTS
              + ")(?: (?:the|das|die|la|le|el|o|a))?)"
              + "[ \"“«「『'‘(`]{0,3}");

  private ListedNames() {}

  /**
   * Which of some names, in their order in one text, are projects.
   *
   * @param likely how likely each is a project by itself
   * @param account how likely each is the account's name
   */
  static boolean[] projects(
      String text, List<NameCandidate> names, double[] likely, double[] account) {
    boolean[] projects = new boolean[names.size()];
    for (int at = 0; at < projects.length; at++) {
      projects[at] =
          likely[at] >= ENOUGH
              || (likely[at] >= CARED_FOR
                  && Character.isLowerCase(names.get(at).text().codePointAt(0))
                  && CaredFor.is(text, names.get(at).start(), names.get(at).end()));
    }
    boolean[] may = new boolean[projects.length];
    for (int at = 0; at < projects.length; at++) {
      may[at] = likely[at] >= PERHAPS && likely[at] > account[at];
    }
    int most = Math.min(MOST, projects.length);
    for (int at = 1; at < most; at++) {
      boolean open = may[at] && !projects[at] && projects[at - 1];
      projects[at] |= open && follows(text, names.get(at - 1), names.get(at));
    }
    for (int at = most - 2; at >= 0; at--) {
      boolean open = may[at] && !projects[at] && projects[at + 1];
      projects[at] |= open && follows(text, names.get(at), names.get(at + 1));
    }
    return projects;
  }

  private static boolean follows(String text, NameCandidate one, NameCandidate other) {
    int from = one.end();
    int to = other.start();
    return from < to && to - from <= BETWEEN && JOINED.matcher(text).region(from, to).matches();
  }
}

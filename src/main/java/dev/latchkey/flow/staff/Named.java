package dev.latchkey.flow.staff;

import dev.latchkey.mail.SafeText;
import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The name that words of the staff begin with. Case does not matter, and blanks, hyphens and
 * underscores within a name do not either; a colon may follow it.
 *
 * @param name one of the names; empty when the words begin with none
 * @param typed their first word, for an answer
 * @param meant the one that a typing error or two lead to, where they begin with none
 * @param rest what follows the name
 */
record Named(Optional<String> name, String typed, Optional<String> meant, String rest) {
  private static final int MOST_WORDS = 4;
  private static final int MOST_ERRORS = 2;

  /** Of a shorter name two errors leave nothing. */
  private static final int SHORT = 4;

  private static final int SHOWN = 40;

  /** A name that so many typing errors lead to. */
  private record Near(String name, int errors) {

    /** Of as many errors those in more letters are likelier. */
    boolean isNearerThan(Optional<Near> other) {
      return other.filter(it -> it.errors < errors).isEmpty();
    }
  }

  /** Reads which of {@code names} the words begin with; the longest of several. */
  static Named read(String words, Collection<String> names) {
    int end = words.indexOf('\n');
    String line = end < 0 ? words : words.substring(0, end);
    String below = end < 0 ? "" : words.substring(end);
    Optional<Named> found = Optional.empty();
    Optional<Near> near = Optional.empty();
    String joined = "";
    String rest = LineWords.strip(line);
    for (int i = 0; i < MOST_WORDS && !rest.isEmpty(); i++) {
      String word = LineWords.first(rest);
      joined = joined + bare(word);
      rest = LineWords.after(rest, word);
      String so = joined;
      String behind = (rest + below).strip();
      Optional<Named> shorter = found;
      found =
          names.stream()
              .filter(name -> bare(name).equals(so))
              .findFirst()
              .map(name -> new Named(Optional.of(name), name, Optional.empty(), behind))
              .or(() -> shorter);
      Optional<Near> before = near;
      near = nearest(so, names).filter(it -> it.isNearerThan(before)).or(() -> before);
    }
    String typed = SafeText.line(LineWords.first(line), SHOWN);
    Optional<String> meant = near.map(Near::name);
    return found.orElseGet(() -> new Named(Optional.empty(), typed, meant, ""));
  }

  private static Optional<Near> nearest(String typed, Collection<String> names) {
    return names.stream()
        .map(name -> new Near(name, Spelling.distance(typed, bare(name))))
        .filter(near -> near.errors <= (near.name.length() > SHORT ? MOST_ERRORS : 1))
        .min(Comparator.comparingInt(Near::errors));
  }

  private static String bare(String word) {
    return word.replaceAll("[-_:.,*\"'\\u2010-\\u2015\\u201C-\\u201E]", "")
        .toUpperCase(Locale.ROOT);
  }
}

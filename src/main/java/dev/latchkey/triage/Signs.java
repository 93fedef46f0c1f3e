package dev.latchkey.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the signs of a form in a text and adds them up. */
final class Signs {

  /**
   * The sum of the signs that were found.
   *
   * @param why each of them with its points
   */
  record Sum(int points, List<String> why) {
    boolean enough() {
      return points >= RequestForm.Sign.ENOUGH;
    }
  }

  private final Lexicon lexicon;
  private final Set<String> things = new HashSet<>();
  private final Set<String> states = new HashSet<>();

  /**
   * @param vocabulary the groups of phrases
   * @param signs every sign that will be asked for
   */
  Signs(Map<String, List<String>> vocabulary, Stream<RequestForm.Sign> signs) {
    this.lexicon = new Lexicon(vocabulary);
    signs.forEach(
        sign -> {
          sign.thing().ifPresent(things::add);
          states.add(sign.state());
        });
  }

  /** What {@code text} says. */
  Sayings read(String text) {
    return Sayings.of(text, lexicon, things, states);
  }

  /** Adds up those of {@code signs} that {@code sayings} hold. */
  static Sum sum(String question, List<RequestForm.Sign> signs, Sayings sayings) {
    List<RequestForm.Sign> found = signs.stream().filter(sayings::hold).toList();
    return new Sum(
        found.stream().mapToInt(RequestForm.Sign::points).sum(),
        found.stream()
            .map(sign -> "%s: %s (%+d)".formatted(question, sign, sign.points()))
            .toList());
  }
}

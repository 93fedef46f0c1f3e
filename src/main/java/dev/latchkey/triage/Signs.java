package dev.latchkey.triage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private final Lexicon<Sayings.Role> lexicon;
  private final Set<String> things = new HashSet<>();
  private final Set<String> states = new HashSet<>();

  /**
   * Groups that only other questions ask for are left out, so that their phrases cannot hide one of
   * these; groups that nobody asks for are kept, because to hide phrases is what they are for.
   *
   * @param signs every sign that will be asked for
   */
  Signs(RequestForm form, List<RequestForm.Sign> signs) {
    collect(signs, things, states);
    Set<String> asked = new HashSet<>();
    collect(form.signs(), asked, asked);
    Map<String, List<String>> groups = new HashMap<>(form.vocabulary());
    groups
        .keySet()
        .removeIf(
            name ->
                asked.contains(name)
                    && !things.contains(name)
                    && !states.contains(name)
                    && !Sayings.BUILDERS.contains(name));
    this.lexicon = new Lexicon<>(groups, names -> Sayings.Role.of(names, things, states));
  }

  private static void collect(
      List<RequestForm.Sign> signs, Set<String> things, Set<String> states) {
    for (RequestForm.Sign sign : signs) {
      sign.thing().ifPresent(things::add);
      states.add(sign.state());
    }
  }

  /** What the words of {@code clauses} say. */
  Sayings read(List<List<Words.Word>> clauses) {
    return Sayings.of(clauses, lexicon);
  }

  /** Adds up those of {@code signs} that {@code sayings} hold. */
  static Sum sum(String question, List<RequestForm.Sign> signs, Sayings sayings) {
    List<RequestForm.Sign> found = signs.stream().filter(sayings::hold).toList();
    return new Sum(
        found.stream().mapToInt(RequestForm.Sign::points).sum(),
        found.stream()
            .map(
                sign ->
                    question
                        + ": "
                        + sign
                        + (sign.points() < 0 ? " (" : " (+")
                        + sign.points()
                        + ")")
            .toList());
  }
}

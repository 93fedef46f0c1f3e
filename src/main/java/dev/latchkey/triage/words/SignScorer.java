package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the signs of a form in a text and adds them up. */
public final class SignScorer {

  /**
   * The sum of the signs that were found.
   *
   * @param why each of them with its points
   */
  public record Sum(int points, List<String> why) {
    /** Whether they say yes to what is asked. */
    public boolean enough() {
      return points >= Sign.ENOUGH;
    }
  }

  private final Lexicon<Statements.Role> lexicon;
  private final Set<String> things = new HashSet<>();
  private final Set<String> states = new HashSet<>();

  /**
   * Groups that only other questions ask for are left out, so that their phrases cannot hide one of
   * these; groups that nobody asks for are kept, because to hide phrases is what they are for.
   *
   * @param vocabulary whose phrases are looked up once in a text for all of its scorers
   * @param all every sign of every question
   * @param signs every sign that will be asked for
   */
  public SignScorer(Vocabulary vocabulary, List<Sign> all, List<Sign> signs) {
    collect(signs, things, states);
    Set<String> asked = new HashSet<>();
    collect(all, asked, asked);
    this.lexicon =
        new Lexicon<>(
            vocabulary.tree(),
            name ->
                !asked.contains(name)
                    || things.contains(name)
                    || states.contains(name)
                    || Statements.BUILDERS.contains(name),
            names -> Statements.Role.of(names, things, states));
  }

  private static void collect(List<Sign> signs, Set<String> things, Set<String> states) {
    for (Sign sign : signs) {
      sign.thing().ifPresent(things::add);
      states.add(sign.state());
    }
  }

  /** What the words of {@code clauses} say. */
  public Statements read(List<List<Words.Word>> clauses) {
    return Statements.of(clauses, lexicon);
  }

  /**
   * What {@code clause} says more than by itself where it follows a clause in which {@code before}
   * was read: "I have it" says more below a question for the codes.
   */
  public Set<String> factsBehind(Statements before, List<Words.Word> clause) {
    return before.factsBehind(clause, lexicon);
  }

  /** Adds up those of {@code signs} that {@code statements} hold. */
  public static Sum sum(String question, List<Sign> signs, Statements statements) {
    int points = 0;
    List<String> why = new ArrayList<>();
    for (Sign sign : signs) {
      if (statements.hold(sign)) {
        points += sign.points();
        why.add(question + ": " + sign + (sign.points() < 0 ? " (" : " (+") + sign.points() + ")");
      }
    }
    return new Sum(points, why);
  }
}

package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Clause;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Knows the sentences in which an owner denies something else than the recovery: that it was them
 * who set the second factor up or wrote the codes down ("it was not me who set that up, it was our
 * technician"), that anybody else knows the password, or that they follow us ("I do not understand
 * what you want"). A sentence that also speaks of a request, or of what was done just now, is none
 * of them. The words stand in {@code other-deed-words.txt}, those of people in {@code
 * writer-words.txt}.
 */
public final class OtherDeeds {
  /** Of a longer text nothing is left out, in signs. */
  private static final int LOOKED_AT = 4_000;

  private static final WordGroups WORDS = WordGroups.of(OtherDeeds.class, "other-deed-words.txt");

  private static final Lexicon<Set<String>> PEOPLE =
      WordList.lexicon(OtherWriterReader.class, "writer-words.txt", Set.of("family", "role"));

  /** What tells us to stop it, whatever else is denied beside. */
  private static final Lexicon<Set<String>> ORDERS =
      WordList.lexicon(OwnerAnswerReader.class, "owner-words.txt", Set.of("stop"));

  private OtherDeeds() {}

  /** {@code written} without such sentences; the same where there is none. */
  public static String without(String written) {
    return left(written, (clause, two) -> isDeed(clause, two) || isOther(clause));
  }

  /** The same, but a deed stays that is laid to nobody. */
  static String withoutKnown(String written) {
    return left(written, (clause, two) -> isOther(clause) || (isDeed(clause, two) && names(two)));
  }

  private static String left(
      String written, BiPredicate<List<Words.Word>, List<Words.Word>> aside) {
    if (written.length() > LOOKED_AT) {
      return written;
    }
    MailText text = MailText.of(written);
    List<List<Words.Word>> clauses = text.clauses();
    return text.without(
        at -> {
          List<Words.Word> clause = clauses.get(at);
          boolean last = at + 1 == clauses.size();
          return aside.test(clause, last ? clause : Clause.joined(clause, clauses.get(at + 1)));
        });
  }

  /** Who set it up, or kept it: of a thing, or by somebody who is named. */
  private static boolean isDeed(List<Words.Word> clause, List<Words.Word> two) {
    return Stream.of("not me", "deed").allMatch(group -> WORDS.has(clause, group))
        && isAside(clause)
        && (WORDS.has(clause, "thing") || names(two));
  }

  private static boolean names(List<Words.Word> clause) {
    return WORDS.has(clause, "someone") || !PEOPLE.find(clause).isEmpty();
  }

  private static boolean isOther(List<Words.Word> clause) {
    return isSecret(clause) || isPuzzled(clause) || isBroken(clause);
  }

  private static boolean isBroken(List<Words.Word> clause) {
    return Stream.of("not lost", "broken").allMatch(group -> WORDS.has(clause, group))
        && !WORDS.has(clause, "not broken")
        && isAside(clause);
  }

  private static boolean isPuzzled(List<Words.Word> clause) {
    boolean puzzled =
        Stream.of("puzzled", "what we want").allMatch(group -> WORDS.has(clause, group));
    return (puzzled || WORDS.has(clause, "puzzled whole")) && isAside(clause);
  }

  private static boolean isSecret(List<Words.Word> clause) {
    return Stream.of("nobody", "knows", "secret").allMatch(group -> WORDS.has(clause, group))
        && isAside(clause)
        && !WORDS.has(clause, "about");
  }

  private static boolean isAside(List<Words.Word> clause) {
    return !WORDS.has(clause, "request") && ORDERS.find(clause).isEmpty();
  }
}

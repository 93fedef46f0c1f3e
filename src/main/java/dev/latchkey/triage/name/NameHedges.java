package dev.latchkey.triage.name;

import com.google.re2j.Pattern;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The word that an answer to the question for the account name takes for it, without being sure, or
 * with how it is spelled: "it's under kim, I believe", "kim glaub ich", "kim, tout en minuscules",
 * "it's kim again". It is the only word beside those that lead to it ({@code name-hedges.txt});
 * whoever says more, asks, or offers two, names none.
 */
public final class NameHedges {
  private static final String LEADS = "leads";
  private static final String THINKS = "thinks";
  private static final String STATES = "states";
  private static final String CALLED = "called";
  private static final String BEHIND = "behind";
  private static final String NOTHING = "nothing";
  private static final String SPELLED = "spelled";
  private static final String AGAIN = "again";
  private static final String POLITE = "polite";
  private static final String COMMA = ",";

  /** More words are a story. */
  private static final int MOST = 14;

  private static final Pattern IN_BRACKETS =
      Pattern.compile("[(\\[（「『【][^()\\[\\]（）]+[)\\]）」』】][.!。]?");

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NameHedges.class, "name-hedges.txt");

  private NameHedges() {}

  /** The word; empty where there is none, or more than one. */
  public static Optional<String> in(String answer) {
    List<Words.Word> words = Words.first(answer, MOST + 1);
    if (words.isEmpty() || words.size() > MOST || QuestionMark.isIn(answer)) {
      return Optional.empty();
    }
    List<Hit<Set<String>>> hits = WORDS.find(words);
    boolean hedged =
        Stream.of(LEADS, THINKS, CALLED, SPELLED).anyMatch(one -> Lexicon.has(hits, one))
            || (Lexicon.has(hits, AGAIN) && Lexicon.has(hits, STATES))
            || IN_BRACKETS.matches(answer.strip());
    List<Integer> others =
        IntStream.range(0, words.size())
            .filter(at -> !words.get(at).text().equals(COMMA))
            .filter(at -> hits.stream().noneMatch(hit -> covers(hit, at)))
            .boxed()
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    int from = others.get(0);
    int to = others.get(others.size() - 1) + 1;
    String name = whole(answer, words.get(from).start(), words.get(to - 1).end());
    boolean one = others.size() == to - from && name.chars().noneMatch(Character::isWhitespace);
    boolean sign = name.chars().anyMatch(NameHedges::isOfNames);
    boolean said = hedged || (sign && Lexicon.has(hits, STATES));
    boolean placed =
        hits.stream()
            .allMatch(
                hit ->
                    Stream.of(THINKS, SPELLED, AGAIN, POLITE).anyMatch(it -> is(hit, it))
                        || ((is(hit, LEADS) || is(hit, STATES)) && hit.to() <= from)
                        || ((is(hit, BEHIND) || is(hit, CALLED)) && hit.from() >= to));
    return one && said && placed ? Optional.of(name) : Optional.empty();
  }

  private static boolean covers(Hit<Set<String>> hit, int word) {
    return hit.from() <= word && hit.to() > word;
  }

  private static boolean is(Hit<Set<String>> hit, String group) {
    return hit.meaning().contains(group) && !hit.meaning().contains(NOTHING);
  }

  /** With the signs that belong to it: "luc.b_1" is several words and one name. */
  private static String whole(String text, int from, int to) {
    int start = from;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
    }
    int end = to;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    while (end > to && text.charAt(end - 1) == '.') {
      end--;
    }
    return text.substring(start, end);
  }

  /** No word of a sentence has it. */
  private static boolean isOfNames(int sign) {
    return sign == '_' || sign == '.' || (sign >= '0' && sign <= '9');
  }

  private static boolean isPart(char sign) {
    return sign == '.' || sign == '-' || sign == '_';
  }
}

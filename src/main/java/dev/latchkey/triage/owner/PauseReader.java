package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether somebody asks us to wait, doubts, or asks us not to do what was announced: "hold
 * off for now", "I changed my mind", "can we wait until Friday?". That is no objection, for it
 * denies nothing, and no end; but what was approved must not go on under it. In doubt it is one: to
 * wait in vain costs a mail. "No need to wait" asks for the opposite. The words stand in {@code
 * pause-words.txt}.
 */
public final class PauseReader {
  /** Where little else is said, in words. */
  private static final int FEW = 4;

  /** In more signs it is a report of something, and only its beginning is looked at. */
  private static final int LOOKED_AT = 4_000;

  /** In more words there may be more than that. */
  private static final int SHORT = 20;

  /** So many words at most stand between a denial and what it denies. */
  private static final int BETWEEN = 2;

  /** What is looked for together, so that the longer of two phrases wins. */
  private static final Set<String> TOGETHER = Set.of("pause", "first", "alone", "please", "none");

  private static final Map<String, List<String>> PHRASES =
      WordList.phrases(PauseReader.class, "pause-words.txt");

  private static final Lexicon<Set<String>> WORDS = lexicon(TOGETHER::contains);

  /** Each other group by itself: they share words. */
  private static final Map<String, Lexicon<Set<String>>> GROUPS =
      PHRASES.keySet().stream()
          .filter(group -> !TOGETHER.contains(group))
          .collect(Collectors.toUnmodifiableMap(group -> group, group -> lexicon(group::equals)));

  private PauseReader() {}

  private static Lexicon<Set<String>> lexicon(Predicate<String> groups) {
    Map<String, List<String>> phrases = new LinkedHashMap<>(PHRASES);
    phrases.keySet().removeIf(groups.negate());
    return new Lexicon<>(phrases, found -> found);
  }

  /** Whether {@code written} asks us to wait, or doubts that it should go on. */
  public static boolean pauses(String written) {
    return parts(written).stream().anyMatch(PauseReader::isPause);
  }

  /** Whether it asks for later: what asks us to wait names a day, or until when. */
  public static boolean postpones(String written) {
    return parts(written).stream().anyMatch(part -> isPause(part) && has(part, "until"));
  }

  /**
   * Whether all that it says of going on is that we should, or that they wait for it, in few words:
   * nobody then needs to guess at a doubt.
   */
  public static boolean urges(String written) {
    List<List<Words.Word>> parts = parts(written);
    return parts.stream().mapToInt(List::size).sum() <= SHORT
        && parts.stream().noneMatch(PauseReader::isPause)
        && parts.stream()
            .anyMatch(
                part ->
                    stopsNothing(part)
                        || has(part, "go on")
                        || has(part, "waits")
                        || isImpatient(part));
  }

  /**
   * A text without the words that only tell us not to keep its writer waiting: the denial among
   * them denies nothing else. What stands beside them is left as it is.
   */
  public static String withoutImpatience(String written) {
    StringBuilder left = new StringBuilder(written);
    List<List<Words.Word>> parts = parts(written);
    for (int at = parts.size() - 1; at >= 0; at--) {
      List<Words.Word> part = parts.get(at);
      int end = Integer.MAX_VALUE;
      List<Hit<Set<String>>> hits = impatience(part);
      for (int i = hits.size() - 1; i >= 0; i--) {
        Hit<Set<String>> hit = hits.get(i);
        int from = denial(part, hit).map(Hit::from).orElse(hit.from());
        if (hit.to() <= end) {
          left.replace(part.get(from).start(), part.get(hit.to() - 1).end(), "");
          end = from;
        }
      }
    }
    return left.toString();
  }

  private static boolean isImpatient(List<Words.Word> part) {
    return !impatience(part).isEmpty();
  }

  /** "Do it now", and not "don't do it now"; "do not let me wait". */
  private static List<Hit<Set<String>>> impatience(List<Words.Word> part) {
    return Stream.concat(
            of(part, "impatient").stream()
                .filter(
                    hit ->
                        !of(part.subList(hit.from(), hit.to()), "stop").isEmpty()
                            || denial(part, hit).filter(not -> not.to() == hit.from()).isEmpty()),
            of(part, "a wait").stream().filter(hit -> denial(part, hit).isPresent()))
        .sorted(Comparator.comparing(Hit::from))
        .toList();
  }

  /** The last word of denying a little before a hit. */
  private static Optional<Hit<Set<String>>> denial(List<Words.Word> part, Hit<Set<String>> hit) {
    return Stream.of("not", "no")
        .flatMap(group -> of(part, group).stream())
        .filter(not -> not.to() <= hit.from() && hit.from() - not.to() <= BETWEEN)
        .max(Comparator.comparing(Hit::from));
  }

  private static List<List<Words.Word>> parts(String written) {
    String text = written.substring(0, Math.min(written.length(), LOOKED_AT));
    return MailText.of(text).parts();
  }

  private static boolean isPause(List<Words.Word> part) {
    if (stopsNothing(part) || isImpatient(part)) {
      return false;
    }
    if (near(part, "not", "go on") || near(part, "no", "go on")) {
      return true;
    }
    int begins = 0;
    for (Hit<Set<String>> hit : WORDS.find(part)) {
      boolean first = hit.from() == begins && hit.meaning().contains("first");
      boolean alone = part.size() <= FEW && hit.meaning().contains("alone");
      if (hit.meaning().contains("pause") || first || alone) {
        return true;
      }
      if (hit.from() == begins && hit.meaning().contains("please")) {
        begins = hit.to();
      }
    }
    return wishes(part);
  }

  /** "Can we wait until Friday?", and not how long one has to. */
  private static boolean wishes(List<Words.Word> part) {
    return !has(part, "how long")
        && of(part, "may we").stream()
            .anyMatch(may -> of(part, "wait").stream().anyMatch(hit -> hit.from() >= may.to()));
  }

  /** "Please do not wait for me": what would stop it is denied. */
  private static boolean stopsNothing(List<Words.Word> part) {
    return near(part, "not", "stop") || near(part, "no", "stop here");
  }

  /** Whether words of one group stand beside those of another, with next to nothing between. */
  private static boolean near(List<Words.Word> part, String denial, String denied) {
    return of(part, denial).stream()
        .anyMatch(
            one ->
                of(part, denied).stream()
                    .anyMatch(
                        other -> {
                          int between = one.gap(other);
                          return between >= 0 && between <= (isSign(part, one) ? 0 : BETWEEN);
                        }));
  }

  private static boolean isSign(List<Words.Word> part, Hit<Set<String>> hit) {
    return Character.isIdeographic(part.get(hit.from()).text().codePointAt(0));
  }

  private static boolean has(List<Words.Word> part, String group) {
    return !of(part, group).isEmpty();
  }

  private static List<Hit<Set<String>>> of(List<Words.Word> part, String group) {
    return Lexicon.of(GROUPS.getOrDefault(group, WORDS).find(part), group).toList();
  }
}

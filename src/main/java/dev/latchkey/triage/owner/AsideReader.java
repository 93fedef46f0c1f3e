package dev.latchkey.triage.owner;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows the sentences that sound like an owner's objection and are about something else: a wait
 * that nobody asked for ("I did not ask for it to take three weeks"), a name or an address that
 * another chose, a break-in of long ago or at somebody else's. A sentence that also speaks of the
 * request, or of what is amiss now, is none of them. The words stand in {@code aside-words.txt}.
 */
public final class AsideReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(AsideReader.class, "aside-words.txt");

  /** How a line of a list of answers begins. */
  private static final Pattern FIRST =
      Pattern.compile("\\s*(?:zu |ad |re )?(\\d{1,2}|[a-h]|[一二三四五六])[.)、）．]");

  /** Of a longer text nothing is left out, in signs. */
  private static final int LOOKED_AT = 4_000;

  private static final List<String> PUT_OFF = List.of("puts off", "puzzled", "shared");

  private AsideReader() {}

  /** {@code written} without such sentences; the same where there is none. */
  public static String without(String written) {
    if (written.length() > LOOKED_AT) {
      return written;
    }
    boolean list = isList(written);
    MailText text = MailText.of(written);
    return text.without(at -> isAside(WORDS.find(text.clauses().get(at)), list));
  }

  /** What a text says beside a yes and a no. */
  public enum Says {
    NOTHING,
    /**
     * Neither yes nor no, that nobody remembers, that we wrote to somebody else, or something that
     * only sounds like an objection.
     */
    ASIDE,
    /**
     * Its writer would rather talk, look or ask first, has not understood the letter, or thinks of
     * somebody who has the account as well; and nothing in it is a cry.
     */
    PUTS_OFF
  }

  /** What {@code written} says of that. */
  public static Says read(String written) {
    if (written.length() > LOOKED_AT) {
      return Says.NOTHING;
    }
    List<List<Hit<Set<String>>>> clauses =
        MailText.of(written).clauses().stream().map(WORDS::find).toList();
    boolean calm = !any(clauses, "alarm");
    if ((calm && any(clauses, "abstains"))
        || any(clauses, "forgets")
        || (any(clauses, "may") && any(clauses, "may not"))
        || without(written).length() < written.length()) {
      return Says.ASIDE;
    }
    return calm && PUT_OFF.stream().anyMatch(group -> any(clauses, group))
        ? Says.PUTS_OFF
        : Says.NOTHING;
  }

  private static boolean any(List<List<Hit<Set<String>>>> clauses, String group) {
    return clauses.stream().anyMatch(hits -> Lexicon.has(hits, group));
  }

  /** Whether it answers one question after the other. */
  private static boolean isList(String written) {
    Set<String> begins =
        written
            .lines()
            .map(line -> FIRST.matcher(line))
            .filter(Matcher::lookingAt)
            .map(first -> first.group(1))
            .collect(Collectors.toSet());
    return begins.size() > 1;
  }

  private static boolean isAside(List<Hit<Set<String>>> hits, boolean list) {
    boolean waits =
        (leads(hits, "not asked", "wait") || leads(hits, "protests", "wait") || asksThat(hits))
            && !Lexicon.has(hits, "request");
    boolean chose = all(hits, "not me", "chose", "chosen") && !Lexicon.has(hits, "asks");
    boolean answered = list && all(hits, "not me", "answered") && !Lexicon.has(hits, "asks");
    boolean elsewhere =
        Lexicon.has(hits, "break in")
            && (Lexicon.has(hits, "long ago") || Lexicon.has(hits, "somebody else"))
            && !Lexicon.has(hits, "asks")
            && !Lexicon.has(hits, "now");
    boolean trouble = all(hits, "page", "does not open") && !Lexicon.has(hits, "asks");
    return waits
        || trouble
        || chose
        || answered
        || elsewhere
        || all(hits, "may", "may not")
        || Lexicon.has(hits, "no longer mine");
  }

  /** "Nicht darum gebeten, dass das Wochen dauert". */
  private static boolean asksThat(List<Hit<Set<String>>> hits) {
    return leads(hits, "that", "wait")
        && IntStream.range(1, hits.size())
            .anyMatch(
                at ->
                    hits.get(at).meaning().contains("that")
                        && hits.get(at - 1).meaning().contains("not asked yet")
                        && hits.get(at).gap(hits.get(at - 1)) <= 1);
  }

  private static boolean all(List<Hit<Set<String>>> hits, String... groups) {
    return Stream.of(groups).allMatch(group -> Lexicon.has(hits, group));
  }

  /** Whether a phrase of one group stands before one of another. */
  private static boolean leads(List<Hit<Set<String>>> hits, String first, String then) {
    return Lexicon.of(hits, first)
        .anyMatch(hit -> Lexicon.of(hits, then).anyMatch(behind -> behind.from() >= hit.to()));
  }
}

package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads what people say of recovery codes whom nobody told how they are called: "the ten emergency
 * numbers hang in my locker", "Notnummern hatte ich nie". Of sentences that contradict one another
 * nothing is read. The words stand in {@code spare-words.txt}.
 */
public final class SpareCodesReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(SpareCodesReader.class, "spare-words.txt");

  /** Words between the codes and that there are none, or where they are, at most. */
  private static final int NEAR = 8;

  /** The same in front of them: "I have no codes". */
  private static final int BEFORE = 3;

  /** Between them and who took them away with something else. */
  private static final int TAKEN = 12;

  /** Between having and that it is denied, at most. */
  private static final int BESIDE = 1;

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private SpareCodesReader() {}

  /** That there never were any, that they are lost, or that there are some. */
  public static Optional<Said> in(String written) {
    MailText text = MailText.of(written).beginning(LOOKED_AT);
    Set<Said> found = EnumSet.noneOf(Said.class);
    for (List<Words.Word> clause : text.clauses()) {
      if (!Clauses.isQuestion(text.text(), clause)) {
        of(clause).ifPresent(found::add);
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /** Whether a sentence says that they are refused. */
  public static boolean refused(String written) {
    MailText text = MailText.of(written).beginning(LOOKED_AT);
    return text.clauses().stream()
        .map(WORDS::find)
        .anyMatch(
            hits ->
                isRefused(hits)
                    && IntStream.range(0, hits.size()).anyMatch(at -> isThing(hits, at)));
  }

  private static Optional<Said> of(List<Words.Word> clause) {
    List<Hit<Set<String>>> hits = WORDS.find(clause);
    for (int at = 0; at < hits.size(); at++) {
      if (isThing(hits, at)) {
        return Lexicon.has(hits, "if") ? Optional.empty() : said(clause, hits, at);
      }
    }
    return keptNone(hits) ? Optional.of(Said.CODES_NONE) : Optional.empty();
  }

  /** "I kept no code": of codes that are kept by people these are the only ones. */
  private static boolean keptNone(List<Hit<Set<String>>> hits) {
    return Stream.of("code", "kept", "no").allMatch(group -> Lexicon.has(hits, group))
        && !Lexicon.has(hits, "if");
  }

  /** "Are refused", or "it does not take them". */
  private static boolean isRefused(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "refused")
        || Lexicon.of(hits, "takes")
            .anyMatch(takes -> Lexicon.of(hits, "not").anyMatch(not -> isBeside(not, takes)));
  }

  private static boolean isBeside(Hit<Set<String>> not, Hit<Set<String>> verb) {
    return not.to() <= verb.from() ? not.gap(verb) <= BEFORE : not.gap(verb) <= BESIDE;
  }

  /** A word for them, a number of numbers, or numbers on paper or that were found. */
  private static boolean isThing(List<Hit<Set<String>>> hits, int at) {
    return is(hits, at, "whole")
        || (is(hits, at, "noun")
            && (Lexicon.has(hits, "paper")
                || Lexicon.has(hits, "found")
                || (at > 0
                    && is(hits, at - 1, "count")
                    && hits.get(at).gap(hits.get(at - 1)) <= 1)));
  }

  private static Optional<Said> said(
      List<Words.Word> clause, List<Hit<Set<String>>> hits, int thing) {
    if (isRefused(hits)) {
      return Optional.of(Said.CODES_HAVE);
    }
    if (near(clause, hits, thing, "never").isPresent()) {
      return Optional.of(Said.CODES_NEVER_MADE);
    }
    if (near(clause, hits, thing, "lost").isPresent() || tookAway(hits, thing)) {
      return Optional.of(Said.CODES_LOST);
    }
    if (near(clause, hits, thing, "no").isPresent()) {
      return Optional.of(Said.CODES_NONE);
    }
    return near(clause, hits, thing, "have")
        .or(() -> near(clause, hits, thing, "found"))
        .map(hit -> isDenied(hits, hit) ? Said.CODES_NONE : Said.CODES_HAVE)
        .or(() -> near(clause, hits, thing, "was").map(hit -> Said.CODES_LOST));
  }

  /** "They took the phone and the folder with my codes." */
  private static boolean tookAway(List<Hit<Set<String>>> hits, int thing) {
    return Lexicon.of(hits, "took away").anyMatch(hit -> hit.gap(hits.get(thing)) <= TAKEN);
  }

  private static boolean isDenied(List<Hit<Set<String>>> hits, Hit<Set<String>> have) {
    return hits.stream().anyMatch(not -> not.meaning().contains("not") && not.gap(have) <= BESIDE);
  }

  /** What stands in front of them, in the same breath, or behind them. */
  private static Optional<Hit<Set<String>>> near(
      List<Words.Word> clause, List<Hit<Set<String>>> hits, int thing, String group) {
    Hit<Set<String>> codes = hits.get(thing);
    return hits.stream()
        .filter(hit -> hit.meaning().contains(group))
        .filter(
            hit ->
                hit.from() > codes.from()
                    ? hit.gap(codes) <= NEAR
                    : hit.gap(codes) <= before(hits, hit, codes)
                        && isOneBreath(clause, hit.to(), codes.from()))
        .findFirst();
  }

  /** "I have the sheet with the codes": what they are written on stands between. */
  private static int before(
      List<Hit<Set<String>>> hits, Hit<Set<String>> hit, Hit<Set<String>> codes) {
    boolean paper =
        Lexicon.of(hits, "paper")
            .anyMatch(
                it -> it.from() >= hit.to() && it.gap(hit) <= BEFORE && it.to() <= codes.from());
    return paper ? NEAR : BEFORE;
  }

  private static boolean isOneBreath(List<Words.Word> clause, int from, int to) {
    return clause.subList(Math.min(from, to), to).stream()
        .noneMatch(word -> word.text().equals(","));
  }

  private static boolean is(List<Hit<Set<String>>> hits, int at, String group) {
    return hits.get(at).meaning().contains(group);
  }
}

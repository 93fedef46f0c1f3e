package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whether who writes a first mail says that they get in ("I sign in fine, it is about the
 * limit"), or that what they wrote about is over ("false alarm"). Whoever wishes so, did so once,
 * speaks of another place or person, or is stopped behind the first step says neither. The words
 * stand in {@code inside-words.txt}.
 */
public final class InsideReader {
  /** What a mail tells. */
  public enum Says {
    /** Neither. */
    NOTHING,
    /** Its writer gets in, or it is over. */
    INSIDE,
    /** Its writer does not get in. */
    SHUT_OUT
  }

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(InsideReader.class, "inside-words.txt");

  /** Words between getting in and how that goes, at most. */
  private static final int NEAR = 6;

  /** Words between how it goes and that it did, at most. */
  private static final int SOON = 4;

  /** The subject and the first sentence. */
  private static final int FIRST = 2;

  /** The last one, and a greeting and a name below it. */
  private static final int LAST = 3;

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private InsideReader() {}

  /** What a mail says of it. */
  public static Says read(MailText subject, MailText written) {
    MailText begin = written.beginning(LOOKED_AT);
    List<List<Hit<Set<String>>>> all =
        Stream.of(subject, begin)
            .flatMap(text -> text.clauses().stream().map(clause -> stated(text, clause)))
            .toList();
    List<List<Hit<Set<String>>>> out = all.stream().filter(InsideReader::isShutOut).toList();
    boolean shutOut = !out.isEmpty();
    boolean another = shutOut && out.stream().allMatch(hits -> Lexicon.has(hits, "third"));
    boolean well =
        any(all, "mine is well")
            || (any(all, "thanks") && !any(all, "trouble") && !shutOut)
            || getsIn(all);
    if ((isOver(all) && !(shutOut && any(all, "still"))) || (well && (another || !shutOut))) {
      return Says.INSIDE;
    }
    return shutOut ? Says.SHUT_OUT : Says.NOTHING;
  }

  /** Whether its writer says that they get in, and nothing that keeps them out. */
  public static boolean getsIn(MailText written) {
    MailText begin = written.beginning(LOOKED_AT);
    List<List<Hit<Set<String>>>> all =
        begin.clauses().stream().map(clause -> stated(begin, clause)).toList();
    return getsIn(all) && all.stream().noneMatch(InsideReader::isShutOut);
  }

  /** Of "I get in, but how do I add a phone?" what is stated, and what may keep one out. */
  private static List<Hit<Set<String>>> stated(MailText text, List<Words.Word> clause) {
    List<Hit<Set<String>>> hits = WORDS.find(clause);
    if (!Clauses.isQuestion(text.text(), clause)) {
      return hits;
    }
    int turn = turn(hits);
    return turn == hits.size()
        ? beforeQuestion(clause, hits)
        : IntStream.range(0, hits.size())
            .filter(
                at -> at <= turn || is(hits.get(at), "trouble") || is(hits.get(at), "mine is well"))
            .mapToObj(hits::get)
            .toList();
  }

  /** Of "I cannot get in, what now?" what is said before it is asked, unless it is supposed. */
  private static List<Hit<Set<String>>> beforeQuestion(
      List<Words.Word> clause, List<Hit<Set<String>>> hits) {
    int comma = clause.size() - 1;
    while (comma > 0 && !clause.get(comma).text().equals(",")) {
      comma--;
    }
    int asked = comma;
    List<Hit<Set<String>>> before =
        hits.stream().filter(hit -> hit.to() <= asked || is(hit, "mine is well")).toList();
    boolean supposed =
        before.stream().anyMatch(hit -> is(hit, "if") || (is(hit, "unless") && hit.from() == 0));
    return supposed ? List.of() : before;
  }

  private static int turn(List<Hit<Set<String>>> hits) {
    int turn = 0;
    while (turn < hits.size() && !is(hits.get(turn), "turn")) {
      turn++;
    }
    return turn;
  }

  private static boolean isShutOut(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "shut out") || isKeptOut(hits);
  }

  /** "I just can't seem to get in", "komme nirgends mehr rein". */
  private static boolean isKeptOut(List<Hit<Set<String>>> hits) {
    for (int at = 1; at < hits.size(); at++) {
      Hit<Set<String>> hit = hits.get(at);
      Hit<Set<String>> before = hits.get(at - 1);
      boolean near = hit.gap(before) <= SOON;
      if (near && is(hit, "get in") && is(before, "cannot")) {
        return true;
      }
      if (near
          && is(hit, "there")
          && is(before, "not")
          && at > 1
          && is(hits.get(at - 2), "come")
          && before.gap(hits.get(at - 2)) <= SOON) {
        return true;
      }
    }
    return false;
  }

  /** Said first or last: in between anything may be over. */
  private static boolean isOver(List<List<Hit<Set<String>>>> clauses) {
    return !any(clauses, "over and on")
        && !any(clauses, "instead")
        && IntStream.range(0, clauses.size())
            .filter(at -> at < FIRST || at >= clauses.size() - LAST)
            .mapToObj(clauses::get)
            .anyMatch(hits -> Lexicon.has(hits, "over") && !Lexicon.has(hits, "if"));
  }

  private static boolean any(List<List<Hit<Set<String>>>> clauses, String group) {
    return clauses.stream().anyMatch(hits -> Lexicon.has(hits, group));
  }

  private static boolean getsIn(List<List<Hit<Set<String>>>> clauses) {
    for (int at = 0; at < clauses.size(); at++) {
      List<Hit<Set<String>>> hits = clauses.get(at);
      List<Hit<Set<String>>> next = at + 1 < clauses.size() ? clauses.get(at + 1) : List.of();
      if (goesWell(hits) && !isStopped(hits) && !turns(next)) {
        return true;
      }
    }
    return false;
  }

  /** "I sign in without a hitch": nothing in it, or before it, takes that back. */
  private static boolean goesWell(List<Hit<Set<String>>> hits) {
    for (int at = 0; at < hits.size(); at++) {
      Hit<Set<String>> hit = hits.get(at);
      boolean well =
          (is(hit, "whole") && !isEnded(hits, hit))
              || (is(hit, "entry") && isWell(hits, at))
              || (is(hit, "come") && comesIn(hits, at));
      if (well && isBare(hits, at)) {
        return true;
      }
    }
    return false;
  }

  /** "Komme ganz normal rein". */
  private static boolean comesIn(List<Hit<Set<String>>> hits, int come) {
    for (int at = come + 1; at < hits.size(); at++) {
      Hit<Set<String>> hit = hits.get(at);
      if (is(hit, "there")) {
        return hit.gap(hits.get(come)) <= SOON && !isEnded(hits, hit);
      }
      if (is(hit, "not") || is(hit, "ended") || is(hit, "place") || is(hit, "unless")) {
        return false;
      }
    }
    return false;
  }

  /** Whether it is said near by that it was so once, or is asked. */
  private static boolean isEnded(List<Hit<Set<String>>> hits, Hit<Set<String>> hit) {
    return hits.stream().anyMatch(end -> is(end, "ended") && end.gap(hit) <= SOON);
  }

  /** Whether nobody wishes or asks it, and nothing else gets there. */
  private static boolean isBare(List<Hit<Set<String>>> hits, int entry) {
    return hits.subList(0, entry).stream()
        .noneMatch(hit -> is(hit, "unless") || is(hit, "not") || is(hit, "place"));
  }

  private static boolean isWell(List<Hit<Set<String>>> hits, int entry) {
    for (int at = entry + 1; at < hits.size(); at++) {
      Hit<Set<String>> hit = hits.get(at);
      if (hit.gap(hits.get(entry)) > NEAR || is(hit, "place") || is(hit, "turn")) {
        return false;
      }
      if (is(hit, "fine")) {
        return !deniedBehind(hits, at) && !isEnded(hits, hit);
      }
      if (is(hit, "not")) {
        return false;
      }
    }
    return false;
  }

  /** "La connexion marche pas". */
  private static boolean deniedBehind(List<Hit<Set<String>>> hits, int fine) {
    return fine + 1 < hits.size()
        && is(hits.get(fine + 1), "not")
        && hits.get(fine + 1).gap(hits.get(fine)) == 0;
  }

  /** "I get in fine, but then it wants a code". */
  private static boolean isStopped(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits.subList(turn(hits), hits.size()), "trouble");
  }

  private static boolean turns(List<Hit<Set<String>>> next) {
    return !next.isEmpty() && is(next.get(0), "turn") && isStopped(next);
  }

  private static boolean is(Hit<Set<String>> hit, String group) {
    return hit.meaning().contains(group);
  }
}

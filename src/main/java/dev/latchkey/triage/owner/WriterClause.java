package dev.latchkey.triage.owner;

import com.google.re2j.Pattern;
import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * A sentence, and what it says of who writes it.
 *
 * @param hits what was found in {@code words}
 */
record WriterClause(String text, List<Words.Word> words, List<Hit<Set<String>>> hits) {
  /** Words between who writes and who they are, at most; in signs that are words as many. */
  private static final int NEAR = 8;

  /** Words before "the secretary of Jens", at most: a greeting. */
  private static final int GREETING = 3;

  /** "の健太です", "の健太と申します". */
  private static final Pattern CALLED =
      Pattern.compile("の[^\\s、。の,.]{1,8}(?:%s)".formatted(SmallWords.of("is called")));

  /** Between a name and that its bearer died, at most. */
  private static final int DIED_NEAR = 5;

  /** "A grandmother of seventy nine years": what stands behind her, at most. */
  private static final int AGE = 5;

  /** "Her secretary Tim": a signature is short. */
  private static final int SIGNATURE = 4;

  WriterClause {
    words = List.copyOf(words);
    hits = List.copyOf(hits);
  }

  boolean has(String group) {
    return Lexicon.has(hits, group);
  }

  /** Whether it says that its writer is not the owner. */
  boolean isAnothers() {
    if (hits.isEmpty() || has("own")) {
      return false;
    }
    if (has("whole") || has("his behalf") || (has("left me") && has("wants")) || isSignature()) {
      return true;
    }
    for (int at = 0; at < hits.size(); at++) {
      boolean says =
          (is(at, "am") && saysWho(at))
              || (is(at, "behalf") && namesSomebody(at))
              || (is(at, "typed by") && namesSomebody(at))
              || (is(at, "by his") && person(at + 1))
              || (is(at, "asked me") && wasAsked(at))
              || (is(at, "for him") && does(at))
              || (is(at, "for") && mineBehind(at) && does(at))
              || (is(at, "reads") && behind(at, "mailbox", 3))
              || (is(at, "is relation") && isNamed(at))
              || isRelativeOfName(at)
              || isRelativeCalled(at)
              || (is(at, "gave me") && has("access"))
              || (is(at, "in place") && person(at - 1) && adjacent(at - 1, at, 2));
      if (says) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether somebody died of whom it can be said that they are the owner.
   *
   * @param theirs the text speaks of the account of another person
   * @param little the text says little else, so that a name alone is the owner's
   */
  boolean tellsOfDeath(boolean theirs, boolean little) {
    if (has("no person") && !(theirs && has("died"))) {
      return false;
    }
    boolean person = has("family") || has("title");
    boolean died = has("died") || (has("dead") && (person || theirs || (little && isNameDead())));
    boolean mine = has("mine") && has("family") && !has("title");
    boolean named = person || (little && !has("not the owner"));
    return died && (theirs || (named && !mine));
  }

  /** "Viktor died this morning": a name, and nothing that leads to a thing. */
  private boolean isNameDead() {
    return !has("mine")
        && !has("the")
        && isCapital(0)
        && hits.stream().anyMatch(hit -> hit.meaning().contains("dead") && hit.from() <= DIED_NEAR);
  }

  /** "I am his wife", "I am the wife of Otto", "this is Otto's wife": near who writes. */
  private boolean saysWho(int am) {
    boolean his = false;
    boolean mine = false;
    for (int at = am + 1; at < hits.size() && hits.get(at).gap(hits.get(am)) <= NEAR; at++) {
      if (is(at, "count")) {
        return false;
      }
      if (isBehindComma(am, at) && !is(at, "family") && !is(at, "role")) {
        continue;
      }
      his |= is(at, "his");
      mine |= is(at, "mine") && !is(at, "his behind");
      boolean family = is(at, "family");
      boolean relative = family || is(at, "role");
      if (isBehindComma(am, at)) {
        // "I am Rupert, his nephew."
        return relative && is(at - 1, "his") && adjacent(at - 1, at, 0);
      }
      if (relative && (isOfSomebody(am, at, his) || (family && isThe(am, at)))) {
        return !mine && !behind(at, "count", 2);
      }
    }
    return false;
  }

  private boolean isOfSomebody(int am, int at, boolean his) {
    boolean signs = his && hits.get(at).gap(hits.get(am)) <= NEAR;
    boolean ofName = is(at, "role") && follows(at, "of") && follows(at + 1, "title");
    boolean article =
        is(at, "family")
            && follows(at, "of")
            && !follows(at + 1, "mine")
            && !behind(at, "age", AGE)
            && !isNumber(at + 1);
    return (is(at - 1, "his") && adjacent(at - 1, at, 1))
        || (signs && adjacent(at - 1, at, 2))
        || follows(at, "his behind")
        || isPossessed(at)
        || ofName
        || article;
  }

  /** "A grandmother of 81". */
  private boolean isNumber(int of) {
    int next = hits.get(of).to();
    return next < words.size() && Character.isDigit(text.codePointAt(words.get(next).start()));
  }

  /** "The daughter": nobody else's than the owner's. */
  private boolean isThe(int am, int at) {
    return is(at - 1, "the") && adjacent(at - 1, at, 0) && adjacent(am, at - 1, 1);
  }

  private boolean isBehindComma(int am, int at) {
    return words.subList(hits.get(am).to(), hits.get(at).from()).stream()
        .anyMatch(word -> word.text().equals(","));
  }

  /** "Anna's daughter", "刘洋的同事": the word before says whose. */
  private boolean isPossessed(int at) {
    int before = hits.get(at).from() - 1;
    if (before < 0) {
      return false;
    }
    Words.Word word = words.get(before);
    String raw = text.substring(word.start(), word.end());
    return raw.equals("的")
        || ((raw.endsWith("'s") || raw.endsWith("’s")) && !word.text().equals("its"));
  }

  /** "妻です": at the beginning, or of somebody who is named; "the one who has it is my wife" not. */
  private boolean isNamed(int at) {
    int from = hits.get(at).from();
    boolean begins = from == 0;
    boolean of = from > 0 && words.get(from - 1).text().equals("の");
    return !has("topic") && !is(at - 1, "mine") && (begins || of);
  }

  /** "Regards, the secretary of Jens": nothing stands behind, and it is nobody of the writer's. */
  private boolean isRelativeOfName(int at) {
    return (is(at, "family") || is(at, "role"))
        && is(at - 1, "the")
        && adjacent(at - 1, at, 0)
        && hits.get(at - 1).from() <= GREETING
        && follows(at, "of")
        && !follows(at + 1, "mine")
        && words.size() - hits.get(at + 1).to() <= 2
        && isCapital(hits.get(at + 1).to());
  }

  /** "息子の健太です": who they are, and what they are called. */
  private boolean isRelativeCalled(int at) {
    if (!is(at, "family") || hits.get(at).from() > 0 || !isSigns(at)) {
      return false;
    }
    int no = hits.get(at).to();
    return no < words.size()
        && words.get(no).text().equals("の")
        && CALLED.matcher(text.substring(words.get(no).start())).lookingAt();
  }

  private boolean isCapital(int word) {
    return word < words.size() && Character.isUpperCase(text.codePointAt(words.get(word).start()));
  }

  /** Whether the word behind is none that leads to nobody: a name, or a relative. */
  private boolean namesSomebody(int at) {
    int next = hits.get(at).to();
    if (next >= words.size() || words.get(next).text().equals(",")) {
      return false;
    }
    boolean mine = follows(at, "mine");
    boolean relative = mine && (follows(at + 1, "family") || follows(at + 1, "role"));
    return relative || (!mine && !follows(at, "nobody") && !follows(at, "no person"));
  }

  private boolean mineBehind(int at) {
    int next = follows(at, "the") ? at + 1 : at;
    boolean some = follows(at, "some");
    boolean mine = some || follows(next, "mine");
    int person = some ? at + 1 : mine ? next + 1 : next;
    boolean signs = isSigns(at);
    boolean named = signs && person(at + 1) && (mine || behind(at, "title", NEAR));
    return (mine && (follows(person, "family") || follows(person, "role")))
        || named
        || (signs && follows(at, "his"));
  }

  /** Whether the writer does it: the verb stands before, or where signs are words behind. */
  private boolean does(int at) {
    for (int near = at - 1; near >= 0 && hits.get(near).gap(hits.get(at)) <= NEAR / 2; near--) {
      if (is(near, "does")) {
        return true;
      }
    }
    return isSigns(at) && behind(at, "does", NEAR);
  }

  private boolean isSigns(int at) {
    return words.get(hits.get(at).from()).text().codePointAt(0) > 0x2E80;
  }

  /** "He asked me to do it": somebody of whom one speaks stands before, and not you. */
  private boolean wasAsked(int at) {
    for (int near = at - 1; near >= 0 && hits.get(near).gap(hits.get(at)) <= NEAR; near--) {
      if (is(near, "you asked")) {
        return false;
      }
      if (is(near, "third") || is(near, "his") || is(near, "family") || is(near, "role")) {
        return true;
      }
    }
    return false;
  }

  /** "Her secretary Tim", and nothing else. */
  private boolean isSignature() {
    return words.size() <= SIGNATURE
        && is(0, "his")
        && hits.get(0).from() == 0
        && (follows(0, "family") || follows(0, "role"));
  }

  private boolean person(int at) {
    return is(at, "family") || is(at, "role") || is(at, "title");
  }

  private boolean behind(int at, String group, int within) {
    for (int near = at + 1; near < hits.size() && hits.get(near).gap(hits.get(at)) <= within; ) {
      if (is(near, group)) {
        return true;
      }
      near++;
    }
    return false;
  }

  private boolean follows(int at, String group) {
    return at >= 0 && at + 1 < hits.size() && is(at + 1, group) && adjacent(at, at + 1, 0);
  }

  private boolean adjacent(int one, int other, int within) {
    return one >= 0
        && other < hits.size()
        && (one == other || hits.get(other).gap(hits.get(one)) <= within);
  }

  private boolean is(int at, String group) {
    return at >= 0 && at < hits.size() && hits.get(at).meaning().contains(group);
  }
}

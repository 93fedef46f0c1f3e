package dev.latchkey.triage.proof;

import dev.latchkey.triage.proof.ProofReply.Thing;
import dev.latchkey.triage.proof.ProofThought.Verdict;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads answers to a letter that asks for a proof: what is said to be there, what is said to be
 * impossible, and who could vouch. Sentence by sentence it joins a deed or an ability, what denies
 * or delays it, and the thing that it is about; the words stand in {@code proof-words.txt}.
 *
 * <p>"Done" and "cannot" taken for one another is the worst error, so what speaks for both of one
 * thing is neither, unless the impossible lies in the past.
 */
public final class ProofReplyReader {
  /** So few words are nothing but the answer. */
  private static final int BRIEF = 8;

  private static final Lexicon<Set<String>> WORDS = ProofWords.lexicon();
  private final VoucherNames names = new VoucherNames();

  /** What the thoughts of a text amount to. */
  private static final class Tally {
    private final Set<Thing> done = EnumSet.noneOf(Thing.class);
    private final Set<Thing> cannot = EnumSet.noneOf(Thing.class);
    private final Set<Thing> could = EnumSet.noneOf(Thing.class);
    private boolean allDone;
    private boolean allCannot;
    private boolean allCould;
    private boolean everything;
    private boolean rest;
    private boolean another;
  }

  /** Reads what was typed (the generous reading, secrets removed). */
  public ProofReply read(String typed) {
    String text = RedactedText.withoutMarks(typed);
    Tally tally = new Tally();
    Words all = MailText.of(text).words();
    boolean brief = length(all.list()) <= BRIEF;
    List<List<Words.Word>> clauses = Clauses.of(all);
    List<String> people = new ArrayList<>();
    for (int at = 0; at < clauses.size(); at++) {
      List<Words.Word> clause = clauses.get(at);
      weigh(thoughts(clause, text, brief), tally);
      int from = at == 0 ? 0 : clause.get(0).start();
      int to = at + 1 == clauses.size() ? text.length() : clauses.get(at + 1).get(0).start();
      people.addAll(names.in(text.substring(from, to), WORDS.find(clause)));
    }
    return reply(tally, people.stream().distinct().limit(VoucherNames.MOST).toList());
  }

  /** Cuts a sentence at commas and at words that begin another thought. */
  private List<ProofThought> thoughts(List<Words.Word> clause, String text, boolean brief) {
    List<ProofThought> thoughts = new ArrayList<>();
    ProofQuestions questions = ProofQuestions.of(clause, text, WORDS);
    int from = 0;
    List<Hit<Set<String>>> hits = WORDS.find(clause);
    List<Hit<Set<String>>> open = new ArrayList<>();
    int next = 0;
    int covered = 0;
    for (int at = 0; at <= clause.size(); at++) {
      boolean end = at == clause.size();
      boolean starts = !end && next < hits.size() && hits.get(next).from() == at;
      boolean turns = starts && hits.get(next).meaning().contains("turn");
      if (end || turns || (at >= covered && clause.get(at).text().equals(","))) {
        if (at > from) {
          thoughts.add(
              new ProofThought(
                  open,
                  length(clause.subList(from, at)),
                  brief,
                  questions.asks(clause, from, end && at > 0)));
        }
        open.clear();
        from = turns ? at : at + 1;
      }
      if (starts) {
        covered = hits.get(next).to();
        open.add(hits.get(next++));
      }
    }
    return thoughts;
  }

  /** How many words it has; two signs of Chinese or Japanese count as one. */
  private static int length(List<Words.Word> words) {
    long signs =
        words.stream()
            .filter(word -> word.text().length() == 1 && TextWords.isEast(word.text().charAt(0)))
            .count();
    return words.size() - (int) (signs / 2);
  }

  private static void weigh(List<ProofThought> thoughts, Tally tally) {
    Verdict before = Verdict.NOTHING;
    for (int at = 0; at < thoughts.size(); at++) {
      ProofThought thought = thoughts.get(at);
      Verdict verdict = thought.verdict();
      if (verdict == Verdict.NOTHING && at > 0 && thought.goesOn()) {
        verdict = before;
      }
      if (verdict == Verdict.NOTHING && thought.tellsOfLoss()) {
        tally.cannot.addAll(lost(thoughts, at));
      }
      before = verdict == Verdict.NOTHING && thought.begins() ? Verdict.CANNOT : verdict;
      if (verdict == Verdict.NOTHING) {
        // "The branch tomorrow, the others I cannot": that one is none of the others.
        tally.another |=
            thought.has("rest") || thought.things().stream().anyMatch(it -> it != Thing.CO_OWNER);
        continue;
      }
      Set<Thing> things = thought.things();
      if (things.isEmpty()) {
        things = besides(thoughts, at);
      }
      if (verdict == Verdict.DONE) {
        tally.done.addAll(things);
        tally.allDone |= things.isEmpty();
      } else if (thought.past()) {
        tally.could.addAll(things);
        tally.allCould |= things.isEmpty();
      } else if (thought.has("remainder")) {
        tally.rest = true;
      } else if (!thought.has("rest")) {
        tally.cannot.addAll(things);
        tally.allCannot |= things.isEmpty();
        tally.everything |= thought.everything() && things.isEmpty();
      }
    }
  }

  /** What a thought tells to be gone: what is named right before it, or in what is gone. */
  private static Set<Thing> lost(List<ProofThought> thoughts, int at) {
    boolean within = at + 1 < thoughts.size() && thoughts.get(at + 1).has("within");
    int beside = within ? at + 1 : at - 1;
    return beside >= 0
            && (within || thoughts.get(at).has("relative"))
            && thoughts.get(beside).verdict() == Verdict.NOTHING
            && !thoughts.get(beside).asks()
            && !thoughts.get(beside).has("if")
        ? thoughts.get(beside).things()
        : Set.of();
  }

  /** The things of the nearest thought that says nothing by itself; behind it no other begins. */
  private static Set<Thing> besides(List<ProofThought> thoughts, int at) {
    for (int off = 1; off < thoughts.size(); off++) {
      for (int near : new int[] {at - off, at + off}) {
        if (near >= 0
            && near < thoughts.size()
            && thoughts.get(near).verdict() == Verdict.NOTHING
            && !thoughts.get(near).asks()
            && (near < at || !thoughts.get(near).has("turn"))
            && !thoughts.get(near).things().isEmpty()) {
          return thoughts.get(near).things();
        }
      }
    }
    return Set.of();
  }

  private static ProofReply reply(Tally tally, List<String> people) {
    boolean saysDone = tally.allDone || !tally.done.isEmpty();
    Set<Thing> done = EnumSet.noneOf(Thing.class);
    done.addAll(tally.done);
    Set<Thing> cannot = EnumSet.noneOf(Thing.class);
    cannot.addAll(tally.cannot);
    boolean allCannot = tally.allCannot;
    // What was not possible before may be possible now.
    tally.could.removeAll(tally.done);
    if (!tally.allDone) {
      cannot.addAll(tally.could);
      allCannot |= tally.allCould && !saysDone;
    }
    Set<Thing> both = EnumSet.copyOf(done);
    both.retainAll(cannot);
    done.removeAll(both);
    cannot.removeAll(both);
    boolean allDone = tally.allDone && done.isEmpty() && both.isEmpty();
    if (saysDone && allCannot && !tally.everything) {
      // "I made it, but I cannot": which of them, is not to be known.
      return new ProofReply(Set.of(), cannot, false, false, false, people);
    }
    boolean rest = tally.rest && !tally.another && !saysDone;
    allCannot = allCannot && !saysDone && both.isEmpty() && (cannot.isEmpty() || tally.everything);
    return new ProofReply(done, cannot, allDone, allCannot, rest, people);
  }
}

package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of what an owner wrote that holds one thought: whether it denies, orders, or says that it
 * was them.
 *
 * @param hits what was found in it, by place in the part between two commas that it stands in
 * @param words how many that part has
 * @param said its own
 * @param begins where in that part
 */
record OwnerThought(
    List<Hit<Set<String>>> hits, int words, boolean question, List<Words.Word> said, int begins) {
  /** Words between a denial and what it denies, at most. */
  private static final int NEAR = 5;

  /** "Yes, me"; "my request, Kofi". */
  private static final int FEW = 3;

  /** An idiom, and a word or two. */
  private static final int IDIOM = 7;

  /** In more words "go ahead" explains itself, or is taken back. */
  private static final int LONGEST_GO = 9;

  /** What may stand right behind the writer without being about something else. */
  private static final Set<String> SAYS_MORE =
      Set.of("self", "be", "fill", "tail", "asked", "thing", "claim", "yes", "proceed");

  static OwnerThought of(
      List<Hit<Set<String>>> hits, List<Words.Word> part, int from, int to, boolean question) {
    return new OwnerThought(
        List.copyOf(hits), part.size(), question, List.copyOf(part.subList(from, to)), from);
  }

  /** Which of its words say what owners say. */
  BitSet heard() {
    BitSet heard = new BitSet(said.size());
    hits.forEach(hit -> heard.set(hit.from() - begins, hit.to() - begins));
    return heard;
  }

  boolean has(String group) {
    return Lexicon.has(hits, group);
  }

  /** "I wrote it": no answer that counts, and no doubt about one. */
  boolean own() {
    return has("self") || has("asked");
  }

  /** "Because my arm is in plaster": why they did it, in whatever words. */
  boolean isReason() {
    return !hits.isEmpty()
        && hits.get(0).from() == begins
        && hits.get(0).meaning().contains("because");
  }

  /** Whether it stands behind a comma, and goes on with what was said before it. */
  boolean goesOn() {
    return begins == 0 && !has("but");
  }

  /** "Who else would it be?" */
  boolean asksWhoElse() {
    return question && has("who else");
  }

  /** Whether it is a yes, or asks us to go on. */
  boolean saysYes() {
    return !hits.isEmpty() && (letsGo() || claims());
  }

  /** Whether it says that nothing speaks against it: "please do not stop", "fine by me". */
  boolean letsGo() {
    return has("keep going") || stopsNothing() || (has("fine") && !deniesFine()) || handsOver();
  }

  /** "Give it to her", undenied, and nothing else in it that objects. */
  boolean handsOver() {
    return has("hands")
        && !question
        && !isDenial()
        && !beside("hands", hit -> hit.meaning().contains("not") || hit.meaning().contains("no"))
        && Stream.of("unknown", "attack", "doubt", "stop", "hands not").noneMatch(this::has);
  }

  /** "Do not give it to her", "no se la den". */
  boolean deniesHanding() {
    return !has("to me")
        && (beside("hands", hit -> hit.meaning().contains("not"))
            || Lexicon.of(hits, "hands").anyMatch(this::isDeniedJustBefore));
  }

  /** "That is not fine by me", "no estoy de acuerdo". */
  boolean deniesFine() {
    return beside("fine", hit -> hit.meaning().contains("not") || hit.meaning().contains("no"));
  }

  /** Words that deny whole, some of them only where little else is said. */
  boolean isDenial() {
    return has("denial") || (has("denial alone") && words <= FEW) || refuses();
  }

  /** An idiom that refuses, and little beside it: "over my dead body". */
  boolean refuses() {
    return has("refusal") && words <= IDIOM && !question;
  }

  /** "It was not me": between the denial and the writer stand only words that carry nothing. */
  boolean deniesSelf() {
    for (int at = 0; at < hits.size(); at++) {
      if (hits.get(at).meaning().contains("self") && !isAttacked(at)) {
        int self = at;
        if (Stream.of(-1, 1)
            .flatMap(step -> behindFillers(hits, self, step).stream())
            .anyMatch(near -> denies(near, hits.get(self)) && !deniesOther(near, hits.get(self)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Nobody impersonates me": whom an attack would be on, and no deed is laid to. */
  private boolean isAttacked(int self) {
    return self > 0
        && hits.get(self - 1).meaning().contains("attack")
        && hits.get(self - 1).gap(hits.get(self)) == 0;
  }

  /** The next hit on one side that is no filler, when at most one unknown word stands between. */
  private static Optional<Hit<Set<String>>> behindFillers(
      List<Hit<Set<String>>> hits, int at, int step) {
    int unknown = 0;
    for (int near = at + step; near >= 0 && near < hits.size(); near += step) {
      unknown += hits.get(near).gap(hits.get(near - step));
      if (unknown > 1) {
        return Optional.empty();
      }
      if (!isFiller(hits.get(near))) {
        return Optional.of(hits.get(near));
      }
    }
    return Optional.empty();
  }

  /** "no" denies a whole phrase; "no me" is Spanish for something else. */
  private static boolean denies(Hit<Set<String>> denial, Hit<Set<String>> self) {
    boolean phrase = self.to() - self.from() > 1;
    return denial.meaning().contains("not") || (denial.meaning().contains("no") && phrase);
  }

  /** "From my side there are no open points": it denies what stands behind it. */
  private boolean deniesOther(Hit<Set<String>> denial, Hit<Set<String>> self) {
    return denial.from() >= self.to()
        && !denial.meaning().contains("not")
        && denial.to() < said.size()
        && hits.stream().noneMatch(hit -> hit.from() == denial.to());
  }

  /** "No problem logging in", which is more than "no problem". */
  boolean deniesMoreThanTrouble() {
    return has("calm alone") && heard().cardinality() < said.size();
  }

  /** "I did not ask for this": a deed, denied, and nobody else's. */
  boolean deniesDeed() {
    if (has("other") && !has("subject")) {
      return false;
    }
    Predicate<Hit<Set<String>>> denial =
        hit -> hit.meaning().contains("not") || hit.meaning().contains("no");
    boolean asked = (beside("asked", denial) || beside("asked there", denial)) && !has("ask of us");
    boolean did = has("subject") && has("thing") && !has("except") && beside("did", denial);
    return asked || (did && !helps());
  }

  /** "I deny having asked", which "I deny nothing" and "je ne nie pas" do not. */
  boolean disputes() {
    boolean deed =
        words <= FEW
            || Stream.of("thing", "asked", "asked there", "self", "claim").anyMatch(this::has);
    return deed && Lexicon.of(hits, "dispute").anyMatch(said -> !isTurned(said));
  }

  private boolean isTurned(Hit<Set<String>> said) {
    return hits.stream()
        .filter(hit -> hit.meaning().contains("not") || hit.meaning().contains("no"))
        .anyMatch(not -> not.gap(said) <= (not.from() < said.from() ? 1 : 0));
  }

  /** "I did not get it", "I do not know how to do it": what is denied is another verb. */
  boolean helps() {
    return Lexicon.of(hits, "did")
        .allMatch(did -> Lexicon.of(hits, "not").anyMatch(not -> helps(did, not)));
  }

  /** Whether a verb that is no deed stands right behind a denial that is before or at a word. */
  private boolean helps(Hit<Set<String>> did, Hit<Set<String>> not) {
    boolean before = not.to() <= did.from();
    boolean at = not.from() >= did.from() && not.gap(did) <= 0;
    boolean last =
        Lexicon.of(hits, "not").noneMatch(it -> it.from() >= not.to() && it.to() <= did.from());
    return (at || (before && last))
        && Lexicon.of(hits, "no deed")
            .anyMatch(
                verb ->
                    verb.from() >= not.to()
                        && verb.gap(not) <= 1
                        && (at || verb.to() <= did.from()));
  }

  /** "Please stop nothing": an order that a denial right beside it turns round, and no more. */
  boolean stopsNothing() {
    boolean turned =
        hits.stream()
            .filter(hit -> hit.meaning().contains("stop"))
            .anyMatch(
                order ->
                    isDeniedBefore(order)
                        || hits.stream()
                            .anyMatch(
                                near ->
                                    near.meaning().contains("not")
                                        && !near.meaning().contains("stop")
                                        && near.gap(order) <= 1));
    return turned
        && !isDenial()
        && Stream.of("unknown", "attack", "self", "asked", "asked there", "doubt")
            .noneMatch(this::has);
  }

  /** "No la anulen": nothing but a pronoun parts the two. */
  private boolean isDeniedBefore(Hit<Set<String>> order) {
    int at = hits.indexOf(order);
    return at > 1
        && hits.get(at - 1).meaning().contains("it")
        && hits.get(at - 1).gap(order) == 0
        && hits.get(at - 2).meaning().contains("no")
        && hits.get(at - 2).gap(hits.get(at - 1)) == 0;
  }

  /** Whether it orders us to stop, and no word near denies that. */
  boolean orders() {
    return undenied("stop") && Lexicon.of(hits, "stop").noneMatch(this::isDeniedBefore);
  }

  /** "No thief anywhere near us", and nothing of who asked. */
  boolean deniesAttack() {
    return has("attack") && !attacks() && !deniesDeed() && !isDenial();
  }

  /** "A thief did it", which "no thief did it" does not say. */
  boolean attacks() {
    return undenied("attack") && Lexicon.of(hits, "attack").noneMatch(this::isNone);
  }

  private boolean isNone(Hit<Set<String>> attack) {
    return Lexicon.of(hits, "no").anyMatch(no -> no.to() == attack.from());
  }

  /** "Do not let them in", "no se la den", which "they do not let me in" is not. */
  boolean deniesLetting() {
    boolean denied =
        beside("let", hit -> hit.meaning().contains("not"))
            || Lexicon.of(hits, "let").anyMatch(this::isDeniedJustBefore);
    return denied && !has("to me");
  }

  /** By a Spanish "no", which elsewhere answers before anything. */
  private boolean isDeniedJustBefore(Hit<Set<String>> let) {
    return Lexicon.of(hits, "no").anyMatch(no -> no.from() < let.from() && no.gap(let) <= 1);
  }

  /** Whether a word of {@code group} stands in it that no denial is near. */
  boolean undenied(String group) {
    return has(group) && !beside(group, hit -> hit.meaning().contains("not"));
  }

  /** Whether it says that it was them. */
  boolean claims() {
    boolean yes = hits.get(0).from() == 0 && hits.get(0).meaning().contains("yes");
    return has("claim")
        || (has("proceed") && (words <= LONGEST_GO || said.size() - heard().cardinality() <= FEW))
        || yes
        || claimsSelf()
        || (has("self then") && has("done by"))
        || ((has("i asked") || (has("subject") && has("asked"))) && !has("ask of us"));
  }

  /** "Yes", without a word of what it is said to. */
  boolean isBareYes() {
    return hits.size() == 1 && has("yes") && !has("proceed");
  }

  /** "That was me", or nothing but "me", which "help me" is not. */
  private boolean claimsSelf() {
    for (int at = 0; at < hits.size(); at++) {
      Hit<Set<String>> self = hits.get(at);
      boolean phrase = self.to() - self.from() > 1;
      boolean linked = isLinked(at, -1) || isLinked(at, 1);
      boolean alone = words <= FEW && heard().cardinality() == said.size();
      if (self.meaning().contains("self") && ((phrase && !goesOn(self)) || linked || alone)) {
        return true;
      }
    }
    return false;
  }

  /** "Bin ich eingeloggt", "é meu celular": the word behind it says that it is about that. */
  private boolean goesOn(Hit<Set<String>> self) {
    int next = self.to();
    return self.meaning().contains("self open")
        && next - begins < said.size()
        && hits.stream()
            .noneMatch(
                hit ->
                    hit.from() <= next
                        && next < hit.to()
                        && hit.meaning().stream().anyMatch(SAYS_MORE::contains));
  }

  private static boolean isFiller(Hit<Set<String>> hit) {
    return hit.meaning().contains("be")
        || hit.meaning().contains("fill")
        || hit.meaning().contains("sure");
  }

  /** "Was me", "was indeed only me": what links them stands beside the writer, on one side. */
  private boolean isLinked(int self, int step) {
    int at = self;
    do {
      at += step;
      if (at < 0 || at >= hits.size() || hits.get(at).gap(hits.get(at - step)) > 0) {
        return false;
      }
      if (hits.get(at).meaning().contains("be")) {
        return true;
      }
    } while (hits.get(at).meaning().contains("sure"));
    return false;
  }

  boolean beside(String group, Predicate<Hit<Set<String>>> other) {
    return hits.stream()
        .filter(hit -> hit.meaning().contains(group))
        .anyMatch(hit -> hits.stream().anyMatch(near -> other.test(near) && near.gap(hit) <= NEAR));
  }
}

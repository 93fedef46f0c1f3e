package dev.latchkey.triage.request;

import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads what an owner answers: that it was not them, that it was, or something else. A thing (the
 * request), a person (the writer) and a denial are put together, sentence by sentence; the words
 * stand in {@code owner-words.txt}.
 *
 * <p>The errors cost differently. What is taken for anything else stops the clock and is read by a
 * person, so nothing is lost by doubt; a yes is believed only when nothing in the mail speaks
 * against it, and nothing but a reason or politeness stands behind it ({@link BesideYes}); what
 * asks us not to stop is no objection.
 */
public final class OwnerAnswerReader {
  /** Words between a denial and what it denies, at most. */
  private static final int NEAR = 5;

  /** A longer text says more than yes. */
  private static final int LONGEST_YES = 60;

  private static final String PUNCTUATION = ".,;:-_–—…*";

  /** "Yes, me"; "my request, Kofi". */
  private static final int FEW = 3;

  /** A longer one explains itself, or takes it back. */
  private static final int LONGEST_NO = 6;

  private final Lexicon<Set<String>> words =
      new Lexicon<>(
          WordList.sections(OwnerAnswerReader.class, "owner-words.txt"), groups -> groups);

  private final BesideYes beside = new BesideYes();

  /** Whether only a reason or politeness may stand behind a yes. */
  private final boolean alone;

  /** Reads what owners answer. */
  public OwnerAnswerReader() {
    this(true);
  }

  private OwnerAnswerReader(boolean alone) {
    this.alone = alone;
  }

  /**
   * Reads what people answer who are asked to vouch: they tell how they know somebody, and their
   * yes is worth nothing without the code.
   */
  public static OwnerAnswerReader ofVouchers() {
    return new OwnerAnswerReader(false);
  }

  /** What the sentences of a text amount to. */
  private static final class Tally {
    private boolean objects;
    private boolean orders;
    private boolean lets;
    private boolean agrees;
    private boolean owns;
    private boolean deed;
    private boolean doubt;
    private boolean denied;

    /** It denies, as a question or in doubt. */
    private boolean wonders;

    private boolean no;
    private int words;
  }

  /**
   * A part of a sentence that holds one thought.
   *
   * @param hits what was found in it, by place in the part between two commas that it stands in
   * @param words how many that part has
   * @param said its own
   * @param begins where in that part
   */
  private record Thought(
      List<Hit<Set<String>>> hits, int words, boolean question, List<Words.Word> said, int begins) {
    static Thought of(
        List<Hit<Set<String>>> hits, List<Words.Word> part, int from, int to, boolean question) {
      return new Thought(
          List.copyOf(hits), part.size(), question, List.copyOf(part.subList(from, to)), from);
    }

    /** Which of its words say what owners say. */
    BitSet heard() {
      BitSet heard = new BitSet(said.size());
      hits.forEach(hit -> heard.set(hit.from() - begins, hit.to() - begins));
      return heard;
    }

    boolean has(String group) {
      return hits.stream().anyMatch(hit -> hit.meaning().contains(group));
    }
  }

  /**
   * What was answered. A signature, a disclaimer and what may be quoted can object, for people
   * write below a closing, but never agree.
   *
   * @param subject as the mail has it; counts only where the text says nothing
   */
  public OwnerAnswer read(TrimmedReply reply, String subject) {
    OwnerAnswer strict = read(reply.strict());
    if (strict != OwnerAnswer.NOTHING && strict != OwnerAnswer.UNCLEAR) {
      return strict;
    }
    OwnerAnswer generous = read(reply.generous());
    if (generous == OwnerAnswer.OBJECTS) {
      return generous;
    }
    boolean title = strict == OwnerAnswer.NOTHING && read(subject) == OwnerAnswer.OBJECTS;
    return title ? OwnerAnswer.OBJECTS : strict == OwnerAnswer.NOTHING ? generous : strict;
  }

  /** The same of a text without parts. */
  public OwnerAnswer read(String written) {
    Tally tally = tally(written);
    if (tally.words == 0) {
      // A dot below a title is an empty page; a sign of the hand is not.
      return written.chars().allMatch(c -> c <= ' ' || PUNCTUATION.indexOf(c) >= 0)
          ? OwnerAnswer.NOTHING
          : OwnerAnswer.UNCLEAR;
    }
    boolean objects = tally.objects || tally.orders;
    if (alone && !objects && !tally.wonders && AnotherCodeReader.wants(written)) {
      return OwnerAnswer.WANTS_CODE;
    }
    if (objects || (tally.no && tally.words <= LONGEST_NO)) {
      return tally.agrees ? OwnerAnswer.UNCLEAR : OwnerAnswer.OBJECTS;
    }
    boolean asked = tally.deed || !tally.owns;
    boolean plain = asked && !tally.doubt && !tally.denied && tally.words <= LONGEST_YES;
    return tally.agrees && plain && isAlone(written) ? OwnerAnswer.AGREES : OwnerAnswer.UNCLEAR;
  }

  /** Whether nothing beside a yes takes it back, and only a reason or politeness stands behind. */
  private boolean isAlone(String written) {
    String text = RedactedText.withoutMarks(written);
    boolean left = true;
    for (List<Words.Word> clause : Clauses.of(Words.of(text))) {
      for (Thought thought : thoughts(clause, false)) {
        if (beside.takesBack(thought.said()) || beside.shrugs(thought.said())) {
          return false;
        }
        left =
            saysYes(thought)
                || (left && beside.leaves(text, thought.said(), thought.heard(), own(thought)));
      }
    }
    return (left || !alone) && !BesideYes.mocks(written);
  }

  /**
   * Whether words that stand beside a proof speak against it: they ask us to wait, mock what is
   * said, restrict it or take it back, or deny in doubt ("but I did not ask for that?!").
   */
  public boolean speaksAgainst(String written) {
    return read(written) != OwnerAnswer.AGREES
        && (tally(written).wonders
            || BesideYes.mocks(written)
            || PauseReader.pauses(written)
            || takesBack(written));
  }

  /** Whether it asks for another code, and nothing in it speaks against what the code is for. */
  public boolean asksForCode(String written) {
    return AnotherCodeReader.wants(written) && !speaksAgainst(written);
  }

  private boolean takesBack(String written) {
    return Clauses.of(Words.of(RedactedText.withoutMarks(written))).stream()
        .flatMap(clause -> thoughts(clause, false).stream())
        .anyMatch(thought -> beside.takesBack(thought.said()));
  }

  /**
   * Whether all that objects in a text is an order to stop: whoever asked themselves may mean that
   * it is over, or that they named a wrong account.
   */
  public boolean onlyOrders(String written) {
    Tally tally = tally(written);
    return tally.orders && !tally.objects;
  }

  /** Whether it says that we may stop: "you can drop this". */
  public boolean letsStop(String written) {
    return tally(written).lets;
  }

  private Tally tally(String written) {
    // "Do not keep me waiting" denies a wait, and nothing else.
    String text = PauseReader.withoutImpatience(RedactedText.withoutMarks(written));
    Tally tally = new Tally();
    boolean first = true;
    for (List<Words.Word> clause : Clauses.of(Words.of(text))) {
      tally.words += clause.size();
      boolean question = endsInQuestion(text, clause.get(clause.size() - 1).end());
      for (Thought thought : thoughts(clause, question)) {
        weigh(thought, first, tally);
        first = false;
      }
    }
    return tally;
  }

  /**
   * Whether a sentence denies that the writer asked for anything. A claimant may say that somebody
   * is in their account, but not this.
   */
  public boolean deniesAsking(String written) {
    String text = RedactedText.withoutMarks(written);
    for (List<Words.Word> clause : Clauses.of(Words.of(text))) {
      for (Thought thought : thoughts(clause, false)) {
        if (isDenial(thought)
            || thought.has("unknown")
            || (!thought.hits().isEmpty() && (deniesSelf(thought) || deniesDeed(thought)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean endsInQuestion(String text, int end) {
    int at = end;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == '？');
  }

  /** Cuts a sentence at commas and at words that begin another thought. */
  private List<Thought> thoughts(List<Words.Word> clause, boolean question) {
    List<Thought> thoughts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= clause.size(); at++) {
      if (at == clause.size() || clause.get(at).text().equals(",")) {
        List<Words.Word> part = clause.subList(from, at);
        List<Hit<Set<String>>> open = new ArrayList<>();
        int begins = 0;
        for (Hit<Set<String>> hit : words.find(part)) {
          if (hit.meaning().contains("turn") || hit.meaning().contains("but")) {
            thoughts.add(Thought.of(open, part, begins, hit.from(), question));
            open.clear();
            begins = hit.to();
            if (hit.meaning().contains("but")) {
              open.add(hit);
              begins = hit.from();
            }
          } else {
            open.add(hit);
          }
        }
        thoughts.add(Thought.of(open, part, begins, part.size(), question));
        from = at + 1;
      }
    }
    return thoughts;
  }

  private static void weigh(Thought thought, boolean first, Tally tally) {
    if (thought.hits().isEmpty()) {
      return;
    }
    boolean doubt = thought.has("doubt");
    tally.doubt |= doubt || thought.has("but");
    tally.doubt |= thought.question() && !thought.has("code");
    if (thought.has("keep going") || stopsNothing(thought)) {
      tally.agrees |= !thought.question();
      return;
    }
    boolean denies = thought.has("not") || isDenial(thought);
    boolean denied =
        isDenial(thought)
            || thought.has("unknown")
            || deniesSelf(thought)
            || deniesDeed(thought)
            || (undenied(thought, "attack") && !thought.has("device"));
    if (doubt || thought.question()) {
      tally.wonders |= denied;
      return;
    }
    boolean orders = undenied(thought, "stop");
    boolean objects = denied || orders;
    tally.no |= first && thought.has("no") && thought.hits().size() == 1;
    tally.objects |= denied;
    tally.orders |= orders;
    tally.lets |= orders && thought.has("may");
    tally.denied |= denies || thought.has("no");
    boolean claims = !objects && !denies && !thought.has("no") && claims(thought);
    tally.agrees |= claims;
    tally.owns |= thought.has("owns");
    tally.deed |= claims && !thought.has("owns") && !isBareYes(thought);
  }

  /** "I wrote it": no answer that counts, and no doubt about one. */
  private static boolean own(Thought thought) {
    return thought.has("self") || thought.has("asked");
  }

  private static boolean saysYes(Thought thought) {
    return !thought.hits().isEmpty()
        && (thought.has("keep going") || stopsNothing(thought) || claims(thought));
  }

  /** Words that deny whole, some of them only where little else is said. */
  private static boolean isDenial(Thought thought) {
    return thought.has("denial") || (thought.has("denial alone") && thought.words() <= FEW);
  }

  /** "It was not me": between the denial and the writer stand only words that carry nothing. */
  private static boolean deniesSelf(Thought thought) {
    List<Hit<Set<String>>> hits = thought.hits();
    for (int at = 0; at < hits.size(); at++) {
      if (hits.get(at).meaning().contains("self")) {
        int self = at;
        if (Stream.of(-1, 1)
            .flatMap(step -> behindFillers(hits, self, step).stream())
            .anyMatch(near -> denies(near, hits.get(self)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The next hit on one side that is no filler, when at most one unknown word stands between. */
  private static Optional<Hit<Set<String>>> behindFillers(
      List<Hit<Set<String>>> hits, int at, int step) {
    int unknown = 0;
    for (int near = at + step; near >= 0 && near < hits.size(); near += step) {
      unknown += gap(hits.get(near), hits.get(near - step));
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

  /** "I did not ask for this": a deed, denied, and nobody else's. */
  private static boolean deniesDeed(Thought thought) {
    if (thought.has("other") && !thought.has("subject")) {
      return false;
    }
    Predicate<Hit<Set<String>>> denial =
        hit -> hit.meaning().contains("not") || hit.meaning().contains("no");
    boolean asked =
        (beside(thought, "asked", denial) || beside(thought, "asked there", denial))
            && !thought.has("ask of us");
    boolean did =
        thought.has("subject")
            && thought.has("thing")
            && !thought.has("except")
            && beside(thought, "did", denial);
    return asked || did;
  }

  /** "Please stop nothing": an order that a denial right beside it turns round, and no more. */
  private static boolean stopsNothing(Thought thought) {
    boolean turned =
        thought.hits().stream()
            .filter(hit -> hit.meaning().contains("stop"))
            .anyMatch(
                order ->
                    thought.hits().stream()
                        .anyMatch(
                            near ->
                                near.meaning().contains("not")
                                    && !near.meaning().contains("stop")
                                    && gap(near, order) <= 1));
    return turned
        && !isDenial(thought)
        && Stream.of("unknown", "attack", "self", "asked", "asked there", "doubt")
            .noneMatch(thought::has);
  }

  private static boolean undenied(Thought thought, String group) {
    return thought.has(group) && !beside(thought, group, hit -> hit.meaning().contains("not"));
  }

  private static boolean claims(Thought thought) {
    List<Hit<Set<String>>> hits = thought.hits();
    boolean yes = hits.get(0).from() == 0 && hits.get(0).meaning().contains("yes");
    return thought.has("claim")
        || (thought.has("proceed") && thought.words() <= LONGEST_NO)
        || yes
        || claimsSelf(thought)
        || (thought.has("subject") && thought.has("asked") && !thought.has("ask of us"));
  }

  /** "Yes", without a word of what it is said to. */
  private static boolean isBareYes(Thought thought) {
    return thought.hits().size() == 1 && thought.has("yes") && !thought.has("proceed");
  }

  /** "That was me", or nothing but "me". */
  private static boolean claimsSelf(Thought thought) {
    List<Hit<Set<String>>> hits = thought.hits();
    for (int at = 0; at < hits.size(); at++) {
      Hit<Set<String>> self = hits.get(at);
      boolean phrase = self.to() - self.from() > 1;
      boolean linked =
          (at > 0 && isBe(hits.get(at - 1), self))
              || (at + 1 < hits.size() && isBe(hits.get(at + 1), self));
      boolean alone = thought.words() <= FEW;
      if (self.meaning().contains("self") && (phrase || linked || alone)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFiller(Hit<Set<String>> hit) {
    return hit.meaning().contains("be") || hit.meaning().contains("fill");
  }

  private static boolean isBe(Hit<Set<String>> hit, Hit<Set<String>> self) {
    return hit.meaning().contains("be") && gap(hit, self) == 0;
  }

  private static boolean beside(Thought thought, String group, Predicate<Hit<Set<String>>> other) {
    return thought.hits().stream()
        .filter(hit -> hit.meaning().contains(group))
        .anyMatch(
            hit ->
                thought.hits().stream()
                    .anyMatch(near -> other.test(near) && gap(near, hit) <= NEAR));
  }

  private static int gap(Hit<Set<String>> one, Hit<Set<String>> other) {
    return one.from() < other.from() ? other.from() - one.to() : one.from() - other.to();
  }
}

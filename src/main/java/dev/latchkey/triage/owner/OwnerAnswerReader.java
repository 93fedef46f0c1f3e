package dev.latchkey.triage.owner;

import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
  private static final String PUNCTUATION = ".,;:-_–—…*";

  /** Words of an answer that says no more than "that was not me, and I never wrote that". */
  private static final int SHORT = 20;

  /** Read when the first answer is, by whichever reader. */
  private static final class Known {
    static final Lexicon<Set<String>> WORDS =
        new Lexicon<>(
            WordList.sections(OwnerAnswerReader.class, "owner-words.txt"), groups -> groups);
    static final BesideYes BESIDE = new BesideYes();
  }

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

  /**
   * The same of a text without parts. What only sounds like an objection ({@link AsideReader},
   * {@link OtherDeeds}) is none. Who says beside a plain yes who broke the telephone, if not they,
   * denies nothing; nor does who says so who set something up.
   */
  public OwnerAnswer read(String written) {
    String point = point(written);
    if (point.length() < written.length() && tally(point).isEmpty()) {
      return OwnerAnswer.UNCLEAR;
    }
    String known = OtherDeeds.withoutKnown(AsideReader.without(written));
    String rest = MishapReader.without(known);
    boolean agrees = rest.length() < written.length() && answer(rest) == OwnerAnswer.AGREES;
    OwnerAnswer said = agrees ? OwnerAnswer.AGREES : answer(point);
    return said == OwnerAnswer.AGREES && point.length() < known.length()
        ? OwnerAnswer.UNCLEAR
        : said;
  }

  /** What is left without what denies something else than the request. */
  public static String point(String written) {
    return OtherDeeds.without(AsideReader.without(written));
  }

  private OwnerAnswer answer(String written) {
    OwnerTally tally = tally(written);
    if (tally.isEmpty()) {
      // A dot below a title is an empty page; a sign of the hand is not.
      return written.chars().allMatch(c -> c <= ' ' || PUNCTUATION.indexOf(c) >= 0)
          ? OwnerAnswer.NOTHING
          : OwnerAnswer.UNCLEAR;
    }
    boolean objects = tally.objects();
    if (alone
        && !objects
        && !tally.wonders()
        && AnotherCodeReader.wants(MailText.of(RedactedText.withoutMarks(written)))) {
      return OwnerAnswer.WANTS_CODE;
    }
    if (objects || tally.isNo()) {
      return tally.contradicts() ? OwnerAnswer.UNCLEAR : OwnerAnswer.OBJECTS;
    }
    return tally.isPlain() && isAlone(written) ? OwnerAnswer.AGREES : OwnerAnswer.UNCLEAR;
  }

  /** Whether nothing beside a yes takes it back, and only a reason or politeness stands behind. */
  private boolean isAlone(String written) {
    String text = RedactedText.withoutMarks(written);
    boolean left = true;
    boolean hands = false;
    for (List<Words.Word> clause : MailText.of(text).clauses()) {
      boolean reason = false;
      for (OwnerThought thought : thoughts(clause, false)) {
        hands |= thought.handsOver();
        if (Known.BESIDE.takesBack(thought.said(), clause)
            || Known.BESIDE.shrugs(thought.said())
            || Known.BESIDE.onlyAsks(thought.said())) {
          return false;
        }
        reason = thought.isReason() || (reason && thought.goesOn());
        left =
            thought.saysYes()
                || OddLooks.explains(thought.said())
                || (left && reason)
                || (hands && Known.BESIDE.isSuccessor(thought.said()))
                || (left
                    && Known.BESIDE.leaves(text, thought.said(), thought.heard(), thought.own()));
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
        && (tally(written).wonders()
            || BesideYes.mocks(written)
            || PauseReader.pauses(written)
            || takesBack(written));
  }

  /** Whether anything in it objects, whatever agrees beside it, or speaks against it. */
  public boolean objectsInPart(String written) {
    OwnerTally tally = tally(written);
    return tally.objects() || tally.isNo() || speaksAgainst(written);
  }

  /** Whether it refuses in an idiom that hardly means anything else: "over my dead body". */
  public boolean refuses(String written) {
    String text = RedactedText.withoutMarks(written);
    return MailText.of(text).clauses().stream()
        .flatMap(
            clause ->
                thoughts(clause, endsInQuestion(text, clause.get(clause.size() - 1).end()))
                    .stream())
        .anyMatch(OwnerThought::refuses);
  }

  /** Whether it asks for another code, and nothing in it speaks against what the code is for. */
  public boolean asksForCode(String written) {
    return AnotherCodeReader.wants(MailText.of(RedactedText.withoutMarks(written)))
        && !speaksAgainst(written);
  }

  private boolean takesBack(String written) {
    return MailText.of(RedactedText.withoutMarks(written)).clauses().stream()
        .anyMatch(
            clause ->
                thoughts(clause, false).stream()
                    .anyMatch(thought -> Known.BESIDE.takesBack(thought.said(), clause)));
  }

  /**
   * What leans towards a yes and is none yet, for something else may stand beside it.
   *
   * @param claims it was them who asked, and nothing in it denies that or orders us to stop
   * @param goesOn it asks us not to stop, and nothing in it objects
   * @param fine nothing speaks against it, and nothing in it objects
   */
  public record Leaning(boolean claims, boolean goesOn, boolean fine) {}

  /** What {@code written} leans to. */
  public Leaning leaning(String written) {
    OwnerTally tally = tally(written);
    return new Leaning(tally.claims(), tally.goesOn(), tally.isFine());
  }

  /**
   * Whether all that objects in a text is an order to stop: whoever asked themselves may mean that
   * it is over, or that they named a wrong account.
   */
  public boolean onlyOrders(String written) {
    return tally(written).onlyOrders();
  }

  /** Whether it says that we may stop: "you can drop this". */
  public boolean letsStop(String written) {
    return tally(written).lets();
  }

  private OwnerTally tally(String written) {
    // "Do not keep me waiting" denies a wait, and nothing else.
    String text = PauseReader.withoutImpatience(RedactedText.withoutMarks(written));
    OwnerTally tally = new OwnerTally(!alone);
    boolean first = true;
    for (List<Words.Word> clause : MailText.of(text).clauses()) {
      tally.count(clause.size());
      boolean question = endsInQuestion(text, clause.get(clause.size() - 1).end());
      tally.weighWhole(clause, question);
      for (OwnerThought thought : thoughts(clause, question)) {
        tally.weigh(thought, first);
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
    String text = point(RedactedText.withoutMarks(written));
    for (List<Words.Word> clause : MailText.of(text).clauses()) {
      for (OwnerThought thought : thoughts(clause, false)) {
        if (thought.isDenial()
            || thought.has("unknown")
            || thought.disputes()
            || (!thought.hits().isEmpty() && (thought.deniesSelf() || thought.deniesDeed()))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a sentence denies the very deed of asking ("I did not ask for this", "not me who
   * asked") and nothing in the text says that it was them. A bare "not me" may speak of anything.
   */
  public boolean deniesTheRequest(String written) {
    String text = point(RedactedText.withoutMarks(written));
    boolean denied = false;
    for (List<Words.Word> clause : MailText.of(text).clauses()) {
      boolean question = endsInQuestion(text, clause.get(clause.size() - 1).end());
      for (OwnerThought thought : thoughts(clause, question)) {
        boolean asked = thought.has("asked") || thought.has("asked there");
        boolean denies =
            asked && (thought.deniesSelf() || thought.deniesDeed() || thought.disputes());
        if (!question && (denies || (asked && thought.isDenial()))) {
          denied = true;
        }
      }
    }
    return denied && !tally(written).agrees();
  }

  /**
   * Whether it denies the request, or is short and says no more than "not me": where answers are
   * waited for, a longer text may say that of anything.
   */
  public boolean deniesBeingTheWriter(String written) {
    if (deniesTheRequest(written)) {
      return true;
    }
    MailText text = MailText.of(point(RedactedText.withoutMarks(written)));
    return text.clauses().stream().mapToInt(List::size).sum() <= SHORT
        && !QuestionMark.isIn(written)
        && !tally(written).agrees()
        && text.clauses().stream()
            .flatMap(clause -> thoughts(clause, false).stream())
            .anyMatch(thought -> thought.deniesSelf() || thought.has("denial"));
  }

  private static boolean endsInQuestion(String text, int end) {
    int at = end;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return QuestionMark.isAt(text, at);
  }

  /** Cuts a sentence at commas and at words that begin another thought. */
  private List<OwnerThought> thoughts(List<Words.Word> clause, boolean question) {
    List<OwnerThought> thoughts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= clause.size(); at++) {
      if (at == clause.size() || clause.get(at).text().equals(",")) {
        List<Words.Word> part = clause.subList(from, at);
        List<Hit<Set<String>>> open = new ArrayList<>();
        int begins = 0;
        for (Hit<Set<String>> hit : Known.WORDS.find(part)) {
          if (hit.meaning().contains("turn") || hit.meaning().contains("but")) {
            thoughts.add(OwnerThought.of(open, part, begins, hit.from(), question));
            open.clear();
            begins = hit.to();
            if (hit.meaning().contains("but") || hit.meaning().contains("because")) {
              open.add(hit);
              begins = hit.from();
            }
          } else {
            open.add(hit);
          }
        }
        thoughts.add(OwnerThought.of(open, part, begins, part.size(), question));
        from = at + 1;
      }
    }
    return thoughts;
  }
}

package dev.latchkey.triage;

import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.request.IntentReading;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one reading of two of what a later mail means. It is sure where they agree; where they
 * differ the likelier one stands and is not, and whoever would end or withdraw something because of
 * it must not.
 */
final class TwoIntents {
  /** As likely as not. */
  private static final double EVEN = 0.5;

  /** That it is over, in more words than that takes, has to be so likely. */
  private static final double LONG = 0.8;

  /** So many words are a short text. */
  private static final int SHORT = 12;

  /** What ends something in more words must be so likely. */
  private static final double SURELY = 0.97;

  /** What is read by the models alone, and asked about, has to be so likely. */
  private static final double LIKELY = 0.7;

  /** How much an intent counts that the rules saw in a long text, where they see less well. */
  private static final double MEANT = 1.5;

  /** And in a short one. */
  private static final double MEANT_SHORTLY = 4;

  /** An objection that the models hear alone. */
  private static final double OBJECTS = 0.35;

  /** What an owner may have said, beside which nothing ends and no yes stands. */
  private static final double PERHAPS = 0.35;

  /** What is so likely, and likelier than an objection, is none that the models hear alone. */
  private static final double RATHER = 0.45;

  /** An objection of which the rules have a hint. */
  private static final double HINTED = 0.05;

  /** An objection that only the rules hear, where the models are sure of something else. */
  private static final double RATHER_NOT = 0.02;

  /** So likely something is that the models are sure of. */
  private static final double SURELY_ELSE = 0.9;

  /** An objection that only the rules hear, against all that the models know. */
  private static final double NEVER = 0.01;

  /** So likely is what may be looked for. */
  private static final double HINT = 0.02;

  /** Kind words are so likely. */
  private static final double KIND = 0.6;

  /** And each part of them. */
  private static final double PERHAPS_KIND = 0.35;

  /** What ends something is said in so few words. */
  private static final int PLAIN = 20;

  /** In so few the rules are seldom wrong. */
  private static final int HANDFUL = 6;

  /** So likely is what may be meant beside what owners say. */
  private static final double RARELY = 0.2;

  /** What nothing hangs on but what the desk says back. */
  private static final Set<Intent> BESIDE =
      Set.of(Intent.ANSWERS, Intent.DONE, Intent.CANNOT, Intent.QUESTION);

  /** Who says so is not at the end. */
  private static final Set<Wish> OPEN =
      Set.of(Wish.QUESTION, Wish.NOT_WORKING, Wish.WILL_TRY, Wish.NEW_CODE, Wish.MORE_TIME);

  private TwoIntents() {}

  /**
   * What a later mail is about: the likeliest, where what the rules read counts beside what the
   * models think. It is sure where both agree. That it is over must be likelier than the rest by
   * far, or both must say so, what an owner may mean included; and it is sure only of few plain
   * words.
   */
  static IntentReading intent(IntentReading rules, Opinion opinion) {
    Map<Intent, Double> shares = shares(rules.intent(), opinion);
    Intent best = likeliest(shares);
    boolean likely =
        rules.over()
            ? opinion.intents().of(Intent.RESOLVED.word())
                >= (opinion.words() <= PLAIN ? EVEN : LONG)
            : shares.getOrDefault(best, 0.0) >= LIKELY;
    if (best == Intent.RESOLVED && (mayBeOwners(opinion) || !likely)) {
      shares.remove(Intent.RESOLVED);
      best = likeliest(shares);
    }
    boolean agreed =
        best == Intent.RESOLVED ? rules.over() && ends(rules, opinion) : best == rules.intent();
    return rules.with(best, agreed);
  }

  /** Whether an owner may have said it, who objects or agrees. */
  static boolean mayBeOwners(Opinion opinion) {
    return owners(opinion) >= PERHAPS;
  }

  /** Whether the models take a text for kind words, or for the news that all is well. */
  static boolean pleased(Opinion opinion) {
    return kind(opinion) >= KIND;
  }

  /** Whether the models hear at least a hint of thanks or of the end. */
  static boolean mayBeEnd(Opinion opinion) {
    return kind(opinion) >= HINT;
  }

  /** Whether only the rules hear that it asks how it stands: "merci quand même". */
  static boolean asksNothing(IntentReading read, Opinion opinion) {
    return read.intent() == Intent.STATUS
        && opinion.intents().of(Intent.STATUS.word()) < HINT
        && opinion.intents().of(Intent.QUESTION.word()) < HINT;
  }

  /** Whether the models take a part of a text for thanks. */
  static boolean thanks(Opinion opinion) {
    return opinion.intents().of(Intent.THANKS.word()) >= KIND;
  }

  /** Whether the models surely take one for what somebody cannot do. */
  static boolean cannot(Opinion opinion) {
    return opinion.intents().of(Intent.CANNOT.word()) >= SURELY_ELSE;
  }

  /** Whether a part of one tells of a deed, for the rules and the models, or surely for these. */
  static boolean deed(IntentReading rules, Opinion opinion) {
    return opinion.intents().of(Intent.DONE.word())
        >= (rules.intent() == Intent.DONE ? EVEN : SURELY_ELSE);
  }

  /** Whether a part of one may be that. */
  static boolean mayBePleased(Opinion opinion) {
    return kind(opinion) >= PERHAPS_KIND;
  }

  private static double kind(Opinion opinion) {
    return Stream.of(Intent.THANKS, Intent.RESOLVED)
        .mapToDouble(intent -> opinion.intents().of(intent.word()))
        .sum();
  }

  /**
   * Whether the models say so too, of a short text that says nothing else: a longer one may tell of
   * something else that is over, or take it back, and to be asked once more harms nobody.
   */
  private static boolean ends(IntentReading rules, Opinion opinion) {
    return Collections.disjoint(rules.wishes(), OPEN)
        && (opinion.words() <= HANDFUL
            ? likeliest(shares(Intent.OTHER, opinion)) == Intent.RESOLVED
            : opinion.words() <= PLAIN && opinion.intents().of(Intent.RESOLVED.word()) >= SURELY);
  }

  /**
   * How likely each is. What an owner says is none of a requester's; where the rules heard one of
   * theirs it is not that, and not only thanks.
   */
  private static Map<Intent, Double> shares(Intent read, Opinion opinion) {
    Map<Intent, Double> shares = alone(opinion);
    shares.merge(Intent.OTHER, owners(opinion), Double::sum);
    if (read != Intent.OTHER && !onlyThanks(read, opinion)) {
      shares.remove(Intent.THANKS);
      double worth = opinion.words() <= SHORT ? MEANT_SHORTLY : MEANT;
      shares.computeIfPresent(read, (intent, likely) -> likely * Math.exp(worth));
      if (read == Intent.STATUS && opinion.words() <= SHORT) {
        // To ask how it stands, or how long it takes, is a question too; a long one asks more.
        shares.merge(read, shares.getOrDefault(Intent.QUESTION, 0.0), Double::sum);
        shares.remove(Intent.QUESTION);
      }
    }
    double all = shares.values().stream().mapToDouble(likely -> likely).sum();
    shares.replaceAll((intent, likely) -> likely / all);
    return shares;
  }

  private static Map<Intent, Double> alone(Opinion opinion) {
    Map<Intent, Double> shares = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      shares.put(intent, opinion.intents().of(intent.word()));
    }
    return shares;
  }

  private static double owners(Opinion opinion) {
    return opinion.intents().of("objection") + opinion.intents().of("confirm");
  }

  /** "Thanks for the quick answer" asks for none, whatever word of it the rules know. */
  private static boolean onlyThanks(Intent read, Opinion opinion) {
    return opinion.intents().of(Intent.THANKS.word()) >= SURELY
        && opinion.intents().of(read.word()) < HINT;
  }

  /**
   * What a text is about of which the models think that an owner may have said it, where a
   * requester writes: the likeliest of the rest, if it is likely, and ends and thanks for nothing.
   */
  static Intent besideOwners(Opinion opinion) {
    Intent best = likeliest(alone(opinion));
    double likely = opinion.intents().of(best.word());
    return BESIDE.contains(best) && likely >= RARELY && likely >= (1 - owners(opinion)) * EVEN
        ? best
        : Intent.OTHER;
  }

  private static Intent likeliest(Map<Intent, Double> shares) {
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Intent.OTHER);
  }

  /** What the rules have seen of what an owner answers. */
  enum Hint {
    /** It shows that its writer has all that a recovery would give back, or whom they suspect. */
    CONTENT,
    /** It shows that, or refuses, in words that hardly mean anything else. */
    PLAIN,
    /**
     * It says neither yes nor no, denies something else or asks us not to stop, which the models
     * take for a no.
     */
    ASIDE,
    /** Nothing speaks against it: "no objection" sounds like one to the models. */
    FINE,
    /** It says that it was them, and nothing against it. */
    CLAIMS
  }

  /**
   * What a mail would mean from an owner: an objection needs only one, unless the models think it
   * out of the question; a yes needs both.
   */
  static OwnerAnswer owner(OwnerAnswer rules, Opinion opinion, Set<Hint> hints) {
    double objects = opinion.intents().of("objection");
    double confirms = opinion.intents().of("confirm");
    return switch (rules) {
      case NOTHING, WANTS_CODE -> rules;
      case OBJECTS ->
          isPlain(hints) || objects >= (surelyElse(opinion) ? RATHER_NOT : NEVER)
              ? rules
              : OwnerAnswer.UNCLEAR;
      case AGREES ->
          !hints.contains(Hint.PLAIN)
                  && (!hints.contains(Hint.CONTENT) || hints.contains(Hint.CLAIMS))
                  && agrees(confirms, objects, hints.contains(Hint.FINE))
              ? rules
              : OwnerAnswer.UNCLEAR;
      case UNCLEAR ->
          !hints.contains(Hint.ASIDE)
                  && (hints.contains(Hint.CONTENT) || !isRather(opinion, objects))
                  && (isPlain(hints) || objects >= enough(hints, objects > confirms))
              ? OwnerAnswer.OBJECTS
              : rules;
    };
  }

  /** Whether the models hear a yes as well. */
  private static boolean agrees(double confirms, double objects, boolean fine) {
    return fine ? confirms >= PERHAPS : confirms > objects && objects < PERHAPS;
  }

  /** Whether it needs no model to hear it. */
  private static boolean isPlain(Set<Hint> hints) {
    return hints.contains(Hint.PLAIN) && !hints.contains(Hint.CLAIMS);
  }

  /**
   * From where on the models hear an objection.
   *
   * @param likelier than a yes
   */
  private static double enough(Set<Hint> hints, boolean likelier) {
    if (hints.contains(Hint.CLAIMS)) {
      return likelier ? EVEN : 1;
    }
    return hints.contains(Hint.CONTENT) && likelier ? HINTED : OBJECTS;
  }

  /** Whether it is likelier something that whoever asked says, and about as likely as not. */
  private static boolean isRather(Opinion opinion, double objects) {
    return Arrays.stream(Intent.values())
        .mapToDouble(intent -> opinion.intents().of(intent.word()))
        .anyMatch(likely -> likely >= RATHER && likely > objects);
  }

  private static boolean surelyElse(Opinion opinion) {
    return Arrays.stream(Intent.values())
        .anyMatch(intent -> opinion.intents().of(intent.word()) >= SURELY_ELSE);
  }
}

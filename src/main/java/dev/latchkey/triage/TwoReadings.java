package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.ReasonSets;
import dev.latchkey.triage.request.Intent;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.OwnerAnswer;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.Said;
import dev.latchkey.triage.request.Wish;
import dev.latchkey.triage.words.Words;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one reading of two: of the rules, which know the words, and of the models, which learned
 * from examples. An intent is sure where they agree; where they differ the likelier one stands and
 * is not, and whoever would end or withdraw something because of it must not. The reasons of a
 * request are sure where the set that was read is likelier by far than every other.
 */
final class TwoReadings {
  /** As likely as not. */
  private static final double EVEN = 0.5;

  /** A word of agreeing, or a refusal, that the models hear. */
  private static final double HEARD = 0.4;

  /** Of a yes and a no that are closer to one another nobody can tell which it is. */
  private static final double APART = 0.1;

  /** In fewer words nothing is said by the way. */
  private static final int SENTENCE = 4;

  /** So few words tell the models nothing. */
  private static final int FEW = 2;

  /**
   * A name that was seen by the models alone: the likeliest of a mail is seldom another. In a few
   * words of a later mail, which may hold none, it has to be likely.
   */
  private static final double NAMED = 0.25;

  /** A word of a few that the models alone take for one has to be this likely. */
  private static final double APPEARS = 0.4;

  /** Less than that is no name. */
  private static final double SEEMS = 0.04;

  /** A reason that the rules saw in another mail than a request stands from here on. */
  private static final double KEEPS = 0.15;

  /** A break-in that only the models see, of which everybody is told at once. */
  private static final double ALARMS = 0.3;

  /** How much a reason counts that the rules saw, or did not see: a logarithm of odds. */
  private static final double SEEN = 0.25;

  /** How much an intent counts that the rules saw in a long text, where they see less well. */
  private static final double MEANT = 1;

  /** And in a short one. */
  private static final double MEANT_SHORTLY = 4;

  /** So many words are a short text. */
  private static final int SHORT = 12;

  /** An objection that the models hear alone. */
  private static final double OBJECTS = 0.35;

  /** An objection that only the rules hear, against all that the models know. */
  private static final double NEVER = 0.01;

  /** What ends something is said in so few words. */
  private static final int PLAIN = 20;

  /** In so few the rules are seldom wrong. */
  private static final int HANDFUL = 6;

  /** What ends something in more words must be so likely, and a request that has but a subject. */
  private static final double SURELY = 0.97;

  /** What is read so likely is sure. */
  private static final double SURE = 0.8;

  /** What the rules take for a request is one from here on. */
  private static final double LIKELY = 0.45;

  /** And what only the models take for one. */
  private static final double UNSEEN = 0.55;

  /** A reason beside those of a form, or an end that one of them sees alone. */
  private static final double NEARLY = 0.9;

  /** Who says so is not at the end. */
  private static final Set<Wish> OPEN = Set.of(Wish.QUESTION, Wish.NOT_WORKING, Wish.WILL_TRY);

  private TwoReadings() {}

  /**
   * What a mail asks for.
   *
   * @param codes recovery codes were typed into it: nobody who does that has none
   * @param answers it answers or forwards a mail, of which the rules know more: words of ours may
   *     stand in it, so that what is agreed to is for them
   * @param other it says that it is about something else, so that little doubt may be left
   */
  static RequestReading request(
      RequestReading rules, Opinion opinion, boolean codes, boolean answers, boolean other) {
    boolean form =
        rules.codeOfConduct().isPresent()
            || rules.acknowledged().isPresent()
            || rules.recoveryCodes().said();
    boolean recovery =
        (opinion.asked().of("recovery") >= enough(rules, other) && !rules.foreign())
            || (rules.recovery() && (form || answers || rules.labelled()));
    ReasonSets.Likeliest likeliest =
        opinion.reasons(
            rules.reasons().stream().map(Reason::word).collect(Collectors.toSet()), SEEN);
    boolean agreed =
        recovery == rules.recovery()
            ? recovery == opinion.thinks("recovery")
            : Math.abs(opinion.asked().of("recovery") - EVEN) >= SURE - EVEN;
    boolean sure = agreed && likeliest.likely() >= SURE;
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Reason reason : Reason.values()) {
      boolean read = rules.reasons().contains(reason);
      double likely = opinion.asked().of(reason.word());
      boolean thought =
          (recovery && !answers && opinion.words() > FEW)
              ? likeliest.reasons().contains(reason.word())
              : likely >= (read ? KEEPS : EVEN);
      if (form) {
        sure &= read == thought;
        thought = read || likely >= NEARLY;
      }
      if (!read && likely < (reason == Reason.ACCOUNT_COMPROMISED ? ALARMS : KEEPS)) {
        thought = false;
      }
      boolean feared = reason == Reason.ACCOUNT_COMPROMISED && rules.said().contains(Said.AFRAID);
      boolean typed = codes && reason == Reason.LOST_RECOVERY_CODES;
      if (thought && (read || !(feared || typed))) {
        reasons.add(reason);
      }
    }
    if (reasons.size() > 1) {
      reasons.remove(Reason.OTHER);
    }
    return rules.with(
        recovery,
        sure,
        reasons,
        answers ? rules.said() : said(rules, opinion, codes),
        username(rules, opinion, answers && opinion.words() < SENTENCE ? EVEN : NAMED),
        projects(rules.projects(), opinion));
  }

  /** From where on it is a request. */
  private static double enough(RequestReading rules, boolean other) {
    if (other) {
      return NEARLY;
    }
    int words = Words.of(rules.details()).list().size();
    if (rules.recovery()) {
      return words <= SHORT ? 0 : LIKELY;
    }
    return words == 0 ? SURELY : words <= FEW ? NEARLY : UNSEEN;
  }

  private static Set<Said> said(RequestReading rules, Opinion opinion, boolean codes) {
    Set<Said> said = new LinkedHashSet<>(rules.said());
    if (codes) {
      said.remove(Said.CODES_NONE);
    }
    if (!codes
        && !rules.recoveryCodes().said()
        && Stream.of(Said.CODES_HAVE, Said.CODES_LOST, Said.CODES_NONE, Said.CODES_NEVER_MADE)
            .noneMatch(said::contains)) {
      likelier(opinion, EVEN, "codes=have", Said.CODES_HAVE, "codes=none", Said.CODES_NONE)
          .ifPresent(said::add);
    }
    if (rules.codeOfConduct().isEmpty()) {
      consent(said, likelier(opinion, HEARD, "coc=yes", Said.AGREES, "coc=no", Said.DISAGREES));
    }
    if (rules.acknowledged().isEmpty()) {
      consent(said, likelier(opinion, HEARD, "ack=yes", Said.CAN_WAIT, "ack=no", Said.CANNOT_WAIT));
    }
    return said;
  }

  /** What the models hear; a refusal goes before what the rules take for consent. */
  private static void consent(Set<Said> said, Optional<Said> heard) {
    heard.filter(Said.DISAGREES::equals).ifPresent(no -> said.remove(Said.AGREES));
    heard.filter(Said.CANNOT_WAIT::equals).ifPresent(no -> said.remove(Said.CAN_WAIT));
    heard.ifPresent(said::add);
  }

  /** The likelier of two answers, where it is likely enough that one of them was given. */
  private static Optional<Said> likelier(
      Opinion opinion, double enough, String one, Said first, String other, Said second) {
    double likely = opinion.asked().of(one);
    double unlike = opinion.asked().of(other);
    return opinion.words() < SENTENCE
            || Math.max(likely, unlike) < enough
            || Math.abs(likely - unlike) < APART
        ? Optional.empty()
        : Optional.of(likely >= unlike ? first : second);
  }

  private static Optional<String> username(RequestReading rules, Opinion opinion, double enough) {
    return rules
        .username()
        .filter(name -> rules.labelled() || !isWord(name) || opinion.isName(name, SEEMS))
        .or(
            () ->
                opinion
                    .username()
                    .filter(name -> name.likely() >= enough)
                    .filter(name -> name.likely() >= APPEARS || !isCry(name.name(), opinion))
                    .map(Opinion.Named::name));
  }

  /** A word without a digit or a mark, in so few of them that any may look like a name. */
  private static boolean isCry(String name, Opinion opinion) {
    return opinion.words() <= SHORT && isWord(name);
  }

  private static boolean isWord(String name) {
    return name.chars().allMatch(Character::isLetter);
  }

  private static List<String> projects(List<String> read, Opinion opinion) {
    Set<String> all = new LinkedHashSet<>(read);
    opinion.projects().forEach(project -> all.add(project.name()));
    return List.copyOf(all);
  }

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
            ? opinion.intents().of(Intent.RESOLVED.word()) >= EVEN
            : shares.getOrDefault(best, 0.0) >= SURE;
    boolean owners = opinion.intents().of("objection") + opinion.intents().of("confirm") >= OBJECTS;
    if (best == Intent.RESOLVED && (owners || !likely)) {
      shares.remove(Intent.RESOLVED);
      best = likeliest(shares);
    }
    boolean agreed =
        best == Intent.RESOLVED ? rules.over() && ends(rules, opinion) : best == rules.intent();
    return rules.with(best, agreed);
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
    Map<Intent, Double> shares = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      shares.put(intent, opinion.intents().of(intent.word()));
    }
    if (read == Intent.OTHER) {
      Stream.of("objection", "confirm")
          .forEach(owners -> shares.merge(Intent.OTHER, opinion.intents().of(owners), Double::sum));
    } else {
      shares.remove(Intent.THANKS);
      double worth = opinion.words() <= SHORT ? MEANT_SHORTLY : MEANT;
      shares.computeIfPresent(read, (intent, likely) -> likely * Math.exp(worth));
    }
    double all = shares.values().stream().mapToDouble(likely -> likely).sum();
    shares.replaceAll((intent, likely) -> likely / all);
    return shares;
  }

  private static Intent likeliest(Map<Intent, Double> shares) {
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Intent.OTHER);
  }

  /**
   * What a mail would mean from an owner: an objection needs only one, unless the models think it
   * out of the question; a yes needs both.
   */
  static OwnerAnswer owner(OwnerAnswer rules, Opinion opinion) {
    double objects = opinion.intents().of("objection");
    return switch (rules) {
      case NOTHING, WANTS_CODE -> rules;
      case OBJECTS -> objects >= NEVER ? rules : OwnerAnswer.UNCLEAR;
      case AGREES ->
          opinion.intents().of("confirm") > objects && objects < OBJECTS
              ? rules
              : OwnerAnswer.UNCLEAR;
      case UNCLEAR -> objects >= OBJECTS ? OwnerAnswer.OBJECTS : rules;
    };
  }
}

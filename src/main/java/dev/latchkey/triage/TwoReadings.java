package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.request.Intent;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.OwnerAnswer;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.Said;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one reading of two: of the rules, which know the words, and of the models, which learned
 * from examples. Where they agree it is sure. Where they differ the likelier one stands and it is
 * not, and whoever would end or withdraw something because of it must not.
 */
final class TwoReadings {
  /** As likely as not. */
  private static final double EVEN = 0.5;

  /** So few words tell the models nothing. */
  private static final int FEW = 2;

  /** A consent that the rules did not see must be so likely. */
  private static final double CONSENTS = 0.6;

  /** What the rules saw stands unless the models think it less likely than this. */
  private static final double KEEPS = 0.15;

  /** That it is a request, and what a later mail is about, stand from here on. */
  private static final double LIKELY = 0.3;

  /** A reason beside those of a form, or an end that one of them sees alone. */
  private static final double NEARLY = 0.9;

  private TwoReadings() {}

  /**
   * What a mail asks for.
   *
   * @param codes recovery codes were typed into it: nobody who does that has none
   * @param answers it answers or forwards a mail, of which the rules know more: words of ours may
   *     stand in it, so that what is agreed to is for them
   */
  static RequestReading request(
      RequestReading rules, Opinion opinion, boolean codes, boolean answers) {
    boolean form =
        rules.codeOfConduct().isPresent()
            || rules.acknowledged().isPresent()
            || rules.recoveryCodes().said();
    boolean recovery =
        opinion.asked().getOrDefault("recovery", 0.0) >= enough(rules)
            || (rules.recovery() && (form || answers));
    boolean agreed = rules.recovery() == opinion.thinks("recovery");
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Reason reason : Reason.values()) {
      boolean read = rules.reasons().contains(reason);
      double likely = opinion.asked().getOrDefault(reason.word(), 0.0);
      if (codes && reason == Reason.LOST_RECOVERY_CODES && !read) {
        continue;
      }
      if (form ? read || likely >= NEARLY : holds(read, likely)) {
        reasons.add(reason);
      }
      agreed &= read == likely >= EVEN;
    }
    if (reasons.size() > 1) {
      reasons.remove(Reason.OTHER);
    }
    return rules.with(
        recovery,
        agreed,
        reasons,
        answers ? rules.said() : said(rules, opinion, codes),
        username(rules.username(), opinion),
        projects(rules.projects(), opinion));
  }

  /** From where on it is a request. */
  private static double enough(RequestReading rules) {
    boolean few = Words.of(rules.details()).list().size() <= FEW;
    if (rules.recovery()) {
      return few ? 0 : LIKELY;
    }
    return few ? NEARLY : EVEN;
  }

  private static Set<Said> said(RequestReading rules, Opinion opinion, boolean codes) {
    Set<Said> said = new LinkedHashSet<>(rules.said());
    if (!rules.recoveryCodes().said()
        && Stream.of(Said.CODES_HAVE, Said.CODES_LOST, Said.CODES_NONE, Said.CODES_NEVER_MADE)
            .noneMatch(said::contains)) {
      add(said, opinion, "codes=have", EVEN, Said.CODES_HAVE);
      if (!codes) {
        add(said, opinion, "codes=none", EVEN, Said.CODES_NONE);
      }
    }
    if (rules.codeOfConduct().isEmpty()) {
      add(said, opinion, "coc=yes", CONSENTS, Said.AGREES);
    }
    if (rules.acknowledged().isEmpty()) {
      add(said, opinion, "ack=yes", CONSENTS, Said.CAN_WAIT);
    }
    return said;
  }

  private static void add(
      Set<Said> said, Opinion opinion, String question, double enough, Said answer) {
    if (opinion.asked().getOrDefault(question, 0.0) >= enough) {
      said.add(answer);
    }
  }

  private static Optional<String> username(Optional<String> read, Opinion opinion) {
    return read.or(
        () -> opinion.username().filter(name -> name.likely() >= EVEN).map(Opinion.Named::name));
  }

  private static List<String> projects(List<String> read, Opinion opinion) {
    Set<String> all = new LinkedHashSet<>(read);
    opinion.projects().forEach(project -> all.add(project.name()));
    return List.copyOf(all);
  }

  private static boolean holds(boolean read, double likely) {
    return likely >= (read ? KEEPS : EVEN);
  }

  /**
   * What a later mail is about. It is sure that it is over where the rules say so and the models
   * think nothing else likelier.
   */
  static IntentReading intent(IntentReading rules, Opinion opinion) {
    Intent thought = thought(opinion);
    if (thought == rules.intent()
        || (rules.over() && best(opinion).equals(Intent.RESOLVED.word()))) {
      return rules.with(rules.intent(), true);
    }
    return rules.with(rules.intent() == Intent.OTHER ? thought : rules.intent(), false);
  }

  private static Intent thought(Opinion opinion) {
    String best = best(opinion);
    double likely = opinion.intents().getOrDefault(best, 0.0);
    return switch (best) {
      case "objection", "confirm" -> Intent.OTHER;
      case "resolved" -> likely >= NEARLY ? Intent.RESOLVED : Intent.OTHER;
      default -> likely >= EVEN ? Intent.valueOf(best.toUpperCase(Locale.ROOT)) : Intent.OTHER;
    };
  }

  private static String best(Opinion opinion) {
    return opinion.intents().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("other");
  }

  /** An objection needs only one; a yes stands where the models do not hear one. */
  static OwnerAnswer owner(OwnerAnswer rules, Opinion opinion) {
    boolean objects = best(opinion).equals("objection");
    return switch (rules) {
      case OBJECTS, NOTHING, WANTS_CODE -> rules;
      case AGREES ->
          opinion.intents().getOrDefault("objection", 0.0) >= NEARLY ? OwnerAnswer.UNCLEAR : rules;
      case UNCLEAR -> objects ? OwnerAnswer.OBJECTS : rules;
    };
  }
}

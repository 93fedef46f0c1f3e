package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.ReasonSets;
import dev.latchkey.triage.request.ForgottenInMail;
import dev.latchkey.triage.request.PlainConsent;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.ToldReasonsReader;
import dev.latchkey.triage.words.MailText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes one reading of two of why somebody asks.
 *
 * @param sure the set that was read is likelier by far than every other
 */
record TwoReasons(Set<Reason> reasons, boolean sure) {
  /** As likely as not. */
  private static final double EVEN = 0.5;

  /** A reason that the rules saw in another mail than a request stands from here on. */
  private static final double KEEPS = 0.15;

  /** A break-in that only the models see, of which everybody is told at once. */
  private static final double ALARMS = 0.3;

  /** A reason beside those that are ticked in a form. */
  private static final double BESIDE = 0.9;

  /** How much a reason counts that the rules saw, or did not see: a logarithm of odds. */
  private static final double SEEN = 0.25;

  /** The same of one that is told by what happened. */
  private static final double TOLD = 3;

  /** Codes that are away may come back. */
  private static final double TOLD_OF_CODES = 1;

  /** The same of one that is told not to be so. */
  private static final double DENIED = 1.25;

  /** What is read so likely is sure. */
  private static final double SURE = 0.79;

  /** What by itself keeps somebody out of an account. */
  private static final Set<Reason> KEEPS_OUT =
      EnumSet.of(
          Reason.FORGOT_PASSWORD,
          Reason.LOST_2FA_DEVICE,
          Reason.LOST_RECOVERY_CODES,
          Reason.RECOVERY_CODES_INVALID,
          Reason.LOST_EMAIL_ACCESS,
          Reason.EMAIL_UNVERIFIED);

  /** What is told beside one another in few words, each for itself: "password and phone gone". */
  private static final Set<Reason> GONE_TOGETHER =
      EnumSet.of(Reason.FORGOT_PASSWORD, Reason.LOST_2FA_DEVICE);

  TwoReasons {
    reasons = Set.copyOf(reasons);
  }

  /**
   * Of a mail that asks for a recovery in words of its own: the likeliest set of reasons.
   *
   * @param form boxes of a form are ticked in it, which the rules read
   * @param codes recovery codes were typed into it
   */
  static TwoReasons ofRequest(RequestReading rules, Opinion opinion, boolean form, boolean codes) {
    Map<Reason, Boolean> told = ToldReasonsReader.in(rules.details());
    ReasonSets.Likeliest likeliest = likeliest(rules, opinion, told);
    boolean device = ToldReasonsReader.isDeviceGone(rules.details());
    return of(
        rules,
        opinion,
        told,
        likeliest.likely() >= SURE,
        form,
        codes,
        reason ->
            likeliest.reasons().contains(reason.word())
                || (device && told.getOrDefault(reason, false) && GONE_TOGETHER.contains(reason)));
  }

  /** Whether a reason that keeps its writer out is heard by one of the two readings. */
  static boolean keepsOut(RequestReading rules, Opinion opinion) {
    Map<Reason, Boolean> told = ToldReasonsReader.in(rules.details());
    return KEEPS_OUT.stream()
        .anyMatch(
            reason ->
                rules.reasons().contains(reason)
                    || told.getOrDefault(reason, false)
                    || opinion.asked().of(reason.word()) >= EVEN);
  }

  /** Of any other: each reason for itself. */
  static TwoReasons ofOther(RequestReading rules, Opinion opinion, boolean form, boolean codes) {
    return of(
        rules,
        opinion,
        Map.of(),
        likeliest(rules, opinion, Map.of()).likely() >= SURE,
        form,
        codes,
        reason ->
            opinion.asked().of(reason.word()) >= (rules.reasons().contains(reason) ? KEEPS : EVEN));
  }

  private static TwoReasons of(
      RequestReading rules,
      Opinion opinion,
      Map<Reason, Boolean> told,
      boolean likely,
      boolean form,
      boolean codes,
      Predicate<Reason> thinks) {
    boolean sure = likely;
    // Who answers "no codes, yes, yes" gives no reason, whatever a model takes it for.
    boolean answers = PlainConsent.isNothingElse(rules.details());
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Reason reason : Reason.values()) {
      boolean read = rules.reasons().contains(reason);
      double thinkable = opinion.asked().of(reason.word());
      boolean thought = thinks.test(reason);
      if (form) {
        sure &= read == thought;
        thought = read || thinkable >= BESIDE;
      } else if (rules.details().isBlank()) {
        // A subject alone is too short for a model to outweigh what stands in it.
        sure &= read == thought;
        thought |= read;
      }
      boolean seen =
          read
              || told.getOrDefault(reason, false)
              || thinkable >= (reason == Reason.ACCOUNT_COMPROMISED ? ALARMS : KEEPS);
      // What is told otherwise than it is read is not sure.
      sure &= !thought || told.getOrDefault(reason, true);
      boolean stands = thought && seen;
      if (stands && !read) {
        boolean denied = denied(reason, rules, opinion, told.getOrDefault(reason, true), codes);
        stands = !answers && !denied;
      }
      if (stands) {
        reasons.add(reason);
      }
    }
    if (reasons.size() > 1) {
      reasons.remove(Reason.OTHER);
    }
    return new TwoReasons(reasons, sure);
  }

  /**
   * Whether the mail shows that it is not so, whatever the models think.
   *
   * @param told not told otherwise by what happened
   */
  private static boolean denied(
      Reason reason, RequestReading rules, Opinion opinion, boolean told, boolean codes) {
    return switch (reason) {
      case ACCOUNT_COMPROMISED -> rules.said().contains(Said.AFRAID);
      case LOST_RECOVERY_CODES ->
          codes
              || opinion.asked().of("codes=have") >= EVEN
              || (!told && opinion.asked().of("codes=none") < SURE)
              || ToldReasonsReader.onlyFactorCodes(rules.details());
      case FORGOT_PASSWORD -> ForgottenInMail.only(MailText.of(rules.details()));
      default -> false;
    };
  }

  private static ReasonSets.Likeliest likeliest(
      RequestReading rules, Opinion opinion, Map<Reason, Boolean> told) {
    Map<String, Double> worth = new HashMap<>();
    for (Reason reason : Reason.values()) {
      double seen = rules.reasons().contains(reason) ? SEEN : -SEEN;
      worth.put(reason.word(), seen + told(told, reason));
    }
    return opinion.reasons(reason -> worth.getOrDefault(reason, 0.0));
  }

  private static double told(Map<Reason, Boolean> told, Reason reason) {
    if (!told.containsKey(reason)) {
      return 0;
    }
    double so = reason == Reason.LOST_RECOVERY_CODES ? TOLD_OF_CODES : TOLD;
    return told.get(reason) ? so : -DENIED;
  }
}

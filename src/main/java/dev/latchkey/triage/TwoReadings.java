package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one reading of two of what a mail asks for: of the rules, which know the words, and of the
 * models, which learned from examples. {@link TwoReasons} tells why it is asked, {@link TwoNames}
 * about what, {@link TwoAnswers} what is answered with it, {@link TwoIntents} what a later mail
 * means.
 */
final class TwoReadings {
  /** As likely as not. */
  private static final double EVEN = 0.5;

  /** So few words tell the models nothing. */
  private static final int FEW = 2;

  /** So many words are a short text. */
  private static final int SHORT = 12;

  /** A text that asks what to do now may be a little longer. */
  private static final int ASKS = 20;

  /** One that says that a password is lost and no mail comes, a good deal. */
  private static final int LOCKED_OUT = 60;

  /** A request that has but a subject must be so likely. */
  private static final double SURELY = 0.97;

  /** What is read so likely is sure. */
  private static final double SURE = 0.8;

  /** It is a request from here on; a request that is kept out costs more than a question more. */
  private static final double LIKELY = 0.62;

  /** Who does not get in and asks for help in not many words hardly means anything else. */
  private static final double PLEADED = 0.05;

  // What each sign of a request is worth, in logarithms of odds.
  private static final double OF_MODELS = 0.8;
  private static final double OF_NAME = 3.5;
  private static final double OF_RULES = 0.3;
  private static final double OF_ANOTHER_THING = -1.9;
  private static final double OF_SHUT_OUT = 0.7;
  private static final double OF_INSIDE = -6;
  private static final double OF_OTHERS = -5;
  private static final double OF_ELSEWHERE = -5;
  private static final double BASE = -0.7;

  /** Nothing is likelier, and nothing less likely than the rest. */
  private static final double MOST = 0.9999;

  /** What says that it is about something else, or next to nothing, must be so likely. */
  private static final double NEARLY = 0.9;

  private TwoReadings() {}

  /** What is known of a mail beside what the two readings say. */
  enum Known {
    /** Recovery codes were typed into it: nobody who does that has none. */
    CODES,
    /**
     * It answers or forwards a mail, of which the rules know more: words of ours may stand in it,
     * so that what is agreed to is for them.
     */
    ANSWERS,
    /** It says that it is about something else, so that little doubt may be left. */
    ELSE,
    /** It asks what its writer is to do now. */
    ASKS,
    /** It says that a password is lost and that the mail to set a new one does not come. */
    LOCKED_OUT,
    /** It says so too, and that its writer got in meanwhile. */
    IN_AGAIN,
    /**
     * It warns of somebody who wants its writer to vouch or to confirm, or who passes for us, or
     * wants that nobody gets the account back, and asks for none.
     */
    WARNS,
    /** It says that its writer gets in, or that what they wrote about is over. */
    INSIDE,
    /** It says that its writer does not get in. */
    SHUT_OUT,
    /**
     * It says so too, and asks for help or what to do; or that nobody of several knows a password
     * any more; or it asks to be let in, and tells what keeps its writer out.
     */
    PLEADS,
    /** It is about an account of somebody whom its writer only knows. */
    FOR_OTHERS,
    /** It is about no account of ours at all. */
    ELSEWHERE,
    /** It is in a language that the models did not learn, so that any word may look like a name. */
    UNLEARNED
  }

  /** What a mail asks for. */
  static RequestReading request(RequestReading rules, Opinion opinion, Set<Known> known) {
    boolean answers = known.contains(Known.ANSWERS);
    boolean codes = known.contains(Known.CODES);
    boolean other = known.contains(Known.ELSE);
    int few =
        known.contains(Known.LOCKED_OUT) ? LOCKED_OUT : known.contains(Known.ASKS) ? ASKS : SHORT;
    boolean form =
        rules.codeOfConduct().isPresent()
            || rules.acknowledged().isPresent()
            || rules.recoveryCodes().said();
    double likely = recovery(rules, opinion, known);
    boolean elsewhere =
        known.contains(Known.INSIDE)
            || known.contains(Known.FOR_OTHERS)
            || known.contains(Known.ELSEWHERE);
    boolean recovery =
        (likely >= enough(rules, other || elsewhere, known.contains(Known.PLEADS), few)
                && !rules.foreign()
                && !known.contains(Known.IN_AGAIN)
                && !known.contains(Known.WARNS))
            || (rules.recovery() && (form || answers || (rules.labelled() && !elsewhere)));
    TwoReasons reasons =
        recovery && !answers && opinion.words() > FEW
            ? TwoReasons.ofRequest(rules, opinion, form, codes)
            : TwoReasons.ofOther(rules, opinion, form, codes);
    boolean unlearned = known.contains(Known.UNLEARNED);
    Optional<String> account =
        unlearned
            ? TwoNames.unlikeWords(rules, opinion)
            : TwoNames.account(rules, opinion, answers, recovery);
    boolean agreed =
        recovery == rules.recovery()
            ? recovery == opinion.thinks("recovery")
            : Math.abs(likely - EVEN) >= SURE - EVEN;
    return rules.with(
        recovery,
        agreed && reasons.sure(),
        known.contains(Known.WARNS) ? warnings(rules, reasons.reasons()) : reasons.reasons(),
        answers ? rules.said() : TwoAnswers.of(rules, opinion, codes, reasons.reasons()),
        account,
        unlearned ? rules.projects() : TwoNames.projects(rules, opinion, account));
  }

  /** Who tells of a caller states no break-in, whatever the models think. */
  private static Set<Reason> warnings(RequestReading rules, Set<Reason> reasons) {
    Set<Reason> stated = EnumSet.noneOf(Reason.class);
    stated.addAll(reasons);
    if (!rules.reasons().contains(Reason.ACCOUNT_COMPROMISED)) {
      stated.remove(Reason.ACCOUNT_COMPROMISED);
    }
    return stated;
  }

  /**
   * How likely it asks for a recovery: who names an account wants into one. Logistic regression on
   * the mails that the models did not learn from; the weights are rounded.
   */
  private static double recovery(RequestReading rules, Opinion opinion, Set<Known> known) {
    double thought = Math.min(MOST, Math.max(1 - MOST, opinion.asked().of("recovery")));
    boolean first = !known.contains(Known.ANSWERS) && !known.contains(Known.UNLEARNED);
    // "I forgot my password, account kim": both hear the name, and what keeps its writer out.
    boolean both =
        !rules.reasons().isEmpty()
            && rules.username().isPresent()
            && rules.username().equals(opinion.username().map(Opinion.Named::name));
    double named = both ? SURE : first && TwoNames.looksLikeOne(rules, opinion) ? EVEN : 0;
    double odds =
        OF_MODELS * Math.log(thought / (1 - thought))
            + OF_NAME
                * opinion
                    .username()
                    .filter(
                        name -> !known.contains(Known.UNLEARNED) || TwoNames.isLatin(name.name()))
                    .map(name -> Math.max(name.likely(), named))
                    .orElse(0.0)
            + (rules.recovery() ? OF_RULES : 0)
            + (known.contains(Known.ELSE)
                ? OF_ANOTHER_THING
                : known.contains(Known.SHUT_OUT) ? OF_SHUT_OUT : 0)
            + (known.contains(Known.INSIDE) ? OF_INSIDE : 0)
            + (known.contains(Known.FOR_OTHERS) ? OF_OTHERS : 0)
            + (known.contains(Known.ELSEWHERE) ? OF_ELSEWHERE : 0)
            + BASE;
    return 1 / (1 + Math.exp(-odds));
  }

  /**
   * From where on it is a request.
   *
   * @param pleads its writer does not get in, and asks for help
   * @param few so many words say nothing else beside what they plainly ask
   */
  private static double enough(RequestReading rules, boolean other, boolean pleads, int few) {
    int words = Words.length(Words.first(rules.details(), 2 * LOCKED_OUT + 2));
    if (rules.recovery() && !other && words <= few) {
      return 0;
    }
    if (pleads && !other && words <= LOCKED_OUT) {
      return PLEADED;
    }
    if (!rules.recovery() && words <= FEW) {
      return words == 0 ? SURELY : NEARLY;
    }
    return LIKELY;
  }
}

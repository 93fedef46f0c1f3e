package dev.latchkey.triage;

import com.google.re2j.Pattern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.request.CodesDoubtReader;
import dev.latchkey.triage.request.PlainConsent;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.Said;
import dev.latchkey.triage.request.SpareCodesReader;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one reading of two of what a mail asks for: of the rules, which know the words, and of the
 * models, which learned from examples. {@link TwoReasons} tells why it is asked, {@link TwoIntents}
 * what a later mail means.
 */
final class TwoReadings {
  /** As likely as not. */
  private static final double EVEN = 0.5;

  /** A word of agreeing, or a refusal, that the models hear. */
  private static final double HEARD = 0.33;

  /** What they hear of recovery codes. */
  private static final double OF_CODES = 0.4;

  /** Of a yes and a no that are closer to one another nobody can tell which it is. */
  private static final double APART = 0.1;

  /** In fewer words nothing is said by the way. */
  private static final int SENTENCE = 4;

  /** So many words at most hold next to nothing but a name. */
  private static final int HANDFUL = 6;

  /** So few words tell the models nothing. */
  private static final int FEW = 2;

  /**
   * A name that was seen by the models alone: the likeliest of a mail is seldom another. In a few
   * words of a later mail, which may hold none, it has to be likely.
   */
  private static final double NAMED = 0.25;

  /** A word of a few that the models alone take for one has to be this likely. */
  private static final double APPEARS = 0.4;

  /** One that looks like a name, and unlike a word. */
  private static final double LOOKS = 0.1;

  /** Less than that is no name. */
  private static final double SEEMS = 0.02;

  /** So many words are a short text. */
  private static final int SHORT = 12;

  private static final char FIRST_EAST = 0x2e80;

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

  // What each sign of a request is worth, in logarithms of odds.
  private static final double OF_MODELS = 0.8;
  private static final double OF_NAME = 3.5;
  private static final double OF_RULES = 0.3;
  private static final double OF_ANOTHER_THING = -1.9;
  private static final double OF_SHUT_OUT = 0.7;
  private static final double OF_INSIDE = -6;
  private static final double OF_OTHERS = -5;
  private static final double BASE = -0.7;

  /** Nothing is likelier, and nothing less likely than the rest. */
  private static final double MOST = 0.9999;

  /** What says that it is about something else, or next to nothing, must be so likely. */
  private static final double NEARLY = 0.9;

  /** A sigh, like "hmm" or "aaargh": letters of which none is a vowel, or one is drawn out. */
  private static final Pattern SOUND =
      Pattern.compile(
          "(?i)[b-df-hj-np-tv-xz]{2,}|[a-z]*(?:a{3}|e{3}|g{3}|h{3}|i{3}|m{3}|o{3}|r{3}|u{3})[a-z]*");

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
    /** It is about an account of somebody whom its writer only knows. */
    FOR_OTHERS
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
    boolean elsewhere = known.contains(Known.INSIDE) || known.contains(Known.FOR_OTHERS);
    boolean recovery =
        (likely >= enough(rules, other || elsewhere, few)
                && !rules.foreign()
                && !known.contains(Known.IN_AGAIN)
                && !known.contains(Known.WARNS))
            || (rules.recovery() && (form || answers || (rules.labelled() && !elsewhere)));
    TwoReasons reasons =
        recovery && !answers && opinion.words() > FEW
            ? TwoReasons.ofRequest(rules, opinion, form, codes)
            : TwoReasons.ofOther(rules, opinion, form, codes);
    Optional<String> account = username(rules, opinion, answers);
    boolean agreed =
        recovery == rules.recovery()
            ? recovery == opinion.thinks("recovery")
            : Math.abs(likely - EVEN) >= SURE - EVEN;
    return rules.with(
        recovery,
        agreed && reasons.sure(),
        known.contains(Known.WARNS) ? warnings(rules, reasons.reasons()) : reasons.reasons(),
        answers ? rules.said() : said(rules, opinion, codes),
        account,
        projects(rules, opinion, account));
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
    double odds =
        OF_MODELS * Math.log(thought / (1 - thought))
            + OF_NAME * opinion.username().map(Opinion.Named::likely).orElse(0.0)
            + (rules.recovery() ? OF_RULES : 0)
            + (known.contains(Known.ELSE)
                ? OF_ANOTHER_THING
                : known.contains(Known.SHUT_OUT) ? OF_SHUT_OUT : 0)
            + (known.contains(Known.INSIDE) ? OF_INSIDE : 0)
            + (known.contains(Known.FOR_OTHERS) ? OF_OTHERS : 0)
            + BASE;
    return 1 / (1 + Math.exp(-odds));
  }

  /**
   * From where on it is a request.
   *
   * @param few so many words say nothing else beside what they plainly ask
   */
  private static double enough(RequestReading rules, boolean other, int few) {
    int words = length(rules.details());
    if (rules.recovery() && !other && words <= few) {
      return 0;
    }
    if (!rules.recovery() && words <= FEW) {
      return words == 0 ? SURELY : NEARLY;
    }
    return LIKELY;
  }

  /** How long a text is, as far as it matters: a sign of Chinese or Japanese is half a word. */
  private static int length(String text) {
    List<Words.Word> words = Words.first(text, 2 * LOCKED_OUT + 2);
    long signs = words.stream().filter(TwoReadings::isSign).limit(2L * LOCKED_OUT + 2).count();
    return words.size() - (int) (signs / 2);
  }

  private static boolean isSign(Words.Word word) {
    return !word.text().isEmpty() && word.text().charAt(0) >= FIRST_EAST;
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
      spareCodes(rules, opinion)
          .filter(heard -> heard != Said.CODES_NONE || !CodesDoubtReader.ofBackup(rules.details()))
          .ifPresent(said::add);
    }
    if (said.contains(Said.CODES_NONE) || said.contains(Said.CODES_HAVE)) {
      CodesDoubtReader.inProse(rules.details()).filter(better -> !codes).ifPresent(said::add);
    }
    // The rules stand in forms; a refusal that they plainly contradict is the no of something else.
    boolean form = rules.codeOfConduct().isPresent() || rules.acknowledged().isPresent();
    double heard = form ? NEARLY : HEARD;
    if (rules.codeOfConduct().isEmpty()) {
      likelier(opinion, heard, "coc=yes", Said.AGREES, "coc=no", Said.DISAGREES)
          .filter(
              answer ->
                  answer == Said.AGREES || !PlainConsent.in(rules.details()).contains(Said.AGREES))
          .ifPresent(answer -> consent(said, answer));
    }
    if (rules.acknowledged().isEmpty()) {
      likelier(opinion, heard, "ack=yes", Said.CAN_WAIT, "ack=no", Said.CANNOT_WAIT)
          .filter(
              answer ->
                  answer == Said.CAN_WAIT
                      || !PlainConsent.in(rules.details()).contains(Said.CAN_WAIT))
          .ifPresent(answer -> consent(said, answer));
    }
    return said;
  }

  /**
   * What is said of recovery codes by other names, unless the models surely hear the contrary; else
   * what they hear.
   */
  private static Optional<Said> spareCodes(RequestReading rules, Opinion opinion) {
    return SpareCodesReader.in(rules.details())
        .filter(
            told ->
                opinion.asked().of(told == Said.CODES_HAVE ? "codes=none" : "codes=have") < SURE)
        .or(
            () ->
                likelier(
                    opinion,
                    OF_CODES,
                    "codes=have",
                    Said.CODES_HAVE,
                    "codes=none",
                    Said.CODES_NONE));
  }

  /** What the models hear; a refusal goes before what the rules take for consent. */
  private static void consent(Set<Said> said, Said heard) {
    if (heard == Said.DISAGREES) {
      said.remove(Said.AGREES);
    } else if (heard == Said.CANNOT_WAIT) {
      said.remove(Said.CAN_WAIT);
    }
    said.add(heard);
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

  /**
   * @param answers it is a later mail
   */
  private static Optional<String> username(RequestReading rules, Opinion opinion, boolean answers) {
    return rules
        .username()
        .filter(name -> rules.labelled() || !isWord(name) || opinion.isName(name, SEEMS))
        .or(
            () ->
                opinion
                    .username()
                    .filter(name -> name.likely() >= enough(name.name(), opinion, answers))
                    .filter(name -> name.name().chars().noneMatch(TwoReadings::isQuotationMark))
                    .map(Opinion.Named::name));
  }

  /** One within a name stands between two of them, of which nobody knows which is meant. */
  private static boolean isQuotationMark(int sign) {
    return "`\"“”„«»".indexOf(sign) >= 0;
  }

  /** How likely the models have to find a name that they alone see. */
  private static double enough(String name, Opinion opinion, boolean answers) {
    if (name.indexOf(' ') >= 0) {
      // Few names are of several words, and many asides are.
      return EVEN;
    }
    if (isWord(name) && opinion.words() <= SHORT) {
      // In so few words any may look like a name, and what people sigh more than any.
      return SOUND.matcher(name).matches() ? MOST : Math.max(APPEARS, few(name, opinion, answers));
    }
    return few(name, opinion, answers);
  }

  /** In the few words of an answer what holds a digit or a mark is hardly anything else. */
  private static double few(String name, Opinion opinion, boolean answers) {
    if (!answers || opinion.words() > HANDFUL) {
      return NAMED;
    }
    return !isWord(name) ? LOOKS : opinion.words() < SENTENCE ? EVEN : NAMED;
  }

  private static boolean isWord(String name) {
    return name.chars().allMatch(Character::isLetter);
  }

  /**
   * The account's own name is a project too where the rules take it for one, or it is said once
   * more than as the account's.
   */
  private static List<String> projects(
      RequestReading rules, Opinion opinion, Optional<String> account) {
    Set<String> all = new LinkedHashSet<>(rules.projects());
    opinion.projects().stream()
        .map(Opinion.Named::name)
        .filter(name -> account.filter(name::equals).isEmpty() || isTwice(name, rules.details()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static boolean isTwice(String name, String text) {
    int first = text.indexOf(name);
    return first >= 0 && text.indexOf(name, first + name.length()) >= 0;
  }
}

package dev.latchkey.triage;

import com.google.re2j.Pattern;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.name.RetypedName;
import dev.latchkey.triage.name.SignedName;
import dev.latchkey.triage.name.VersionedNames;
import dev.latchkey.triage.request.RequestReading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one reading of two of the names in a mail: those of the account and of projects. */
final class TwoNames {
  /** As likely as not. */
  private static final double EVEN = 0.5;

  /** Hardly a name has so many blanks. */
  private static final int MANY = 3;

  private static final double SURELY = 0.9;

  /** In fewer words nothing is said by the way. */
  private static final int SENTENCE = 4;

  /** So many words at most hold next to nothing but a name. */
  private static final int HANDFUL = 6;

  /**
   * A name that was seen by the models alone: the likeliest of a mail is seldom another. In a few
   * words of a later mail, which may hold none, it has to be likely.
   */
  private static final double NAMED = 0.23;

  /** A word of a few that the models alone take for one has to be this likely. */
  private static final double APPEARS = 0.4;

  /** One that looks like a name, and unlike a word. */
  private static final double LOOKS = 0.1;

  /** Less than that is no name. */
  private static final double SEEMS = 0.02;

  /** What rules take for a name, and models for one sooner than any other word, may be so faint. */
  private static final double FAINTLY = 0.001;

  /** One of a first mail that stands out is a name from here on. */
  private static final double STANDS_OUT = 0.1;

  /** The same of one that asks for a recovery, which seldom holds none. */
  private static final double OF_REQUEST = 0.07;

  /** And of one with a mark in it there. */
  private static final double MARKED_OF_REQUEST = 0.05;

  /** It is so many times likelier than any other word. */
  private static final double FAR = 20;

  /** One with a mark in it, as hardly a word has, need not be so much likelier. */
  private static final double LIKELIER = 8;

  /** So many words are a short text. */
  private static final int SHORT = 12;

  /** Nothing is likelier, and nothing less likely than the rest. */
  private static final double MOST = 0.9999;

  /** A sigh, like "hmm" or "aaargh": letters of which none is a vowel, or one is drawn out. */
  private static final Pattern SOUND =
      Pattern.compile(
          "(?i)[b-df-hj-np-tv-xz]{2,}|[a-z]*(?:a{3}|e{3}|g{3}|h{3}|i{3}|m{3}|o{3}|r{3}|u{3})[a-z]*");

  /** Without such a sign it is a word with a mark of its script. */
  private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]");

  private static final Pattern MARKED = Pattern.compile("[A-Za-z][0-9._-]+[A-Za-z]|[A-Za-z][0-9]");

  /** "J'ai publié d'algues-map". */
  private static final Pattern ELISION = Pattern.compile("^[dDlL]['’]");

  /** "Kim's the account". */
  private static final Pattern OWNED = Pattern.compile("['’]s$");

  /** What stands around a name and is of none. */
  private static final Pattern AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}_]+|[^\\p{L}\\p{N}\\p{M}_)）ー-]+$");

  private TwoNames() {}

  /**
   * Which account it is about.
   *
   * @param answers it is a later mail
   * @param recovery it asks for a recovery
   */
  static Optional<String> account(
      RequestReading rules, Opinion opinion, boolean answers, boolean recovery) {
    return rules
        .username()
        .filter(
            name ->
                rules.labelled()
                    || !isWord(name)
                    || opinion.isName(name, SEEMS)
                    || isLikeliest(name, opinion)
                    || (!answers && isBehindColon(name, rules.details())))
        .filter(name -> rules.labelled() || !SignedName.is(name, rules.details()))
        .filter(name -> rules.labelled() || !isBetterBelow(name, rules.details(), opinion))
        .or(
            () ->
                opinion
                    .username()
                    .filter(
                        name ->
                            name.likely() >= enough(name.name(), opinion, answers)
                                || (!answers && standsOut(name, opinion, recovery)))
                    .filter(name -> name.name().chars().noneMatch(TwoNames::isQuotationMark))
                    .filter(name -> !SignedName.is(name.name(), rules.details()))
                    .map(name -> withoutAside(name.name())))
        .filter(name -> answers || rules.labelled() || !SignedName.closes(name, rules.details()))
        .map(name -> answers ? name : RetypedName.of(name, rules.details()));
  }

  /**
   * The same in a language that the models did not learn, in which any word may look like a name:
   * what a field or a label says, or the likeliest of those that look like no word.
   */
  static Optional<String> unlikeWords(RequestReading rules, Opinion opinion) {
    return rules
        .username()
        .filter(name -> rules.labelled() || isBehindColon(name, rules.details()))
        .or(
            () ->
                opinion.names().stream()
                    .filter(name -> name.likely() >= SEEMS && !isWord(name.name()))
                    .filter(name -> isLatin(name.name()))
                    .map(Opinion.Named::name)
                    .findFirst());
  }

  /**
   * "Cuenta tomada" above "mi cuenta kim": a word of the subject alone, and a likely name below.
   */
  private static boolean isBetterBelow(String name, String text, Opinion opinion) {
    return isWord(name)
        && !text.contains(name)
        && opinion
            .username()
            .filter(below -> below.likely() >= NAMED && text.contains(below.name()))
            .isPresent();
  }

  /** Whether the models take no other word of it for a name sooner. */
  private static boolean isLikeliest(String name, Opinion opinion) {
    return opinion.names().stream()
        .findFirst()
        .filter(first -> withoutAside(first.name()).equals(name) && first.likely() >= FAINTLY)
        .isPresent();
  }

  /**
   * A name without what stands around it: "kim(GitHub" before a blank, ",kim", "¡kim", "kim's",
   * "d'kim". A bracket that closes may be of a name of several words.
   */
  private static String withoutAside(String given) {
    String name = given;
    if (given.indexOf(' ') < 0) {
      name = bare(OWNED.matcher(given).replaceFirst(""));
    }
    int open = Math.max(name.indexOf('('), name.indexOf('（'));
    boolean closes = name.indexOf(')') > open || name.indexOf('）') > open;
    return open > 0 && !closes ? name.substring(0, open) : name;
  }

  private static String bare(String name) {
    return AROUND.matcher(ELISION.matcher(name).replaceFirst("")).replaceAll("");
  }

  /** One within a name stands between two of them, of which nobody knows which is meant. */
  private static boolean isQuotationMark(int sign) {
    return "`\"“”„«»".indexOf(sign) >= 0;
  }

  /** Whether no other word of a first mail is nearly as likely; in a few words nothing is said. */
  private static boolean standsOut(Opinion.Named name, Opinion opinion, boolean recovery) {
    boolean marked = recovery && isMarked(name.name());
    double far = marked ? LIKELIER : FAR;
    double enough = marked ? MARKED_OF_REQUEST : recovery ? OF_REQUEST : STANDS_OUT;
    return name.likely() >= enough
        && opinion.words() > SHORT
        && name.name().indexOf(' ') < 0
        && opinion.names().stream()
            .filter(other -> !other.name().equals(name.name()))
            .allMatch(other -> other.likely() * far <= name.likely());
  }

  /**
   * Whether the likeliest name of a first mail stands out and looks like no word of it: with a mark
   * in it, or in Latin letters among Chinese or Japanese ones.
   */
  static boolean looksLikeOne(RequestReading rules, Opinion opinion) {
    return opinion
        .username()
        .filter(name -> standsOut(name, opinion, true))
        .map(name -> bare(name.name()))
        .filter(
            name ->
                isMarked(name)
                    || (isLatin(name)
                        && rules.details().codePoints().anyMatch(Character::isIdeographic)))
        .isPresent();
  }

  /** How likely the models have to find a name that they alone see. */
  private static double enough(String name, Opinion opinion, boolean answers) {
    if (name.indexOf(' ') >= 0) {
      // Few names are of several words, and many asides are.
      return name.chars().filter(sign -> sign == ' ').count() < MANY ? EVEN : SURELY;
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

  /** Whether it holds a sign that account names are made of. */
  static boolean isLatin(String name) {
    return LATIN.matcher(name).find();
  }

  /** "Nume de utilizator: kim". */
  private static boolean isBehindColon(String name, String text) {
    int at = text.indexOf(name) - 1;
    while (at > 0 && Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '\n') {
      at--;
    }
    return at > 0 && (text.charAt(at) == ':' || text.charAt(at) == '：');
  }

  /** Whether a mark or a digit stands between letters of it. */
  private static boolean isMarked(String name) {
    return MARKED.matcher(name).find();
  }

  private static boolean isWord(String name) {
    return name.chars().allMatch(Character::isLetter);
  }

  /**
   * The account's own name is a project too where the rules take it for one, or it is said once
   * more than as the account's.
   */
  static List<String> projects(RequestReading rules, Opinion opinion, Optional<String> account) {
    Set<String> all = new LinkedHashSet<>(rules.projects());
    VersionedNames.in(rules.details()).stream()
        .filter(name -> !isNumber(name))
        .filter(name -> account.filter(name::equals).isEmpty())
        .forEach(all::add);
    opinion.projects().stream()
        .map(project -> bare(project.name()))
        .filter(name -> !isNumber(name))
        .filter(name -> account.filter(name::equals).isEmpty() || isTwice(name, rules.details()))
        .filter(name -> !SignedName.isTrade(name, rules.details()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** "123-456-789" is a code, or the number of something else. */
  private static boolean isNumber(String name) {
    return name.chars().noneMatch(Character::isLetter);
  }

  private static boolean isTwice(String name, String text) {
    int first = text.indexOf(name);
    return first >= 0 && text.indexOf(name, first + name.length()) >= 0;
  }
}

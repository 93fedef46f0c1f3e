package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What may be names in a text, and what the words beside each say of it. The words stand in {@code
 * correction-words.txt}. For one thread.
 */
final class MentionedNames {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  /** So many words may stand between what denies and the name. */
  private static final int NEAR = 2;

  /** The same, where a colon or a comma leads to the name. */
  private static final int FAR = 5;

  private static final String QUOTES = "'\"`’‘“”„«»「」『』";

  /** A signature stands within so many lines of the end. */
  private static final int SIGNED = 2;

  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{Latin}\\p{Cyrillic}\\p{Greek}0-9][\\p{Latin}\\p{Cyrillic}\\p{Greek}0-9._-]*");

  /** No word of a sentence looks so; nor does one in Latin letters among Chinese signs. */
  private static final Pattern JOINED = Pattern.compile("[0-9_-]|\\w\\.\\w");

  /** So many denied names are looked at. */
  private static final int MOST_DENIED = 8;

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(MentionedNames.class, "correction-words.txt");

  /** A name in a text, by signs. */
  record Mention(String name, int start, int end) {}

  /**
   * A clause.
   *
   * @param hits what its words say
   */
  record Said(List<Words.Word> words, List<Lexicon.Hit<Set<String>>> hits) {

    boolean has(String group) {
      return Lexicon.has(hits, group);
    }

    /** Whether it says "with an e", "mit zwei n": only a name is spelled. */
    boolean spells() {
      return hits.stream()
          .filter(hit -> hit.meaning().contains("with") && hit.to() < words.size())
          .map(hit -> words.get(hit.to()).text())
          .anyMatch(word -> word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z');
    }
  }

  private final String before;
  private final MailText text;
  private final List<Said> said;
  private final List<Mention> all;

  /**
   * The names in a text.
   *
   * @param before the name that a request is about so far
   */
  MentionedNames(String written, String before) {
    String looked = written.length() > LOOKED_AT ? written.substring(0, LOOKED_AT) : written;
    this.before = before;
    this.text = MailText.of(looked);
    this.said = text.clauses().stream().map(it -> new Said(it, WORDS.find(it))).toList();
    this.all = mentions(looked);
  }

  /** Whether a text speaks of another account, and of nothing else: "both". */
  static boolean isBoth(String text) {
    List<Words.Word> words = Words.of(text).list();
    return WORDS.find(words).stream()
        .anyMatch(
            hit -> hit.meaning().contains("another") && hit.to() - hit.from() == words.size());
  }

  /** All of them, in order. */
  List<Mention> all() {
    return all;
  }

  /** The clauses, in order. */
  List<Said> clauses() {
    return said;
  }

  /** The names in a clause. */
  List<Mention> within(Said clause) {
    int from = clause.words().get(0).start();
    int to = clause.words().get(clause.words().size() - 1).end();
    return all.stream().filter(it -> it.start() < to && it.end() > from).toList();
  }

  /** What a name is led to by: "mine is kim, hers is vera". */
  List<Mention> ledBy(String group) {
    List<Mention> led = new ArrayList<>();
    for (Said clause : said) {
      for (Lexicon.Hit<Set<String>> hit : clause.hits()) {
        int end = clause.words().get(hit.to() - 1).end();
        if (hit.meaning().contains(group)) {
          all.stream()
              .filter(it -> it.start() >= end && isGap(text.text().substring(end, it.start())))
              .forEach(led::add);
        }
      }
    }
    return led;
  }

  private static boolean isGap(String between) {
    return between.chars().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether it says that the name before is not meant. */
  boolean deniesBefore(Said clause) {
    return within(clause).stream()
        .anyMatch(it -> it.name().equalsIgnoreCase(before) && isDenied(clause, it));
  }

  /**
   * The names that a clause gives in the place of the one before: right behind what a name is the
   * name of ("my account is max, not moritz"), or right behind the one that it denies ("not moritz
   * but max"). Whatever else stands there is a word of the sentence.
   */
  List<Mention> givenInstead(Said clause) {
    List<Words.Word> words = clause.words();
    List<Mention> given = new ArrayList<>();
    for (Mention mention : within(clause)) {
      int from = 0;
      while (from < words.size() && words.get(from).end() <= mention.start()) {
        from++;
      }
      int to = from;
      while (to < words.size() && words.get(to).start() < mention.end()) {
        to++;
      }
      boolean named =
          endsAt(clause, to)
              && (leads(clause, from, "wrong")
                  || leads(clause, from, "account")
                  || (leads(clause, from, "is called") && behind(clause, from, "account")));
      if (named || (deniesBefore(clause) && replaces(clause, from))) {
        given.add(mention);
      }
    }
    return given;
  }

  /** Whether a denial stands right beside the name before: "not moritz", "moritzではなく". */
  boolean deniesPlainly() {
    return said.stream()
        .anyMatch(
            clause ->
                clause.hits().stream()
                    .anyMatch(
                        hit ->
                            (hit.meaning().contains("not") && isBefore(clause, hit.to()))
                                || (hit.meaning().contains("not behind")
                                    && isBefore(clause, hit.from() - 1))));
  }

  private boolean isBefore(Said clause, int at) {
    return at >= 0
        && at < clause.words().size()
        && clause.words().get(at).text().equalsIgnoreCase(before);
  }

  /**
   * Whether a clause tells a name by what it is the name of, or gives what can be nothing but one
   * in the place of a wrong one.
   */
  boolean givesName(Said clause) {
    return clause.has("account")
        || within(clause).stream()
            .anyMatch(it -> isGiven(clause, it) && JOINED.matcher(it.name()).find());
  }

  /** Whether two names that are much alike stand in a text, of which one is denied. */
  boolean replacesOne() {
    List<Mention> denied =
        said.stream()
            .flatMap(clause -> within(clause).stream().filter(it -> isDenied(clause, it)))
            .limit(MOST_DENIED)
            .toList();
    return denied.stream()
        .anyMatch(
            wrong ->
                JOINED.matcher(wrong.name()).find()
                    && all.stream()
                        .anyMatch(
                            it ->
                                !it.name().equalsIgnoreCase(wrong.name())
                                    && NameSlip.alike(it.name(), wrong.name())));
  }

  /** Whether nothing follows, or a comma, or what denies another name. */
  private static boolean endsAt(Said clause, int to) {
    return to >= clause.words().size()
        || clause.words().get(to).text().equals(",")
        || clause.hits().stream()
            .anyMatch(hit -> hit.from() == to && hit.meaning().contains("not"));
  }

  private static boolean leads(Said clause, int to, String group) {
    return clause.hits().stream().anyMatch(hit -> hit.to() == to && hit.meaning().contains(group));
  }

  private static boolean behind(Said clause, int to, String group) {
    return clause.hits().stream()
        .anyMatch(hit -> hit.to() <= to && to - hit.to() <= NEAR && hit.meaning().contains(group));
  }

  /** "Not moritz but max": between the two stands what leads from one to the other, and no more. */
  private boolean replaces(Said clause, int from) {
    List<Words.Word> words = clause.words();
    boolean rather = false;
    int at = from;
    while (at > 0 && !words.get(at - 1).text().equalsIgnoreCase(before)) {
      int word = at - 1;
      List<Lexicon.Hit<Set<String>>> over =
          clause.hits().stream().filter(hit -> hit.from() <= word && hit.to() > word).toList();
      rather |= Lexicon.has(over, "but rather") || Lexicon.has(over, "not behind");
      boolean leads =
          words.get(word).text().equals(",")
              || Lexicon.has(over, "but rather")
              || Lexicon.has(over, "not behind")
              || Lexicon.has(over, "is called")
              || Lexicon.has(over, "account");
      if (!leads) {
        return false;
      }
      at--;
    }
    return rather && at > 0;
  }

  /** Whether the words before it, or behind it, say that it is not meant. */
  boolean isDenied(Said said, Mention mention) {
    List<Words.Word> clause = said.words();
    int from = 0;
    while (from < clause.size() && clause.get(from).end() <= mention.start()) {
      from++;
    }
    int to = from;
    while (to < clause.size() && clause.get(to).start() < mention.end()) {
      to++;
    }
    for (Lexicon.Hit<Set<String>> hit : said.hits()) {
      boolean ahead = hit.meaning().contains("not") && hit.to() <= from && from - hit.to() <= NEAR;
      boolean behind =
          hit.meaning().contains("not behind") && hit.from() >= to && hit.from() - to < NEAR;
      if ((ahead && free(clause, hit.to(), from)) || (behind && free(clause, to, hit.from()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether no other name, and no end of a part, stands between two words. */
  private boolean free(List<Words.Word> clause, int from, int to) {
    for (int at = from; at < to; at++) {
      Words.Word word = clause.get(at);
      if (word.text().equals(",")
          || word.text().equalsIgnoreCase(before)
          || NameSlip.alike(word.text(), before)) {
        return false;
      }
    }
    return true;
  }

  /** Whether what says that a name was wrong leads to this one: "it should be vera". */
  static boolean isGiven(Said said, Mention mention) {
    List<Words.Word> clause = said.words();
    int from = 0;
    while (from < clause.size() && clause.get(from).end() <= mention.start()) {
      from++;
    }
    int at = from;
    return said.hits().stream()
        .filter(hit -> hit.meaning().contains("wrong") && hit.to() <= at)
        .anyMatch(
            hit ->
                at - hit.to() <= 1
                    || (at - hit.to() <= FAR
                        && clause.subList(hit.to(), at).stream()
                            .anyMatch(word -> word.text().equals(","))));
  }

  /** Whether it stands between quotation marks. */
  boolean isQuoted(Mention mention) {
    return isQuote(mention.start() - 1) && isQuote(mention.end());
  }

  private boolean isQuote(int at) {
    return at >= 0 && at < text.text().length() && QUOTES.indexOf(text.text().charAt(at)) >= 0;
  }

  /** Whether it stands by itself at the end, as people sign. */
  boolean isSignature(Mention mention) {
    String whole = text.text();
    int from = whole.lastIndexOf('\n', Math.max(0, mention.start() - 1)) + 1;
    int to = whole.indexOf('\n', mention.end());
    String line = whole.substring(from, to < 0 ? whole.length() : to).strip();
    long below = to < 0 ? 0 : whole.substring(to).lines().filter(it -> !it.isBlank()).count();
    return from > 0 && line.split("\\s+").length <= SIGNED && below < SIGNED;
  }

  /** Whether anything is asked in the text. */
  boolean asks() {
    return QuestionMark.isIn(text.text());
  }

  private static List<Mention> mentions(String text) {
    List<Mention> found = new ArrayList<>();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String name = names.group();
      int end = names.end();
      while (!name.isEmpty() && "._-".indexOf(name.charAt(name.length() - 1)) >= 0) {
        name = name.substring(0, name.length() - 1);
        end--;
      }
      boolean address =
          (end < text.length() && text.charAt(end) == '@')
              || (names.start() > 0 && "@/".indexOf(text.charAt(names.start() - 1)) >= 0);
      if (!name.isEmpty() && !address) {
        found.add(new Mention(name, names.start(), end));
      }
    }
    return found;
  }
}

package dev.latchkey.triage.request;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.words.Conjunctions;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which words of a reply answer which numbered question of ours, by structure alone and so in every
 * language: "2) lost", "1. kim 2. lost 3. yes", or typed below question 2 of the quoted letter.
 */
final class NumberedAnswers {
  /** A number of a list at the beginning of a line, in any dress. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "^[\\s*_>|]*(?i:(?:%s)\\s+|(?:%s)\\s*)?(?:[(\\[#]|[Qq](?:uestion)?\\s?)?([1-9１-９①-⑨])\\s*"
                  .formatted(
                      SmallWords.of("before a number"), SmallWords.of("before a number in signs"))
              + "(?:[.):\\]=、．：）]|[-–—])+[*_]*(\\D.*|)$");

  /** A blank of any width, as input methods of Chinese and Japanese have it. */
  private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

  /** The same without any sign behind it: only where several lines look so. */
  private static final Pattern BARE = Pattern.compile("^\\s*([1-9１-９])\\s+(\\D.*)$");

  /** The same within a line; the French set a blank before a colon. */
  private static final Pattern INLINE =
      Pattern.compile("(?:^|[\\s,;，；。])[(#]?([1-9１-９①-⑨])(?:[.):、．：）]| [:：])\\s*");

  /** The same within a line without any sign behind it: only where all of them stand so. */
  private static final Pattern BARE_INLINE =
      Pattern.compile(
          "(?:^|[,;，；。、.]\\s*|\\s(?:"
              + Conjunctions.AND
              + ")\\s+)(?:(?:"
              + SmallWords.of("before a number")
              + ")\\s+)?"
              + "([1-9１-９])\\s+");

  /** The same in a language without blanks: "1没有 2同意 3知道". */
  private static final Pattern BARE_SIGNS = Pattern.compile("(?:^|[\\s,;，；。、.])([1-9１-９])\\s*");

  /** The same with any sign or none: only where what stands behind them answers. */
  private static final Pattern RUN_ON =
      Pattern.compile(
          "(?:^|[\\s,;.:/|])(?:[(\\[#]|[Qq])?([1-9１-９①-⑨])(?:\uFE0F?\u20E3)?(?:[\\s:.)\\]=–—→-]+>?\\s*)?");

  /** What may stand before the first of them. */
  private static final Pattern START = Pattern.compile("(?:.*[,:.;!，：。！])?[\\s*_>|]*");

  /** A longer line is no list of short answers. */
  private static final int LINE = 400;

  /** So many words are an answer between two numbers of a line. */
  private static final int FEW_WORDS = 6;

  private final int questions;
  private final Predicate<String> plain;
  private final Map<Integer, List<String>> found = new TreeMap<>();
  private final List<String> loose = new ArrayList<>();

  /** A number and where it and its answer begin. */
  private record Place(int number, int from, int behind) {}

  /** The number of a question and what stands behind it, without any sign between them. */
  record Bare(int number, String text) {}

  private NumberedAnswers(int questions, Predicate<String> plain) {
    this.questions = questions;
    this.plain = plain;
  }

  /**
   * The answers in {@code reply} to so many questions.
   *
   * @param plain whether a few words answer any of them, so that a bare number before them is one
   */
  static NumberedAnswers of(TrimmedReply reply, int questions, Predicate<String> plain) {
    NumberedAnswers answers = new NumberedAnswers(questions, plain);
    int open = 0;
    boolean ours = false;
    for (TrimmedReply.Line line : reply.lines()) {
      if (line.part().readable()) {
        if (line.text().isBlank()) {
          // A paragraph of its own behind an answer answers nothing.
          open = answers.to(open).isEmpty() ? open : 0;
        } else {
          open = answers.typed(blanks(line.text()), open);
          ours = false;
        }
        continue;
      }
      String bare = unquoted(blanks(line.text()));
      Optional<Place> number = answers.first(NUMBER, bare);
      if (number.isPresent()) {
        open = number.get().number();
        ours = true;
      } else if (!bare.isBlank() && !ours) {
        open = 0;
      } else if (bare.isBlank()) {
        // A question that our own line breaks wrapped ends with the blank line below it.
        ours = false;
      }
    }
    if (answers.found.isEmpty()) {
      answers.bareNumbers();
    }
    return answers;
  }

  private static String blanks(String line) {
    return BLANK.matcher(line).replaceAll(" ");
  }

  /** The only line of {@code lines} that begins with a bare number of a question. */
  static Optional<Bare> bare(List<String> lines, int questions) {
    NumberedAnswers all = new NumberedAnswers(questions, text -> false);
    List<Bare> found =
        lines.stream()
            .flatMap(
                line ->
                    all.first(BARE, line).stream()
                        .map(place -> new Bare(place.number(), line.substring(place.behind()))))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** What answers the question of that number, from 1; empty when nothing does. */
  String to(int number) {
    return String.join("\n", found.getOrDefault(number, List.of())).strip();
  }

  /** Whether any answer has a number. */
  boolean any() {
    return !found.isEmpty();
  }

  /** The lines that answer no number. */
  List<String> loose() {
    return List.copyOf(loose);
  }

  private int typed(String line, int open) {
    Optional<Place> begins = first(NUMBER, line);
    List<Place> places = inline(line);
    places = places.isEmpty() ? bareInline(line) : places;
    places = places.isEmpty() ? spoken(line) : places;
    places = places.size() < 2 ? runOn(line) : places;
    if (begins.isPresent() && places.size() < 2) {
      add(begins.get().number(), line.substring(begins.get().behind()));
      return begins.get().number();
    }
    if (places.size() >= 2) {
      for (int i = 0; i < places.size(); i++) {
        int end = i + 1 < places.size() ? places.get(i + 1).from() : line.length();
        add(places.get(i).number(), line.substring(places.get(i).behind(), end));
      }
      return places.get(places.size() - 1).number();
    }
    if (open > 0) {
      add(open, line);
    } else {
      loose.add(line.strip());
    }
    return open;
  }

  /** Numbers in a line that rise one by one from where they begin. */
  private List<Place> inline(String line) {
    List<Place> places = new ArrayList<>();
    Matcher number = INLINE.matcher(line);
    int last = 0;
    int from = 0;
    while (from <= line.length() && number.find(from)) {
      int value = value(number.group(1));
      boolean digit = number.end() < line.length() && Character.isDigit(line.charAt(number.end()));
      if (value > last && value <= questions && !digit) {
        places.add(new Place(value, number.start(), number.end()));
        last = value;
      }
      from = number.end();
    }
    return places;
  }

  /** Whether it only joins two numbers before one answer: "1 and 2: yes". */
  private static boolean joins(String text) {
    AnswerPart part = AnswerPart.of(text);
    return part.words().isEmpty() || part.only(Set.of(AnswerPart.JOINS));
  }

  /**
   * Numbers that rise one by one, each before a few words of which all but one are plain: "1 lost 2
   * yes 3 yes", "1-kim 2-yes". The first begins a sentence.
   */
  private List<Place> runOn(String line) {
    List<Place> places = new ArrayList<>();
    if (line.length() > LINE) {
      return places;
    }
    Matcher number = RUN_ON.matcher(line);
    int from = 0;
    while (from <= line.length() && number.find(from)) {
      int value = value(number.group(1));
      boolean next =
          places.isEmpty()
              ? START.matcher(line.substring(0, number.start())).matches()
              : value == places.get(places.size() - 1).number() + 1;
      boolean digit = number.end() < line.length() && Character.isDigit(line.charAt(number.end()));
      if (next && !digit && value <= questions) {
        places.add(new Place(value, number.start(), number.end()));
      }
      from = Math.max(number.end(1), from + 1);
    }
    int others = 0;
    for (int i = 0; i < places.size(); i++) {
      int end = i + 1 < places.size() ? places.get(i + 1).from() : line.length();
      String text = line.substring(places.get(i).behind(), Math.max(places.get(i).behind(), end));
      if (text.isBlank() || joins(text) || Words.first(text, FEW_WORDS + 1).size() > FEW_WORDS) {
        return List.of();
      }
      others += plain.test(text) ? 0 : 1;
    }
    return places.size() >= 2 && others <= 1 ? places : List.of();
  }

  private List<Place> spoken(String line) {
    return SpokenNumbers.in(line, questions).stream()
        .map(one -> new Place(one.number(), one.from(), one.behind()))
        .toList();
  }

  /** The numbers of all questions in a line, one after another, each before words. */
  private List<Place> bareInline(String line) {
    List<Place> places = bareInline(BARE_INLINE, line, false);
    return places.isEmpty() ? bareInline(BARE_SIGNS, line, true) : places;
  }

  private List<Place> bareInline(Pattern pattern, String line, boolean signs) {
    List<Place> places = new ArrayList<>();
    Matcher number = pattern.matcher(line);
    while (number.find()) {
      if (number.end() < line.length()
          && Character.isLetter(line.charAt(number.end()))
          && (!signs || isSign(line.charAt(number.end())))) {
        places.add(new Place(value(number.group(1)), number.start(), number.end()));
      }
    }
    List<Integer> numbers = places.stream().map(Place::number).toList();
    return questions > 1 && numbers.equals(IntStream.rangeClosed(1, questions).boxed().toList())
        ? places
        : List.of();
  }

  /** Of a script whose words no blank parts. */
  private static boolean isSign(char sign) {
    return sign >= 0x3040 && sign <= 0x9FFF;
  }

  private void bareNumbers() {
    List<String> lines = List.copyOf(loose);
    if (lines.stream().filter(line -> first(BARE, line).isPresent()).count() < 2) {
      return;
    }
    loose.clear();
    int open = 0;
    for (String line : lines) {
      Optional<Place> number = first(BARE, line);
      if (number.isPresent()) {
        open = number.get().number();
        add(open, line.substring(number.get().behind()));
      } else if (open > 0) {
        add(open, line);
      } else {
        loose.add(line);
      }
    }
  }

  private Optional<Place> first(Pattern pattern, String line) {
    Matcher number = pattern.matcher(line);
    if (!number.matches()) {
      return Optional.empty();
    }
    int value = value(number.group(1));
    return value <= questions
        ? Optional.of(new Place(value, 0, number.start(2)))
        : Optional.empty();
  }

  private void add(int number, String text) {
    if (!text.isBlank()) {
      found.computeIfAbsent(number, n -> new ArrayList<>()).add(text.strip());
    } else {
      found.computeIfAbsent(number, n -> new ArrayList<>());
    }
  }

  private static int value(String digit) {
    int sign = digit.codePointAt(0);
    return sign >= '①' && sign <= '⑨' ? sign - '①' + 1 : Character.digit(sign, 10);
  }

  private static String unquoted(String line) {
    int at = 0;
    while (at < line.length() && ">| \t".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return line.substring(at);
  }
}

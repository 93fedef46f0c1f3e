package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.owner.BesideYes;
import dev.latchkey.triage.remark.ThanksReader;
import dev.latchkey.triage.reply.HouseLines;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what stands beside a code and is not known to be harmless. Who else may have sent it, and
 * why, has no end of words ("this is Max, Rex gave me his password"); thanks, a greeting, a name,
 * "here is the code" and answers to what we asked have few. So a clause is harmless only where one
 * language explains every word of it, and a person reads the rest. The words stand in {@code
 * beside-code-words.txt}.
 */
public final class BesideCodeReader {
  private static final String COMMA = ",";

  /** Words behind a greeting that say who is greeted, or whence. */
  private static final int GREETED = 2;

  /** Words of a question by the way. */
  private static final int QUESTION = 12;

  /** Words of a signature. */
  private static final int SIGNATURE = 3;

  /** What stands in the place of a code, or of anything that was blacked out. */
  private static final Pattern BLACK = Pattern.compile("\\[…\\]");

  /**
   * An address may be where somebody wants it to be sent. It is looked for where one may begin
   * only, so that the time of an endless word stays that of its length.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![^\\s<>():,;])[^\\s<>():,;@]++@[^\\s<>():,;]+\\w");

  private static final Set<String> NOT_LANGUAGES =
      Set.of("all", "never", "naming", "before name", "greet", "role");

  /** How what may stand behind it begins. */
  private static final Set<String> BEHIND_OWN =
      SmallWords.list("behind own name").stream()
          .map(phrase -> Words.of(phrase).list().get(0).text())
          .collect(Collectors.toUnmodifiableSet());

  private static final List<Lexicon<Set<String>>> LANGUAGES = languages();

  private final Set<String> names = new HashSet<>();
  private final Set<String> addresses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /** Whether the program of the writer tells their name, so that it is known who signs. */
  private final boolean called;

  /**
   * @param from as which the writer is shown, with their address
   * @param others how they may be called besides: the account, the address of who asked
   */
  public BesideCodeReader(Collection<String> from, Collection<String> others) {
    Stream.concat(from.stream(), others.stream()).forEach(this::add);
    this.called =
        from.stream()
            .map(shown -> ADDRESS.matcher(shown).replaceAll(""))
            .anyMatch(shown -> shown.codePoints().anyMatch(Character::isLetter));
  }

  private void add(String shown) {
    ADDRESS.matcher(shown).results().map(MatchResult::group).forEach(addresses::add);
    for (Words.Word word : Words.of(shown.replaceAll("@\\S*", " ")).list()) {
      names.add(word.text());
      names.add(word.text().replaceAll("[0-9]+$", ""));
    }
    names.remove("");
    names.remove(COMMA);
  }

  /** The clauses of {@code written} that are not known to be harmless, as they were typed. */
  public List<String> unknown(String written) {
    String text =
        BLACK
            .matcher(RedactedText.withoutMarks(HouseLines.above(written)))
            .replaceAll("\n")
            .strip();
    List<String> unknown = new ArrayList<>();
    ADDRESS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(address -> !addresses.contains(address))
        .forEach(unknown::add);
    for (List<Words.Word> clause : MailText.of(text).clauses()) {
      String typed = text.substring(clause.get(0).start(), clause.get(clause.size() - 1).end());
      if (!isSignature(typed, clause)
          && !isPlainQuestion(typed, clause, text)
          && LANGUAGES.stream().noneMatch(words -> explains(words, clause, text, List.of()))) {
        unknown.add(typed);
      }
    }
    if (unknown.isEmpty() && (ThanksReader.signsNo(text) || BesideYes.mocks(text))) {
      unknown.add(text);
    }
    return unknown;
  }

  /**
   * What people ask of us by the way: what it costs, who reads it. Every word beside the question
   * itself has to be known as well, so that it names nobody and asks nothing else.
   */
  private boolean isPlainQuestion(String typed, List<Words.Word> clause, String text) {
    if (clause.size() > QUESTION
        || !Clauses.isQuestion(text, clause)
        || !SideQuestionReader.asks(typed + "?")) {
      return false;
    }
    List<Hit<Set<String>>> question = SideQuestionReader.words(clause);
    return LANGUAGES.stream().anyMatch(words -> explains(words, clause, text, question));
  }

  /**
   * Whether one language knows every word.
   *
   * @param besides what else is known
   */
  private boolean explains(
      Lexicon<Set<String>> words,
      List<Words.Word> clause,
      String text,
      List<Hit<Set<String>>> besides) {
    List<Hit<Set<String>>> hits = words.find(clause);
    if (Lexicon.has(hits, "never")) {
      return false;
    }
    Said[] said = said(hits, clause);
    besides.forEach(hit -> Arrays.fill(said, hit.from(), hit.to(), Said.KNOWN));
    for (int at = 0; at < clause.size(); at++) {
      if (said[at] == Said.NOTHING
          && !isOwnName(said, clause, at)
          && !isGreeted(said, clause, text, at)) {
        return false;
      }
    }
    return true;
  }

  /** What a word is to its clause. */
  private enum Said {
    NOTHING,
    KNOWN,
    PAUSE,
    NAMING,
    BEFORE_NAME,
    GREETING
  }

  private static Said[] said(List<Hit<Set<String>>> hits, List<Words.Word> clause) {
    Said[] said = new Said[clause.size()];
    for (int at = 0; at < said.length; at++) {
      String word = clause.get(at).text();
      boolean number = word.chars().allMatch(Character::isDigit);
      said[at] = word.equals(COMMA) ? Said.PAUSE : number ? Said.KNOWN : Said.NOTHING;
    }
    for (Hit<Set<String>> hit : hits) {
      Set<String> groups = hit.meaning();
      boolean known = groups.stream().anyMatch(group -> !NOT_LANGUAGES.contains(group));
      for (int at = hit.from(); at < hit.to(); at++) {
        said[at] =
            groups.contains("naming")
                ? Said.NAMING
                : groups.contains("greet")
                    ? Said.GREETING
                    : groups.contains("before name")
                        ? (known ? Said.BEFORE_NAME : Said.NOTHING)
                        : known || groups.contains("all") ? Said.KNOWN : Said.NOTHING;
      }
    }
    return said;
  }

  /** A name of the writer's by itself, or behind "I am", and not "for Rex" or "Rex gave me". */
  private boolean isOwnName(Said[] said, List<Words.Word> clause, int at) {
    if (!isName(clause.get(at))) {
      return false;
    }
    boolean begins = at == 0 || said[at - 1] != Said.BEFORE_NAME;
    boolean ends =
        at + 1 == said.length
            || said[at + 1] == Said.PAUSE
            || isName(clause.get(at + 1))
            || BEHIND_OWN.contains(clause.get(at + 1).text());
    return begins && ends;
  }

  private boolean isGreeted(Said[] said, List<Words.Word> clause, String text, int at) {
    int first = at;
    while (first > 0 && said[first - 1] == Said.NOTHING) {
      first--;
    }
    int last = at;
    while (last + 1 < said.length && said[last + 1] == Said.NOTHING) {
      last++;
    }
    return first > 0
        && said[first - 1] == Said.GREETING
        && last - first < GREETED
        && (last + 1 == said.length || said[last + 1] == Said.PAUSE)
        && isCalled(clause.subList(first, last + 1), text);
  }

  /** Words with capital letters that are no word for a relative or a clerk. */
  private static boolean isCalled(List<Words.Word> words, String text) {
    return words.stream().allMatch(word -> Character.isUpperCase(text.codePointAt(word.start())))
        && LANGUAGES.stream().noneMatch(known -> Lexicon.has(known.find(words), "role"));
  }

  /** A line of few names, where nothing tells how its writer is called. */
  private boolean isSignature(String typed, List<Words.Word> clause) {
    return clause.size() <= SIGNATURE
        && (clause.stream().allMatch(this::isName)
            || (!called
                && typed.codePoints().noneMatch(TextWords::isEast)
                && clause.stream()
                    .allMatch(
                        word ->
                            Character.isUpperCase(
                                typed.codePointAt(word.start() - clause.get(0).start())))
                && LANGUAGES.stream().noneMatch(known -> Lexicon.has(known.find(clause), "role"))));
  }

  private boolean isName(Words.Word word) {
    return names.contains(word.text());
  }

  private static List<Lexicon<Set<String>>> languages() {
    Map<String, List<String>> sections =
        WordList.phrases(BesideCodeReader.class, "beside-code-words.txt");
    return sections.keySet().stream()
        .filter(name -> !NOT_LANGUAGES.contains(name))
        .map(language -> lexicon(sections, language))
        .toList();
  }

  private static Lexicon<Set<String>> lexicon(Map<String, List<String>> sections, String language) {
    Map<String, List<String>> groups = new LinkedHashMap<>(sections);
    groups.keySet().removeIf(name -> !NOT_LANGUAGES.contains(name) && !name.equals(language));
    return new Lexicon<>(groups, names -> names);
  }
}

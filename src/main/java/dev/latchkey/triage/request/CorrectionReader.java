package dev.latchkey.triage.request;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a later mail gives another account name in the place of the one that a request is
 * about: "vera, not vara". Only a name that looks much like the one before, or that is plainly
 * introduced as a name, is one. The words stand in {@code correction-words.txt}.
 */
public final class CorrectionReader {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  /** A shorter name looks like too many words. */
  private static final int SHORTEST = 4;

  /** The same for what is introduced as a name, in quotes or in the place of the one before. */
  private static final int SHORTEST_GIVEN = 3;

  /** From this length on two letters may differ. */
  private static final int LONG = 6;

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

  private static final Lexicon<Set<String>> WORDS =
      new Lexicon<>(
          WordList.phrases(CorrectionReader.class, "correction-words.txt"), groups -> groups);

  /**
   * A name in the place of another.
   *
   * @param sure they say that the one before is wrong, or it differs by a letter and is introduced;
   *     otherwise they have to be asked
   */
  public record Corrected(String name, boolean sure) {}

  /** A name in a text, by signs. */
  private record Mention(String name, int start, int end) {}

  private final String before;
  private final MailText text;
  private final List<Mention> mentions;

  private CorrectionReader(String written, String before) {
    String looked = written.length() > LOOKED_AT ? written.substring(0, LOOKED_AT) : written;
    this.before = before;
    this.text = MailText.of(looked);
    this.mentions = mentions(looked);
  }

  /**
   * The name that is meant instead; empty when the one before still is.
   *
   * @param written what they wrote, without what they quote
   * @param named the account that the mail names by itself
   * @param before the account name so far
   */
  public static Optional<Corrected> read(String written, Optional<String> named, String before) {
    return new CorrectionReader(written, before).read(named);
  }

  /** Whether an answer to the question which account is meant chooses none: "both". */
  public static boolean isBoth(String answer) {
    List<Words.Word> words = Words.of(answer).list();
    return WORDS.find(words).stream()
        .anyMatch(
            hit -> hit.meaning().contains("another") && hit.to() - hit.from() == words.size());
  }

  /** Whether two names differ by a slip of the hand: a letter, or two of a long name. */
  public static boolean alike(String one, String other) {
    return alike(one, other, SHORTEST);
  }

  private static boolean alike(String one, String other, int shortest) {
    String first = folded(one);
    String second = folded(other);
    int shorter = Math.min(first.length(), second.length());
    return !plain(one).equals(plain(other))
        && shorter >= shortest
        && distance(first, second) <= (shorter >= LONG ? 2 : 1);
  }

  /** Without marks on letters: "Jürgen" and "Juergen" are typed for one another. */
  private static String folded(String name) {
    String spelled =
        Normalizer.normalize(plain(name), Normalizer.Form.NFC)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** Whether only letters differ: whoever has kim1 and kim2 may have both. */
  public static boolean slipOfLetters(String one, String other) {
    return alike(one, other) && digits(one).equals(digits(other));
  }

  private static String digits(String name) {
    return name.replaceAll("[^0-9]", "");
  }

  private Optional<Corrected> read(Optional<String> named) {
    Optional<String> own = own();
    if (own.isPresent() || namesBoth()) {
      // Of two accounts the writer's own counts; whose the other is writes about it.
      return own.filter(name -> !name.equalsIgnoreCase(before))
          .map(name -> new Corrected(name, true));
    }
    return named(named);
  }

  /** What a name is led to by: "mine is kim, hers is vera". */
  private List<Mention> ledBy(String group) {
    List<Mention> led = new ArrayList<>();
    for (List<Words.Word> clause : text.clauses()) {
      for (Lexicon.Hit<Set<String>> hit : WORDS.find(clause)) {
        int end = clause.get(hit.to() - 1).end();
        if (hit.meaning().contains(group)) {
          mentions.stream()
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

  /** The writer's own of two; empty where only one is told apart so, or it is denied. */
  private Optional<String> own() {
    List<Mention> mine = ledBy("mine is");
    List<Mention> theirs = ledBy("theirs is");
    return mine.size() == 1
            && !theirs.isEmpty()
            && !theirs.get(0).name().equalsIgnoreCase(mine.get(0).name())
        ? Optional.of(mine.get(0).name())
        : Optional.empty();
  }

  /** Whether they speak of another account beside the one before, which they do not deny. */
  private boolean namesBoth() {
    boolean before = false;
    boolean another = false;
    for (List<Words.Word> clause : text.clauses()) {
      List<Lexicon.Hit<Set<String>>> hits = WORDS.find(clause);
      if (has(hits, "wrong")) {
        return false;
      }
      another |= has(hits, "another");
      for (Mention mention : within(clause)) {
        if (mention.name().equalsIgnoreCase(this.before)) {
          if (isDenied(clause, hits, mention)) {
            return false;
          }
          before = true;
        }
      }
    }
    return before && another;
  }

  private Optional<Corrected> named(Optional<String> named) {
    Optional<String> other = named.filter(name -> !name.equalsIgnoreCase(before));
    boolean wrong = false;
    boolean slip = false;
    boolean denied = false;
    boolean account = false;
    boolean another = false;
    Map<String, String> meant = new LinkedHashMap<>();
    Map<String, String> introducedAs = new LinkedHashMap<>();
    Set<String> plainly = new HashSet<>();
    List<String> refused = new ArrayList<>();
    for (List<Words.Word> clause : text.clauses()) {
      List<Lexicon.Hit<Set<String>>> hits = WORDS.find(clause);
      boolean says = has(hits, "wrong");
      wrong |= says;
      another |= has(hits, "another");
      slip |= has(hits, "slip") || spells(clause, hits);
      boolean given = has(hits, "account") || has(hits, "wrong") || deniesBefore(clause, hits);
      boolean deniesBefore = false;
      List<Mention> likely = new ArrayList<>();
      for (Mention mention : within(clause)) {
        boolean same = mention.name().equalsIgnoreCase(before);
        boolean like = !same && looksLike(mention, given);
        if (isDenied(clause, hits, mention)) {
          deniesBefore |= same;
          if (!same) {
            refused.add(plain(mention.name()));
          }
        } else if (like) {
          likely.add(mention);
        }
        account |=
            other.filter(mention.name()::equalsIgnoreCase).isPresent() && has(hits, "account");
      }
      denied |= deniesBefore;
      if (has(hits, "account")) {
        likely.forEach(it -> introducedAs.put(plain(it.name()), it.name()));
      }
      if (deniesBefore || says) {
        likely.forEach(it -> meant.putIfAbsent(plain(it.name()), it.name()));
        boolean all = deniesBefore;
        likely.stream()
            .filter(it -> all || isGiven(clause, hits, it))
            .forEach(it -> plainly.add(plain(it.name())));
      }
    }
    if (wrong || denied) {
      // The name and what says so may stand in two sentences.
      other.ifPresent(name -> meant.putIfAbsent(plain(name), name));
    } else if (slip) {
      other
          .filter(name -> alike(name, before, SHORTEST_GIVEN))
          .ifPresent(name -> meant.putIfAbsent(plain(name), name));
    }
    if ((wrong || denied || slip) && meant.isEmpty()) {
      meant.putAll(introducedAs);
      if (!another) {
        plainly.addAll(introducedAs.keySet());
      }
    }
    if ((wrong || denied || (slip && !another)) && meant.isEmpty()) {
      mentions.stream()
          .filter(it -> looksLike(it, false))
          .forEach(it -> meant.putIfAbsent(plain(it.name()), it.name()));
    }
    refused.forEach(meant::remove);
    // Whoever has kim1 and kim2 may have both.
    boolean said = wrong || denied;
    if (other.isPresent() && meant.containsKey(plain(other.get()))) {
      return other.map(name -> new Corrected(name, said || slipOfLetters(name, before)));
    }
    if (!meant.isEmpty()) {
      return Optional.of(meant.entrySet().iterator().next())
          .map(
              it ->
                  new Corrected(
                      it.getValue(),
                      meant.size() == 1
                          && plainly.contains(it.getKey())
                          && (said || slipOfLetters(it.getValue(), before))));
    }
    boolean introduced = account && !another;
    return other
        .filter(name -> introduced && !refused.contains(plain(name)))
        .map(name -> new Corrected(name, alike(name, before) && !asks()));
  }

  /** Whether what says that a name was wrong leads to this one: "it should be vera". */
  private static boolean isGiven(
      List<Words.Word> clause, List<Lexicon.Hit<Set<String>>> hits, Mention mention) {
    int from = 0;
    while (from < clause.size() && clause.get(from).end() <= mention.start()) {
      from++;
    }
    int at = from;
    return hits.stream()
        .filter(hit -> hit.meaning().contains("wrong") && hit.to() <= at)
        .anyMatch(
            hit ->
                at - hit.to() <= 1
                    || (at - hit.to() <= FAR
                        && clause.subList(hit.to(), at).stream()
                            .anyMatch(word -> word.text().equals(","))));
  }

  /** "With an e", "mit zwei n": only a name is spelled. */
  private static boolean spells(List<Words.Word> clause, List<Lexicon.Hit<Set<String>>> hits) {
    return hits.stream()
        .filter(hit -> hit.meaning().contains("with") && hit.to() < clause.size())
        .map(hit -> clause.get(hit.to()).text())
        .anyMatch(word -> word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z');
  }

  private boolean asks() {
    return text.text().indexOf('?') >= 0 || text.text().indexOf('？') >= 0;
  }

  /** Like the name before, and not how they sign: an account "omark" of somebody called Omar. */
  private boolean looksLike(Mention mention, boolean given) {
    int shortest = given || isQuoted(mention) ? SHORTEST_GIVEN : SHORTEST;
    return alike(mention.name(), before, shortest) && !isSignature(mention);
  }

  private boolean isQuoted(Mention mention) {
    return isQuote(mention.start() - 1) && isQuote(mention.end());
  }

  private boolean isQuote(int at) {
    return at >= 0 && at < text.text().length() && QUOTES.indexOf(text.text().charAt(at)) >= 0;
  }

  private boolean deniesBefore(List<Words.Word> clause, List<Lexicon.Hit<Set<String>>> hits) {
    return within(clause).stream()
        .anyMatch(it -> it.name().equalsIgnoreCase(before) && isDenied(clause, hits, it));
  }

  private boolean isSignature(Mention mention) {
    String whole = text.text();
    int from = whole.lastIndexOf('\n', Math.max(0, mention.start() - 1)) + 1;
    int to = whole.indexOf('\n', mention.end());
    String line = whole.substring(from, to < 0 ? whole.length() : to).strip();
    long below = to < 0 ? 0 : whole.substring(to).lines().filter(it -> !it.isBlank()).count();
    return from > 0 && line.split("\\s+").length <= SIGNED && below < SIGNED;
  }

  private List<Mention> within(List<Words.Word> clause) {
    int from = clause.get(0).start();
    int to = clause.get(clause.size() - 1).end();
    return mentions.stream().filter(it -> it.start() < to && it.end() > from).toList();
  }

  private static boolean has(List<Lexicon.Hit<Set<String>>> hits, String group) {
    return hits.stream().anyMatch(hit -> hit.meaning().contains(group));
  }

  private boolean isDenied(
      List<Words.Word> clause, List<Lexicon.Hit<Set<String>>> hits, Mention mention) {
    int from = 0;
    while (from < clause.size() && clause.get(from).end() <= mention.start()) {
      from++;
    }
    int to = from;
    while (to < clause.size() && clause.get(to).start() < mention.end()) {
      to++;
    }
    for (Lexicon.Hit<Set<String>> hit : hits) {
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
          || alike(word.text(), before)) {
        return false;
      }
    }
    return true;
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

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** How many letters are put in, left out, exchanged or swapped with the next one. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= other.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}

package dev.latchkey.triage.owner;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WholeName;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whether who asked says that the account is another person's ("this is my husband's
 * account", "yann c'est celui de mon père"), or that it is not theirs. Whose mailbox or telephone
 * something is says nothing of the account. The words stand in {@code others-account-words.txt}.
 */
public final class OthersAccountReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(OthersAccountReader.class, "others-account-words.txt");

  private static final Set<String> ACCOUNT =
      Set.of("account", "theirs", "theirs in signs", "is account of");

  /** Words, or signs, between "it is" and whose it is. */
  private static final int NEAR = 1;

  /** Words between "that account" and "is not mine", at most. */
  private static final int SOON = 3;

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  private OthersAccountReader() {}

  /**
   * Whether a sentence of {@code written} says so, or that the account is not theirs, and no
   * question.
   *
   * @param account its name, which may stand for it: "dora belongs to my sister"
   */
  public static boolean says(String written, String account) {
    String begin = written.substring(0, Math.min(written.length(), LOOKED_AT));
    String text = RedactedText.withoutMarks(named(begin, account));
    Words words = MailText.of(text).words();
    boolean named = namesAccount(WORDS.find(words.list()));
    return statements(text, Clauses.of(words))
            .anyMatch(hits -> (named || namesAccount(hits)) && isAnothers(hits))
        || Clauses.parts(words).stream()
            .filter(part -> !Clauses.isQuestion(text, part))
            .anyMatch(OthersAccountReader::isNotTheirs);
  }

  /** Whether one of the clauses of a text names the account and says that it is another's. */
  static boolean says(String text, List<List<Words.Word>> clauses) {
    return statements(text, clauses).anyMatch(hits -> namesAccount(hits) && isAnothers(hits));
  }

  private static Stream<List<Hit<Set<String>>>> statements(
      String text, List<List<Words.Word>> clauses) {
    return clauses.stream().filter(clause -> !Clauses.isQuestion(text, clause)).map(WORDS::find);
  }

  /** The text with the account called so wherever its name stands. */
  private static String named(String written, String account) {
    return account.isEmpty() ? written : new WholeName(account).replacedIn(written, "account");
  }

  private static boolean isNotTheirs(List<Words.Word> part) {
    List<Hit<Set<String>>> hits = WORDS.find(part);
    return !Lexicon.has(hits, "another thing")
        && IntStream.range(0, Math.max(0, hits.size() - 1))
            .anyMatch(at -> isNotMy(hits, at) || isNotMine(hits, at, part.size()));
  }

  /** "Not my account", unless what stands right behind it tells which one. */
  private static boolean isNotMy(List<Hit<Set<String>>> hits, int at) {
    Set<String> first = hits.get(at).meaning();
    Hit<Set<String>> second = hits.get(at + 1);
    boolean notMy = first.contains("not my") && second.meaning().contains("account");
    boolean inSigns = first.contains("my in signs") && second.meaning().contains("is no account");
    boolean which =
        at + 2 < hits.size()
            && hits.get(at + 2).gap(second) == 0
            && hits.get(at + 2).meaning().contains("but which");
    return (notMy || inSigns) && second.gap(hits.get(at)) <= NEAR && !which;
  }

  /** "That account is not mine", at the end. */
  private static boolean isNotMine(List<Hit<Set<String>>> hits, int at, int end) {
    Hit<Set<String>> second = hits.get(at + 1);
    return hits.get(at).meaning().contains("account")
        && second.meaning().contains("is not mine")
        && second.gap(hits.get(at)) <= SOON
        && second.to() == end;
  }

  private static boolean namesAccount(List<Hit<Set<String>>> hits) {
    Set<String> said = Lexicon.groups(hits);
    return ACCOUNT.stream().anyMatch(said::contains);
  }

  private static boolean isAnothers(List<Hit<Set<String>>> hits) {
    if (Lexicon.has(hits, "another thing") || Lexicon.has(hits, "besides")) {
      return false;
    }
    for (int at = 0; at + 1 < hits.size(); at++) {
      boolean near = hits.get(at + 1).gap(hits.get(at)) <= NEAR;
      Set<String> is = hits.get(at).meaning();
      Set<String> whose = hits.get(at + 1).meaning();
      boolean begins = is.contains("is of") || is.contains("is account of");
      boolean inEnglish =
          is.contains("is in English")
              && (whose.contains("theirs") || whose.contains("possessive"));
      if (near && (inEnglish || (begins && whose(hits, at + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean whose(List<Hit<Set<String>>> hits, int at) {
    Set<String> meaning = hits.get(at).meaning();
    return meaning.contains("theirs")
        || meaning.contains("person")
        || (meaning.contains("person in signs") && accountBehind(hits, at));
  }

  private static boolean accountBehind(List<Hit<Set<String>>> hits, int person) {
    return person + 1 < hits.size()
        && hits.get(person + 1).meaning().contains("theirs in signs")
        && hits.get(person + 1).gap(hits.get(person)) == 0;
  }
}

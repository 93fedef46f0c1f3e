package dev.latchkey.triage.request;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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

  private OthersAccountReader() {}

  /**
   * Whether a sentence of {@code written} says so, or that the account is not theirs, and no
   * question.
   *
   * @param account its name, which may stand for it: "dora belongs to my sister"
   */
  public static boolean says(String written, String account) {
    String text = RedactedText.withoutMarks(named(written, account));
    return isAnothers(text, true) || isNotTheirs(text);
  }

  /** The text with the account called so wherever its name stands. */
  private static String named(String written, String account) {
    return account.isEmpty()
        ? written
        : Pattern.compile(
                "(?iu)(?<![\\p{L}\\p{N}_.@-])" + Pattern.quote(account) + "(?![\\p{L}\\p{N}_@-])")
            .matcher(written)
            .replaceAll("account");
  }

  private static boolean isNotTheirs(String text) {
    return Clauses.parts(Words.of(text)).stream()
        .filter(part -> !Clauses.isQuestion(text, part))
        .anyMatch(OthersAccountReader::isNotTheirs);
  }

  private static boolean isNotTheirs(List<Words.Word> part) {
    List<Hit<Set<String>>> hits = WORDS.find(part);
    if (Lexicon.has(hits, "another thing")) {
      return false;
    }
    for (int at = 0; at + 1 < hits.size(); at++) {
      Hit<Set<String>> first = hits.get(at);
      Hit<Set<String>> second = hits.get(at + 1);
      int gap = second.gap(first);
      boolean last = at + 2 == hits.size();
      boolean which =
          !last
              && hits.get(at + 2).gap(second) == 0
              && hits.get(at + 2).meaning().contains("but which");
      boolean notMy = first.meaning().contains("not my") && second.meaning().contains("account");
      boolean inSigns =
          first.meaning().contains("my in signs") && second.meaning().contains("is no account");
      if ((notMy || inSigns) && gap <= NEAR && !which) {
        return true;
      }
      if (first.meaning().contains("account")
          && second.meaning().contains("is not mine")
          && gap <= SOON
          && second.to() == part.size()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence of {@code written} that names the account says that it is another's. */
  public static boolean says(String written) {
    return isAnothers(RedactedText.withoutMarks(written), false);
  }

  /**
   * @param anywhere the account may be named in another sentence
   */
  private static boolean isAnothers(String text, boolean anywhere) {
    Words words = Words.of(text);
    boolean named = anywhere && namesAccount(WORDS.find(words.list()));
    return Clauses.of(words).stream()
        .filter(clause -> !Clauses.isQuestion(text, clause))
        .map(WORDS::find)
        .anyMatch(hits -> (named || namesAccount(hits)) && isAnothers(hits));
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

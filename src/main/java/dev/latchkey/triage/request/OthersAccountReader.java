package dev.latchkey.triage.request;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether who asked says that the account is another person's: "this is my husband's
 * account", "yann c'est celui de mon père". Whose mailbox or telephone something is says nothing of
 * the account. The words stand in {@code others-account-words.txt}.
 */
public final class OthersAccountReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(OthersAccountReader.class, "others-account-words.txt");

  private static final Set<String> ACCOUNT =
      Set.of("account", "theirs", "theirs in signs", "is account of");

  /** Words, or signs, between "it is" and whose it is. */
  private static final int NEAR = 1;

  private OthersAccountReader() {}

  /** Whether a sentence of {@code written} says so, and no question. */
  public static boolean says(String written) {
    String text = RedactedText.withoutMarks(written);
    Words words = Words.of(text);
    Set<String> said = Lexicon.groups(WORDS.find(words.list()));
    boolean account = ACCOUNT.stream().anyMatch(said::contains);
    return account
        && Clauses.of(words).stream()
            .filter(clause -> !Clauses.isQuestion(text, clause))
            .map(WORDS::find)
            .anyMatch(OthersAccountReader::another);
  }

  private static boolean another(List<Hit<Set<String>>> hits) {
    if (Lexicon.has(hits, "another thing") || Lexicon.has(hits, "besides")) {
      return false;
    }
    for (int at = 0; at + 1 < hits.size(); at++) {
      boolean near = hits.get(at + 1).gap(hits.get(at)) <= NEAR;
      Set<String> is = hits.get(at).meaning();
      boolean begins = is.contains("is of") || is.contains("is account of");
      if (near && begins && whose(hits, at + 1)) {
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

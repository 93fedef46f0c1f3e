package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells whether a first mail that sounds like a request is about none of our accounts: its writer
 * wants into another house ("my banking app does not let me in"), is refused by a thing ("the badge
 * stopped working"), forgot the secret of one ("the password of the printer"), never had an account
 * and wants no more mail, or found one with their photograph. Whoever speaks of anything that only
 * our accounts have may mean ours as well, and is none of these. The words stand in {@code
 * elsewhere-words.txt}.
 */
public final class ElsewhereReader {
  private static final String FILE = "elsewhere-words.txt";

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(
          ElsewhereReader.class,
          FILE,
          Set.of("house", "thing", "at", "from", "ours", "courtesy", "list", "never", "but"));

  /** Whose secret is spoken of; the words of the others would hide some of these. */
  private static final Lexicon<Set<String>> SECRETS =
      WordList.lexicon(ElsewhereReader.class, FILE, Set.of("gadget", "secret", "of", "account"));

  private static final Lexicon<Set<String>> LIKENESS =
      WordList.lexicon(ElsewhereReader.class, FILE, Set.of("my likeness", "never"));

  /** In more words, or signs of the East for half a word, more is told. */
  private static final int SHORT = 80;

  /** Words between a house or a thing and what is the matter with it, at most. */
  private static final int NEAR = 3;

  /** Of a longer text nothing is looked at, in signs. */
  private static final int LOOKED_AT = 2_000;

  private ElsewhereReader() {}

  /** Whether a mail is. */
  public static boolean says(MailText subject, MailText written) {
    if (written.text().length() > LOOKED_AT || Words.length(written.words().list()) > SHORT) {
      return false;
    }
    if (isLikeness(written) || isSecretOfThing(written.clausesBelow(subject))) {
      return true;
    }
    List<List<Hit<Set<String>>>> clauses =
        written.clausesBelow(subject).stream().map(WORDS::find).toList();
    if (any(clauses, "ours")) {
      return false;
    }
    return clauses.stream().anyMatch(hits -> near(hits, "house", "at"))
        || clauses.stream().anyMatch(hits -> near(hits, "thing", "from"))
        || (any(clauses, "list") && any(clauses, "never") && !any(clauses, "but"));
  }

  private static boolean isLikeness(MailText written) {
    List<List<Hit<Set<String>>>> clauses = written.clauses().stream().map(LIKENESS::find).toList();
    return any(clauses, "my likeness") && any(clauses, "never");
  }

  /** "The password of the printer", "WLAN-Passwort", and not a word of an account. */
  private static boolean isSecretOfThing(List<List<Words.Word>> written) {
    List<List<Hit<Set<String>>>> clauses = written.stream().map(SECRETS::find).toList();
    return !any(clauses, "account")
        && clauses.stream()
            .anyMatch(
                hits ->
                    IntStream.range(0, hits.size())
                        .anyMatch(
                            at ->
                                follow(hits, at, "gadget", "secret")
                                    || follow(hits, at, "gadget", "of", "secret")
                                    || follow(hits, at, "secret", "of", "gadget")));
  }

  /** Whether hits of these groups stand one behind the other, and nothing between them. */
  private static boolean follow(List<Hit<Set<String>>> hits, int at, String... groups) {
    return at + groups.length <= hits.size()
        && IntStream.range(0, groups.length)
            .allMatch(
                next ->
                    hits.get(at + next).meaning().contains(groups[next])
                        && (next == 0 || hits.get(at + next).gap(hits.get(at + next - 1)) == 0));
  }

  private static boolean any(List<List<Hit<Set<String>>>> clauses, String group) {
    return clauses.stream().anyMatch(hits -> Lexicon.has(hits, group));
  }

  private static boolean near(List<Hit<Set<String>>> hits, String one, String other) {
    return Lexicon.of(hits, one)
        .anyMatch(hit -> Lexicon.of(hits, other).anyMatch(near -> near.gap(hit) <= NEAR));
  }
}

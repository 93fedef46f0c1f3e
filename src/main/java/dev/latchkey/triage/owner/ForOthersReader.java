package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a first mail is about an account of somebody whom its writer only knows ("my friend
 * dora lost her phone, please help her"), and says nothing of one, or of a trouble, of their own:
 * "my son dropped my phone" is the writer's. The words stand in {@code for-others-words.txt}.
 */
public final class ForOthersReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(ForOthersReader.class, "for-others-words.txt");

  /** Words between a person and what happened to them, or what is theirs, at most. */
  private static final int NEAR = 12;

  /** Between "my" and who that is, at most: "my best friend". */
  private static final int BESIDE = 1;

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private ForOthersReader() {}

  /** Whether a mail is. */
  public static boolean says(MailText subject, MailText written) {
    List<List<Words.Word>> clauses = written.beginning(LOOKED_AT).clausesBelow(subject);
    List<List<Hit<Set<String>>>> all = clauses.stream().map(WORDS::find).toList();
    return all.stream().noneMatch(hits -> Lexicon.has(hits, "own")) && tells(clauses, all);
  }

  private static boolean tells(List<List<Words.Word>> clauses, List<List<Hit<Set<String>>>> all) {
    boolean person = false;
    for (int at = 0; at < all.size(); at++) {
      List<Hit<Set<String>>> hits = all.get(at);
      if (Lexicon.has(hits, "noticed")) {
        return true;
      }
      person |= Lexicon.has(hits, "person") || Lexicon.has(hits, "possessed");
      if (person && Lexicon.has(hits, "his thing")) {
        return true;
      }
      for (int one = 0; one < hits.size(); one++) {
        if (isPerson(clauses.get(at), hits, one) && concerns(clauses.get(at), hits, one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** In Chinese and Japanese nothing has to say whose they are. */
  private static boolean isPerson(List<Words.Word> clause, List<Hit<Set<String>>> hits, int at) {
    Hit<Set<String>> hit = hits.get(at);
    if (is(hit, "he")) {
      return true;
    }
    if (!is(hit, "person") && !is(hit, "possessed")) {
      return false;
    }
    return TextWords.isEast(clause.get(hit.from()).text().charAt(0))
        || (at > 0
            && (is(hits.get(at - 1), "mine") || is(hits.get(at - 1), "of"))
            && hit.gap(hits.get(at - 1)) <= BESIDE);
  }

  /** Whether something befell that person, or the account is theirs. */
  private static boolean concerns(
      List<Words.Word> clause, List<Hit<Set<String>>> hits, int person) {
    Hit<Set<String>> who = hits.get(person);
    boolean owns = is(who, "possessed");
    for (int at = person + 1; at < hits.size() && hits.get(at).gap(who) <= NEAR; at++) {
      Hit<Set<String>> hit = hits.get(at);
      boolean beside = at == person + 1 && hit.gap(who) <= BESIDE;
      boolean behind = at == person + 2 && is(hits.get(person + 1), "of");
      boolean befell = is(hit, "mishap") || (is(hit, "loses") && isTheirs(hits, person));
      if ((befell && isSame(clause, who, hit))
          || (is(hit, "account") && ((owns && beside) || behind))) {
        return true;
      }
    }
    // "The account of my sister".
    return person > 1
        && is(hits.get(person - 1), "of")
        && is(hits.get(person - 2), "account")
        && hits.get(person - 1).gap(hits.get(person - 2)) == 0;
  }

  private static boolean isTheirs(List<Hit<Set<String>>> hits, int person) {
    return Lexicon.has(hits.subList(person, hits.size()), "theirs");
  }

  /** Whether no thought ends between them; an aside has two commas. */
  private static boolean isSame(
      List<Words.Word> clause, Hit<Set<String>> one, Hit<Set<String>> other) {
    long commas =
        clause.subList(one.to(), other.from()).stream()
            .filter(word -> word.text().equals(","))
            .count();
    return commas == 0 || commas == 2;
  }

  private static boolean is(Hit<Set<String>> hit, String group) {
    return hit.meaning().contains(group);
  }
}
